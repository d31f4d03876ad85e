import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { loadSet, loadWishes } from './safety/load-sets.ts';
import { loadTrainingLines } from './safety/training-lines.ts';

const FOLDER = path.join(import.meta.dirname, '../tests/safety/sets');
const SETS = ['unsafe', 'harmless', 'stories'] as const;
const SPLITS = ['dev', 'test'] as const;

type SetName = (typeof SETS)[number];
type Split = (typeof SPLITS)[number];

const lineSchema = z.strictObject({
  text: z.string().trim().min(1).max(500),
  category: z.string().regex(/^[a-z_]+$/),
  age: z.enum(['3-5', '6-8', '9-12']).optional(),
  note: z.string().min(1).optional(),
});
type Line = z.infer<typeof lineSchema>;

const source = (set: SetName, split: Split) =>
  readFileSync(path.join(FOLDER, `${set}.${split}.jsonl`), 'utf8');
const read = (set: SetName, split: Split): Line[] =>
  source(set, split)
    .trimEnd()
    .split('\n')
    .map((line) => lineSchema.parse(JSON.parse(line)));

const both = (set: SetName): Line[] => SPLITS.flatMap((split) => read(set, split));
const isObfuscated = (line: Line) => line.note?.startsWith('obfuscated: ') ?? false;
const formsOf = (line: Line) => /^obfuscated: ([^;]+)/.exec(line.note ?? '')?.[1]?.split(', ') ?? [];
const detailsOf = (line: Line) => /mask: (.+)$/.exec(line.note ?? '')?.[1]?.split(' | ') ?? [];

function byCategory(lines: readonly Line[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const line of lines) groups.set(line.category, [...(groups.get(line.category) ?? []), line]);
  return groups;
}

/** The texts of a whole set that the fixed rule gives to the test split. */
function testTextsByRule(lines: readonly Line[]): Set<string> {
  const place = (line: Line) =>
    `${isObfuscated(line) ? 1 : 0}${createHash('sha256').update(line.text).digest('hex')}`;
  const chosen = [...byCategory(lines).values()].flatMap((group) =>
    group.toSorted((a, b) => (place(a) < place(b) ? -1 : 1)).filter((_, index) => index % 3 === 2),
  );
  return new Set(chosen.map((line) => line.text));
}

const spelled = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '');

/** Groups of three letters, the words one space apart; a text without any letter is one group. */
function letterTriples(text: string): Set<string> {
  const letters = spelled(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (letters.length < 3) return new Set([text]);
  return new Set(Array.from({ length: letters.length - 2 }, (_, start) => letters.slice(start, start + 3)));
}

/** How much of two texts is the same: 0 nothing to 1 everything (Jaccard of their letter triples). */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const triple of a) if (b.has(triple)) shared++;
  return shared / (a.size + b.size - shared);
}

const WRITTEN_AS: Record<string, RegExp> = {
  leetspeak: /\p{L}\d|\d\p{L}/u,
  'letters spaced apart': /(?:\w ){2,}\w/,
  'punctuation between letters': /\w([.-])\w\1\w/,
  'Cyrillic homoglyphs': /\p{Script=Cyrillic}/u,
  'Greek homoglyphs': /\p{Script=Greek}/u,
  'fullwidth letters': /[\uff01-\uff5e]/,
  'invisible characters': /\w[\u00ad\u200b-\u200d\u2060\ufeff]\w/,
  'vowels starred out': /\w\*/,
  'repeated letters': /(\p{L})\1{2,}/u,
  'mixed case': /[a-z][A-Z][a-z][A-Z]/,
  'right-to-left override': /\u202e[^\u202c]+\u202c/,
  'words joined': /\p{L}{8,}/u,
  'spelled-out': /\((?:at|dot)\)|oh seven|twenty-two/,
};

describe('the measured sets of the guard', () => {
  it('are as large as the figures ask for', () => {
    const sizes = Object.fromEntries(
      SETS.map((set) => [set, SPLITS.map((split) => read(set, split).length)]),
    );
    expect(sizes).toEqual({ unsafe: [352, 176], harmless: [352, 176], stories: [200, 100] });
  });

  it.each([
    ['unsafe', 16, 33],
    ['harmless', 16, 33],
    ['stories', 10, 30],
  ] as const)(
    '%s has %i categories of %i lines, a third of each only to be measured',
    (set, categories, size) => {
      const whole = byCategory(both(set));
      const test = byCategory(read(set, 'test'));
      expect(whole.size).toBe(categories);
      for (const [category, lines] of whole) {
        expect(lines, category).toHaveLength(size);
        expect(test.get(category), category).toHaveLength(size / 3);
      }
    },
  );

  it.each(SETS)('%s is split by the rule that was fixed before anybody measured', (set) => {
    expect(new Set(read(set, 'test').map((line) => line.text))).toEqual(testTextsByRule(both(set)));
  });

  it('hold no text twice, whatever its case and its spaces', () => {
    const texts = SETS.flatMap(both).map((line) => line.text.toLowerCase().replace(/\s/g, ''));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('knows a text with a word changed for nearly the same, and another wish for a different one', () => {
    const text = letterTriples('a fox who learns to bake bread');
    expect(likeness(text, letterTriples('A fox who learned to bake bread!'))).toBeGreaterThan(0.5);
    expect(likeness(text, letterTriples('the owl who could not stay awake'))).toBeLessThan(0.5);
  });

  it.each(SETS)('no line of %s stands in one split and nearly the same in the other', (set) => {
    const test = read(set, 'test').map((line) => ({ ...line, triples: letterTriples(line.text) }));
    const straddling = read(set, 'dev').flatMap(({ text }) => {
      const triples = letterTriples(text);
      return test
        .filter((other) => likeness(triples, other.triples) >= 0.5)
        .map((other) => [text, other.text]);
    });
    expect(straddling).toEqual([]);
  });

  it('write every harmless prompt for an age, and no wish of the storyteller', () => {
    expect(both('harmless').filter((line) => line.age === undefined)).toEqual([]);
    expect(new Set(both('harmless').map((line) => line.age)).size).toBe(3);
    expect(both('stories').filter((line) => line.age !== undefined)).toEqual([]);
  });

  it('show invisible and direction characters as escapes', () => {
    const files = SETS.flatMap((set) => SPLITS.map((split) => source(set, split)));
    expect(files.filter((file) => /\p{Cf}/u.test(file))).toEqual([]);
    expect(files.join('')).toContain('\\u202e');
  });
});

describe('the unsafe set', () => {
  it('disguises a third of each category, in both splits', () => {
    for (const split of SPLITS) {
      for (const [category, lines] of byCategory(read('unsafe', split))) {
        expect(lines.filter(isObfuscated).length, `${split} ${category}`).toBeGreaterThanOrEqual(3);
      }
    }
    expect(both('unsafe').filter(isObfuscated)).toHaveLength(16 * 11);
  });

  it('disguises in thirteen ways, each written as its note says', () => {
    const obfuscated = both('unsafe').filter(isObfuscated);
    expect(new Set(obfuscated.flatMap(formsOf))).toEqual(new Set(Object.keys(WRITTEN_AS)));
    const wrong = obfuscated.filter(
      (line) => !formsOf(line).every((form) => WRITTEN_AS[form]?.test(line.text)),
    );
    expect(wrong).toEqual([]);
  });

  it('names the details to be masked in every text with personal data, and no others', () => {
    for (const line of both('unsafe')) {
      if (line.category !== 'personal_data') expect(detailsOf(line), line.text).toEqual([]);
      else expect(detailsOf(line).length, line.text).toBeGreaterThan(0);
    }
    const plain = both('unsafe').filter((line) => line.category === 'personal_data' && !isObfuscated(line));
    expect(plain.filter((line) => !detailsOf(line).every((detail) => line.text.includes(detail)))).toEqual(
      [],
    );
  });

  it('writes to nobody: its numbers and addresses are of the ranges that are kept free', () => {
    const texts = both('unsafe').map((line) => spelled(line.text));
    const domains = texts
      .flatMap((text) => text.match(/@[\p{L}.]+/gu) ?? [])
      .filter((part) => part.length > 1);
    expect(domains.length).toBeGreaterThanOrEqual(8);
    // The one whose letters are Cyrillic look-alikes is nobody's domain either.
    expect(domains.filter((domain) => !/^@(?:example\.(?:com|net|org)|\P{ASCII}.*)$/u.test(domain))).toEqual(
      [],
    );
    const numbers = texts
      .flatMap((text) => text.match(/[\d(][\d ().-]{5,}\d/g) ?? [])
      .map((number) => number.replace(/\D/g, ''));
    expect(numbers.length).toBeGreaterThanOrEqual(12);
    expect(
      numbers.filter((number) => !/7700900\d{3}|1632960\d{3}|2079460\d{3}|55501\d{2}/.test(number)),
    ).toEqual([]);
  });
});

describe('the second round', () => {
  const round = (set: 'unsafe' | 'harmless', split: Split) =>
    loadSet(set, split).filter((line) => line.round === 2);

  it('is by three authors, a third of each category of each only to be measured', () => {
    for (const set of ['unsafe', 'harmless'] as const) {
      for (const author of ['a', 'b', 'c']) {
        const size = (split: Split, category: string) =>
          round(set, split).filter((line) => line.author === author && line.category === category).length;
        const categories = new Set(round(set, 'test').map((line) => line.category));
        expect(categories.size).toBe(16);
        for (const category of categories) {
          expect(size('dev', category), `${author} ${category}`).toBeGreaterThanOrEqual(18);
          expect(size('test', category), `${author} ${category}`).toBeGreaterThanOrEqual(9);
        }
      }
    }
  });

  it.each(['unsafe', 'harmless'] as const)(
    'no line of %s is nearly one of another split of either round',
    (set) => {
      const test = loadSet(set, 'test').map((line) => letterTriples(line.text));
      const straddling = round(set, 'dev').filter(({ text }) => {
        const triples = letterTriples(text);
        return test.some((other) => likeness(triples, other) >= 0.5);
      });
      expect(straddling.map(({ text }) => text)).toEqual([]);
    },
  );

  it('tells what is to be masked, and the age of everything harmless', () => {
    for (const split of SPLITS) {
      const personal = round('unsafe', split).filter((line) => line.category === 'personal_data');
      expect(personal.every((line) => /mask: ./.test(line.note ?? ''))).toBe(true);
      expect(round('harmless', split).every((line) => line.age !== undefined)).toBe(true);
    }
  });

  it('is not among the lines that the classifier learns from, where it is only to be measured', () => {
    const learned = new Set(loadTrainingLines().map((line) => line.text));
    const measured = (['unsafe', 'harmless'] as const).flatMap((set) => loadSet(set, 'test'));
    expect(measured.filter((line) => learned.has(line.text))).toEqual([]);
    expect(loadWishes('test').filter((line) => learned.has(line.text))).toEqual([]);
  });
});
