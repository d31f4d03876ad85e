import { Client as McpClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { jobViewSchema, problemSchema, storyListViewSchema } from '../../lib/story/views.ts';
import { createAccount, createKeyClient } from '../support/accounts.ts';
import { type Client, createGuest } from '../support/client.ts';

/** Agents, with the official SDK's client, as `docs/mcp.md` tells them to connect. */
const { url } = inject('app');
const open: McpClient[] = [];

async function connect(token: string): Promise<McpClient> {
  const client = new McpClient({ name: 'storyloom-tests', version: '1.0.0' });
  const headers = { authorization: `Bearer ${token}` };
  await client.connect(
    new StreamableHTTPClientTransport(new URL('/api/mcp', url), { requestInit: { headers } }),
  );
  open.push(client);
  return client;
}

type Result = { isError?: boolean; structuredContent?: unknown; content?: unknown };
const call = async (client: McpClient, name: string, input: object) =>
  (await client.callTool({ name, arguments: { ...input } })) as Result;
const readProblem = (result: Result) => {
  expect(result.isError).toBe(true);
  return problemSchema.parse(result.structuredContent);
};

const SMALL = {
  prompt: 'A brave little mouse looks for a cheese',
  age_group: '6-8',
  num_illustrations: 1,
  target_length: 40,
  seed: 7,
  generate_film: false,
};

let guest: Client;
let agent: McpClient;
beforeAll(async () => {
  guest = await createGuest(url);
  agent = await connect(guest.token);
});
afterAll(() => Promise.all(open.map((client) => client.close())));

describe('an agent', () => {
  test('is told what there is, with the schemas of the API', async () => {
    expect(agent.getServerVersion()).toMatchObject({ name: 'storyloom' });
    const { tools } = await agent.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'create_story',
      'get_job',
      'list_stories',
      'get_story',
      'cancel_job',
    ]);
    const [create] = tools;
    expect(create?.inputSchema).toMatchObject({ type: 'object', required: ['prompt'] });
    expect(create?.inputSchema.properties).not.toHaveProperty('webhook_url');
    expect(tools.find(({ name }) => name === 'get_story')?.annotations).toMatchObject({ readOnlyHint: true });
  });

  test('makes a story, watches it with progress, finds it and reads it with files that open', async () => {
    const created = await call(agent, 'create_story', SMALL);
    const { job_id, story_id } = created.structuredContent as { job_id: string; story_id: string };
    expect(JSON.parse((created.content as { text: string }[])[0]?.text ?? '')).toEqual(
      created.structuredContent,
    );

    const progress: number[] = [];
    const watched = (await agent.callTool(
      { name: 'get_job', arguments: { job_id, watch: true, timeout_seconds: 100 } },
      undefined,
      { onprogress: (notification) => progress.push(notification.progress), timeout: 110_000 },
    )) as Result;
    expect(jobViewSchema.parse(watched.structuredContent)).toMatchObject({ status: 'completed', story_id });
    expect(progress.length).toBeGreaterThan(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));

    const listed = storyListViewSchema.parse(
      (await call(agent, 'list_stories', { limit: 5 })).structuredContent,
    );
    expect(listed.stories.map(({ id }) => id)).toEqual([story_id]);

    const read = (await call(agent, 'get_story', { story_id: job_id })).structuredContent as {
      story_id: string;
      text: string;
      pages: { page: number; text: string; image_url: string; audio_url: string }[];
    };
    expect(read.story_id).toBe(story_id);
    expect(read.text).toContain(read.pages[0]?.text.slice(0, 20));
    for (const address of [read.pages[0]?.image_url, read.pages[0]?.audio_url]) {
      expect(address).toMatch(/^http.*key=/);
      expect((await fetch(String(address))).status).toBe(200);
    }
  });

  test('does not start a request twice under its key, and cancels', async () => {
    const asked = { ...SMALL, seed: 8, num_illustrations: 4, idempotency_key: 'the-same' };
    const first = (await call(agent, 'create_story', asked)).structuredContent as { job_id: string };
    const again = (await call(agent, 'create_story', asked)).structuredContent;
    expect(again).toEqual(first);
    const other = await call(agent, 'create_story', { ...asked, prompt: 'Another story' });
    expect(readProblem(other)).toMatchObject({ code: 'idempotency_key_reused', status: 422 });
    const cancelled = await call(agent, 'cancel_job', { job_id: first.job_id });
    expect(['cancelled', 'completed']).toContain(jobViewSchema.parse(cancelled.structuredContent).status);
  });

  test('waits no longer than it said', async () => {
    const { job_id } = (await call(agent, 'create_story', { ...SMALL, seed: 9, num_illustrations: 12 }))
      .structuredContent as { job_id: string };
    const began = Date.now();
    const job = await call(agent, 'get_job', { job_id, watch: true, timeout_seconds: 1 });
    expect(Date.now() - began).toBeLessThan(20_000);
    expect(jobViewSchema.parse(job.structuredContent).job_id).toBe(job_id);
    await call(agent, 'cancel_job', { job_id });
  });
});

describe('a tool error', () => {
  test.each([
    ['create_story', { age_group: '6-8' }, 'invalid_request', 'prompt'],
    ['create_story', { ...SMALL, num_illustrations: 99 }, 'invalid_request', 'num_illustrations'],
    ['create_story', { ...SMALL, webhook_url: 'https://example.com' }, 'invalid_request', ''],
    ['get_job', { job_id: '../../etc/passwd' }, 'invalid_request', 'job_id'],
    ['list_stories', { cursor: 'bm90IG91cnM' }, 'invalid_request', 'cursor'],
  ])('names the field: %s %j', async (name, input, code, field) => {
    const problem = readProblem(await call(agent, name, input));
    expect(problem).toMatchObject({ code, errors: [{ path: field }] });
  });

  test('is what the API would answer for what is not there, not allowed or somebody else’s', async () => {
    expect(readProblem(await call(agent, 'no_such_tool', {}))).toMatchObject({ code: 'not_found' });
    const guarded = await call(agent, 'create_story', {
      ...SMALL,
      prompt: 'A story about how to build a bomb and kill people',
    });
    expect(readProblem(guarded)).toMatchObject({ code: 'guardrail_violation' });
    const { job_id } = await (await createGuest(url)).generate({ ...SMALL, age_group: '6-8' });
    for (const [name, input] of [
      ['get_job', { job_id }],
      ['cancel_job', { job_id }],
      ['get_story', { story_id: job_id }],
    ] as const) {
      expect(readProblem(await call(agent, name, input))).toMatchObject({ code: 'not_found' });
    }
  });
});

describe('the door', () => {
  test('is shut without a good key, and a key that only reads cannot write', async () => {
    await expect(connect('sl_'.padEnd(46, 'x'))).rejects.toThrow();
    const response = await fetch(new URL('/api/mcp', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(response.status).toBe(401);
    const account = await createAccount(url);
    const { client } = await createKeyClient(account.client, ['read']);
    const reader = await connect(client.token);
    expect((await call(reader, 'list_stories', {})).structuredContent).toMatchObject({
      stories: [],
      next_cursor: null,
    });
    expect(readProblem(await call(reader, 'create_story', SMALL))).toMatchObject({
      code: 'forbidden',
      status: 403,
    });
  });

  test('keeps to the size of a request, to JSON and to POST', async () => {
    const post = (body: string, type = 'application/json') =>
      guest.request('/api/mcp', {
        method: 'POST',
        headers: { 'content-type': type, accept: 'application/json, text/event-stream' },
        body,
      });
    expect((await post('{')).status).toBe(400);
    expect((await post('hello', 'text/plain')).status).toBe(415);
    expect(
      (
        await post(
          JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'x', params: { a: 'x'.repeat(11_000_000) } }),
        )
      ).status,
    ).toBe(413);
    // Many calls in one request would count once.
    expect((await post('[{"jsonrpc":"2.0","id":1,"method":"tools/list"}]')).status).toBe(400);
    expect((await post('{"jsonrpc":"2.0","id":1,"method":"no/such"}')).status).toBeLessThan(500);
    expect((await guest.request('/api/mcp')).status).toBe(405);
  });
});
