import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkText } from '../../lib/safety/check-text.ts';
import { type Guardrails, getGuardrails } from '../../lib/safety/guardrails-config.ts';
import { maskPersonalData } from '../../lib/safety/personal-data.ts';
import { AGE_GROUPS, type AgeGroup } from '../../lib/story/schema.ts';

const SETS = path.join(import.meta.dirname, '../../tests/safety/sets');
const SPLITS = ['dev', 'test'] as const;
const STORY_WORDS = 1_000;
const ROUNDS = 200;

type Line = { text: string; category: string; age?: AgeGroup };
type Tally = { right: number; all: number };

/**
 * `npm run bench:safety` prints how many unsafe wishes are stopped (personal data: masked or stopped), how many harmless
 * ones are, and how long all checks of a story take. `-- --misses` also prints what the dev split got wrong; the lines of
 * the test split are never printed, so that nobody tunes on them.
 */
function benchSafety(): void {
  const guardrails = getGuardrails();
  for (const split of SPLITS) {
    reportUnsafe(split, guardrails);
    reportHarmless(split, guardrails);
  }
  reportTime(guardrails);
}

function reportUnsafe(split: (typeof SPLITS)[number], guardrails: Guardrails): void {
  const lines = loadLines('unsafe', split);
  const misses: Line[] = [];
  const byCategory = new Map<string, Tally>();
  for (const line of lines) {
    const isStopped = isBlocked(line, guardrails);
    const isMasked = line.category === 'personal_data' && maskPersonalData(line.text).found.length > 0;
    count(byCategory, line.category, isStopped || isMasked);
    if (!isStopped && !isMasked) misses.push(line);
  }
  report(`unsafe, ${split}: stopped`, byCategory);
  printMisses(split, misses);
}

function reportHarmless(split: (typeof SPLITS)[number], guardrails: Guardrails): void {
  const lines = loadLines('harmless', split);
  const byCategory = new Map<string, Tally>();
  const masked = lines.filter((line) => maskPersonalData(line.text).found.length > 0);
  const misses: Line[] = [];
  for (const line of lines) {
    const isStopped = isBlocked(line, guardrails);
    count(byCategory, line.category, isStopped);
    if (isStopped) misses.push(line);
  }
  report(`harmless, ${split}: stopped`, byCategory);
  console.log(`  personal data masked in ${masked.length}`);
  printMisses(split, [...misses, ...masked]);
}

function reportTime(guardrails: Guardrails): void {
  const words = loadLines('harmless', 'dev')
    .map((line) => line.text)
    .join('. ')
    .split(/\s+/);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const story = Array.from(
      { length: STORY_WORDS },
      (_, at) => words[(round * 37 + at) % words.length],
    ).join(' ');
    const age = AGE_GROUPS[round % AGE_GROUPS.length];
    const startedAt = performance.now();
    checkText(story, { place: 'story', ageGroup: age }, guardrails);
    maskPersonalData(story);
    times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)]?.toFixed(2);
  console.log(
    `\nall checks on a story of ${STORY_WORDS} words, ${ROUNDS} rounds: median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`,
  );
}

function isBlocked(line: Line, guardrails: Guardrails): boolean {
  return !checkText(line.text, { place: 'prompt', ageGroup: line.age }, guardrails).allowed;
}

function loadLines(kind: 'unsafe' | 'harmless', split: (typeof SPLITS)[number]): Line[] {
  const content = readFileSync(path.join(SETS, `${kind}.${split}.jsonl`), 'utf8');
  return content
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Line => JSON.parse(line));
}

function count(byCategory: Map<string, Tally>, category: string, isRight: boolean): void {
  const tally = byCategory.get(category) ?? { right: 0, all: 0 };
  byCategory.set(category, { right: tally.right + Number(isRight), all: tally.all + 1 });
}

function report(title: string, byCategory: Map<string, Tally>): void {
  const tallies = [...byCategory.values()];
  const right = tallies.reduce((sum, tally) => sum + tally.right, 0);
  const all = tallies.reduce((sum, tally) => sum + tally.all, 0);
  console.log(`\n${title} ${right} of ${all} (${((right / all) * 100).toFixed(1)} %)`);
  for (const [category, tally] of byCategory)
    console.log(`  ${category.padEnd(28)} ${tally.right}/${tally.all}`);
}

function printMisses(split: string, misses: readonly Line[]): void {
  if (split !== 'dev' || !process.argv.includes('--misses')) return;
  for (const line of misses) {
    const verdict = checkText(line.text, { place: 'prompt', ageGroup: line.age });
    const masked = maskPersonalData(line.text);
    console.log(
      `    [${line.category}] ${line.text}${verdict.allowed ? '' : `  → ${verdict.rule}`}${masked.found.length > 0 ? `  ⇒ ${masked.text}` : ''}`,
    );
  }
}

benchSafety();
