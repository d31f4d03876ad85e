import type { UIMessageChunk } from 'ai';
import { guardText } from '../safety/guard.ts';

/** A piece without an end of sentence leaves at a word's end once it is this long. */
const LONGEST_WAIT_CHARACTERS = 60;
/** What was said before is looked at again with each piece: a forbidden phrase may lie across two. */
const LOOK_BACK_CHARACTERS = 200;

/**
 * Lets an answer's words out only after the guard has seen them, a sentence at a time; other pieces pass in their order.
 * The stream fails with `guardrail_violation` before the first forbidden word has left.
 */
export function createGuardStream(): TransformStream<UIMessageChunk, UIMessageChunk> {
  let waiting = '';
  let said = '';
  let textId = '';

  const release = (length: number, controller: TransformStreamDefaultController<UIMessageChunk>) => {
    const piece = waiting.slice(0, length);
    if (piece === '') return;
    const seen = said.slice(-LOOK_BACK_CHARACTERS) + piece;
    if (seen.trim() !== '') guardText(seen, { place: 'chat' });
    said += piece;
    waiting = waiting.slice(length);
    controller.enqueue({ type: 'text-delta', id: textId, delta: piece });
  };

  return new TransformStream({
    transform(chunk, controller) {
      if (chunk.type !== 'text-delta') {
        release(waiting.length, controller);
        controller.enqueue(chunk);
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

/** How much of the text may go: to its last end of sentence, or to its last word's end when it has become long. */
function findEnd(text: string): number {
  const sentences = /^[\s\S]*[.!?…。！？]["'”’)\]]*\s|^[\s\S]*\n/u.exec(text);
  if (sentences) return sentences[0].length;
  if (text.length < LONGEST_WAIT_CHARACTERS) return 0;
  return text.lastIndexOf(' ') + 1;
}
