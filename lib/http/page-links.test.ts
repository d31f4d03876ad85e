import { expect, test } from 'vitest';
import { buildPageLinks } from './page-links';

const of = (query: string) => new Request(`http://localhost:3000/api/v1/stories${query}`);

test('the next page goes by cursor and keeps what was asked for', () => {
  expect(buildPageLinks(of('?limit=2&status=all&offset=4'), 'Y3Vyc29y')).toBe(
    '</api/v1/stories?limit=2&status=all&cursor=Y3Vyc29y>; rel="next", </api/v1/stories?limit=2&status=all>; rel="first"',
  );
});

test('the last page names the first only', () => {
  expect(buildPageLinks(of('?cursor=eA'), null)).toBe('</api/v1/stories>; rel="first"');
});

test('nothing that was asked for can end the header or its address', () => {
  const header = buildPageLinks(of('?query=%3E%3B%20rel%3D%22x%22%0D%0Aset-cookie:%20a'), null);
  expect(header).not.toMatch(/[\r\n]/);
  expect(header.match(/>/g)).toHaveLength(1);
});
