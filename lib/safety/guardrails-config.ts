import { statSync } from 'node:fs';
import { getEnv } from '../env.ts';
import { AppError } from '../errors.ts';
import { log } from '../log.ts';
import { foldText } from './fold-text.ts';
import {
  buildGuardrails,
  type Guardrails,
  type GuardrailsFile,
  type GuardrailsRules,
  readGuardrailsFile,
} from './guardrails-file.ts';

export type { Guardrails } from './guardrails-file.ts';

/** How the guardrails file is: `ok` is false while a broken one is passed over, or when there never was a good one. */
export type GuardrailsState = { ok: boolean; message?: string; loadedAt: Date | null };

export type GuardrailsReader = {
  /** @throws AppError `misconfigured` when there never was a good file */
  (profile?: string | readonly string[]): Guardrails;
  getState(): GuardrailsState;
};

/** Listeners are many, their entries few: so many combinations are kept ready. */
const MOST_COMBINATIONS = 200;

/**
 * Reads `config/guardrails.yaml` (or GUARDRAILS_FILE), and again at the next question after it was changed or replaced. A file that cannot be
 * read or is not valid is logged once, and the last good one stays in force.
 */
export function createGuardrailsReader(
  givenFile?: string,
  reportBroken: (error: unknown, file: string) => void = (error, file) =>
    log.error({ err: error, file }, 'the guardrails file is broken; the last good one stays in force'),
): GuardrailsReader {
  let loaded: GuardrailsFile | undefined;
  let loadedAt: Date | null = null;
  const ready = new Map<string, Guardrails>();
  /** Of the file last looked at, good or not; undefined before the first look. */
  let seen: string | undefined;
  let problem: AppError | undefined;

  // Asked when it is needed: a module that is only loaded reads no settings.
  let known = givenFile;
  const where = () => {
    known ??= getEnv().guardrailsFile;
    return known;
  };

  const look = () => {
    const file = where();
    const now = fingerprint(file);
    if (now === seen) return;
    seen = now;
    try {
      loaded = readGuardrailsFile(file);
      loadedAt = new Date();
      problem = undefined;
      ready.clear();
    } catch (error) {
      problem =
        error instanceof AppError
          ? error
          : new AppError('misconfigured', 'It cannot be read.', { cause: error });
      // Without a good one every question throws: whoever asked says so.
      if (loaded) reportBroken(error, file);
    }
  };

  const read = (profile: string | readonly string[] = []): Guardrails => {
    look();
    if (!loaded) {
      throw new AppError('misconfigured', `The guardrails in ${where()} cannot be used.`, { cause: problem });
    }
    const keys = findEntries(loaded, typeof profile === 'string' ? [profile] : profile);
    const known = ready.get(keys.join('\n'));
    if (known) return known;
    if (ready.size >= MOST_COMBINATIONS) ready.clear();
    const own = keys.map((key) => loaded?.profiles.get(key)).filter((one): one is GuardrailsRules => !!one);
    const built = buildGuardrails(loaded.fallback, own);
    ready.set(keys.join('\n'), built);
    return built;
  };

  return Object.assign(read, {
    getState: (): GuardrailsState => {
      look();
      if (!problem) return { ok: true, loadedAt };
      const rest = loaded ? 'The last good one stays in force.' : 'Nothing passes until it is mended.';
      return { ok: false, message: `config/guardrails.yaml is broken. ${problem.message} ${rest}`, loadedAt };
    },
  });
}

export const getGuardrails = createGuardrailsReader();

/** For `/health/ready`: whether the file in force is the file on the disk, with words when it is not. */
export const getGuardrailsState = getGuardrails.getState;

/** Entries whose name is what somebody said of themselves, or stands in it as whole words ("calm" in "calm and cosy"). */
function findEntries({ profiles }: GuardrailsFile, said: readonly string[]): string[] {
  if (said.length === 0 || profiles.size === 0) return [];
  const lines = said.map((line) => ` ${foldText(line)} `);
  return [...profiles.keys()].filter((name) => lines.some((line) => line.includes(` ${name} `)));
}

/** A file that is replaced has another inode even when it has the size and the time of the old one. */
function fingerprint(file: string): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs}:${stats.size}:${stats.ino}` : 'none';
}
