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
laid lent stung dwelt slung hurt put shut hit spread sought sold went paid read`.split(/\s+/),
);
const NO_VERBS_IN_ED =
  /^(?:red|bed|shed|sled|hundred|naked|wicked|rugged|ragged|crooked|sacred|beloved|bearded)$/;

/** Words in -ed that more often tell how a thing is than what it did. */
const MOSTLY_PARTICIPLES =
  /^(?:named|called|covered|filled|made|painted|shaped|dressed|wrapped|carved|curled|tucked|built|wound|hung|lit|bent)$/;

/** Whether a word, by its look, is a verb in the past or one that helps another. */
export function isFiniteVerb(word: string): boolean {
  const lower = word.toLowerCase();
  if (FINITE.test(lower) || IRREGULAR_PAST.has(lower)) return true;
  return /[a-z]{2}ed$/.test(lower) && !NO_VERBS_IN_ED.test(lower) && baseForms(lower).length > 1;
}

const bare = (word: string) => word.replace(/[^\p{L}'’-]/gu, '');
const NEVER_IN_SUBJECT =
  /^(?:that|which|who|whose|whom|where|when|while|as|if|or|but|than|to|so|because|for)$/i;

/**
 * Whether words can stand as a sentence of their own: somebody or something first, perhaps two of them, then a verb within a
 * few words; nothing that leans on what went before.
 */
export function isWholeClause(clause: string, names: ReadonlySet<string>): boolean {
  const words = clause.trim().split(/\s+/);
  const plain = words.map(bare);
  const [first = ''] = plain;
  const isName = (word: string) =>
    names.has(word.toLowerCase().replace(/['’]s$/, '')) && /^\p{Lu}/u.test(word);
  const isPronoun = (word: string) => SUBJECT_PRONOUN.test(word) || SUBJECT_PRONOUN.test(word.toLowerCase());
  const opensSubject = (word: string) =>
    isName(word) || isPronoun(word) || DETERMINER.test(word.toLowerCase());
  if (words.length < 3 || !opensSubject(first)) return false;
  const reach = isPronoun(first) && plain[1] !== 'and' ? 3 : 8;
  for (let at = 1; at <= reach && at < words.length; at++) {
    const word = plain[at] ?? '';
    const after = plain[at + 1] ?? '';
    // A comma inside the subject makes it a list or something said in between.
    if (/[,;:—–]/.test(words[at - 1] ?? '') || NEVER_IN_SUBJECT.test(word)) return false;
    if (word === 'and' && !opensSubject(after)) return false;
    if (!isFiniteVerb(word)) continue;
    const isParticiple = after === 'by' || (MOSTLY_PARTICIPLES.test(word) && !isPronoun(plain[at - 1] ?? ''));
    if (!isParticiple) return words.length >= 3;
  }
  return false;
}

/** Whether something happens in it, so that it may stand alone when what follows it is taken away. */
export function hasMainClause(text: string): boolean {
  return !startsLeaning(text) && text.split(/\s+/).some((word) => isFiniteVerb(bare(word)));
}

/** Whether a sentence is plain telling: no speech, no question, nothing in brackets. */
export function isPlainTelling(sentence: string): boolean {
  return !/[“”"‘?!()…:]/.test(sentence) && /\.$/.test(sentence);
}

export const startsLeaning = (sentence: string) =>
  /^(?:When|If|As|While|After|Before|Until|Because|Although|Though|Since|Once|Whenever|Wherever|Whoever|Where|What|How|Who|Why|Which)\b/.test(
    sentence,
  );
