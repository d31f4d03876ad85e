import type { FeatureIndex } from './linear-model.ts';

/** Of the highest bits of a feature there are so many buckets: with two features in each on average, few are compared. */
const FEATURES_IN_BUCKET = 2;

/**
 * Where each feature stands in its sorted list. Features are hashes, so they are spread evenly and their highest bits lead
 * almost to the place: sooner made than a Map, and far smaller.
 * @param features sorted, each once
 */
export function createFeatureIndex(features: Int32Array): FeatureIndex {
  const bits = Math.max(1, Math.ceil(Math.log2(features.length / FEATURES_IN_BUCKET + 1)));
  const bucketOf = (feature: number) => (feature >> (32 - bits)) + 2 ** (bits - 1);
  /** The first feature of each bucket, and of the one after the last. */
  const starts = new Int32Array(2 ** bits + 1);
  for (const feature of features) {
    const next = bucketOf(feature) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < starts.length; bucket++) {
    starts[bucket] = (starts[bucket] ?? 0) + (starts[bucket - 1] ?? 0);
  }
  return {
    size: features.length,
    entries: () => new Map(Array.from(features, (feature, id) => [feature, id])).entries(),
    get: (feature) => {
      const bucket = bucketOf(feature);
      for (let id = starts[bucket] ?? 0; id < (starts[bucket + 1] ?? 0); id++) {
        if (features[id] === feature) return id;
      }
      return undefined;
    },
  };
}
