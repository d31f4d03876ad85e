import { MARK_WEIGHT, markFeature, type WordsRead } from './text-features.ts';

/** Says which feature is which: a number from nought on for each that a model knows. */
export type FeatureIndex = Pick<ReadonlyMap<number, number>, 'get' | 'size' | 'entries'>;

/** `weights` holds for each feature one weight for each class, side by side. */
export type LinearModel = {
  index: FeatureIndex;
  weights: Float32Array;
  bias: Float32Array;
  classes: number;
};

/** A stretch of words: from the first up to, not with, the last. */
export type Stretch = { from: number; to: number };

const UNKNOWN = -1;

/**
 * How likely each class is for a stretch of one text, or of several readings of it together.
 * Features are looked up once, so that judging every window of a long text stays cheap.
 */
export function createJudge(texts: readonly WordsRead[], marks: readonly string[], model: LinearModel) {
  const { index, weights, bias, classes } = model;
  const ids = texts.map(({ features }) => features.map((feature) => index.get(feature) ?? UNKNOWN));
  const markIds = marks.map((mark) => index.get(markFeature(mark)) ?? UNKNOWN);
  /** When each feature was counted last: each counts once. */
  const seen = new Uint32Array(index.size);
  const sums = new Float64Array(classes);
  let judged = 0;
  let squares = 0;

  const count = (id: number, value: number) => {
    if (id === UNKNOWN || seen[id] === judged) return;
    seen[id] = judged;
    squares += value * value;
    const offset = id * classes;
    for (let one = 0; one < classes; one++) {
      sums[one] = (sums[one] ?? 0) + (weights[offset + one] ?? 0) * value;
    }
  };
  const countStretch = (number: number, { from, to }: Stretch) => {
    const text = texts[number];
    if (!text) return;
    for (let at = text.begin[from] ?? 0; at < (text.begin[to] ?? 0); at++) {
      if ((text.last[at] ?? 0) < to) count(ids[number]?.[at] ?? UNKNOWN, text.weights[at] ?? 0);
    }
  };
  const judge = (take: () => void): Float64Array => {
    judged++;
    squares = 0;
    sums.fill(0);
    for (const id of markIds) count(id, MARK_WEIGHT);
    take();
    const length = Math.sqrt(squares) || 1;
    return toLikelihoods(sums.map((sum, one) => sum / length + (bias[one] ?? 0)));
  };

  return {
    /** All readings together. */
    judgeWhole: () =>
      judge(() => {
        texts.forEach((text, number) => {
          countStretch(number, { from: 0, to: text.count });
        });
      }),
    judgeStretch: (number: number, stretch: Stretch) => judge(() => countStretch(number, stretch)),
  };
}

/** Softmax, in place. */
export function toLikelihoods(scores: Float64Array): Float64Array {
  const most = Math.max(...scores);
  let sum = 0;
  for (let one = 0; one < scores.length; one++) {
    scores[one] = Math.exp((scores[one] ?? 0) - most);
    sum += scores[one] ?? 0;
  }
  for (let one = 0; one < scores.length; one++) scores[one] = (scores[one] ?? 0) / sum;
  return scores;
}
