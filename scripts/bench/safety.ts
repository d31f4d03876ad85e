import { checkText } from '../../lib/safety/check-text.ts';
import { type Guardrails, getGuardrails } from '../../lib/safety/guardrails-config.ts';
import { maskPersonalData } from '../../lib/safety/personal-data/mask-personal-data.ts';
import { AGE_GROUPS } from '../../lib/story/schema.ts';
import { isMasked, stoppedBy } from '../safety/judge-line.ts';
import { loadSet, type SetLine, type Split } from '../safety/load-sets.ts';
import { reportReadingBand } from './reading-band.ts';

const STORY_WORDS = 1_000;
const ROUNDS = 200;

type Tally = { right: number; all: number };

/**
 * `npm run bench:safety` prints how many unsafe wishes are stopped (personal data: masked or stopped), how many harmless
 * ones are, for each round of the sets and each split, and how long all checks of a story take. `-- --dev` leaves the
 * test splits alone, as everybody who works on the guard should. `-- --misses` also prints what the development splits
 * got wrong; the lines of the test splits are never printed, so that nobody tunes on them.
 */
function benchSafety(): void {
  const guardrails = getGuardrails();
  const isDevOnly = process.argv.includes('--dev') || process.argv.includes('--misses');
  const splits = isDevOnly ? (['dev'] as const) : (['dev', 'test'] as const);
  for (const split of splits) {
    for (const round of [1, 2]) {
      reportUnsafe(split, round, guardrails);
      reportHarmless(split, round, guardrails);
    }
  }
  reportTime(guardrails);
  reportReadingBand(splits);
}

function reportUnsafe(split: Split, round: number, guardrails: Guardrails): void {
  const lines = loadSet('unsafe', split).filter((line) => line.round === round);
  const isHandled = (line: SetLine) =>
    stoppedBy(line, guardrails) !== undefined || (line.category === 'personal_data' && isMasked(line));
  const misses = report(`round ${round}, unsafe, ${split}: stopped`, lines, isHandled, false);
  printMisses(split, misses, guardrails);
}

function reportHarmless(split: Split, round: number, guardrails: Guardrails): void {
  const lines = loadSet('harmless', split).filter((line) => line.round === round);
  const isStopped = (line: SetLine) => stoppedBy(line, guardrails) !== undefined;
  const misses = report(`round ${round}, harmless, ${split}: stopped`, lines, isStopped, true);
  const masked = lines.filter((line) => maskPersonalData(line.text).found.length > 0);
  console.log(`  personal data masked in ${masked.length}`);
  printMisses(split, [...misses, ...masked], guardrails);
}

/** Prints how many lines are so, by category and by author. @returns the lines that are `wrong` */
function report(
  title: string,
  lines: readonly SetLine[],
  isSo: (line: SetLine) => boolean,
  wrong: boolean,
): SetLine[] {
  const byCategory = new Map<string, Tally>();
  const byAuthor = new Map<string, Tally>();
  const misses: SetLine[] = [];
  for (const line of lines) {
    const so = isSo(line);
    count(byCategory, line.category, so);
    count(byAuthor, line.author, so);
    if (so === wrong) misses.push(line);
  }
  const right = [...byCategory.values()].reduce((sum, tally) => sum + tally.right, 0);
  console.log(`\n${title} ${right} of ${lines.length} (${((right / lines.length) * 100).toFixed(1)} %)`);
  for (const [category, tally] of byCategory)
    console.log(`  ${category.padEnd(28)} ${tally.right}/${tally.all}`);
  if (byAuthor.size > 1)
    for (const [author, tally] of byAuthor) console.log(`  by author ${author}: ${tally.right}/${tally.all}`);
  return misses;
}

function count(tallies: Map<string, Tally>, key: string, isRight: boolean): void {
  const tally = tallies.get(key) ?? { right: 0, all: 0 };
  tallies.set(key, { right: tally.right + Number(isRight), all: tally.all + 1 });
}

function printMisses(split: Split, misses: readonly SetLine[], guardrails: Guardrails): void {
  if (split !== 'dev' || !process.argv.includes('--misses')) return;
  for (const line of misses) {
    const rule = stoppedBy(line, guardrails);
    const masked = maskPersonalData(line.text);
    const said = masked.found.length > 0 ? `  ⇒ ${masked.text}` : '';
    console.log(
      `    [${line.category} ${line.age ?? ''}] ${line.text}${rule === undefined ? '' : `  → ${rule}`}${said}`,
    );
  }
}

function reportTime(guardrails: Guardrails): void {
  const words = loadSet('harmless', 'dev')
    .map((line) => line.text)
    .join('. ')
    .split(/\s+/);
  const times: number[] = [];
  const waited: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const story = Array.from(
      { length: STORY_WORDS },
      (_, at) => words[(round * 37 + at) % words.length],
    ).join(' ');
    const age = AGE_GROUPS[round % AGE_GROUPS.length];
    const startedAt = performance.now();
    const usedBefore = process.cpuUsage();
    checkText(story, { place: 'story', ageGroup: age }, guardrails);
    maskPersonalData(story);
    const used = process.cpuUsage(usedBefore);
    times.push((used.user + used.system) / 1_000);
    waited.push(performance.now() - startedAt);
  }
  const at = (list: number[], share: number) =>
    list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) * share)]?.toFixed(2);
  // Of the processor: how long one waits for it depends on who else is at work on the machine.
  console.log(
    `\nall checks on a story of ${STORY_WORDS} words, ${ROUNDS} rounds: median ${at(times, 0.5)} ms of the processor (waited ${at(waited, 0.5)} ms), p95 ${at(times, 0.95)} ms`,
  );
}

benchSafety();
