/**
 * Seeded chance for the built-in engines: the same seed gives the same numbers on every machine. Browser-safe.
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand); seeds are spread with the cyrb53-style string hash below.
 */
export type Random = {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [minimum, maximum], both included. */
  int(minimum: number, maximum: number): number;
  /** One element of a non-empty list; throws RangeError when it is empty. */
  pick<T>(list: readonly T[]): T;
  /** A shuffled copy; the list itself stays as it is. */
  shuffle<T>(list: readonly T[]): T[];
  /** True with the given probability (0…1). */
  chance(probability: number): boolean;
  /**
   * An independent stream named by the label. It depends only on the seed and the label, never on how many numbers were
   * drawn before, so a new draw in one place does not change every other.
   */
  fork(label: string): Random;
};

/** A stable 32-bit unsigned hash of a text (FNV-1a with murmur3's finisher). */
export function hashSeed(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return hash >>> 0;
}

/** Chance that depends on nothing but the seed. Numbers and their text form give the same stream. */
export function createRandom(seed: number | string): Random {
  const origin = String(seed);
  let a = hashSeed(`a:${origin}`) | 0;
  let b = hashSeed(`b:${origin}`) | 0;
  let c = hashSeed(`c:${origin}`) | 0;
  let counter = 1;

  function next(): number {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + mixed) | 0;
    return (mixed >>> 0) / 4_294_967_296;
  }
  // The first outputs of sfc32 still show the seed.
  for (let warmUp = 0; warmUp < 12; warmUp++) next();

  const int = (minimum: number, maximum: number) => minimum + Math.floor(next() * (maximum - minimum + 1));
  return {
    next,
    int,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new RangeError('pick needs at least one element');
      return list[int(0, list.length - 1)] as T;
    },
    shuffle<T>(list: readonly T[]): T[] {
      const shuffled = [...list];
      for (let index = shuffled.length - 1; index > 0; index--) {
        const other = int(0, index);
        [shuffled[index], shuffled[other]] = [shuffled[other] as T, shuffled[index] as T];
      }
      return shuffled;
    },
    chance: (probability: number) => next() < probability,
    fork: (label: string) => createRandom(`${origin}/${label}`),
  };
}
