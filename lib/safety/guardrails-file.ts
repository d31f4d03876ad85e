import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { foldText } from './fold-text.ts';
import { TONE_KINDS, type ToneThresholds } from './tone.ts';

/** Far above what anybody writes by hand; a bigger file is a mistake and is not even read. */
const MAX_FILE_BYTES = 256 * 1024;
/** An alias may stand for what is written once more; a file that multiplies itself this way is refused. */
const MAX_ALIASES = 50;

const rulesSchema = z.strictObject({
  banned_terms: z.array(z.string().trim().min(1).max(200)).max(2_000).optional(),
  tone_thresholds: z.partialRecord(z.enum(TONE_KINDS), z.number().min(0).max(100)).optional(),
});
const fileSchema = z.strictObject({
  default: rulesSchema,
  profiles: z
    .record(z.string().trim().min(1).max(200), rulesSchema)
    .refine((profiles) => Object.keys(profiles).length <= 500, 'There are too many profiles.')
    .nullish(),
});
export type GuardrailsRules = z.infer<typeof rulesSchema>;

/** What the file says; the keys of `profiles` are folded like the words they are compared with. */
export type GuardrailsFile = { fallback: GuardrailsRules; profiles: ReadonlyMap<string, GuardrailsRules> };

/** What is in force for one listener. */
export type Guardrails = { banned: RegExp | undefined; toneThresholds: ToneThresholds };

/** @throws AppError `misconfigured` for a file that is missing, too big, no YAML, multiplies itself or has a wrong type in it */
export function readGuardrailsFile(file: string): GuardrailsFile {
  try {
    const content = fileSchema.parse(
      parse(readSmallFile(file), { maxAliasCount: MAX_ALIASES, prettyErrors: true, logLevel: 'error' }),
    );
    return {
      fallback: content.default,
      profiles: new Map(
        Object.entries(content.profiles ?? {}).map(([name, rules]) => [foldText(name), rules]),
      ),
    };
  } catch (error) {
    throw new AppError('misconfigured', describeProblem(error), { cause: error });
  }
}

/**
 * The rules for somebody with several entries of their own: their banned terms together, and of each threshold the
 * strictest (of calm the most, of the others the least). Without any of their own the default ones hold.
 */
export function buildGuardrails(base: GuardrailsRules, own: readonly GuardrailsRules[]): Guardrails {
  const terms = own.flatMap((rules) => rules.banned_terms ?? []);
  const hasOwnTerms = own.some((rules) => rules.banned_terms !== undefined);
  const thresholds: ToneThresholds = {};
  for (const rules of own) {
    for (const kind of TONE_KINDS) {
      const value = rules.tone_thresholds?.[kind];
      if (value === undefined) continue;
      const known = thresholds[kind] ?? value;
      thresholds[kind] = kind === 'calm' ? Math.max(known, value) : Math.min(known, value);
    }
  }
  return {
    banned: compileTerms(hasOwnTerms ? terms : (base.banned_terms ?? [])),
    toneThresholds: { ...base.tone_thresholds, ...thresholds },
  };
}

function readSmallFile(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    if (size > MAX_FILE_BYTES)
      throw new AppError('misconfigured', `It is larger than ${MAX_FILE_BYTES} bytes.`);
    const bytes = Buffer.alloc(size);
    return bytes.toString('utf8', 0, readSync(handle, bytes, 0, size, 0));
  } finally {
    closeSync(handle);
  }
}

/** What is wrong, for the operator: never the terms themselves. */
function describeProblem(error: unknown): string {
  if (error instanceof AppError) return error.message;
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    const place = issue?.path.length ? issue.path.join('.') : 'the file';
    return `What stands at ${place} is not what belongs there (${issue?.code ?? 'unknown'}).`;
  }
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'There is no such file.';
  return 'It cannot be read as YAML.';
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
