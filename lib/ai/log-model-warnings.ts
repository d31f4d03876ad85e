import type { LogWarningsFunction } from 'ai';
import { log } from '../log.ts';

/**
 * What the AI SDK warns of (a setting that a model does not know, a mode it imitates) goes to our log, a line for each kind of
 * warning, and not to the console at every call. Once, where a process starts.
 */
export function logModelWarnings(logger: Pick<typeof log, 'warn'> = log): void {
  const told = new Set<string>();
  const write: LogWarningsFunction = ({ warnings, provider, model }) => {
    for (const warning of warnings) {
      const key = JSON.stringify([provider, model, warning]);
      if (told.has(key)) continue;
      if (told.size >= MOST_REMEMBERED) told.clear();
      told.add(key);
      logger.warn({ provider, model, warning }, 'a model was asked for something it does not do');
    }
  };
  globalThis.AI_SDK_LOG_WARNINGS = write;
}

const MOST_REMEMBERED = 500;
