import { splitSentences } from '../../story/reading/split-text.ts';
import type { Place, SceneSetting } from '../../story/schema.ts';
import { PROPS } from '../illustrator/icons/prop-table.ts';
import { singularForms } from '../illustrator/icons/vocabulary.ts';
import { namedNouns } from '../illustrator/named-nouns.ts';
import { MOOD_WORDS, mostNamed, TIME_WORDS, WEATHER_WORDS } from '../illustrator/prompt-words.ts';
import { translateForeignWords } from '../storyteller/understand-prompt/foreign-words.ts';
import { PLACE_WORDS } from '../storyteller/understand-prompt/place-words.ts';
import type { CastEntry } from './find-cast.ts';

const MOST_SHOWN = 6;
const MOST_PROPS = 8;
/** A picture shows a moment: beyond this much of a long scene its words are not weighed. */
const READ_LETTERS = 4_000;

const LEADS_IN =
  /^(in|into|to|at|on|through|under|across|near|inside|from|of|by|over|beside|behind|along|toward|towards|reached|entered|left|around|beneath)$/;
/** No place of a story unless a word leads to it. */
const AMBIGUOUS =
  /^(home|bed|air|ice|stars|mine|wood|rocket|boat|ship|pillow|square|shop|bridge|field|pole|station|park|snow|moon|candy|chocolate|sweets|market|fair|tower|barn|waves|peak|court|stable|heaven|cloud|clouds|rainbow|sky)$/;

/** Where, when, in what weather and mood a scene happens; what it does not say goes on from the scene before. */
export function readSetting(scene: string, before: SceneSetting | undefined, usual: Place): SceneSetting {
  const text = translateForeignWords(scene.slice(0, READ_LETTERS)).toLowerCase();
  return {
    place: findPlace(text) ?? before?.place ?? usual,
    timeOfDay: mostNamed(text, TIME_WORDS) ?? before?.timeOfDay ?? 'day',
    weather: mostNamed(text, WEATHER_WORDS) ?? 'clear',
    mood: mostNamed(text, MOOD_WORDS) ?? before?.mood ?? 'calm',
  };
}

function findPlace(text: string): Place | undefined {
  const words = text.match(/\p{L}[\p{L}'’-]*/gu) ?? [];
  const scores = new Map<Place, number>();
  words.forEach((word, index) => {
    const place = PLACE_WORDS[word] ?? PLACE_WORDS[word.replace(/s$/, '')];
    if (!place) return;
    const led = words.slice(Math.max(0, index - 4), index).some((one) => LEADS_IN.test(one));
    if (!led && AMBIGUOUS.test(word)) return;
    scores.set(place, (scores.get(place) ?? 0) + (led ? 2 : 1));
  });
  return [...scores].toSorted((a, b) => b[1] - a[1])[0]?.[0];
}

/** Who is in a scene: those it names, the hero first; where it says only "she", whoever of the last scene that is. */
export function listShown(scene: string, cast: readonly CastEntry[], before: readonly string[]): string[] {
  const plain = scene.replaceAll('’', "'");
  const named = cast.filter(({ pattern }) => pattern.test(plain)).map(({ member }) => member.id);
  const goesOn = cast.filter(
    ({ member }) =>
      before.includes(member.id) &&
      !named.includes(member.id) &&
      (member.pronoun === 'she'
        ? /\b(?:she|her)\b/i
        : member.pronoun === 'he'
          ? /\b(?:he|his|him)\b/i
          : /\bthey\b/i
      ).test(plain) &&
      !cast.some((other) => named.includes(other.member.id) && other.member.pronoun === member.pronoun),
  );
  const hero = cast[0]?.member.id;
  const shown = [...named, ...goesOn.slice(0, 1).map(({ member }) => member.id)];
  if (shown.length === 0 && /\b(?:they|we|them|us)\b/i.test(plain)) shown.push(...before);
  return shown.toSorted((a, b) => Number(b === hero) - Number(a === hero)).slice(0, MOST_SHOWN);
}

/** Things a scene names that can be drawn, most often named first. */
export function listProps(scene: string, cast: readonly CastEntry[]): string[] {
  const text = translateForeignWords(scene.slice(0, READ_LETTERS));
  const nouns = namedNouns(text);
  const kinds = new Set(cast.map(({ member }) => member.kind));
  const counts = new Map<string, number>();
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (const [index, word] of words.entries()) {
    const pair = `${word} ${words[index + 1] ?? ''}`;
    const known =
      singularForms(pair).find((form) => PROPS.has(form)) ??
      (nouns.has(word) ? singularForms(word).find((form) => PROPS.has(form)) : undefined);
    if (known && !kinds.has(known) && known !== 'home') counts.set(known, (counts.get(known) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, MOST_PROPS)
    .map(([noun]) => noun);
}

const LONGEST_SUMMARY = 220;
const BEST_SUMMARY = 150;

/** The scene's own sentence that a picture shows best: somebody doing something, nobody speaking. */
export function summarise(scene: string, cast: readonly CastEntry[]): string {
  const sentences = splitSentences(scene.slice(0, READ_LETTERS)).map((sentence) =>
    sentence.replace(/\s+/g, ' '),
  );
  const scored = sentences.slice(0, 30).map((sentence, index) => ({
    sentence,
    score:
      (cast.some(({ pattern }) => pattern.test(sentence.replaceAll('’', "'"))) ? 2 : 0) +
      (/["“”„«»「]/.test(sentence) ? -2 : 0) +
      (sentence.length > BEST_SUMMARY ? -1 : 0) +
      (sentence.length < 25 ? -2.5 : 0) +
      (/[?]$/.test(sentence) ? -1 : 0) -
      index * 0.05,
  }));
  const best = scored.toSorted((a, b) => b.score - a.score)[0]?.sentence ?? scene.replace(/\s+/g, ' ').trim();
  return shortenText(best, LONGEST_SUMMARY);
}

/** Cut at a word, with an ellipsis. */
export function shortenText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > longest / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–—-]+$/, '').toWellFormed()}…`;
}
