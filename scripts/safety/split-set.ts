import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const lineSchema = z.strictObject({
  text: z.string().trim().min(1).max(500),
  category: z.string().regex(/^[a-z_]+$/),
  age: z.enum(['3-5', '6-8', '9-12']).optional(),
  note: z.string().min(1).optional(),
});
type Line = z.infer<typeof lineSchema>;

const SETS = path.join(import.meta.dirname, '../../tests/safety/sets');
/** From here on two texts are nearly the same (Jaccard of their letter triples). */
const NEARLY_THE_SAME = 0.5;

/**
 * `node scripts/safety/split-set.ts <folder of a round> <author>=<folder with unsafe.jsonl and harmless.jsonl> …` brings
 * the lines of independent authors into the repository, blind: it prints how many there are and never what they say. A
 * third goes to the test split by the rule of `tests/safety/sets/README.md`, for each author on their own. A line that
 * stands in the sets already, or nearly the same in another split, is left out of the development split; of two that
 * stand in two test splits the later is left out.
 */
function splitSets(): void {
  const [round = '', ...authors] = process.argv.slice(2);
  const target = path.join(SETS, round);
  mkdirSync(target, { recursive: true });
  const taken = ['unsafe', 'harmless', 'stories'].map((set) => ({
    dev: readLines(path.join(SETS, `${set}.dev.jsonl`)),
    test: readLines(path.join(SETS, `${set}.test.jsonl`)),
  }));
  const testBefore = taken.flatMap(({ test }) => test.map((line) => triplesOf(line.text)));
  const devBefore = taken.flatMap(({ dev }) => dev.map((line) => triplesOf(line.text)));
  const given = authors.flatMap((argument) => {
    const [author = '', folder = ''] = argument.split('=');
    return (['unsafe', 'harmless'] as const).map((set) => {
      const all = readLines(path.join(folder, `${set}.jsonl`));
      const chosen = testTexts(all);
      const parts = (isTest: boolean) => all.filter((line) => chosen.has(line.text) === isTest);
      return { author, set, dev: parts(false), test: parts(true) };
    });
  });
  const tests = given.map((one) => ({ ...one, test: dropKnown(one.test, [...devBefore, ...testBefore]) }));
  const allTests = [...testBefore, ...tests.flatMap(({ test }) => test.map((line) => triplesOf(line.text)))];
  for (const { author, set, dev, test } of tests) {
    const kept = dropKnown(dev, [...allTests, ...devBefore]);
    write(path.join(target, `${set}.${author}.dev.jsonl`), kept);
    write(path.join(target, `${set}.${author}.test.jsonl`), test);
    console.log(`${author} ${set}: dev ${kept.length} of ${dev.length}, test ${test.length}`);
  }
}

function readLines(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => lineSchema.parse(JSON.parse(line)));
}

/** Within each category the plain lines, then the obfuscated, each in the order of their hash: every third. */
function testTexts(lines: readonly Line[]): Set<string> {
  const place = (line: Line) =>
    `${line.note?.startsWith('obfuscated: ') ? 1 : 0}${createHash('sha256').update(line.text).digest('hex')}`;
  const chosen = [...Map.groupBy(lines, (line) => line.category).values()].flatMap((group) =>
    group.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)).filter((_, index) => index % 3 === 2),
  );
  return new Set(chosen.map((line) => line.text));
}

/** Without the lines that are nearly one that is known, or one before them. Their triples join the known. */
function dropKnown(lines: readonly Line[], known: Set<string>[]): Line[] {
  return lines.filter((line) => {
    const triples = triplesOf(line.text);
    if (known.some((other) => likeness(triples, other) >= NEARLY_THE_SAME)) return false;
    known.push(triples);
    return true;
  });
}

function triplesOf(text: string): Set<string> {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (letters.length < 3) return new Set([text]);
  return new Set(Array.from({ length: letters.length - 2 }, (_, start) => letters.slice(start, start + 3)));
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const triple of a) if (b.has(triple)) shared++;
  return shared / (a.size + b.size - shared);
}

/** Invisible and direction characters as escapes, so that a reader of the file sees them. */
function write(file: string, lines: readonly Line[]): void {
  const escapeInvisible = (json: string) =>
    json.replace(/\p{Cf}/gu, (character) =>
      [...Array(character.length).keys()]
        .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
        .join(''),
    );
  writeFileSync(file, lines.map((line) => `${escapeInvisible(JSON.stringify(line))}\n`).join(''));
}

splitSets();
