import type { Random } from '../random.ts';
import { capitalise, fixArticles } from './grammar.ts';

/**
 * The notation the phrase files are written in:
 *   {slot}       a value of the story; {Slot} is the same with a capital
 *   [a|b|c]      one of several wordings, chosen by the seed; may be nested, an empty one is allowed
 *   <was|were>   agrees with the hero's pronoun; <f:was|were> with the first companion's, <n:was|were> with the helper's
 */
export type Slots = Readonly<Record<string, string>>;
/** Who of hero, companion (f) and helper (n) is spoken of as "they". */
export type Agreement = { hero: boolean; f: boolean; n: boolean };

/**
 * Stands invisibly after every "he", "she" or "they" that means the hero, so that a page which would never say the name
 * can say it there. `withoutMarks` takes it out.
 */
export const HERO_MARK = '\uE000';

export function withoutMarks(text: string): string {
  return text.replace(/[\uE000-\uE01F]/g, '');
}

/** Fills a template. An unknown slot is a mistake of the phrase file and throws; nothing is ever left blank. */
export function fillTemplate(template: string, slots: Slots, agreement: Agreement, random: Random): string {
  const chosen = chooseWordings(template, random);
  const agreed = chosen.replace(
    /<(?:([fn]):)?([^<>|]*)\|([^<>|]*)>/g,
    (_, who: 'f' | 'n' | undefined, one: string, many: string) => (agreement[who ?? 'hero'] ? many : one),
  );
  // A slot's value may speak of others in slots of its own, one level deep.
  const filled = fillSlots(fillSlots(agreed, slots, template), slots, template);
  // A slot's value may itself offer wordings ("[scampered|scurried]").
  return polish(agreeWithThey(chooseWordings(filled, random)));
}

const PLURAL_VERBS: Record<string, string> = {
  was: 'were',
  "wasn't": "weren't",
  is: 'are',
  has: 'have',
  "doesn't": "don't",
};

/** "they was" → "they were", for a hero who is spoken of as "they". */
function agreeWithThey(text: string): string {
  return text.replace(
    new RegExp(`([Tt]hey${HERO_MARK}) (was|wasn't|is|has|doesn't)\\b`, 'g'),
    (_, they: string, verb: string) => `${they} ${PLURAL_VERBS[verb]}`,
  );
}

function fillSlots(text: string, slots: Slots, template: string): string {
  return text.replace(/\{([A-Za-z][A-Za-z0-9]*)\}/g, (_, name: string) => slotValue(name, slots, template));
}

function slotValue(name: string, slots: Slots, template: string): string {
  const value = slots[name] ?? slots[name.charAt(0).toLowerCase() + name.slice(1)];
  if (value === undefined || value === '') throw new RangeError(`No value for {${name}} in: ${template}`);
  if (name === 'he' || name === 'He') return (name === 'he' ? value : capitalise(value)) + HERO_MARK;
  return slots[name] === undefined ? capitalise(value) : value;
}

/** Replaces every [a|b|c], innermost first. */
function chooseWordings(template: string, random: Random): string {
  let text = template;
  for (let depth = 0; depth < 6 && text.includes('['); depth++) {
    text = text.replace(/\[([^[\]]*)\]/g, (_, choices: string) => random.pick(choices.split('|')));
  }
  return text;
}

/** Spaces, articles, capitals after end marks, and printers' quotes. */
export function polish(text: string): string {
  const spaced = text
    .replace(/\s+/g, ' ')
    .replace(/\.{3}/g, '…')
    .replace(/ ([,.!?;:])/g, '$1')
    .replace(/([.!?…])\.(?!\.)/g, '$1')
    .trim();
  const quoted = spaced
    .replace(/(^|[\s(—])"/g, '$1“')
    .replace(/"/g, '”')
    .replace(/(^|[\s(—“])'(?=\p{L})/gu, '$1‘')
    .replace(/'/g, '’');
  const cased = quoted.replace(
    /([.!?]["”’]?\s+)(["“‘]?)(\p{Ll})/gu,
    (found, end: string, open, letter: string) =>
      // “Stop!” said Pip: after closing quotes small letters are right, unless the speech ended the sentence with a stop.
      /[”’"]/.test(end) && !end.startsWith('.') ? found : `${end}${open}${letter.toUpperCase()}`,
  );
  return capitalise(fixArticles(cased));
}
