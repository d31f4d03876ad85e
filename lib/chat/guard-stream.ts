import type { UIMessageChunk } from 'ai';
import { isAppError } from '../errors.ts';
import { guardText } from '../safety/guard.ts';
import { guardTexts } from './guard-texts.ts';

/** A piece without an end of sentence leaves at a word's end once it is this long. */
const LONGEST_WAIT_CHARACTERS = 60;
/** What was said before is looked at again with each piece: a forbidden phrase may lie across two. */
const LOOK_BACK_CHARACTERS = 200;

type Controller = TransformStreamDefaultController<UIMessageChunk>;

/**
 * Lets an answer out only after the guard has seen it. Words leave a sentence at a time; the stream fails with
 * `guardrail_violation` before the first forbidden one has left. A tool is told with its guarded input, whole: its
 * beginning and its pieces are not, and of one whose input is refused nothing is (it was not carried out either).
 */
export function createGuardStream(): TransformStream<UIMessageChunk, UIMessageChunk> {
  let waiting = '';
  let said = '';
  let textId = '';
  const refusedCalls = new Set<string>();

  const release = (length: number, controller: Controller) => {
    const piece = waiting.slice(0, length);
    if (piece === '') return;
    const seen = said.slice(-LOOK_BACK_CHARACTERS) + piece;
    if (seen.trim() !== '') guardText(seen, { place: 'answer', outcome: 'failed', masks: false });
    said += piece;
    waiting = waiting.slice(length);
    controller.enqueue({ type: 'text-delta', id: textId, delta: piece });
  };

  const passOn = (chunk: UIMessageChunk, controller: Controller) => {
    switch (chunk.type) {
      case 'tool-input-start':
      case 'tool-input-delta':
        return;
      case 'tool-input-error':
        // What does not fit its schema has not been guarded and is of no use to anybody.
        refusedCalls.add(chunk.toolCallId);
        return;
      case 'tool-input-available': {
        const input = guardInput(chunk.input);
        if (input.isAllowed) controller.enqueue({ ...chunk, input: input.value });
        else refusedCalls.add(chunk.toolCallId);
        return;
      }
      case 'tool-output-available':
      case 'tool-output-error':
        if (!refusedCalls.has(chunk.toolCallId)) controller.enqueue(chunk);
        return;
      default:
        controller.enqueue(chunk);
    }
  };

  return new TransformStream({
    transform(chunk, controller) {
      if (chunk.type !== 'text-delta') {
        release(waiting.length, controller);
        passOn(chunk, controller);
        return;
      }
      if (chunk.id !== textId) release(waiting.length, controller);
      textId = chunk.id;
      waiting += chunk.delta;
      release(findEnd(waiting), controller);
    },
    flush: (controller) => release(waiting.length, controller),
  });
}

function guardInput(input: unknown): { isAllowed: true; value: unknown } | { isAllowed: false } {
  try {
    return { isAllowed: true, value: guardTexts(input) };
  } catch (error) {
    if (isAppError(error)) return { isAllowed: false };
    throw error;
  }
}

/** How much of the text may go: to its last end of sentence, or to its last word's end when it has become long. */
function findEnd(text: string): number {
  const sentences = /^[\s\S]*[.!?…。！？]["'”’)\]]*\s|^[\s\S]*\n/u.exec(text);
  if (sentences) return sentences[0].length;
  if (text.length < LONGEST_WAIT_CHARACTERS) return 0;
  return text.lastIndexOf(' ') + 1;
}
