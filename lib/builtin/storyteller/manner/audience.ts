import { readingBand } from '../../../story/reading/judge-reading.ts';
import type { StoryBrief } from '../../../story/schema.ts';
import { fixArticles } from '../grammar.ts';
import type { MannerLines } from './manner-lines.ts';

/** Grown readers get the oldest group's telling in longer sentences and richer words, and the guardrails all the same. */
export function isOlder(brief: Pick<StoryBrief, 'audience'>): boolean {
  return brief.audience === 'adults' || brief.audience === 'young-adults';
}

export function bandOf(brief: Pick<StoryBrief, 'audience' | 'ageGroup'>): { min: number; max: number } {
  if (brief.audience === 'adults') return { min: 6, max: 12 };
  if (brief.audience === 'young-adults') return { min: 5, max: 10.5 };
  return readingBand(brief.ageGroup).grade;
}

/** Words a grown reader would rather have; each fits wherever the other stood. */
const RICHER: readonly (readonly [RegExp, string])[] = [
  [/\bscared\b/g, 'apprehensive'],
  [/\btummy\b/g, 'stomach'],
  [/\blooked for\b(?! (?:quite|a (?:long|while|moment|time)|some time|ages|hours|days))/g, 'searched for'],
  [/\blook for\b/g, 'search for'],
  [/\bthought about\b/g, 'considered'],
  [/\bgrumpy\b/g, 'ill-tempered'],
  [/\bhardly\b/g, 'scarcely'],
  [/\bmaybe\b/g, 'perhaps'],
  [/\bMaybe\b/g, 'Perhaps'],
  [/\byelled\b/g, 'shouted'],
  [/\bshut\b(?= (?:his|her|their|its|my) eyes)/g, 'closed'],
  [/\btried to\b/g, 'attempted to'],
  [/\bstarted to\b/g, 'began to'],
  [/\b(E|e)verybody\b/g, '$1veryone'],
  [/\b(S|s)omebody\b/g, '$1omeone'],
  [/\b(N|n)obody\b/g, '$1o one'],
  [/\bbig\b(?! and)/g, 'large'],
  [/\ball at once\b/g, 'without warning'],
  [/\bfunny\b/g, 'curious'],
  [/\bnice\b/g, 'agreeable'],
  [/\bkids\b/g, 'children'],
  [/\bput right\b/g, 'set right'],
];

const MOST_JOINED_WORDS = { 'young-adults': 34, adults: 44 } as const;

/** @param names of everybody in the story, which keep their capital inside a sentence */
export function rewriteForAudience(
  text: string,
  audience: StoryBrief['audience'],
  names: readonly string[],
): string {
  if (audience !== 'adults' && audience !== 'young-adults') return text;
  const known = new Set(names.flatMap((name) => name.split(' ')[0] ?? []));
  let richer = text;
  for (const [plain, rich] of RICHER) richer = richer.replace(plain, rich);
  return fixArticles(richer)
    .split('\n\n')
    .map((paragraph) => joinSentences(paragraph, MOST_JOINED_WORDS[audience], known))
    .join('\n\n');
}

/** Neighbours that belong together become one sentence, every other pair at most: rhythm needs short ones too. */
function joinSentences(paragraph: string, mostWords: number, names: ReadonlySet<string>): string {
  const sentences = paragraph.split(/(?<=[.!?…]["”’]?) (?=["“‘]?\p{Lu})/u);
  const joined: string[] = [];
  let justJoined = false;
  for (const sentence of sentences) {
    const before = joined.at(-1);
    const link = before !== undefined && !justJoined ? linkOf(before, sentence, mostWords, names) : undefined;
    if (link !== undefined && before !== undefined) {
      joined[joined.length - 1] = before.slice(0, -1) + link;
      justJoined = true;
    } else {
      joined.push(sentence);
      justJoined = false;
    }
  }
  return joined.join(' ');
}

function linkOf(
  before: string,
  sentence: string,
  mostWords: number,
  names: ReadonlySet<string>,
): string | undefined {
  const words = before.split(' ').length + sentence.split(' ').length;
  const isPlain = (text: string) =>
    !/[“”"?!…;:]/.test(text) && text.split(' ').length >= 4 && text.endsWith('.');
  // Who somebody is deserves a sentence of its own.
  const introduces = /\b(?:name is|I am|named)\b/.test(before) || /\bI am\b/.test(sentence);
  if (words > mostWords || introduces || !isPlain(before) || !isPlain(sentence)) return undefined;
  const small = sentence.charAt(0).toLowerCase() + sentence.slice(1);
  if (/^(?:But|And|So|Yet) /.test(sentence)) return `, ${small}`;
  if (/^Then /.test(sentence)) return `, and ${small}`;
  if (/^I /.test(sentence)) return `; ${sentence}`;
  const first = /^\p{L}+/u.exec(sentence)?.[0] ?? '';
  if (names.has(first)) return `; ${sentence}`;
  // Another name, or a word that looks like one, begins a sentence of its own.
  return NEVER_JOINED.test(sentence) || /^\p{L}+ \p{Lu}/u.test(sentence) ? undefined : `; ${small}`;
}

const NEVER_JOINED =
  /^(?:Now|When|If|As|While|After|Before|Until|Where|What|How|Who|Why|Which|I|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b/;

/** Said to readers who have lived a while. */
export const OLDER_LINES: MannerLines = {
  opening: [
    'There are stories one tells to pass the time, and there are those one tells because time has passed; this is one of the second kind.',
    'One is told such stories as a child and understands them, if one is lucky, some thirty years later.',
  ],
  middle: [
    'It occurred to {h}, not for the first time, that most of what one calls courage is simply a lack of alternatives, faced with good manners.',
    'Memory is a poor clerk, but it kept this hour with remarkable care, down to the light and the smell of the air.',
    '{H} had long suspected that the great decisions are taken while one is looking in another direction, and that one merely signs for them afterwards.',
    'There was nothing to be said, and so, with a tact that was rarer than eloquence, nobody said it.',
    'One grows used to almost everything, {h} reflected, and then one day something quite ordinary undoes the work of years.',
  ],
};
