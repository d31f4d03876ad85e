import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { packModel } from '../lib/safety/classifier/packed-model.ts';
import { crossValidate, type Judged, labelsOf, trainOn } from './safety/cross-validate.ts';
import { loadTrainingLines } from './safety/training-lines.ts';

const WEIGHTS = path.join(import.meta.dirname, '../lib/safety/classifier/weights.json');
/** Who is held out in turn. */
const AUTHORS = ['1', 'a', 'b', 'c'];
/** Of those who wrote lines to be learned from, some: each takes seconds. */
const VOICES = ['children', 'parents', 'testers', 'teachers', 'languages', 'bare'];
const SMALLEST_WEIGHT = 0.1;
const SHARES = [0.005, 0.01, 0.02, 0.03];

/**
 * `node scripts/train-safety.ts` learns the classifier of `lib/safety/classifier` from the development splits of both
 * rounds, the wishes and `tests/safety/training`, and writes its weights. Before that it says how well somebody is judged
 * whose lines it has not seen: each author is held out in turn. The test splits are not opened. `-- --misses=ab` prints what
 * went wrong with the lines of these authors.
 */
function trainSafety(): void {
  const lines = loadTrainingLines();
  console.log(
    `${lines.length} lines, ${lines.filter((line) => line.label === 'ok').length} of them harmless`,
  );
  const everybody = [...AUTHORS, ...VOICES];
  const judged = crossValidate(lines, everybody);
  for (const authors of [AUTHORS, VOICES, ...everybody.map((author) => [author])]) {
    report(
      authors,
      judged.filter(({ line }) => authors.includes(line.author)),
    );
  }
  printMisses(judged);
  const packed = packModel(trainOn(lines, labelsOf(lines)), SMALLEST_WEIGHT);
  const json = `${JSON.stringify(packed, null, 2)}\n`;
  writeFileSync(WEIGHTS, json);
  console.log(`wrote ${(json.length / 1024).toFixed(0)} KB to ${path.relative(process.cwd(), WEIGHTS)}`);
}

/** How many unsafe lines are found at thresholds that stop a given share of the harmless ones. */
function report(authors: readonly string[], judged: readonly Judged[]): void {
  const harmless = judged
    .filter(({ line }) => line.label === 'ok')
    .map(({ judgement }) => judgement.certainty)
    .toSorted((a, b) => b - a);
  const unsafe = judged.filter(({ line }) => line.label !== 'ok');
  const found = SHARES.map((share) => {
    const threshold = harmless[Math.floor(harmless.length * share)] ?? 1;
    const stopped = unsafe.filter(({ judgement }) => judgement.certainty > threshold).length;
    return `${(share * 100).toFixed(1)} %: ${((stopped / unsafe.length) * 100).toFixed(1)} % (above ${threshold.toFixed(2)})`;
  });
  console.log(`held out ${authors.join('')}: unsafe found when harmless are stopped at ${found.join(', ')}`);
}

function printMisses(judged: readonly Judged[]): void {
  const asked =
    process.argv.find((argument) => argument.startsWith('--misses='))?.slice('--misses='.length) ?? '';
  const wrong = judged
    .filter(({ line }) => asked.includes(line.author))
    .filter(({ line, judgement }) => (line.label === 'ok') === judgement.certainty > 0.5)
    .toSorted((a, b) => a.judgement.certainty - b.judgement.certainty);
  for (const { line, judgement } of wrong) {
    const lists = line.findings.map(({ list, rule }) => `${list} ${rule}`).join(', ');
    console.log(`${judgement.certainty.toFixed(2)} ${line.label} [${lists}] ${line.text.slice(0, 160)}`);
  }
}

trainSafety();
