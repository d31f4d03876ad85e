import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PROMPTS } from '../../lib/builtin/storyteller/fixtures/prompts.ts';
import { tellStory } from '../../lib/builtin/storyteller/tell-story.ts';
import { marksOf } from '../../lib/safety/classifier/judge-text.ts';
import { collectFeatures, type Features, readWords } from '../../lib/safety/classifier/text-features.ts';
import { HARMLESS_LINES } from '../../lib/safety/fixtures/harmless-lines.ts';
import { UNSAFE_LINES } from '../../lib/safety/fixtures/unsafe-lines.ts';
import { leniencyFor } from '../../lib/safety/leniency.ts';
import { findInLists, type ListFinding } from '../../lib/safety/list-findings.ts';
import { normaliseText } from '../../lib/safety/normalise-text.ts';
import { readText } from '../../lib/safety/read-text.ts';
import { AGE_GROUPS, type AgeGroup, storyBriefSchema } from '../../lib/story/schema.ts';
import { loadSet, loadWishes, ruleOf, type SetLine } from './load-sets.ts';

/** So long is a piece of a told story, and one in so many is learned. */
const TOLD_WORDS = 16;
const TOLD_STEP = 2;
const OWN_LINES = path.join(import.meta.dirname, '../../tests/safety/training');

/** A line to learn from: `ok`, a rule, or `young:` and a rule that only holds for listeners under nine. */
export type TrainingLine = {
  text: string;
  label: string;
  age?: AgeGroup;
  author: string;
  category: string;
  readings: string[];
  findings: ListFinding[];
  features: Features;
};

/** The development splits of both rounds, the wishes, and the lines that were written to be learned from. */
export function loadTrainingLines(): TrainingLine[] {
  const unsafe = loadSet('unsafe', 'dev').flatMap((line) => {
    const rule = ruleOf(line.category);
    return rule === undefined ? [] : [prepare(line, labelOf(rule, line.age))];
  });
  const harmless = [...loadSet('harmless', 'dev'), ...loadWishes('dev')].map((line) => prepare(line, 'ok'));
  return [...unsafe, ...harmless, ...loadOwnLines(), ...fixtureLines(), ...toldLines()];
}

/**
 * `tests/safety/training`: under `# rule` or `# harmless` one line each, with an age before it where it matters. In `voices`
 * each file is named after who speaks in it (children, parents, …), and each of them is an author.
 */
function loadOwnLines(): TrainingLine[] {
  return readdirSync(OWN_LINES, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
    if (!file.endsWith('.txt')) return [];
    const author = file.startsWith('voices') ? (path.basename(file).split('-')[0] ?? '') : 'own';
    let heading = '';
    return readFileSync(path.join(OWN_LINES, file), 'utf8')
      .split('\n')
      .flatMap((line) => {
        if (line.startsWith('# ')) heading = line.slice(2).trim();
        if (line.startsWith('# ') || line.trim() === '') return [];
        const [, age, text = line] = /^\[(3-5|6-8|9-12)\] (.*)$/.exec(line) ?? [];
        const known = { text, category: heading, round: 0, author, age: age as AgeGroup | undefined };
        const { age: some, ...rest } = known;
        const set: SetLine = some === undefined ? rest : { ...rest, age: some };
        return [prepare(set, heading === 'harmless' ? 'ok' : labelOf(heading, some))];
      });
  });
}

/** What the unit tests of the guard and of the storyteller ask for, learned as well. */
function fixtureLines(): TrainingLine[] {
  const fixture = (text: string, category: string, age: AgeGroup): SetLine => ({
    text,
    category,
    age,
    round: 0,
    author: 'own',
  });
  return [
    ...UNSAFE_LINES.map(([text, rule, age]) =>
      prepare(fixture(text, rule, age ?? '9-12'), labelOf(rule, age)),
    ),
    ...[...HARMLESS_LINES, ...PROMPTS].map((text) => prepare(fixture(text, 'harmless', '3-5'), 'ok')),
  ];
}

/** Pieces of what the built-in writer tells: most of what is guarded in a day is told, and harmless. */
function toldLines(): TrainingLine[] {
  const told = loadWishes('dev').flatMap(({ text: prompt }, at) => {
    const age = AGE_GROUPS[at % AGE_GROUPS.length] ?? '3-5';
    const draft = tellStory({ ...storyBriefSchema.parse({ prompt, ageGroup: age }), seed: at });
    const words = draft.scenes.flatMap((scene) => scene.text.split(/\s+/));
    const pieces = Array.from({ length: Math.floor(words.length / TOLD_WORDS) }, (_, piece) =>
      words.slice(piece * TOLD_WORDS, (piece + 1) * TOLD_WORDS).join(' '),
    );
    const looks = draft.characters.map((character) => character.description);
    return [...pieces.filter((_, piece) => piece % TOLD_STEP === at % TOLD_STEP), ...looks.slice(0, 1)].map(
      (text): SetLine => ({ text, category: 'told', age, round: 0, author: 'own' }),
    );
  });
  return told.map((line) => prepare(line, 'ok'));
}

function labelOf(rule: string, age: AgeGroup | undefined): string {
  return age === undefined || age === '9-12' ? rule : `young:${rule}`;
}

function prepare(line: SetLine, label: string): TrainingLine {
  const readings = readText(line.text, normaliseText(line.text));
  const leniency = leniencyFor(line.age ?? '9-12');
  const findings = readings.flatMap((reading) => findInLists(reading, leniency));
  return {
    ...line,
    label,
    readings,
    findings,
    features: collectFeatures(readings.map(readWords), marksOf(findings)),
  };
}
