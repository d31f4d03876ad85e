/** Lengths in samples at 44.1 kHz, from "Freeverb" by Jezar at Dreampoint (public domain); six of its eight combs. */
const COMB_LENGTHS = [1116, 1277, 1356, 1422, 1557, 1617];
const ALLPASS_LENGTHS = [556, 441, 341, 225];
const STEREO_SPREAD = 23;
const FEEDBACK = 0.84;
const DAMPING = 0.35;
const INPUT_GAIN = 0.022;

/**
 * An echoing room that remembers what it has heard, so that a piece can go through it part by part.
 * `addRoom` adds the room's answer to both channels in place.
 */
export function createRoom(
  sampleRate: number,
  share: number,
): (left: Float32Array, right: Float32Array) => void {
  const scale = sampleRate / 44_100;
  const leftSide = createSide(scale, 0);
  const rightSide = createSide(scale, STEREO_SPREAD);
  // The low part stays out of the room, where it would only drone.
  const keep = Math.exp((-2 * Math.PI * 220) / sampleRate);
  let lowPart = 0;
  let input = new Float32Array(0);
  let answer = new Float32Array(0);
  return (left, right) => {
    if (input.length !== left.length) {
      input = new Float32Array(left.length);
      answer = new Float32Array(left.length);
    }
    for (let frame = 0; frame < left.length; frame++) {
      const mono = (left[frame] as number) + (right[frame] as number);
      lowPart = mono + (lowPart - mono) * keep;
      input[frame] = (mono - lowPart) * INPUT_GAIN;
    }
    for (const [channel, side] of [
      [left, leftSide],
      [right, rightSide],
    ] as const) {
      answer.fill(0);
      for (const comb of side.combs) runComb(comb, input, answer);
      for (const allpass of side.allpasses) runAllpass(allpass, answer);
      for (let frame = 0; frame < channel.length; frame++) {
        channel[frame] =
          (channel[frame] as number) * (1 - share * 0.5) + (answer[frame] as number) * share * 10;
      }
    }
  };
}

type Delay = { memory: Float32Array; position: number; last: number };

function createSide(scale: number, spread: number): { combs: Delay[]; allpasses: Delay[] } {
  const create = (length: number): Delay => ({
    memory: new Float32Array(Math.round((length + spread) * scale)),
    position: 0,
    last: 0,
  });
  return { combs: COMB_LENGTHS.map(create), allpasses: ALLPASS_LENGTHS.map(create) };
}

function runComb(delay: Delay, input: Float32Array, output: Float32Array): void {
  const { memory } = delay;
  let { position, last } = delay;
  for (let frame = 0; frame < input.length; frame++) {
    const echo = memory[position] as number;
    last = echo * (1 - DAMPING) + last * DAMPING;
    memory[position] = (input[frame] as number) + last * FEEDBACK;
    output[frame] = (output[frame] as number) + echo;
    position = position + 1 === memory.length ? 0 : position + 1;
  }
  delay.position = position;
  delay.last = last;
}

function runAllpass(delay: Delay, samples: Float32Array): void {
  const { memory } = delay;
  let { position } = delay;
  for (let frame = 0; frame < samples.length; frame++) {
    const echo = memory[position] as number;
    const sample = samples[frame] as number;
    memory[position] = sample + echo * 0.5;
    samples[frame] = echo - sample;
    position = position + 1 === memory.length ? 0 : position + 1;
  }
  delay.position = position;
}
