import { gradeBand } from '../../../story/readability.ts';
import type { StoryBrief } from '../../../story/schema.ts';

/** Grown readers get the oldest group's telling in longer sentences and richer words, and the guardrails all the same. */
export function isOlder(brief: Pick<StoryBrief, 'audience'>): boolean {
  return brief.audience === 'adults' || brief.audience === 'young-adults';
}

export function bandOf(brief: Pick<StoryBrief, 'audience' | 'ageGroup'>): { min: number; max: number } {
  if (brief.audience === 'adults') return { min: 6, max: 12 };
  if (brief.audience === 'young-adults') return { min: 5, max: 10.5 };
  return gradeBand(brief.ageGroup);
}

/** Words a grown reader would rather have; each fits wherever the other stood. */
const RICHER: readonly (readonly [RegExp, string])[] = [
  [/\bscared\b/g, 'apprehensive'],
  [/\btummy\b/g, 'stomach'],
  [/\blooked for\b/g, 'searched for'],
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

const MOST_JOINED_WORDS = { 'young-adults': 30, adults: 38 } as const;

export function rewriteForAudience(text: string, audience: StoryBrief['audience']): string {
  if (audience !== 'adults' && audience !== 'young-adults') return text;
  let richer = text;
  for (const [plain, rich] of RICHER) richer = richer.replace(plain, rich);
  return richer
    .split('\n\n')
    .map((paragraph) => joinSentences(paragraph, MOST_JOINED_WORDS[audience]))
    .join('\n\n');
}

/** Neighbours that belong together become one sentence, every other pair at most: rhythm needs short ones too. */
function joinSentences(paragraph: string, mostWords: number): string {
  const sentences = paragraph.split(/(?<=[.!?…]["”’]?) (?=["“‘]?\p{Lu})/u);
  const joined: string[] = [];
  let justJoined = false;
  for (const sentence of sentences) {
    const before = joined.at(-1);
    const link = before !== undefined && !justJoined ? linkOf(before, sentence, mostWords) : undefined;
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

function linkOf(before: string, sentence: string, mostWords: number): string | undefined {
  const words = before.split(' ').length + sentence.split(' ').length;
  const isPlain = (text: string) =>
    !/[“”"?!…;:]/.test(text) && text.split(' ').length >= 4 && text.endsWith('.');
  if (words > mostWords || !isPlain(before) || !isPlain(sentence)) return undefined;
  const small = sentence.charAt(0).toLowerCase() + sentence.slice(1);
  if (/^(But|And|So|Yet) /.test(sentence)) return `, ${small}`;
  if (/^Then /.test(sentence)) return `, and ${small}`;
  if (/^I /.test(sentence)) return `; ${sentence}`;
  if (/^(He|She|They|It|There|The|His|Her|Their|My) /.test(sentence)) return `; ${small}`;
  return undefined;
}
