import { expect, test } from 'vitest';
import { createJsonResponse } from './conditional-json.ts';

const ask = (tag?: string, method = 'GET') =>
  createJsonResponse(
    new Request('http://localhost/', { method, headers: tag ? { 'if-none-match': tag } : {} }),
    { status: 'processing' },
  );

test('an answer has a tag of its bytes, and who has it gets it once', async () => {
  const first = ask();
  const etag = first.headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{27}"$/);
  expect(await first.json()).toEqual({ status: 'processing' });
  for (const tag of [etag, `"old", ${etag}`, `W/${etag}`, '*']) {
    const again = ask(tag);
    expect(again.status).toBe(304);
    expect(again.headers.get('etag')).toBe(etag);
    expect(await again.text()).toBe('');
  }
  expect(ask('"old"').status).toBe(200);
});

test('HEAD tells the tag without the body', async () => {
  const head = ask(undefined, 'HEAD');
  expect(head.headers.get('etag')).toBe(ask().headers.get('etag'));
  expect(await head.text()).toBe('');
});
