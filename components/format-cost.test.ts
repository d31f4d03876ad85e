import { describe, expect, it } from 'vitest';
import { formatAbout, formatCap, formatCost } from './format-cost';

describe('formatCost', () => {
  it.each([
    [0, 'free'],
    [42_300, '$0.0423'],
    [420_000, '$0.4200'],
    [423_000, '$0.4230'],
    [400_000, '$0.4000'],
    [1_370_400, '$1.37'],
    [900, '$0.0009'],
    [25, '$0.000025'],
    [1_530, '$0.0015'],
  ])('writes %i micro-dollars as %s', (micros, text) => {
    expect(formatCost(micros)).toBe(text);
  });
});

describe('formatAbout', () => {
  it('rounds an expectation up to whole cents', () => {
    expect(formatAbout(411_001)).toBe('about $0.42');
    expect(formatAbout(3_000)).toBe('about a cent');
    expect(formatAbout(2_000_000)).toBe('about $2.00');
  });
});

describe('formatCap', () => {
  it('writes whole dollars without cents', () => {
    expect(formatCap(3_000_000)).toBe('$3');
    expect(formatCap(2_500_000)).toBe('$2.50');
  });
});
