import { expect, it } from 'vitest';
import { createAgentFetch, SERVER_AGENT, withVisitorAgent } from './visitor-agent';

async function nameSent(agent: string | null, own?: string): Promise<string | null> {
  const seen: Headers[] = [];
  const baseFetch = (async (_input: unknown, init?: RequestInit) => {
    seen.push(new Headers(init?.headers));
    return new Response();
  }) as typeof fetch;
  const headers = new Headers(agent === null ? {} : { 'user-agent': agent });
  await withVisitorAgent(headers, async () => {
    await createAgentFetch(own, baseFetch)('http://auth.example', { headers: { apikey: 'key' } });
  });
  expect(seen[0]?.get('apikey')).toBe('key');
  return seen[0]?.get('user-agent') ?? null;
}

it('tells the auth service who is at the other end', async () => {
  expect(await nameSent('Firefox/150')).toBe('Firefox/150');
  expect(await nameSent(null)).toBeNull();
});

it('tells it of the server where that acts by itself, and of nobody who says they were it', async () => {
  expect(await nameSent('Firefox/150', SERVER_AGENT)).toBe(SERVER_AGENT);
  expect(await nameSent(`${SERVER_AGENT} 2`)).toBeNull();
});

it('passes on no more than a line', async () => {
  expect((await nameSent('x'.repeat(5_000)))?.length).toBe(400);
});
