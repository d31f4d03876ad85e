import type { StoryDraft } from '../../story/schema.ts';
import { quoteBalance, type SentenceSpan } from './sentence-spans.ts';

/** `[take|takes|took]`: many, one, and past. Short words: they fit every band. */
const ALONE = [
  '{A} [take|takes|took] a slow, deep breath.',
  '{A} [stop|stops|stopped] and [look|looks|looked] around.',
  'Then {A} [have|has|had] a kinder idea.',
  '{A} [think|thinks|thought] about it for a while.',
  '{A} [count|counts|counted] quietly to three.',
  '{A} [wait|waits|waited] until all [is|is|was] quiet again.',
  'After that, {A} [feel|feels|felt] much better.',
  '{A} [listen|listens|listened] to the soft wind.',
];
const TOGETHER = [
  '{A} and {B} [stay|stay|stayed] close together.',
  '{A} and {B} [take|take|took] a slow breath together.',
  'Then {A} and {B} [think|think|thought] of something kinder.',
  '{A} [smile|smiles|smiled] at {B}, and {B} [smile|smiles|smiled] back.',
  '{A} and {B} [sit|sit|sat] down for a little rest.',
];
const NOBODY = [
  'For a while, all [is|is|was] quiet.',
  'Then the wind [grow|grows|grew] soft and still.',
  'A slow and gentle moment [go|goes|went] by.',
  'After that, it [is|is|was] calm again.',
  'The light [is|is|was] warm and soft.',
  'Somewhere a bird [sing|sings|sang] a quiet song.',
];
const SPOKEN = ['Let us be kind.', 'All is well.', 'We will find a kinder way.', 'Let us rest a little.'];

const PRONOUNS = /(?<![\p{L}’'])(he|she|they|we|I|it)(?![\p{L}’'])/iu;
const MANY = new Set(['they', 'we', 'i', 'you']);
const PRESENT = /\b(?:is|are|am|has|have|does|goes|says|looks|wants|takes|comes|walks|runs|sees|asks)\b/gi;
const PAST = /\b(?:was|were|had|did|went|said|saw|took|came|ran|told|\p{L}+ed)\b/giu;

/** `names` are those of everybody in the story. */
export type Bridges = {
  (span: SentenceSpan, text: string, isAllowed: (bridge: string) => boolean): string;
  names: readonly string[];
};

/**
 * Short sentences that carry a story over a place where one is missing: about whoever the missing one was about, in the tense of the
 * text around it, and within a speech as part of that speech. None is used again before all have been; the same draft always
 * gets the same ones.
 */
export function createBridges(draft: StoryDraft): Bridges {
  const names = draft.characters.map(({ name }) => name).toSorted((a, b) => b.length - a.length);
  const used = new Map<readonly string[], number>();
  const pick = (
    bank: readonly string[],
    build: (template: string) => string,
    isAllowed: (one: string) => boolean,
  ) => {
    const from = used.get(bank) ?? 0;
    const order = bank.map((_, index) => (from + index) % bank.length);
    const found = order.find((index) => isAllowed(build(bank[index] as string)));
    used.set(bank, (found ?? from) + 1);
    return found === undefined ? undefined : build(bank[found] as string);
  };
  const bridge = (span: SentenceSpan, text: string, isAllowed: (one: string) => boolean): string => {
    const told = span.text.replace(/“[^”]*”?|"[^"]*"?/g, ' ');
    if (span.isSpoken) {
      const closes = quoteBalance(span.text, true) < 0 ? (/["”’]+$/.exec(span.text)?.[0] ?? '”') : '';
      return (pick(SPOKEN, (one) => one, isAllowed) ?? SPOKEN[0]) + closes;
    }
    const opens = quoteBalance(span.text) > 0;
    // A speech that begins here and goes on: what comes after it is still said.
    if (opens) return `“${pick(SPOKEN, (one) => one, isAllowed) ?? SPOKEN[0]}`;
    const named = names
      .filter((name) => stands(name, span.text))
      .toSorted((a, b) => span.text.indexOf(a) - span.text.indexOf(b));
    const pronoun = PRONOUNS.exec(told)?.[1]?.toLowerCase();
    const [first, second] = named;
    const isPresent = (text.match(PRESENT)?.length ?? 0) > (text.match(PAST)?.length ?? 0);
    const bankOf = (): [readonly string[], string, boolean] => {
      if (first && second) return [TOGETHER, first, false];
      if (first) return [ALONE, first, false];
      if (pronoun && pronoun !== 'it') return [ALONE, pronoun === 'i' ? 'I' : pronoun, MANY.has(pronoun)];
      return [NOBODY, '', false];
    };
    const [bank, who, isMany] = bankOf();
    const build = (template: string) => fill(template, who, second ?? '', isPresent, isMany);
    return (
      pick(bank, build, isAllowed) ??
      pick(NOBODY, (one) => fill(one, '', '', isPresent, false), isAllowed) ??
      'All was quiet.'
    );
  };
  return Object.assign(bridge, { names });
}

function fill(template: string, first: string, second: string, isPresent: boolean, isMany: boolean): string {
  const filled = template
    .replace(/\[([^|\]]*)\|([^|\]]*)\|([^|\]]*)\]/g, (_, many: string, one: string, past: string) =>
      isPresent ? (isMany ? many : one) : past,
    )
    .replaceAll('{A}', first)
    .replaceAll('{B}', second);
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

function stands(name: string, text: string): boolean {
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\p{L})${pattern}(?!\\p{L})`, 'u').test(text);
}
