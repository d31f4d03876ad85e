import emojiFacts from 'unicode-emoji-json/data-by-emoji.json' with { type: 'json' };
import { findKind } from '../kinds.ts';
import { isEnglishWord } from './english-words.ts';
import { translateForeignWords } from './foreign-words.ts';
import { genderOfName } from './given-names.ts';

const EMOJI = /\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])*/gu;
/** Faces, arrows and hearts say how somebody feels, not who is in the story. */
const EMOJI_GROUPS = new Set([
  'Animals & Nature',
  'Food & Drink',
  'Travel & Places',
  'Objects',
  'Activities',
  'People & Body',
]);
const facts = emojiFacts as Record<string, { name: string; group: string }>;

const INSTRUCTIONS: RegExp[] = [
  /\b(please|pls|kindly|hi there|hello|hey)\b[,!]?/gi,
  /^(can|could|would|will) you\b/gi,
  /\b(i('d| would)? (like|want|need|love)( you)?( to (have|hear|read|write|tell|make|create))?|give|tell|write|make|create|generate|compose|read|invent) (me |us |my (?:[\w-]+ ){1,4}?|the kids )?(a|an|another|one|some)? ?((very |really )?(short|long|quick|little|nice|cute|lovely|sweet|funny|silly|scary|spooky|exciting|magical|beautiful|new|bedtime|children'?s?|kids'?|illustrated|rhyming|\d+[- ]words?|[a-z]+-word),? (and )?)*(bedtime |fairy ?|good ?night )?(story|stories|tale|tales|book|fable|film|movie|adventure)\b/gi,
  /\b(a|an|another|the) ((very |really )?(short|long|quick|little|nice|cute|lovely|sweet|funny|silly|scary|spooky|exciting|gentle|calm|calming|cosy|cozy|happy|warm|heartwarming|adventurous|mysterious|dreamy|simple|magical|new|bedtime|children'?s?|kids'?|\d+[- ]words?),? )*(bedtime |fairy ?)?(story|tale|fable|fairytale|story ?book|picture ?book) (about|of|where|in which|with|for|featuring)\b/gi,
  /\bstory (about|of|where|in which)\b/gi,
  /^\s*(tell|write|read|give|show) (me|us|my \w+)( something| a bit| more)?( about| of)?\b/gi,
  /\b(in|of|at|with) (about|around|roughly|under|less than|exactly|at least|no more than)? ?\d+ (words|sentences|pages|scenes|paragraphs|minutes)\b/gi,
  /\b\d+[- ](words?|pages?|scenes?|minutes?|paragraphs?)( long)?\b/gi,
  /\bin the (style|manner|voice|spirit) of [^,.;!?]+/gi,
  /\b(like|by) (dr\.? seuss|roald dahl|beatrix potter|julia donaldson|disney|pixar)\b/gi,
  /\b(for|aimed at|suitable for) (my |a |an |our )?((\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)[- ](years?|yrs?)[- ]olds?|(kids?|children|toddlers?|preschoolers?|kindergart[a-z]+)( (aged?|of|under|between) [^,.;!?]+)?|ages? \d+([- –to]+\d+)?)( (girl|boy|child|kid|son|daughter|kids|children))?\b/gi,
  /\b(make|keep) it (very |really |a bit )?[a-z]+( and [a-z]+)?\b/gi,
  /\b(use|with|include|using) (simple|short|easy|lots of|plenty of|a lot of) (words|sentences|language|rhymes?|repetition|dialogue)[^,.;!?]*/gi,
  /\b(with|and|give it|have|has) (a )?(happy|good|sweet|surprising|gentle|funny|nice) (ending|moral|twist|end)\b/gi,
  /\b(it|the story|this) (should|must|needs to|has to|ends?|teaches?) [^,.;!?]*/gi,
  /\bthe moral (is|should be) [^,.;!?]*/gi,
  /\b(do not|don't|avoid|no) (use|include|mention|scary|violence|sad)[^,.;!?]*/gi,
  /\bonce upon a time,?( there (was|were|lived))?/gi,
  /\b(that|which) rhymes\b/gi,
];

/** What somebody typed in plain writing: emoji named, quotes and shouting calmed, other languages' words in English. */
export function normaliseWriting(prompt: string): string {
  const named = prompt
    .normalize('NFC')
    .replace(EMOJI, (emoji) => ` ${emojiWord(emoji)} `)
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/https?:\/\/\S+/g, ' ')
    .replace(/[*_#<>{}[\]|\\~^=]+/g, ' ');
  const letters = named.replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/[^\p{Lu}]/gu, '');
  const shouting = letters.length > 4 && capitals.length / letters.length > 0.7;
  const calm = shouting
    ? named.toLowerCase()
    : named.replace(/\b\p{Lu}{3,}\b/gu, (word) => word.toLowerCase()).replace(/\bt\.? ?rex\b/gi, 't-rex');
  return translateForeignWords(isTitled(calm) ? withoutCapitals(calm) : calm);
}

/** "The Piano With the Missing Key": capitals that say nothing of names. */
function isTitled(text: string): boolean {
  const long = text.match(/\p{L}{4,}/gu) ?? [];
  return long.length >= 3 && long.every((word) => /^\p{Lu}/u.test(word));
}

function withoutCapitals(text: string): string {
  return text.replace(/(?<=\s)\p{Lu}\p{Ll}+/gu, (word) => {
    const lower = word.toLowerCase();
    return isEnglishWord(lower) && !genderOfName(lower) ? lower : word;
  });
}

/** The words of a prompt that tell what the story is about: in plain writing, and instructions taken out. */
export function normalisePrompt(prompt: string): string {
  let text = normaliseWriting(prompt);
  for (const pattern of INSTRUCTIONS) text = text.replace(pattern, ' ');
  text = text
    .replace(/^[\s,.;:!?"'–-]*((about|of|where|in which|that|with|for)\b)?/i, '')
    .replace(/\s+/g, ' ')
    .replace(/([!?.]){2,}/g, '$1')
    .trim();
  return text;
}

function emojiWord(emoji: string): string {
  const fact = facts[emoji] ?? facts[emoji.replaceAll('\uFE0F', '')] ?? facts[[...emoji][0] ?? ''];
  if (!fact || !EMOJI_GROUPS.has(fact.group)) return '';
  const words = fact.name
    .toLowerCase()
    .replace(/\b(face|baby|front-facing)\b/g, '')
    .trim();
  const kind = words.split(/[\s:]+/).find((word) => findKind(word));
  return kind ?? words.replace(/[^a-z ]/g, ' ');
}

/** The length in words a prompt asks for ("write a 300 word story"), kept to what a story can be. */
export function findAskedLength(prompt: string): number | undefined {
  const found = /\b(\d{2,4})[\s-]*words?\b/i.exec(prompt);
  if (!found) return undefined;
  const words = Number(found[1]);
  return words >= 30 && words <= 3000 ? words : undefined;
}
