import { createHash } from 'node:crypto';

/** Where a model is, and whether what refuses one schema refuses all of them, or judged that one. */
export type SchemaServer = { baseUrl: string; refuses: 'every schema' | 'one schema' };
type Question = { server: SchemaServer; model: { provider: string; modelId: string }; schema: object };

/** A model is made anew for every step: what its server refused is kept here, by process. */
const refusedUntilMs = new Map<string, number>();
const MOST_REMEMBERED = 500;
/** Servers are restarted with newer software: after this long it is tried again. */
const REMEMBERED_MS = 3_600_000;

/** Whether this server said no to this schema within the last hour. */
export function wasRefused(question: Question): boolean {
  return (refusedUntilMs.get(keyOf(question)) ?? 0) > Date.now();
}

export function rememberRefusal(question: Question): void {
  const key = keyOf(question);
  // What was said last stands last.
  refusedUntilMs.delete(key);
  refusedUntilMs.set(key, Date.now() + REMEMBERED_MS);
  for (const oldest of refusedUntilMs.keys()) {
    if (refusedUntilMs.size <= MOST_REMEMBERED) return;
    refusedUntilMs.delete(oldest);
  }
}

function keyOf({ server, model, schema }: Question): string {
  const part =
    server.refuses === 'one schema' ? createHash('sha256').update(JSON.stringify(schema)).digest('hex') : '';
  return JSON.stringify([model.provider, server.baseUrl, model.modelId, part]);
}
