import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { allowNextImports } from './next-imports.ts';

/** As much of a durable function as its picture needs; the real ones, as the application serves them. */
export type DurableFunction = {
  opts: {
    id: string;
    retries?: number;
    concurrency?: { limit: number } | { limit: number; key?: string }[];
    triggers?: { event?: unknown; cron?: string }[];
  };
  /** The handler itself: private in the library's types, and what the picture is drawn from. */
  fn: (input: { event: unknown; step: unknown }) => Promise<unknown>;
};

const root = path.resolve(import.meta.dirname, '../..');

/** Loads the functions outside of Next. */
export async function loadFunctions(): Promise<DurableFunction[]> {
  allowNextImports();
  const { functions } = await import(pathToFileURL(`${root}/inngest/index.ts`).href);
  return functions as DurableFunction[];
}

/** What starts a function: the names of its events and its times; empty for one that others invoke. */
export function listTriggers({ opts }: DurableFunction): string[] {
  return (opts.triggers ?? []).flatMap((trigger) => {
    const { event, cron } = trigger as { event?: unknown; cron?: string };
    if (cron) return [`cron ${cron}`];
    const name = typeof event === 'string' ? event : (event as { event?: string } | undefined)?.event;
    return name && !name.startsWith('inngest/') ? [name] : [];
  });
}

export function limitOf({ opts }: DurableFunction): number | null {
  const limit = Array.isArray(opts.concurrency) ? opts.concurrency[0] : opts.concurrency;
  return limit?.limit ?? null;
}
