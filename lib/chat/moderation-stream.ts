import type { UIMessageChunk } from 'ai';
import { isAppError } from '../errors.ts';

/**
 * Has a model's words judged.
 * @param outcome what becomes of refused ones: the answer `failed`, or a tool's input was `left_out`
 * @throws AppError `guardrail_violation`, or what keeps the judge from judging
 */
export type JudgeWords = (words: string, outcome: 'failed' | 'left_out') => Promise<void>;

/** A usual answer is shorter and is judged once, whole; a longer one leaves in pieces of about this length. */
const PIECE_CHARACTERS = 600;
/** What was said before is looked at again with each piece. */
const LOOK_BACK_CHARACTERS = 200;

type Controller = TransformStreamDefaultController<UIMessageChunk>;

/**
 * Holds an answer of somebody else's model back until a moderation model has seen it: nothing of a piece is told before its
 * verdict, and a refused one ends the answer. Of a tool whose input is refused nothing is told; it was not carried out either
 * (lib/chat/tools.ts). Stands behind the guard's own stream, so pieces end where sentences or words do.
 */
export function createModerationStream(judge: JudgeWords): TransformStream<UIMessageChunk, UIMessageChunk> {
  let held: UIMessageChunk[] = [];
  let words = '';
  let said = '';
  const refusedCalls = new Set<string>();

  async function release(controller: Controller): Promise<void> {
    if (words.trim() !== '') await judge(`${said.slice(-LOOK_BACK_CHARACTERS)}${words}`, 'failed');
    said += words;
    words = '';
    for (const chunk of held) controller.enqueue(chunk);
    held = [];
  }

  return new TransformStream({
    async transform(chunk, controller) {
      if (chunk.type === 'tool-input-available' && !(await isAllowed(judge, chunk.input))) {
        refusedCalls.add(chunk.toolCallId);
      }
      if ('toolCallId' in chunk && refusedCalls.has(chunk.toolCallId)) return;
      held.push(chunk);
      if (chunk.type === 'text-delta') words += chunk.delta;
      const isInMidst = words !== '' && chunk.type !== 'text-end';
      if (!isInMidst || words.length >= PIECE_CHARACTERS) await release(controller);
    },
    flush: release,
  });
}

async function isAllowed(judge: JudgeWords, input: unknown): Promise<boolean> {
  try {
    await judge(JSON.stringify(input), 'left_out');
    return true;
  } catch (error) {
    if (isAppError(error) && error.code === 'guardrail_violation') return false;
    throw error;
  }
}
