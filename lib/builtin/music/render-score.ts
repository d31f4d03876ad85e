import { renderNote } from './instruments.ts';
import { createRoom } from './room.ts';
import type { Note, Score } from './score.ts';

export type StereoPart = { left: Float32Array; right: Float32Array };

/** No note rings longer than this after its bar. */
const TAIL_SECONDS = 9;

/**
 * Plays a score, two bars at a time, so that a piece of twenty minutes needs no more memory than one of two. The parts
 * follow each other without a gap; their loudness is that of the instruments, not levelled yet.
 * @param frameCount frames of the whole piece; after the last bar what still rings is played out
 */
export function* renderScore(score: Score, sampleRate: number, frameCount: number): Generator<StereoPart> {
  const room = createRoom(sampleRate, score.plan.room);
  const tailFrames = TAIL_SECONDS * sampleRate;
  const partFrames = Math.max(1, Math.round(score.barSeconds * 2 * sampleRate));
  const kept = new Map<string, Float32Array>();
  let left = new Float32Array(partFrames + tailFrames);
  let right = new Float32Array(partFrames + tailFrames);
  let nextBar = 0;
  for (let start = 0; start < frameCount; start += partFrames) {
    while (nextBar < score.barCount && nextBar * score.barSeconds * sampleRate < start + partFrames) {
      for (const note of score.notesOfBar(nextBar)) mixNote(note, start);
      nextBar++;
    }
    const length = Math.min(partFrames, frameCount - start);
    const part = { left: left.slice(0, partFrames), right: right.slice(0, partFrames) };
    room(part.left, part.right);
    yield { left: part.left.subarray(0, length), right: part.right.subarray(0, length) };
    left = moveOn(left, partFrames);
    right = moveOn(right, partFrames);
  }

  function mixNote(note: Note, start: number): void {
    const sound = soundOf(note);
    // Equal power: a note is as loud at the side as in the middle.
    const angle = ((note.pan + 1) * Math.PI) / 4;
    const gainLeft = note.gain * Math.cos(angle);
    const gainRight = note.gain * Math.sin(angle);
    const from = Math.max(0, Math.round(note.start * sampleRate) - start);
    const length = Math.min(sound.length, left.length - from);
    for (let index = 0; index < length; index++) {
      const sample = sound[index] as number;
      left[from + index] = (left[from + index] as number) + sample * gainLeft;
      right[from + index] = (right[from + index] as number) + sample * gainRight;
    }
  }

  /** A piece plays few different notes many times. */
  function soundOf({ instrument, pitch, length }: Note): Float32Array {
    const name = `${instrument}:${pitch}:${length.toFixed(2)}`;
    let sound = kept.get(name);
    if (!sound) {
      sound = renderNote(instrument, pitch, Number(length.toFixed(2)), sampleRate);
      kept.set(name, sound);
    }
    return sound;
  }
}

/** What lies beyond the finished part becomes the beginning of the next. */
function moveOn(samples: Float32Array, frames: number): Float32Array<ArrayBuffer> {
  const next = new Float32Array(samples.length);
  next.set(samples.subarray(frames));
  return next;
}
