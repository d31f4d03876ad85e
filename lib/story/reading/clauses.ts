import { baseForms } from './base-forms.ts';

/** Enough grammar to take a told sentence apart where that is safe. Heuristics: when in doubt nothing is cut. */

const SUBJECT_PRONOUN =
  /^(?:he|she|it|they|we|I|you|there|nobody|somebody|everybody|everyone|someone|nothing)$/;
const DETERMINER = /^(?:the|a|an|his|her|their|its|my|our|your|one|two|three|every|each|some|both|all)$/;
const FINITE =
  /^(?:am|is|are|was|were|had|has|did|does|could|would|should|might|must|can|will|couldn['’]t|wouldn['’]t|didn['’]t|wasn['’]t|weren['’]t|hadn['’]t)$/;
const IRREGULAR_PAST = new Set(
  `said made took came saw knew got gave found thought told felt left kept began held brought wrote stood heard let meant set
met ran sat spoke lay led grew lost fell sent built understood drew broke spent cut rose drove bought wore chose ate flew sang rang swam
drank slept won taught caught fought threw blew hid rode shook woke stole swung hung dug stuck sank shone shot swept crept wept leapt knelt
bent lent bit froze forgot forgave tore bore swore spun stung clung flung wound ground bound lit slid fed sped sprang strode trod shrank
hurt put shut hit spread sought sold went paid read`.split(/\s+/),
);
const NO_VERBS_IN_ED =
  /^(?:red|bed|shed|sled|hundred|naked|wicked|rugged|ragged|crooked|sacred|beloved|bearded)$/;

/** Whether a word, by its look, is a verb in the past or one that helps another. */
export function isFiniteVerb(word: string): boolean {
  const lower = word.toLowerCase();
  if (FINITE.test(lower) || IRREGULAR_PAST.has(lower)) return true;
  return /[a-z]{2}ed$/.test(lower) && !NO_VERBS_IN_ED.test(lower) && baseForms(lower).length > 1;
}

const bare = (word: string) => word.replace(/[^\p{L}'’-]/gu, '');

/**
 * Whether words can stand as a sentence of their own: somebody or something first, then a verb within a few words, nothing
 * that leans on what went before.
 */
export function isWholeClause(clause: string, names: ReadonlySet<string>): boolean {
  const words = clause.trim().split(/\s+/).map(bare);
  const [first = '', second = ''] = words;
  if (words.length < 3) return false;
  const isName = names.has(first.toLowerCase().replace(/['’]s$/, '')) && /^\p{Lu}/u.test(first);
  const isPronoun = SUBJECT_PRONOUN.test(first) || SUBJECT_PRONOUN.test(first.toLowerCase());
  if (!isName && !isPronoun && !DETERMINER.test(first.toLowerCase())) return false;
  // "he and she", "Nova and the bear": two are one subject, which is harder to see the end of.
  if (/^(?:and|or)$/.test(second)) return false;
  const reach = isPronoun ? 3 : 5;
  for (let at = 1; at <= reach && at < words.length; at++) {
    const word = words[at] ?? '';
    if (/^(?:that|which|who|whose|whom|where|when|if|of|and|or|but|than|to)$/i.test(word)) return false;
    if (isFiniteVerb(word)) return at < words.length - 1 || words.length >= 4;
  }
  return false;
}

/** Whether a sentence is plain telling: no speech, no question, nothing in brackets. */
export function isPlainTelling(sentence: string): boolean {
  return !/[“”"‘?!()…:]/.test(sentence) && /\.$/.test(sentence);
}

export const startsLeaning = (sentence: string) =>
  /^(?:When|If|As|While|After|Before|Until|Because|Although|Though|Since|Once|Whenever|Wherever|Whoever|Where|What|How|Who|Why|Which)\b/.test(
    sentence,
  );
