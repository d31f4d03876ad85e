import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

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
const ENDINGS = ['', '.ts', '.tsx', '/index.ts'];

/**
 * Loads the functions outside of Next: its alias, its imports without an ending, and `server-only`, which guards nothing
 * here, are what plain Node does not know.
 */
export async function loadFunctions(): Promise<DurableFunction[]> {
  registerHooks({
    resolve(specifier, context, next) {
      if (specifier === 'server-only')
        return next(pathToFileURL(`${root}/tests/empty-module.ts`).href, context);
      const folder = context.parentURL?.startsWith('file:')
        ? path.dirname(new URL(context.parentURL).pathname)
        : root;
      const wanted = specifier.startsWith('@/')
        ? path.join(root, specifier.slice(2))
        : specifier.startsWith('.')
          ? path.resolve(folder, specifier)
          : null;
      if (wanted === null || wanted.includes('node_modules')) return next(specifier, context);
      const file = ENDINGS.map((ending) => wanted + ending).find(
        (each) => path.extname(each) !== '' && existsSync(each),
      );
      return next(file ? pathToFileURL(file).href : specifier, context);
    },
  });
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
