import { randomUUID } from 'node:crypto';
import type { Operation } from '../../../lib/openapi/operation.ts';
import { OPERATIONS } from '../../../lib/openapi/operations.ts';
import { sample } from './fields.ts';
import type { Sent } from './send.ts';

/** The operations whose body is JSON. */
export const WITH_JSON = OPERATIONS.filter(({ body }) => body && !body.mediaTypes);
/** Named by what is called. */
export const named = (operations: readonly Operation[]) =>
  operations.map((operation): [string, Operation] => [
    `${operation.method.toUpperCase()} ${operation.path}`,
    operation,
  ]);

/** A body that the operation takes: its example, or the least. */
export function exampleBody({ body }: Operation): unknown {
  if (!body) return undefined;
  const [example] = Object.values(body.examples ?? {});
  return example ?? sample(body.schema);
}

/** A query that the operation takes, where it needs one. */
export function exampleQuery({ query }: Operation): Record<string, string> {
  if (!query) return {};
  const least = sample(query) as Record<string, unknown>;
  const candidates = [
    least,
    { ...least, plot_elements: 'A fox learns to swim' },
    { ...least, url: 'https://192.0.2.1/' },
  ];
  const good = candidates.find((candidate) => query.safeParse(candidate).success) ?? least;
  return Object.fromEntries(Object.entries(good).map(([name, value]) => [name, String(value)]));
}

/** Values of path parameters that are well-formed and lead nowhere. */
export function nowhere(name: string): string {
  if (name === 'file') return `${randomUUID()}.png`;
  if (name === 'version' || name === 'number') return '1';
  return /index$/i.test(name) ? '0' : randomUUID();
}

export const paramsOf = ({ path }: Operation) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

export const fill = ({ path }: Operation, choose: (name: string) => string) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => choose(name));

/** A call that is good but for what the caller changes. From one of our pages, which some calls must come from. */
export function buildCall(
  operation: Operation,
  token: string | null,
  target = fill(operation, nowhere),
): Sent {
  const isJson = operation.body && !operation.body.mediaTypes;
  const query = String(new URLSearchParams(exampleQuery(operation)));
  return {
    method: operation.method.toUpperCase(),
    target: query ? `${target}?${query}` : target,
    headers: {
      'sec-fetch-site': 'same-origin',
      accept: 'application/json, text/event-stream',
      // What is accepted by chance is not waited for.
      ...(operation.headers?.includes('Prefer') && { prefer: 'respond-async' }),
      ...(token !== null && { authorization: `Bearer ${token}` }),
      ...(isJson && { 'content-type': 'application/json' }),
    },
    ...(isJson && { body: JSON.stringify(exampleBody(operation)) }),
  };
}
