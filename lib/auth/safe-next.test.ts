import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next';

describe('safeNext', () => {
  it('keeps a path of ours with its query', () => {
    expect(safeNext('/stories/1?tab=film#page-2', '/')).toBe('/stories/1?tab=film#page-2');
  });

  it('leads everything else to the fallback', () => {
    for (const next of [
      undefined,
      '',
      'stories',
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      'javascript:alert(1)',
      '/..//evil.example',
    ]) {
      expect(safeNext(next, '/fallback')).toBe('/fallback');
    }
  });
});
