import { randomInt } from 'node:crypto';
import { afterAll, describe, expect, inject, test } from 'vitest';
import type { Operation } from '../../lib/openapi/operation.ts';
import { OPERATIONS } from '../../lib/openapi/operations.ts';
import { listBadBodies, listBadQueries, write } from '../support/bad-input/bad-values.ts';
import { buildCall, exampleBody, exampleQuery, named, WITH_JSON } from '../support/bad-input/calls.ts';
import { refuses } from '../support/bad-input/fields.ts';
import { findFault } from '../support/bad-input/judge.ts';
import { createMutations, INHERITED_KEYS } from '../support/bad-input/mutate.ts';
import { type Answer, forEachOf, type Sent, send } from '../support/bad-input/send.ts';
import { type Client, createGuest } from '../support/client.ts';

/**
 * What every call of the API answers to input that is wrong. The calls, their fields and what those take are read from the
 * API's own description (lib/openapi), so a route that is added is covered by being described.
 */
const { url } = inject('app');
const AT_ONCE = 8;
const ANY_REFUSAL = [400, 401, 403, 404, 405, 406, 409, 410, 413, 415, 422, 501];

/** Strangers are counted by address, callers by themselves: both change before a limit is reached, and with each run. */
const CASES_PER_ADDRESS = 15;
const CASES_PER_CALLER = 25;
const run = randomInt(1, 250);
let sentCount = 0;
function ask(sent: Sent): Promise<Answer> {
  const place = Math.floor(sentCount++ / CASES_PER_ADDRESS);
  return send(url, sent, `127.${run}.${Math.floor(place / 250)}.${1 + (place % 250)}`);
}

type Case = { name: string; statuses: readonly number[]; change: Partial<Sent> };
/** All faults of one operation together, not only the first. A header that is changed to '-' is not sent. */
async function findFaults(operation: Operation, cases: readonly Case[]): Promise<string[]> {
  const faults: string[] = [];
  const callers = await Promise.all(
    Array.from({ length: Math.ceil(cases.length / CASES_PER_CALLER) }, () => createGuest(url)),
  );
  await forEachOf([...cases.entries()], AT_ONCE, async ([index, { name, statuses, change }]) => {
    const call = buildCall(operation, callers[Math.floor(index / CASES_PER_CALLER)]?.token ?? null);
    const headers = Object.entries({ ...call.headers, ...change.headers }).filter(
      ([, value]) => value !== '-',
    );
    try {
      const answer = await ask({ ...call, ...change, headers: Object.fromEntries(headers) });
      const fault = findFault(answer, statuses);
      if (fault) faults.push(`${name}: ${fault}`);
    } catch (error) {
      faults.push(`${name}: ${error}`);
    }
  });
  return faults;
}

/** Who was accepted by chance asks for nothing to be made. */
async function cancelWhatBegan(client: Client, { status, text }: Answer): Promise<void> {
  if (status !== 202) return;
  const jobs = [...text.matchAll(/"(?:job_id|story_id)":"([0-9a-f-]{36})"/g)].map(([, id]) => id);
  for (const id of jobs) await client.request(`/api/v1/stories/jobs/${id}`, { method: 'DELETE' });
}

describe('a body', () => {
  test.each(named(WITH_JSON))('that is wrong is refused with a reason: %s', async (_, operation) => {
    const base = exampleBody(operation);
    const bad = listBadBodies(operation, base);
    expect(refuses(operation.body?.schema as never, base)).toBe(false);
    expect(bad.length).toBeGreaterThan(30);
    const cases = bad.map(
      ({ name, body, contentType, contentLength, statuses }): Case => ({
        name,
        statuses,
        change: {
          body,
          headers: {
            ...(contentType !== undefined && { 'content-type': contentType ?? '-' }),
            ...(contentLength && { 'content-length': contentLength }),
          },
        },
      }),
    );
    expect(await findFaults(operation, cases)).toEqual([]);
  });

  test.each(named(WITH_JSON))(
    'with the names of built-in things breaks nothing: %s',
    async (_, operation) => {
      const client = await createGuest(url);
      const call = buildCall(operation, client.token);
      for (const key of INHERITED_KEYS) {
        const body = write(exampleBody(operation)).replace(/^\{/, `{${key},`).replace(/,\}$/, '}');
        const answer = await ask({ ...call, body });
        await cancelWhatBegan(client, answer);
        expect(findFault(answer, [200, 201, 202, 204, ...ANY_REFUSAL])).toBeUndefined();
      }
    },
  );

  test('that is really too large is not read to its end', async () => {
    const { token } = await createGuest(url);
    const operation = WITH_JSON[0] as Operation;
    const body = JSON.stringify({ prompt: 'x'.repeat(11 * 1024 * 1024) });
    const answer = await send(url, { ...buildCall(operation, token), body }).catch((error: Error) => error);
    // Told, or cut off while it was still sending.
    if (answer instanceof Error) expect(answer.message).toMatch(/EPIPE|ECONNRESET|socket hang up/);
    else expect(findFault(answer, [413])).toBeUndefined();
  });

  test.each(named(OPERATIONS.filter(({ body }) => body?.mediaTypes)))(
    'that is no such file is refused: %s',
    async (_, operation) => {
      const part = (name: string, file: string) =>
        `--x\r\ncontent-disposition: form-data; name="${name}"; filename="${file}"\r\n\r\n`;
      const bodies: [type: string | null, body: string][] = [
        [null, 'x'],
        ['application/json', '{}'],
        ['text/plain', 'Once upon a time'],
        ['multipart/form-data', 'x'],
        ['multipart/form-data; boundary=', 'x'],
        ['multipart/form-data; boundary=x', ''],
        ['multipart/form-data; boundary=x', 'no form at all'],
        ['multipart/form-data; boundary=x', `${part('file', 'a.txt')}cut off`],
        ['multipart/form-data; boundary=x', `${part('file', 'a.pdf')}%PDF-1.7 nothing\r\n--x--\r\n`],
        ['multipart/form-data; boundary=x', `${part('file', '../../a.docx')}PK\u0003\u0004\r\n--x--\r\n`],
        ['multipart/form-data; boundary=x', `${part('file', 'a\u0000.txt')}\u0000\u0001\r\n--x--\r\n`],
        ['multipart/form-data; boundary=x', `${part('other', 'a.txt')}Hello\r\n--x--\r\n`],
        ['multipart/form-data; boundary=x', `${part('file', '')}\r\n--x--\r\n`],
        ['multipart/form-data; boundary=x', `${part('__proto__', 'a.txt')}Hello\r\n--x--\r\n`],
        ['audio/wav', ''],
        ['audio/wav', 'RIFF\u0000'],
      ];
      const cases = bodies.map(
        ([type, body]): Case => ({
          name: `${type}: ${JSON.stringify(body).slice(0, 80)}`,
          statuses: ANY_REFUSAL,
          change: { body, headers: { 'content-type': type ?? '-' } },
        }),
      );
      expect(await findFaults(operation, cases)).toEqual([]);
    },
  );
});

describe('a query', () => {
  test.each(named(OPERATIONS.filter(({ query }) => query)))(
    'that is wrong is refused with a reason: %s',
    async (_, operation) => {
      const [address = ''] = buildCall(operation, null).target.split('?');
      const bad = listBadQueries(operation.query as never, exampleQuery(operation));
      expect(bad.length).toBeGreaterThan(0);
      const statuses = operation.opensWithKey || operation.params ? [400, 404, 422] : [400, 422];
      const cases = bad.map(
        ({ name, query }): Case => ({ name, statuses, change: { target: `${address}?${query}` } }),
      );
      expect(await findFaults(operation, cases)).toEqual([]);
    },
  );
});

describe('300 changed bodies', () => {
  const mutations = createMutations(
    20_261_121,
    300,
    WITH_JSON.filter(({ method }) => method === 'post'),
  );
  test('are answered, whatever was changed in them', async () => {
    const client = await createGuest(url);
    const faults: string[] = [];
    let refused = 0;
    await forEachOf(mutations, AT_ONCE, async ({ operation, body }) => {
      const sent = { ...buildCall(operation, client.token), body };
      const answer = await ask(sent).catch((error: Error) => error);
      if (answer instanceof Error) return void faults.push(`${operation.path} ${body}: ${answer.message}`);
      await cancelWhatBegan(client, answer);
      if (answer.status >= 400) refused += 1;
      const fault = findFault(answer, [200, 201, 202, 429, ...ANY_REFUSAL]);
      if (fault) faults.push(`${operation.path} ${body.slice(0, 400)}: ${fault}`);
    });
    expect(faults).toEqual([]);
    expect(refused).toBeGreaterThan(150);
  });
});

afterAll(async () => {
  // Nothing of it all has hurt anybody.
  expect((await fetch(new URL('/health', url))).status).toBe(200);
});
