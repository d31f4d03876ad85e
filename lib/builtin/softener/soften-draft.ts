import type { Listener } from '../../safety/guard.ts';
import type { CharacterSheet, StoryDraft } from '../../story/schema.ts';
import { createRandom } from '../random.ts';
import { chooseName } from '../storyteller/names.ts';
import { type Bridges, createBridges } from './bridge-sentences.ts';
import { type DraftPlace, mapDraftTexts } from './draft-texts.ts';
import { type Check, createCheck } from './find-faults.ts';
import { findSentences, replaceSentences } from './sentence-spans.ts';
import { softenSentence, softenText } from './soften-text.ts';
import { softenTone } from './soften-tone.ts';
import { swapHardWords, swapStrongWords } from './swap-words.ts';

const CHAPTER_TITLES = [
  'A Quiet Hour',
  'A Kind Idea',
  'A Gentle Day',
  'Close Together',
  'A Soft Song',
  'Home Again',
];
/** Letters, as the draft's schema has them. */
const LONGEST = {
  title: 120,
  'chapter-title': 120,
  moral: 240,
  name: 80,
  kind: 60,
  description: 400,
  outfit: 120,
  summary: 300,
  prop: 60,
} as const;
/** Of a premise and of each line of an outline. */
const LONGEST_PLAN = 600;
const KIND_MORAL = 'Being kind is always a good idea.';

/**
 * @property keepsTold the words on the pages were given and stay as they are: only what was said about them is softened
 * @property flagged sentences or texts that a moderation model stopped
 */
export type SoftenOptions = { keepsTold?: boolean; flagged?: readonly string[] };

/**
 * A draft that this listener may be told, with as little changed as can be: sentence by sentence, what breaks a rule is said in milder
 * words, else shortened, else gives way to a short sentence about the same people. Names, pages and thread stay. The same
 * draft gives the same result; no text is ever emptied. Whether it succeeded is the guard's to say.
 */
export function softenDraft(
  draft: StoryDraft,
  listener: Listener,
  { keepsTold = false, flagged }: SoftenOptions = {},
): StoryDraft {
  const check = createCheck(listener, flagged);
  const renamed = keepsTold ? draft : renameAll(draft, check);
  const bridges = createBridges(renamed);
  const softened = mapDraftTexts(renamed, (text, place) => {
    if (keepsTold && isTold(place)) return text;
    return check(text) ? softenPart(text, place, renamed, check, bridges) : text;
  });
  if (keepsTold) return softened;
  return softenTone(partPages(softened, check, bridges), listener, check, bridges);
}

/** Words of a given text, and headings that stood in it. */
export function isTold({ part, page }: DraftPlace): boolean {
  return part === 'title' || part === 'chapter-title' || (part === 'telling' && page !== undefined);
}

function softenPart(
  text: string,
  { part, page, path }: DraftPlace,
  draft: StoryDraft,
  check: Check,
  bridges: Bridges,
): string {
  if (part === 'telling') {
    const told = softenText(text, check, bridges);
    return page === undefined ? shortenTo(LONGEST_PLAN, told) : told;
  }
  const hero = draft.characters.find(({ role }) => role === 'hero') ?? draft.characters[0];
  const sheet = draft.characters[Number(path.split('.')[1])];
  const instead: Record<Exclude<DraftPlace['part'], 'telling'>, () => string[]> = {
    title: () => [`${hero?.name} and the Quiet Day`, 'A Quiet Day'],
    'chapter-title': () => [CHAPTER_TITLES[(page ?? 0) % CHAPTER_TITLES.length] as string],
    moral: () => [KIND_MORAL],
    name: () => ['Friend'],
    kind: () => ['friend'],
    description: () => [
      `A friendly ${sheet?.kind} with kind eyes.`,
      'Somebody with a friendly face and kind eyes.',
    ],
    outfit: () => [''],
    summary: () => summariesOf(draft, page ?? 0),
    prop: () => [''],
  };
  const milder = [swapHardWords(text), swapStrongWords(swapHardWords(text))].filter((one) => one !== text);
  return [...milder, ...instead[part]()].find((one) => one.length <= LONGEST[part] && !check(one)) ?? '';
}

/** As many of its sentences as there is room for. */
function shortenTo(letters: number, text: string): string {
  if (text.length <= letters) return text;
  const end = findSentences(text).findLast((span) => span.end <= letters)?.end ?? letters;
  return text.slice(0, end).toWellFormed();
}

/** Who is on the page, and nothing else. */
function summariesOf(draft: StoryDraft, page: number): string[] {
  const scene = draft.scenes[page];
  const names = draft.characters.filter(({ id }) => scene?.characterIds.includes(id)).map(({ name }) => name);
  const [first, second] = names;
  return [
    ...(first && second ? [`${first} and ${second} are close together.`] : []),
    ...(first ? [`${first} looks around quietly.`] : []),
    'A quiet place with soft light.',
  ];
}

/** Somebody whose very name breaks a rule is called otherwise, everywhere. */
function renameAll(draft: StoryDraft, check: Check): StoryDraft {
  const renames = new Map<string, string>();
  const taken = draft.characters.map(({ name }) => name);
  const characters = draft.characters.map((sheet: CharacterSheet) => {
    if (!check(sheet.name)) return sheet;
    const name = chooseName(
      sheet.kind,
      sheet.pronoun,
      [...taken, ...renames.values()],
      createRandom(sheet.seed).fork(sheet.id),
    );
    renames.set(sheet.name, name);
    return { ...sheet, name };
  });
  if (renames.size === 0) return draft;
  const pattern = new RegExp(
    `(?<!\\p{L})(?:${[...renames.keys()].map(escapePattern).join('|')})(?!\\p{L})`,
    'gu',
  );
  return mapDraftTexts({ ...draft, characters }, (text, { part }) =>
    part === 'name' ? text : text.replace(pattern, (found) => renames.get(found) ?? found),
  );
}

/** Pages are read on without a pause: the last words of one and the first of the next can say together what neither says. */
function partPages(draft: StoryDraft, check: Check, bridges: Bridges): StoryDraft {
  const scenes = [...draft.scenes];
  for (let page = 1; page < scenes.length; page++) {
    const [before, scene] = [scenes[page - 1], scenes[page]];
    if (!before || !scene || !check(`${before.text}\n${scene.text}`)) continue;
    const first = findSentences(scene.text)[0];
    if (!first) continue;
    const isApart = (one: string) => (check(`${before.text}\n${one}`) ? ('tone' as const) : undefined);
    const milder = softenSentence(first, scene.text, isApart, bridges);
    scenes[page] = { ...scene, text: replaceSentences(scene.text, [[first, milder]]) };
  }
  return { ...draft, scenes };
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
