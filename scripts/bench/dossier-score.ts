import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findStoryElements } from '../../lib/builtin/extractor/find-story-elements.ts';
import { meaningOf } from '../../lib/dossier/meaning.ts';
import { mergeFindings } from '../../lib/dossier/merge-findings.ts';
import { type Dossier, dossierSchema, EMPTY_DOSSIER, type Utterance } from '../../lib/dossier/schema.ts';

/**
 * How well the built-in extractor notes what a careful person would, over scripted conversations played turn by turn.
 * Matching is one to one. Names: equal without case and articles; somebody without a name by the last word ("the troll" is
 * "the grumpy old troll"). Locations: the head noun (the last word before "by", "of", "in" …) is in both. Themes: half of
 * the shorter one's telling words, by stem. Plot points: half of the telling words of the shorter one, by stem. Relationships:
 * the same two people. Tone, age, style: equal. What both leave empty counts for nothing.
 */

export const SCORED_FIELDS = [
  'characters',
  'locations',
  'themes',
  'plotPoints',
  'relationships',
  'tone',
  'ageGroup',
  'style',
] as const;
export type ScoredField = (typeof SCORED_FIELDS)[number];
export type Counts = { right: number; found: number; expected: number };
export type Scores = Record<ScoredField, Counts>;
export type Conversation = {
  file: string;
  voice: string;
  messages: Utterance[];
  expected: Dossier;
  isHeldOut: boolean;
};

const FOLDER = path.join(import.meta.dirname, '../../tests/fixtures/conversations');

export function loadConversations(): Conversation[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const { voice, messages, expected } = JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));
      return {
        file,
        voice,
        messages,
        expected: dossierSchema.parse(expected),
        isHeldOut: file.startsWith('held-out-'),
      };
    });
}

/** The dossier after every message has been read as it came, with the question before it: so the product reads. */
export function playConversation(messages: readonly Utterance[]): { dossier: Dossier; slowestMs: number } {
  let dossier = EMPTY_DOSSIER;
  let slowestMs = 0;
  for (const [index, { role }] of messages.entries()) {
    if (role !== 'user') continue;
    const start = performance.now();
    const findings = findStoryElements({
      messages: messages.slice(Math.max(0, index - 1), index + 1),
      dossier,
    });
    slowestMs = Math.max(slowestMs, performance.now() - start);
    dossier = mergeFindings(dossier, findings).dossier;
  }
  return { dossier, slowestMs };
}

export function scoreDossier(found: Dossier, expected: Dossier): Scores {
  const lines = (
    one: Dossier,
    other: Dossier,
    field: 'locations' | 'themes' | 'plotPoints',
    matches: (a: string, b: string) => boolean,
  ) => count(one[field], other[field], matches);
  const single = (field: 'tone' | 'ageGroup' | 'style') =>
    count(
      [found[field]].filter((one) => one !== null),
      [expected[field]].filter((one) => one !== null),
      (a, b) => a === b,
    );
  return {
    characters: count(
      found.characters.map((one) => one.name),
      expected.characters.map((one) => one.name),
      isSameName,
    ),
    locations: lines(found, expected, 'locations', isSamePlace),
    themes: lines(found, expected, 'themes', isSameMeaning),
    plotPoints: lines(found, expected, 'plotPoints', isSameMeaning),
    relationships: count(pairsIn(found), pairsIn(expected), isSamePair),
    tone: single('tone'),
    ageGroup: single('ageGroup'),
    style: single('style'),
  };
}

export function addScores(all: readonly Scores[]): Scores {
  return Object.fromEntries(
    SCORED_FIELDS.map((field) => [
      field,
      all.reduce(
        (sum, one) => ({
          right: sum.right + one[field].right,
          found: sum.found + one[field].found,
          expected: sum.expected + one[field].expected,
        }),
        { right: 0, found: 0, expected: 0 },
      ),
    ]),
  ) as Scores;
}

export function rate({ right, found, expected }: Counts): { precision: number; recall: number; f1: number } {
  const precision = found === 0 ? Number(expected === 0) : right / found;
  const recall = expected === 0 ? 1 : right / expected;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

function count<One>(
  found: readonly One[],
  expected: readonly One[],
  matches: (a: One, b: One) => boolean,
): Counts {
  const open = [...expected];
  let right = 0;
  for (const one of found) {
    const at = open.findIndex((other) => matches(one, other));
    if (at < 0) continue;
    open.splice(at, 1);
    right++;
  }
  return { right, found: found.length, expected: expected.length };
}

const isUnnamed = (name: string) => /^(the|a|an) /i.test(name) || name === name.toLowerCase();
const lastWord = (text: string) => stem(meaningOf(text).split(' ').at(-1) ?? '');

function isSameName(one: string, other: string): boolean {
  return (
    meaningOf(one) === meaningOf(other) ||
    (isUnnamed(one) && isUnnamed(other) && lastWord(one) === lastWord(other))
  );
}

function isSamePlace(one: string, other: string): boolean {
  const head = (text: string) =>
    lastWord(text.split(/ (?:by|of|in|near|on|at|under|full|called|made|with|behind|beside) /i)[0] ?? text);
  return (
    meaningOf(one).split(' ').map(stem).includes(head(other)) &&
    meaningOf(other).split(' ').map(stem).includes(head(one))
  );
}

function isSameMeaning(one: string, other: string): boolean {
  const [a, b] = [tellingWords(one), tellingWords(other)];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared / Math.min(a.size, b.size) >= 0.5 && shared / Math.max(a.size, b.size) >= 0.3;
}

function isSamePair(one: string[], other: string[]): boolean {
  return one.every((name) => other.some((name2) => isSameName(name, name2)));
}

/** Who is related to whom: each pair once, whichever of the two it was noted with. */
function pairsIn(dossier: Dossier): string[][] {
  const pairs = new Map<string, string[]>();
  for (const { name, relationships } of dossier.characters) {
    for (const text of relationships) {
      for (const { name: other } of dossier.characters) {
        if (other === name || !` ${meaningOf(text)} `.includes(` ${meaningOf(other)} `)) continue;
        const pair = [name, other].sort();
        pairs.set(pair.join('|'), pair);
      }
    }
  }
  return [...pairs.values()];
}

const EMPTY_WORDS = new Set(
  'a an the and or to of in on at is are be it he she they him her them his their who that with for learn learning being how some one'.split(
    ' ',
  ),
);
function tellingWords(text: string): Set<string> {
  return new Set(
    meaningOf(text)
      .split(' ')
      .filter((word) => word !== '' && !EMPTY_WORDS.has(word))
      .map(stem),
  );
}

function stem(word: string): string {
  return word.replace(/(ies)$/, 'y').replace(/(ing|es|s|ed|e)$/, '');
}
