import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { log } from '../log.ts';
import { foldText } from './fold-text.ts';
import { TONE_KINDS } from './tone.ts';

const rulesSchema = z.strictObject({
  banned_terms: z.array(z.string().trim().min(1).max(200)).max(2_000).optional(),
  tone_thresholds: z.partialRecord(z.enum(TONE_KINDS), z.number().min(0).max(100)).optional(),
});
const fileSchema = z.strictObject({
  default: rulesSchema,
  profiles: z.record(z.string().min(1), rulesSchema).nullish(),
});

/** What is in force for one profile. */
export type Guardrails = {
  banned: RegExp | undefined;
  toneThresholds: Partial<Record<(typeof TONE_KINDS)[number], number>>;
};
type Loaded = { byProfile: Map<string, Guardrails>; fallback: Guardrails };

/**
 * Reads `config/guardrails.yaml` and again whenever its time of change is another. A file that cannot be read or is not
 * valid is logged once, and the last good one stays in force.
 * @throws AppError `misconfigured` by the returned function when there never was a good one
 */
export function createGuardrailsReader(
  file = path.join(/* turbopackIgnore: true */ process.cwd(), 'config/guardrails.yaml'),
  reportBroken: (error: unknown) => void = (error) =>
    log.error({ err: error, file }, 'the guardrails file is broken; the last good one stays in force'),
): (profile?: string | readonly string[]) => Guardrails {
  let loaded: Loaded | undefined;
  /** The time of change of the file last looked at, good or not; undefined when there is none. */
  let seenMs: number | undefined = Number.NaN;
  let problem: unknown;
  return (profile) => {
    const modifiedMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    if (modifiedMs !== seenMs) {
      seenMs = modifiedMs;
      try {
        loaded = load(file);
      } catch (error) {
        problem = error;
        if (loaded) reportBroken(error);
      }
    }
    if (!loaded) {
      throw new AppError('misconfigured', `The guardrails in ${file} cannot be used.`, { cause: problem });
    }
    return loaded.byProfile.get([profile ?? ''].flat()[0]?.trim().toLowerCase() ?? '') ?? loaded.fallback;
  };
}

export const getGuardrails = createGuardrailsReader();

function load(file: string): Loaded {
  const content = fileSchema.parse(parse(readFileSync(file, 'utf8')));
  const profiles = Object.entries(content.profiles ?? {});
  return {
    fallback: buildGuardrails(content.default, {}),
    byProfile: new Map(
      profiles.map(([name, rules]) => [name.toLowerCase(), buildGuardrails(content.default, rules)]),
    ),
  };
}

function buildGuardrails(
  base: z.infer<typeof rulesSchema>,
  profile: z.infer<typeof rulesSchema>,
): Guardrails {
  return {
    banned: compileTerms(profile.banned_terms ?? base.banned_terms ?? []),
    toneThresholds: { ...base.tone_thresholds, ...profile.tone_thresholds },
  };
}

/** Terms are folded like the text they are looked for in, so "Café" also finds "cafe". */
function compileTerms(terms: string[]): RegExp | undefined {
  const pieces = terms.flatMap((term) => {
    const folded = foldText(term);
    if (folded === '') return [];
    return term.endsWith('*') ? `${folded}[a-z']*` : `${folded}(?:'?e?s)?`;
  });
  return pieces.length === 0 ? undefined : new RegExp(`(?<![a-z'])(?:${pieces.join('|')})(?![a-z])`);
}
