import { inflect } from './inflect.ts';
import { WORD_CLASSES, type WordClass } from './word-classes.ts';

/**
 * A rule in words: `kill+ ~3 {person}` is a form of "kill", at most three other words, then a word of the class `person`.
 * `a|b` is either word, `+` all forms of a word, `~n` at most n words between. Without `~` the words stand side by side.
 * A leading `!` drops a match that has a word of the class `not` among the four words before it or inside it.
 */
export type PhraseRule = string;

type Phrase = { elements: { id: number; gap: number }[]; mayBeNegated: boolean };

/** Where each element of any phrase stands in a text: made once for a text, asked by every topic. */
export type WordIndex = { words: readonly string[]; places: ReadonlyMap<number, readonly number[]> };

export type PhraseBook<Topic extends string> = {
  indexWords(folded: string): WordIndex;
  /** Whether a phrase of the topic stands in the text. Linear in the words, whatever the text: nothing is tried again. */
  matches(topic: Topic, index: WordIndex): boolean;
  /** Every word the phrases are made of. */
  vocabulary: ReadonlySet<string>;
};

const NEGATIONS: ReadonlySet<string> = new Set(WORD_CLASSES.not);
const WORDS_BEFORE = 4;

export function createPhraseBook<Topic extends string>(
  topics: Record<Topic, readonly PhraseRule[]>,
): PhraseBook<Topic> {
  const elementIds = new Map<string, number>();
  const idsByWord = new Map<string, number[]>();
  const internElement = (source: string): number => {
    const known = elementIds.get(source);
    if (known !== undefined) return known;
    const id = elementIds.size;
    elementIds.set(source, id);
    for (const word of new Set(source.split('|').flatMap(expand))) {
      const ids = idsByWord.get(word);
      if (ids) ids.push(id);
      else idsByWord.set(word, [id]);
    }
    return id;
  };
  const compile = (rule: PhraseRule): Phrase => {
    const elements: Phrase['elements'] = [];
    let gap = 0;
    for (const piece of rule.replace(/^!/, '').trim().split(/\s+/)) {
      if (piece.startsWith('~')) {
        gap = Number(piece.slice(1));
        continue;
      }
      elements.push({ id: internElement(piece), gap });
      gap = 0;
    }
    return { elements, mayBeNegated: !rule.startsWith('!') };
  };
  const entries = Object.entries(topics) as [Topic, readonly PhraseRule[]][];
  const byTopic = new Map(entries.map(([topic, rules]) => [topic, rules.map(compile)]));

  return {
    indexWords: (folded) => {
      const words = folded === '' ? [] : folded.split(' ');
      const places = new Map<number, number[]>();
      words.forEach((word, place) => {
        // "Mussolini's" is also "Mussolini".
        const owner = word.endsWith("'s") ? word.slice(0, -2) : undefined;
        const ids = idsByWord.get(word) ?? (owner === undefined ? undefined : idsByWord.get(owner));
        for (const id of ids ?? []) {
          const known = places.get(id);
          if (known) known.push(place);
          else places.set(id, [place]);
        }
      });
      return { words, places };
    },
    matches: (topic, index) => byTopic.get(topic)?.some((phrase) => stands(phrase, index)) ?? false,
    vocabulary: new Set(idsByWord.keys()),
  };
}

function expand(word: string): string[] {
  const name = /^\{(\w+)\}$/.exec(word)?.[1];
  if (name !== undefined) return WORD_CLASSES[name as WordClass];
  return word.endsWith('+') ? inflect(word.slice(0, -1)) : [word];
}

function stands({ elements, mayBeNegated }: Phrase, { words, places }: WordIndex): boolean {
  if (!elements.every(({ id }) => places.has(id))) return false;
  // From the end: the places from which the phrase can be gone on with to its end, and where that is.
  let reachable = new Map((places.get(elements.at(-1)?.id ?? -1) ?? []).map((place) => [place, place]));
  for (let at = elements.length - 2; at >= 0 && reachable.size > 0; at--) {
    const reach = (elements[at + 1]?.gap ?? 0) + 1;
    const before = new Map<number, number>();
    for (const place of places.get(elements[at]?.id ?? -1) ?? []) {
      for (let step = 1; step <= reach; step++) {
        const end = reachable.get(place + step);
        if (end === undefined) continue;
        before.set(place, end);
        break;
      }
    }
    reachable = before;
  }
  if (mayBeNegated) return reachable.size > 0;
  return [...reachable].some(
    ([start, end]) =>
      !words.slice(Math.max(0, start - WORDS_BEFORE), end).some((word) => NEGATIONS.has(word)),
  );
}
