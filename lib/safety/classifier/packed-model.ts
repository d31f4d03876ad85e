import { createFeatureIndex } from './feature-index.ts';
import type { NamedModel } from './judge-text.ts';

/**
 * A model as it is kept in a file. `features` are the sorted 32-bit hashes; `masks` say for each feature which classes
 * (bit 0 is the first) have a weight, and `weights` are those, one byte each, times `scale`. All three are Base64.
 */
export type PackedModel = {
  labels: string[];
  bias: number[];
  scale: number;
  features: string;
  masks: string;
  weights: string;
};

const MASK_BYTES = 3;

/**
 * @param smallest weights nearer to nought are let go, and features that keep none. Few are: the many small ones that make a
 * harmless text harmless are missed when only those that say most are kept.
 */
export function packModel({ model, labels }: NamedModel, smallest: number): PackedModel {
  const { index, weights, bias, classes } = model;
  const largest = weights.reduce((sum, weight) => Math.max(sum, Math.abs(weight)), 0);
  const scale = largest / 127;
  const kept = [...index.entries()]
    .flatMap(([feature, id]) => {
      const own = [...weights.subarray(id * classes, (id + 1) * classes)];
      return own.some((weight) => Math.abs(weight) >= smallest) ? [{ feature, own }] : [];
    })
    .toSorted((a, b) => a.feature - b.feature);
  const masks: number[] = [];
  const bytes: number[] = [];
  for (const { own } of kept) {
    let mask = 0;
    own.forEach((weight, at) => {
      const byte = Math.round(weight / scale);
      if (Math.abs(weight) < smallest || byte === 0) return;
      mask |= 1 << at;
      bytes.push(byte);
    });
    for (let part = 0; part < MASK_BYTES; part++) masks.push((mask >> (8 * part)) & 255);
  }
  return {
    labels: [...labels],
    bias: [...bias],
    scale,
    features: toBase64(Int32Array.from(kept, ({ feature }) => feature)),
    masks: toBase64(Uint8Array.from(masks)),
    weights: toBase64(Int8Array.from(bytes)),
  };
}

export function unpackModel(packed: PackedModel): NamedModel {
  const features = new Int32Array(fromBase64(packed.features));
  const masks = new Uint8Array(fromBase64(packed.masks));
  const bytes = new Int8Array(fromBase64(packed.weights));
  const classes = packed.labels.length;
  const weights = new Float32Array(features.length * classes);
  let next = 0;
  for (let id = 0; id < features.length; id++) {
    for (let one = 0; one < classes; one++) {
      const part = masks[id * MASK_BYTES + (one >> 3)] ?? 0;
      if ((part >> (one & 7)) & 1) weights[id * classes + one] = (bytes[next++] ?? 0) * packed.scale;
    }
  }
  return {
    model: { index: createFeatureIndex(features), weights, bias: Float32Array.from(packed.bias), classes },
    labels: packed.labels,
  };
}

function toBase64(numbers: Int32Array | Uint8Array | Int8Array): string {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength).toString('base64');
}

/** Whatever machine reads it has its numbers the same way round: all that Node runs on are little-endian. */
function fromBase64(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, 'base64')).buffer;
}
