import { beforeAll, describe, expect, inject, test } from 'vitest';
import { INTERNAL_ROUTES } from '../../lib/openapi/internal-routes.ts';
import type { Operation } from '../../lib/openapi/operation.ts';
import { OPERATIONS } from '../../lib/openapi/operations.ts';
import { type Belongings, createBelongings } from '../support/bad-input/belongings.ts';
import {
  buildCall,
  exampleBody,
  exampleQuery,
  fill,
  named,
  nowhere,
  paramsOf,
  WITH_JSON,
} from '../support/bad-input/calls.ts';
import { forgeTokens } from '../support/bad-input/credentials.ts';
import { listFields, withValue } from '../support/bad-input/fields.ts';
import { findFault } from '../support/bad-input/judge.ts';
import { ODD_FILES, ODD_IDS, ODD_NUMBERS } from '../support/bad-input/odd-addresses.ts';
import { type Answer, forEachOf, type Sent, send } from '../support/bad-input/send.ts';
import { type Client, createGuest } from '../support/client.ts';

/** Addresses that lead nowhere, to somebody else's, or past the door; every call of the API's own description. */
const app = inject('app');
const AT_ONCE = 8;

let owner: Belongings;
let stranger: Client;
let before: string;
let forged: Awaited<ReturnType<typeof forgeTokens>>;
beforeAll(async () => {
  [owner, stranger] = await Promise.all([createBelongings(app), createGuest(app.url)]);
  before = await owner.list();
  forged = await forgeTokens(app.dataDir, stranger.token);
}, 240_000);

/** What is somebody else's in an answer; an id that was asked for may be named again. */
const secretsFor = (sent: Sent) => [
  ...owner.secrets,
  ...Object.values(owner.ids).filter(
    (id) => id.length > 20 && !sent.target.includes(id) && !String(sent.body ?? '').includes(id),
  ),
];

type Case = { name: string; sent: Sent; statuses: readonly number[] };
async function findFaults(cases: readonly Case[]): Promise<string[]> {
  const faults: string[] = [];
  await forEachOf(cases, AT_ONCE, async ({ name, sent, statuses }) => {
    try {
      const answer = await send(app.url, sent);
      if (isTidied(sent, answer)) return;
      const fault = findFault(answer, statuses, secretsFor(sent));
      if (fault) faults.push(`${name}: ${fault}`);
    } catch (error) {
      faults.push(`${name}: ${error}`);
    }
  });
  return faults;
}

/** Two slashes in a row are a slip: the way to the address with one. */
const isTidied = ({ target }: Sent, { status, headers }: Answer) =>
  status === 308 && target.includes('//') && String(headers.location).startsWith('/');

/** All that an answer tells, but for what differs with each request. */
const told = ({ status, text }: Answer) => ({
  status,
  text: text.replaceAll(/"request_id":"[^"]*"/g, '').replaceAll(/[0-9a-f-]{36}/g, '(id)'),
});

const withParams = OPERATIONS.filter((operation) => paramsOf(operation).length > 0);

describe('an id', () => {
  test.each(named(withParams))('of somebody else is like one that never was: %s', async (_, operation) => {
    const idOf = (name: string) => {
      const id = owner.ids[name];
      if (!id) throw new Error(`Say in belongings.ts what somebody has that is called ${name}.`);
      return id;
    };
    const unknown = await send(app.url, buildCall(operation, stranger.token));
    const call = buildCall(operation, stranger.token, fill(operation, idOf));
    const foreign = await send(app.url, call);
    expect(findFault(unknown, [404])).toBeUndefined();
    expect(findFault(foreign, [404], secretsFor(call))).toBeUndefined();
    expect(told(foreign)).toEqual(told(unknown));
  });

  test.each(named(withParams))('that is none leads nowhere: %s', async (_, operation) => {
    for (const odd of paramsOf(operation)) {
      // Each a caller of its own: some calls are counted.
      const { token } = await createGuest(app.url);
      const values = /index$|^version$/i.test(odd) ? ODD_NUMBERS : odd === 'file' ? ODD_FILES : ODD_IDS;
      const cases = values.map((value): Case => {
        const target = fill(operation, (name) => (name === odd ? value : nowhere(name)));
        return {
          name: `${odd} = ${value.slice(0, 80)}`,
          sent: buildCall(operation, token, target),
          statuses: [400, 404, 405],
        };
      });
      expect(await findFaults(cases), odd).toEqual([]);
    }
  });

  const bodies = WITH_JSON.flatMap((operation) =>
    listFields(operation.body?.schema as never)
      .filter(({ schema }) => schema.format === 'uuid')
      .map(({ path }): [string, Operation, typeof path] => [
        `${operation.path} ${path.join('.')}`,
        operation,
        path,
      ]),
  );
  test.each(bodies)('of somebody else in a body opens nothing: %s', async (_, operation, path) => {
    const { token } = await createGuest(app.url);
    for (const id of new Set(Object.values(owner.ids).filter((each) => /^[0-9a-f-]{36}$/.test(each)))) {
      const call = buildCall(operation, token);
      const body = JSON.stringify(withValue(exampleBody(operation), path, id));
      const answer = await send(app.url, { ...call, body });
      // Some ids are the sender's to choose: nobody has had a message or a session by the name of a story.
      const statuses = [200, 201, 202, 400, 401, 404, 409];
      expect(findFault(answer, statuses, secretsFor({ ...call, body }))).toBeUndefined();
    }
  });

  const queries = OPERATIONS.filter(({ query }) => query).flatMap((operation) =>
    listFields(operation.query as never)
      .filter(({ schema }) => schema.format === 'uuid')
      .map(({ path }): [string, Operation, string] => [
        `${operation.path} ${path.join('.')}`,
        operation,
        String(path[0]),
      ]),
  );
  test.each(queries)('of somebody else in a query opens nothing: %s', async (_, operation, name) => {
    for (const id of Object.values(owner.ids).filter((each) => /^[0-9a-f-]{36}$/.test(each))) {
      const call = buildCall(operation, stranger.token);
      const query = new URLSearchParams({ ...exampleQuery(operation), [name]: id });
      const sent = { ...call, target: `${call.target.split('?')[0]}?${query}` };
      expect(findFault(await send(app.url, sent), [200, 400, 404], secretsFor(sent))).toBeUndefined();
    }
  });
});

describe('a file', () => {
  const families = [
    ...OPERATIONS.filter((operation) => paramsOf(operation).includes('file')).map(({ path }) => path),
    ...Object.keys(INTERNAL_ROUTES).flatMap((route) =>
      route.includes('{file}') ? [route.split(' ')[1] ?? ''] : [],
    ),
  ];
  test('has addresses to try', () => expect(families.length).toBeGreaterThan(3));
  test.each([...new Set(families)])('outside is out of reach: %s', async (named) => {
    const path = named.replace('{shareId}', 'A'.repeat(22));
    const addresses = ODD_FILES.flatMap((file) => {
      const own = path.replace('{storyId}', owner.ids.storyId ?? '');
      return [
        own.replace('{file}', file),
        own.replace('{file}', `${owner.ids.file}/${file}`),
        path.replace('{storyId}', file).replace('{file}', owner.ids.file ?? ''),
      ];
    });
    const faults: string[] = [];
    await forEachOf([...new Set(addresses)], AT_ONCE, async (target) => {
      const sent = { method: 'GET', target, headers: { authorization: `Bearer ${stranger.token}` } };
      try {
        const answer = await send(app.url, sent);
        if (isTidied(sent, answer)) return;
        // Outside the API a person is answered: with a page, or the way to what was meant.
        const isPage = /^\/(docs|s)\//.test(path) && [308, 400, 404].includes(answer.status);
        const fault = isPage
          ? /root:x:0|"version"/.test(answer.text) && 'a file'
          : findFault(answer, [400, 404], secretsFor(sent));
        if (fault) faults.push(`${target}: ${fault}`);
      } catch (error) {
        faults.push(`${target}: ${error}`);
      }
    });
    expect(faults).toEqual([]);
  });
});

describe('a method', () => {
  const paths = [...new Set(OPERATIONS.map(({ path }) => path))];
  test.each(paths)('that an address does not have is refused: %s', async (path) => {
    const there = OPERATIONS.filter((operation) => operation.path === path);
    const has = there.map(({ method }) => method.toUpperCase());
    const [operation] = there;
    if (!operation) throw new Error(path);
    const target = fill(operation, nowhere);
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'].filter(
      (each) => !has.includes(each),
    )) {
      const headers = {
        authorization: `Bearer ${stranger.token}`,
        'content-type': 'application/json',
      };
      const answer = await send(app.url, {
        method,
        target,
        headers,
        ...(method !== 'GET' && { body: '{}' }),
      });
      expect(answer.status, method).toBe(405);
      const allowed = String(answer.headers.allow ?? '').split(/,\s*/);
      expect(findFault(answer, [405]), method).toBeUndefined();
      expect(allowed).not.toContain(method);
    }
  });
});

describe('a credential', () => {
  const closed = OPERATIONS.filter(({ caller }) => caller !== 'none' && caller !== 'optional');
  test.each(named(closed))('is asked for, and looked at: %s', async (_, operation) => {
    const target = fill(operation, (name) => owner.ids[name] ?? nowhere(name));
    const { headers, ...call } = buildCall(operation, null, target);
    const { 'sec-fetch-site': __, ...plain } = headers ?? {};
    const cases = [
      { name: 'none', sent: { ...call, headers: plain }, statuses: [401] },
      ...forged.map(
        ([name, authorization]): Case => ({
          name,
          sent: { ...call, headers: { ...plain, authorization } },
          statuses: [401],
        }),
      ),
    ];
    expect(await findFaults(cases)).toEqual([]);
  });

  test.each(named(OPERATIONS.filter(({ caller }) => caller === 'optional')))(
    'that is forged opens nothing where none is needed: %s',
    async (_, operation) => {
      const { headers, ...call } = buildCall(operation, null);
      const cases = forged.map(
        ([name, authorization]): Case => ({
          name,
          // Not from one of our pages: nothing begins.
          sent: { ...call, headers: { ...headers, 'sec-fetch-site': 'cross-site', authorization } },
          statuses: [401],
        }),
      );
      expect(await findFaults(cases)).toEqual([]);
    },
  );
});

test('after all of it, what somebody has is as it was', async () => {
  expect(await owner.list()).toBe(before);
});
