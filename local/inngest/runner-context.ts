import type { AppSync } from './app-sync.ts';
import type { Queue } from './queue.ts';
import type { Registry } from './registry.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

export type RunnerLog = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};

/** What every part of the runner works with. */
export type RunnerContext = {
  settings: Settings;
  log: RunnerLog;
  store: Store;
  queue: Queue;
  registry: Registry;
  sync: AppSync;
  /** The request id of the call that is running now, by job. A checkpoint from any other request is stale. */
  liveCalls: Map<string, string>;
};
