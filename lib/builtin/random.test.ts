import { describe, expect, it } from 'vitest';
import { createRandom, hashSeed } from './random.ts';

const draw = (seed: number | string, count: number) => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe('createRandom', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    expect(draw(7, 20)).toEqual(draw(7, 20));
    expect(draw(7, 20)).toEqual(draw('7', 20));
    expect(draw(7, 20)).not.toEqual(draw(8, 20));
  });

  it('spreads numbers evenly over [0, 1)', () => {
    const numbers = draw('spread', 20_000);
    const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
  });

  it('draws neighbouring seeds apart from the first number on', () => {
    const firsts = new Set(Array.from({ length: 100 }, (_, seed) => createRandom(seed).int(0, 999)));
    expect(firsts.size).toBeGreaterThan(85);
  });

  it('forks streams that do not depend on what was drawn before', () => {
    const fresh = createRandom(3);
    const used = createRandom(3);
    used.next();
    expect(used.fork('plot').next()).toBe(fresh.fork('plot').next());
    expect(fresh.fork('plot').next()).not.toBe(fresh.fork('names').next());
  });

  it('shuffles a copy with every element and includes both ends of a range', () => {
    const list = [1, 2, 3, 4, 5, 6];
    expect(createRandom(1).shuffle(list).toSorted()).toEqual(list);
    expect(list).toEqual([1, 2, 3, 4, 5, 6]);
    const random = createRandom(5);
    expect(new Set(Array.from({ length: 200 }, () => random.int(1, 3)))).toEqual(new Set([1, 2, 3]));
  });

  it('refuses to pick from nothing', () => {
    expect(() => createRandom(1).pick([])).toThrow(RangeError);
  });
});

describe('hashSeed', () => {
  it('is a stable unsigned 32-bit number', () => {
    expect(hashSeed('mouse')).toBe(hashSeed('mouse'));
    expect(hashSeed('mouse')).not.toBe(hashSeed('moose'));
    expect(hashSeed('')).toBeGreaterThanOrEqual(0);
  });
});
