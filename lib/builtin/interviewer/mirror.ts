import type { Random } from '../random.ts';

const LEAD_IN =
  /^(well|so|ok|okay|um+|yes|and|i (?:want|would like|'d like)(?: you to)?(?: (?:tell|make|write))?(?: me)?|(?:please )?(?:tell|make|write)(?: me)?|it'?s|it is|there is|there'?s|about|(?:a |the )?story about|maybe|please)[\s,:]+/i;
const REACTIONS = [
  'I can see it already.',
  'That is a lovely thing to put in a story.',
  'Oh, I like that.',
  'I want to hear more.',
  'That made me smile.',
  'What a good start.',
];
const LONGEST_ECHO_WORDS = 14;

/** Says back what was just told, so that a person feels heard: "A dragon who is afraid of the dark. I like that." */
export function mirror(text: string, random: Random): string {
  const reaction = random.pick(REACTIONS);
  const echo = echoOf(text);
  return echo ? `${echo}! ${reaction}` : reaction;
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
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
