import { describe, expect, it } from 'vitest';
import { parsePageNumber } from './page-number';

describe('parsePageNumber', () => {
  it('reads a page number', () => expect(parsePageNumber('7')).toBe(7));
  it.each([undefined, '', '0', '-1', '1.5', '1e3', 'x', '999999', ['2', '3']])(
    'takes %j for the first page',
    (value) => {
      expect(parsePageNumber(value)).toBe(1);
    },
  );
});
