import type { Operation } from '../../../lib/openapi/operation.ts';
import { write } from './bad-values.ts';
import { exampleBody } from './calls.ts';
import { listFields, type Path, withValue } from './fields.ts';

/** Members, as they stand in JSON, whose names mean something to JavaScript. */
export const INHERITED_KEYS = [
  '"__proto__":{"isAdmin":true,"user_id":"x","toString":1}',
  '"constructor":{"prototype":{"isAdmin":true}}',
  '"toString":null,"hasOwnProperty":1,"valueOf":[]',
];

const VALUES: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  -1,
  2 ** 31,
  2 ** 53,
  1e308,
  '',
  ' ',
  '__proto__',
  'constructor',
  '\u0000',
  '\ud800',
  '\u202e\u200d\ufeff',
  '👩‍👩‍👧‍👦'.repeat(40),
  'x'.repeat(70_000),
  '../../etc/passwd',
  "'; drop table stories; --",
  '{{7*7}}<%= 7*7 %><script>alert(1)</script>',
  'raw 1e999',
  [],
  {},
  [[[[[[]]]]]],
  Array(1_000).fill(null),
  { length: 1e9 },
  { toJSON: 'x', valueOf: 'y' },
];

/** Pseudo-random numbers below 1, the same for the same seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Bodies that were good, each with one to three of its fields changed, and one in ten with its text damaged. */
export function createMutations(
  seed: number,
  count: number,
  operations: readonly Operation[],
): { operation: Operation; body: string }[] {
  const random = createRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const pathsOf = new Map<Operation, Path[]>(
    operations.map((operation) => [
      operation,
      listFields(operation.body?.schema as never).map(({ path }) => path),
    ]),
  );
  return Array.from({ length: count }, (_, index) => {
    const operation = operations[index % operations.length] as Operation;
    const changes = 1 + Math.floor(random() * 3);
    let value = exampleBody(operation);
    for (let each = 0; each < changes; each += 1)
      value = withValue(value, pick(pathsOf.get(operation) ?? [['unknown']]), pick(VALUES));
    let body = write(value);
    if (random() < 0.1) {
      const at = Math.floor(random() * body.length);
      body = body.slice(0, at) + pick(['"', '}', '\\u12', ',', '\u0001', '']) + body.slice(at + 1);
    }
    return { operation, body };
  });
}
