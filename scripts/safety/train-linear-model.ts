import { type LinearModel, toLikelihoods } from '../../lib/safety/classifier/linear-model.ts';
import type { Features } from '../../lib/safety/classifier/text-features.ts';

type Sparse = { ids: Int32Array; values: Float32Array };

const EPOCHS = 20;
/** The weights are the mean of those after so many last epochs. */
const MEAN_EPOCHS = 10;
const LEARNING_RATE = 0.3;
/** How much large weights cost (L2). */
const RESTRAINT = 5e-4;

/**
 * Multinomial logistic regression by AdaGrad; the mean of the last epochs is calmer than the last one. The same examples in
 * the same order make the same model.
 * @param labels the class of each example, below `classes`
 */
export function trainLinearModel(
  examples: readonly Features[],
  labels: readonly number[],
  classes: number,
): LinearModel {
  const index = new Map<number, number>();
  for (const example of examples) {
    for (const feature of example.keys()) if (!index.has(feature)) index.set(feature, index.size);
  }
  const rows = examples.map((example) => toSparse(example, index));
  const weights = new Float32Array(index.size * classes);
  const spent = new Float32Array(index.size * classes).fill(1e-6);
  const bias = new Float32Array(classes);
  const biasSpent = new Float32Array(classes).fill(1e-6);
  const model = { index, weights, bias, classes };
  const mean = { ...model, weights: new Float32Array(weights.length), bias: new Float32Array(classes) };
  const errors = new Float64Array(classes);
  const order = rows.map((_, at) => at);
  const random = createRandom(7);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (const at of order) {
      const row = rows[at];
      if (!row) continue;
      scoreSparse(row, model, errors);
      errors[labels[at] ?? 0] = (errors[labels[at] ?? 0] ?? 0) - 1;
      for (let place = 0; place < row.ids.length; place++) {
        const offset = (row.ids[place] ?? 0) * classes;
        const value = row.values[place] ?? 0;
        for (let one = 0; one < classes; one++) {
          const slot = offset + one;
          const slope = (errors[one] ?? 0) * value + RESTRAINT * (weights[slot] ?? 0);
          const sum = (spent[slot] ?? 0) + slope * slope;
          spent[slot] = sum;
          weights[slot] = (weights[slot] ?? 0) - (LEARNING_RATE * slope) / Math.sqrt(sum);
        }
      }
      for (let one = 0; one < classes; one++) {
        const slope = errors[one] ?? 0;
        const sum = (biasSpent[one] ?? 0) + slope * slope;
        biasSpent[one] = sum;
        bias[one] = (bias[one] ?? 0) - (LEARNING_RATE * slope) / Math.sqrt(sum);
      }
    }
    if (epoch < EPOCHS - MEAN_EPOCHS) continue;
    addShare(weights, mean.weights);
    addShare(bias, mean.bias);
  }
  return mean;
}

function addShare(weights: Float32Array, mean: Float32Array): void {
  weights.forEach((weight, at) => {
    mean[at] = (mean[at] ?? 0) + weight / MEAN_EPOCHS;
  });
}

/** Of unit length: a long text says no more than a short one. */
function toSparse(features: Features, index: ReadonlyMap<number, number>): Sparse {
  const length = Math.sqrt([...features.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  return {
    ids: Int32Array.from(features.keys(), (feature) => index.get(feature) ?? 0),
    values: Float32Array.from(features.values(), (value) => value / length),
  };
}

function scoreSparse(
  { ids, values }: Sparse,
  { weights, bias, classes }: LinearModel,
  into: Float64Array,
): void {
  for (let one = 0; one < classes; one++) into[one] = bias[one] ?? 0;
  for (let place = 0; place < ids.length; place++) {
    const offset = (ids[place] ?? 0) * classes;
    const value = values[place] ?? 0;
    for (let one = 0; one < classes; one++) {
      into[one] = (into[one] ?? 0) + (weights[offset + one] ?? 0) * value;
    }
  }
  toLikelihoods(into);
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
}

/** Park and Miller's generator. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
