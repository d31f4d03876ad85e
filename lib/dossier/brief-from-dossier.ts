import {
  type CastMember,
  MAX_BRIEF_WORDS,
  MAX_CAST,
  MAX_PROMPT_LENGTH,
  type StoryBrief,
  type StoryBriefInput,
  storyBriefSchema,
  type Voice,
} from '../story/schema.ts';
import type { Dossier, Utterance } from './schema.ts';
import { asSentence, joinList } from './sentences.ts';

/** What somebody decides at the moment of starting; it goes before what the dossier says. */
export type BriefOptions = {
  title?: string | null;
  tone?: Dossier['tone'];
  ageGroup?: Dossier['ageGroup'];
  style?: Dossier['style'];
  sceneCount?: number | null;
  /** Who reads it aloud; no dossier knows. */
  voice?: Voice | null;
  /** Whose story it is, of the household's readers. */
  readerId?: string | null;
  bedtime?: boolean | null;
};

/**
 * A conversation's brief: what its dossier holds, and everything the person said in their own words. Pure. Nothing of the
 * dossier is left out; of the words the newest are kept when there are more than a brief can carry.
 * @param input.messages the conversation, oldest first
 */
export function buildBrief(input: {
  dossier: Dossier;
  messages: readonly Utterance[];
  options?: BriefOptions;
}): StoryBrief {
  const { dossier, messages, options = {} } = input;
  const said = messages.filter((one) => one.role === 'user').map((one) => one.text);
  const sheetless = tellSheetless(dossier);
  const words = [...sheetless, ...keepNewestWords(said, MAX_BRIEF_WORDS - sheetless.join('').length)];
  const title = options.title || dossier.title;
  const brief: StoryBriefInput = {
    prompt: composePrompt({ ...dossier, title }, words),
    ageGroup: options.ageGroup ?? dossier.ageGroup ?? undefined,
    sceneCount: options.sceneCount ?? dossier.sceneCount ?? undefined,
    tone: options.tone ?? dossier.tone ?? undefined,
    style: options.style ?? dossier.style ?? undefined,
    voice: options.voice ?? undefined,
    readerId: options.readerId ?? undefined,
    bedtime: options.bedtime ? true : undefined,
    theme: cut(joinList(dossier.themes), 200) || undefined,
    setting: cut(joinList(dossier.locations), 300) || undefined,
    title: title || undefined,
    cast: someOf(dossier.characters.slice(0, MAX_CAST)),
    // A brief has room for so many sheets; whoever comes after them is still named.
    characters: dossier.characters.slice(MAX_CAST, MAX_CAST + 8).map((one) => cut(introduce(one), 200)),
    locations: someOf(dossier.locations),
    themes: someOf(dossier.themes),
    plotPoints: someOf(dossier.plotPoints),
    words: someOf(words),
  };
  return storyBriefSchema.parse(brief);
}

/** So many words of somebody's own are more than a greeting, even when the dossier could not be written. */
const LEAST_OWN_WORDS = 12;

/** Whether a conversation holds anything a story could be told of: "hello" does not. */
export function isTellable(dossier: Dossier, messages: readonly Utterance[]): boolean {
  const known = [dossier.characters, dossier.locations, dossier.plotPoints, dossier.themes];
  if (known.some((list) => list.length > 0)) return true;
  const said = messages.filter((one) => one.role === 'user').map((one) => one.text);
  return (said.join(' ').match(/\p{L}{2,}/gu) ?? []).length >= LEAST_OWN_WORDS;
}

/** The story as a paragraph: hero and company, place, what happens, how it changes them; the person's words without those. */
function composePrompt(dossier: Dossier, words: readonly string[]): string {
  const known = [
    dossier.title && `A story called “${dossier.title}”.`,
    ...dossier.characters.map((one) => asSentence(introduce(one))),
    dossier.locations.length > 0 && asSentence(`It happens in these places: ${joinList(dossier.locations)}`),
    ...dossier.plotPoints.map(asSentence),
    ...dossier.characters.map((one) => one.arc && asSentence(`${one.name}: ${one.arc}`)),
    dossier.themes.length > 0 && asSentence(`It is about ${joinList(dossier.themes)}`),
  ].filter((part) => part !== '' && part !== false);
  const isThin = dossier.characters.length + dossier.plotPoints.length === 0;
  return cut([...known, ...(isThin ? words.map(asSentence) : [])].join(' '), MAX_PROMPT_LENGTH) || 'A story.';
}

/** "Nova is a small red fox. Nova’s best friend is Pip" */
function introduce(member: CastMember): string {
  const description = member.description.replace(/[.\s]+$/, '');
  const isPhrase = /^(a|an|the|one|two|three|some|his|her|their|my|our)\b/i.test(description);
  const first = description === '' ? member.name : `${member.name}${isPhrase ? ', ' : ': '}${description}`;
  return [first, ...member.relationships].join('; ');
}

/** All of those for whom a brief has no sheet and whose line is too short for them. */
function tellSheetless(dossier: Dossier): string[] {
  return dossier.characters
    .slice(MAX_CAST)
    .map((one) => asSentence(one.arc ? `${introduce(one)}; ${one.arc}` : introduce(one)))
    .filter((text, index) => text.length > 200 || dossier.characters[MAX_CAST + index]?.arc)
    .map((text) => cut(text, MAX_PROMPT_LENGTH));
}

/** So many utterances a brief carries, with room for those without a sheet. */
const MOST_UTTERANCES = 480;

/** Whole utterances from the newest back, as far as they fit. */
function keepNewestWords(said: readonly string[], most: number): string[] {
  const kept: string[] = [];
  let room = most;
  for (const text of said.map((one) => one.trim()).toReversed()) {
    if (text === '') continue;
    if (text.length > room || kept.length === MOST_UTTERANCES) break;
    room -= text.length;
    kept.unshift(text);
  }
  return kept;
}

/** Cut at a word's end. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`;
}

function someOf<Item>(list: Item[]): Item[] | undefined {
  return list.length > 0 ? list : undefined;
}
