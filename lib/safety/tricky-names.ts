import names from './tricky-names.json' with { type: 'json' };

const oneOf = (list: string) =>
  list
    .split(' ')
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .toSorted((a, b) => b.length - a.length)
    .join('|');

const TITLES =
  'Mr|Mrs|Ms|Miss|Dr|Doctor|Prof|Professor|Captain|Capt|Sir|Dame|Lady|Lord|Aunt|Auntie|Uncle|Granny|Grandma|Grandpa|Mayor|Nurse|Farmer|Pastor|Vicar|Father|Sister|Saint|St|General|Colonel|Judge|Inspector|Coach|Señor|Senor|Madame|Monsieur|Herr|Frau';
const BEFORE = `(?:(?:${TITLES})\\.? (?:[A-Z][a-z]* )?|(?:[Ii]n|[Oo]f|[Ff]rom|[Tt]o|[Nn]ear|[Aa]t|[Tt]hrough|[Vv]ia|[Uu]pper|[Ll]ower|[Mm]ount|[Ll]ake|[Rr]iver|[Gg]reat|[Ll]ittle|named|called|surname|[Ff]amily) )`;
const AFTER =
  '(?= (?:Street|Road|Lane|Avenue|Hill|Valley|River|Creek|Bay|Island|Islands|Falls|Castle|Village|Town|Station|Bridge|Park|School|Green|Family|family|brothers|sisters|village|town|river|valley|station)\\b|, [A-Z][a-z]+)';
const ALWAYS = new RegExp(`(?<![\\p{L}'-])(?:${oneOf(names.always)})(?:'s|’s|s)?(?![\\p{L}-])`, 'giu');
const NAMED = new RegExp(`(?<=${BEFORE})(?:${oneOf(names.contextual)})(?:'s|’s|s)?(?![\\p{L}-])`, 'gu');
const PLACED = new RegExp(`(?<![\\p{L}'-])(?:${oneOf(names.contextual)})${AFTER}`, 'gu');
/** Stands for a name: no word, no piece of one, and nothing that a slip of the pen could have made. */
export const NAMELESS = 'qwxqw';
/** In a text without small letters no capital tells a name. */
const HAS_SMALL_LETTERS = /\p{Ll}.*\p{Ll}.*\p{Ll}/u;

/**
 * Names of people and places that look like something bad (Penistone; Dr Slaughter; Condom, France) give way to a word
 * that no rule has. Those that are ordinary words as well must be written as names are, beside a title, a preposition or
 * what places are called.
 */
export function dropTrickyNames(text: string): string {
  const plain = text.replace(ALWAYS, NAMELESS);
  return HAS_SMALL_LETTERS.test(plain) ? plain.replace(NAMED, NAMELESS).replace(PLACED, NAMELESS) : plain;
}
