import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { SafetyRule } from '../../lib/safety/safety-rules.ts';
import type { AgeGroup } from '../../lib/story/schema.ts';

const SETS = path.join(import.meta.dirname, '../../tests/safety/sets');

export type Split = 'dev' | 'test';
export type SetLine = {
  text: string;
  category: string;
  age?: AgeGroup;
  note?: string;
  round: number;
  /** Who wrote it: `1` wrote the first round, `a`, `b` and `c` the second. */
  author: string;
};

/** What a category of the first round is called as a rule; those of the second round have the names of rules. */
const RULE_OF_CATEGORY: Record<string, SafetyRule> = {
  drugs_alcohol_tobacco: 'drugs',
  weapons_bombs: 'weapons',
  dangerous_challenges: 'dangerous_challenge',
  eating_disorders: 'eating_disorder',
  gambling_scams: 'gambling',
  grooming_secrets: 'grooming',
};

/** The rule a line of an unsafe set should break; none for personal data, which is masked. */
export function ruleOf(category: string): SafetyRule | undefined {
  if (category === 'personal_data') return undefined;
  return RULE_OF_CATEGORY[category] ?? (category as SafetyRule);
}

/** The lines of both rounds. @param set `unsafe` or `harmless` */
export function loadSet(set: 'unsafe' | 'harmless', split: Split): SetLine[] {
  const second = readdirSync(path.join(SETS, 'round-2')).filter(
    (file) => file.startsWith(`${set}.`) && file.endsWith(`.${split}.jsonl`),
  );
  return [
    ...readLines(`${set}.${split}.jsonl`, 1, '1'),
    ...second.flatMap((file) => readLines(`round-2/${file}`, 2, file.split('.')[1] ?? '')),
  ];
}

/** Wishes for stories that were written to measure the reading level: nothing in them is to be stopped. */
export function loadWishes(split: Split): SetLine[] {
  return readLines(`stories.${split}.jsonl`, 1, 'wishes');
}

function readLines(file: string, round: number, author: string): SetLine[] {
  return readFileSync(path.join(SETS, file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): SetLine => ({ ...JSON.parse(line), round, author }));
}
