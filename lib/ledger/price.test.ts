import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeUnits, computeCostMicros, FREE, type Price, type Units } from './price.ts';

const price = (changes: Partial<Price>): Price => ({ row: 'x/y', ...changes });
const amount = fc.integer({ min: 0, max: 200_000_000 });
const count = fc.integer({ min: 0, max: 2_000_000 });
const prices = fc.record({
  row: fc.constant('x/y'),
  inputTokens: amount,
  outputTokens: amount,
  picture: amount,
  characters: amount,
  second: amount,
});
const used = fc.record({
  inputTokens: count,
  outputTokens: fc.option(count, { nil: undefined }),
  pictures: count,
  characters: count,
  seconds: fc.integer({ min: 0, max: 100_000_000 }).map((milliseconds) => milliseconds / 1_000),
});

describe('the cost of a call', () => {
  test('is micro-dollars by the million tokens', () => {
    const gpt5 = price({ inputTokens: 1_250_000, outputTokens: 10_000_000 });
    expect(computeCostMicros(gpt5, { inputTokens: 1_000, outputTokens: 2_000 })).toBe(1_250 + 20_000);
  });

  test('is rounded up, once for the whole call', () => {
    const nano = price({ inputTokens: 50_000, outputTokens: 400_000 });
    expect(computeCostMicros(nano, { inputTokens: 1 })).toBe(1);
    expect(computeCostMicros(nano, { inputTokens: 10, outputTokens: 1 })).toBe(1);
  });

  test('of a picture follows its tokens where they are known, else the piece', () => {
    const image = price({ inputTokens: 10_000_000, outputTokens: 40_000_000, picture: 250_000 });
    expect(computeCostMicros(image, { pictures: 1, inputTokens: 50, outputTokens: 272 })).toBe(500 + 10_880);
    expect(computeCostMicros(image, { pictures: 1, inputTokens: 50 })).toBe(500 + 250_000);
  });

  test('of sound and film is by the second, parts of one too', () => {
    const film = price({ second: 100_000 });
    expect(computeCostMicros(film, { seconds: 4 })).toBe(400_000);
    expect(computeCostMicros(film, { seconds: 0.1 + 0.2 })).toBe(30_000);
  });

  test('is nothing where nothing is billed, whatever was used', () => {
    fc.assert(fc.property(used, (units) => computeCostMicros(FREE, units) === 0));
  });

  test('is a whole number, never below the exact amount and less than one micro-dollar above it', () => {
    fc.assert(
      fc.property(prices, used, (of, units) => {
        const cost = computeCostMicros(of, units);
        const exact = exactMillionths(of, units);
        const millionths = BigInt(cost) * 1_000_000n;
        return Number.isInteger(cost) && millionths >= exact && millionths - exact < 1_000_000n;
      }),
    );
  });

  test('never falls when more is used, so that what is reserved for the most covers what is used', () => {
    fc.assert(
      fc.property(prices, used, used, (of, units, more) => {
        const outputTokens = units.outputTokens;
        const sum: Units = {
          inputTokens: units.inputTokens + more.inputTokens,
          outputTokens: outputTokens === undefined ? undefined : outputTokens + (more.outputTokens ?? 0),
          pictures: units.pictures + more.pictures,
          characters: units.characters + more.characters,
          seconds: units.seconds + more.seconds,
        };
        return computeCostMicros(of, sum) >= computeCostMicros(of, units);
      }),
    );
  });

  test('of words whose usage nobody told is the most they may have used, in part or in all', () => {
    const writer = price({ inputTokens: 1, outputTokens: 1 });
    const estimate = { inputTokens: 10, outputTokens: 20 };
    expect(completeUnits(writer, {}, estimate)).toEqual(estimate);
    expect(completeUnits(writer, { inputTokens: 3 }, estimate)).toEqual({ inputTokens: 3, outputTokens: 20 });
    expect(completeUnits(FREE, {}, estimate)).toEqual({});
  });

  test('of a picture or a voice without tokens stays that of the piece', () => {
    const painter = price({ inputTokens: 1, outputTokens: 1, picture: 1 });
    expect(completeUnits(painter, { pictures: 1, inputTokens: 5 }, { pictures: 1, outputTokens: 9 })).toEqual(
      {
        pictures: 1,
        inputTokens: 5,
      },
    );
    const recorder = price({ second: 1 });
    expect(completeUnits(recorder, { bytes: 8 }, { seconds: 60 })).toEqual({ bytes: 8, seconds: 60 });
  });
});

/** The same sum in another way: every part by itself, in millionths of a micro-dollar. */
function exactMillionths(
  of: Required<Pick<Price, 'inputTokens' | 'outputTokens' | 'picture' | 'characters' | 'second'>>,
  units: Units,
): bigint {
  const times = (price: number, amount: number) => BigInt(price) * BigInt(amount);
  const output = units.outputTokens;
  return (
    times(of.inputTokens, units.inputTokens ?? 0) +
    (output === undefined
      ? times(of.characters, units.characters ?? 0) + times(of.picture, units.pictures ?? 0) * 1_000_000n
      : times(of.outputTokens, output)) +
    times(of.second, Math.round((units.seconds ?? 0) * 1_000)) * 1_000n
  );
}
