import { createConfig, lintFromString } from '@redocly/openapi-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { type Client, createGuest } from '../support/client.ts';

/** What developers read: the document, its two pages, and lists by cursor. */
const { url } = inject('app');

describe('/api/openapi.json', () => {
  test('is OpenAPI 3.1, open to all, kept by its ETag, and clean', async () => {
    const response = await fetch(new URL('/api/openapi.json', url));
    expect(response.status).toBe(200);
    const source = await response.text();
    expect(JSON.parse(source)).toMatchObject({ openapi: '3.1.1', info: { title: 'Storyloom' } });
    const etag = response.headers.get('etag') ?? '';
    expect(
      (await fetch(new URL('/api/openapi.json', url), { headers: { 'if-none-match': etag } })).status,
    ).toBe(304);
    const config = await createConfig({ extends: ['recommended'], rules: { 'no-ambiguous-paths': 'off' } });
    expect(await lintFromString({ source, config })).toEqual([]);
    expect(await (await fetch(new URL('/openapi.json', url))).text()).toBe(source);
  });
});

describe('the pages', () => {
  test('/docs is Swagger UI from our own origin, under the policy', async () => {
    const response = await fetch(new URL('/docs', url));
    expect(response.headers.get('content-type')).toContain('text/html');
    const policy = response.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    const html = await response.text();
    expect(html.match(/<script nonce="([^"]+)"/g)).toEqual(Array(2).fill(`<script nonce="${nonce}"`));
    const files = [...html.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g)].map(([, file]) => file ?? '');
    expect(files).toHaveLength(2);
    for (const file of files) expect((await fetch(new URL(file, url))).status, file).toBe(200);
    expect(html).not.toMatch(/https?:\/\//);
  });

  test.each([
    'package.json',
    'swagger-ui.js',
    '..%2f..%2fpackage.json',
    '%252e%252e%252fpackage.json',
    '__proto__',
  ])('give nothing else away: %s', async (file) => {
    const response = await fetch(new URL(`/docs/${file}`, url));
    // Next itself refuses an encoded slash.
    expect([400, 404]).toContain(response.status);
    expect(await response.text()).not.toContain('dependencies');
  });

  test('/redoc tells every call and every schema without a script', async () => {
    const document = await (await fetch(new URL('/api/openapi.json', url))).json();
    const html = await (await fetch(new URL('/redoc', url))).text();
    const ids = Object.values<Record<string, { operationId: string }>>(document.paths).flatMap((item) =>
      Object.entries(item).flatMap(([method, { operationId }]) => (method === 'head' ? [] : [operationId])),
    );
    expect(ids.length).toBeGreaterThan(90);
    expect(ids.filter((id) => !html.includes(`id="${id}"`))).toEqual([]);
    expect(
      Object.keys(document.components.schemas).filter((name) => !html.includes(`id="schema-${name}"`)),
    ).toEqual([]);
  });
});

describe('lists by cursor', () => {
  let client: Client;
  beforeAll(async () => {
    client = await createGuest(url);
    // One after the other: their order is what is tested.
    for (const seed of [1, 2, 3, 4, 5]) {
      await client.generate({
        prompt: `Story ${seed}`,
        age_group: '6-8',
        num_illustrations: 1,
        target_length: 30,
        seed,
        generate_images: false,
        generate_narration: false,
        generate_film: false,
      });
      const said = await client.request('/api/chat', {
        method: 'POST',
        headers: { 'content-type': 'application/json', prefer: 'respond-async' },
        body: JSON.stringify({ text: `A story about a snail number ${seed}` }),
      });
      expect(said.status).toBe(202);
    }
  });

  type Row = { id?: string; job_id?: string; session_id?: string };
  async function walk(address: string, rowsOf: (body: never) => Row[]) {
    const pages: Row[][] = [];
    let next: string | undefined = address;
    let first = '';
    while (next) {
      const response: Response = await client.request(next);
      expect(response.status, next).toBe(200);
      pages.push(rowsOf((await response.json()) as never));
      const link = response.headers.get('link') ?? '';
      next = /<([^>]+)>; rel="next"/.exec(link)?.[1];
      first = /<([^>]+)>; rel="first"/.exec(link)?.[1] ?? '';
    }
    return { pages, first };
  }

  test.each([
    ['/api/v1/stories?status=all&limit=2', (body: { stories: Row[] }) => body.stories],
    ['/api/v1/stories/jobs?limit=2', (body: { jobs: Row[] }) => body.jobs],
    ['/api/sessions?limit=2', (body: Row[]) => body],
  ])('%s leads through all of them, each once, and back to the first', async (address, rowsOf) => {
    const { pages, first } = await walk(address, rowsOf as (body: never) => Row[]);
    expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
    const keys = pages.flat().map((row) => row.id ?? row.job_id ?? row.session_id);
    expect(new Set(keys).size).toBe(5);
    expect(first).toBe(address);
    const whole = rowsOf(
      (await (await client.request(address.replace('limit=2', 'limit=50'))).json()) as never,
    );
    expect(whole.map((row) => row.id ?? row.job_id ?? row.session_id)).toEqual(keys);
  });

  test('stay right while a new story comes in, and tell the total all along', async () => {
    const reader = await createGuest(url);
    const make = (seed: number) =>
      reader.generate({
        prompt: 'Pages',
        age_group: '6-8',
        num_illustrations: 1,
        target_length: 30,
        seed,
        generate_images: false,
        generate_narration: false,
        generate_film: false,
      });
    for (const seed of [1, 2, 3]) await make(seed);
    const page = await reader.request('/api/v1/stories?status=all&limit=2');
    const { stories } = (await page.json()) as { stories: Row[] };
    await make(4);
    const next = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1] ?? '';
    const rest = (await (await reader.request(next)).json()) as { stories: Row[]; total: number };
    expect(rest.stories).toHaveLength(1);
    expect(stories.map(({ id }) => id)).not.toContain(rest.stories[0]?.id);
    expect(rest.total).toBe(4);
  });

  test.each(['/api/v1/stories', '/api/v1/stories/jobs', '/api/sessions'])(
    '%s refuses a cursor that is none',
    async (address) => {
      for (const cursor of ['x', 'bm90IG91cnM', '%00']) {
        const response = await client.request(`${address}?cursor=${cursor}`);
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({ code: 'invalid_request' });
      }
    },
  );
});
