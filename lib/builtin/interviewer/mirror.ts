import type { Random } from '../random.ts';

const LEAD_IN =
  /^(well|so|ok|okay|um+|yes|and|i (?:want|would like|'d like)(?: you to)?(?: (?:tell|make|write))?(?: me)?|(?:please )?(?:tell|make|write)(?: me)?|it'?s|it is|there is|there'?s|about|(?:a |the )?story about|maybe|please)[\s,:]+/i;
const REACTIONS = [
  'I can see it already.',
  'That is a lovely thing to put in a story.',
  'Oh, I like that.',
  'I want to hear more.',
  'That made me smile.',
  'Good thinking!',
  'Now it is getting exciting.',
  'I will remember that.',
];
const LONGEST_ECHO_WORDS = 14;

/**
 * Says back what was just told, so that a person feels heard: "A dragon who is afraid of the dark! I like that."
 * @param said our earlier answers: a remark is not made twice while others are left
 */
export function mirror(text: string, said: readonly string[], random: Random): string {
  const agreed = agreeTo(text.trim().replaceAll('’', "'"));
  if (agreed) return agreed;
  const fresh = REACTIONS.filter((reaction) => !said.some((answer) => answer.includes(reaction)));
  const reaction = random.pick(fresh.length > 0 ? fresh : REACTIONS);
  const echo = echoOf(text);
  return echo ? `${echo}! ${reaction}` : reaction;
}

const NAMING =
  /\b(?:(call|name) (?:her|him|it|them)|(?:her|his|its|their) name (?:is|should be)) ([\p{L}'-]+)/iu;
const WISHED_MANNER = /^(?:please )?(?:can you )?make it (?:more |a bit |very )?([a-z]+)(?: please)?[.!?]*$/i;

/** A name or a manner that was asked for is simply taken up: "Of course, Luna it is!" */
function agreeTo(text: string): string | undefined {
  const [, isChange, name] = NAMING.exec(text) ?? [];
  if (name) {
    const proper = capitalise(name);
    return isChange || /\b(no|actually|instead)\b/i.test(text)
      ? `Of course, ${proper} it is!`
      : `${proper}! What a fine name.`;
  }
  const manner = WISHED_MANNER.exec(text)?.[1];
  return manner ? `${capitalise(manner.toLowerCase())} it is!` : undefined;
}

/** Short things are said back in their own words, with "my" as "your"; long or first-person ones are not. */
function echoOf(text: string): string | undefined {
  let rest = (text.trim().split(/(?<=[.!?])\s|\n/)[0] ?? '').replaceAll('’', "'");
  for (let previous = ''; previous !== rest; ) {
    previous = rest;
    rest = rest.replace(LEAD_IN, '');
  }
  rest = rest
    .replace(/[\s.!?,]+$/, '')
    .replace(/\bmy\b/gi, 'your')
    .replace(/\bour\b/gi, 'your');
  const isTooLong = rest.split(/\s+/).length > LONGEST_ECHO_WORDS;
  if (rest === '' || isTooLong || /\b(i|i'm|me|you|we|us)\b/i.test(rest) || /\?/.test(text)) return undefined;
  return capitalise(rest);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
