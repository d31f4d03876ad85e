import { expect, it } from 'vitest';
import { matchesEtag } from './etag';

it('knows a version by its tag, in a list, weak or strong, and by a star', () => {
  const asks = (tags?: string) =>
    matchesEtag(new Request('http://localhost/', tags ? { headers: { 'if-none-match': tags } } : {}), '"a"');
  expect(asks()).toBeNull();
  for (const tags of ['"a"', '"b", "a"', 'W/"a"', '*']) expect(asks(tags)).toBe(true);
  for (const tags of ['"b"', 'a', '"aa"']) expect(asks(tags)).toBe(false);
});
