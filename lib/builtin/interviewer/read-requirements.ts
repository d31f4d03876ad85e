import { ILLUSTRATION_STYLES, MAX_PROMPT_LENGTH, MAX_SCENES } from '../../story/schema.ts';

/** What a mobile client needs to ask for a story; null where nothing was said, so that its own default counts. */
export type StoryRequirements = {
  title: string;
  /** Everything that was said, cut at the longest prompt. */
  prompt: string;
  /** One of our illustration styles, else the kind of story as clients of the documented API write it. */
  style: string | null;
  num_scenes: number | null;
};

const KINDS: [string, RegExp][] = [
  ['fantasy', /\b(magic(al)?|wizards?|witch(es)?|dragons?|fair(y|ies)|unicorns?|fantasy)\b/i],
  ['sci-fi', /\b(space|robots?|future|rockets?|aliens?|planets?|sci-fi)\b/i],
];
const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const SCENES = new RegExp(`\\b(\\d{1,2}|${NUMBERS.join('|')})[ -](?:scenes?|pages?|pictures?)\\b`, 'i');
const STYLE_WORDS: [string, RegExp][] = ILLUSTRATION_STYLES.map((style) => [
  style,
  new RegExp(
    `\\b${style === 'watercolour' ? 'watercolou?r' : style}[ -]?(?:s|style|pictures|cut-?outs?)?\\b`,
    'i',
  ),
]);
/** In a story these words are mostly about the story: they count only when pictures are spoken of. */
const AMBIGUOUS = new Set(['night', 'paper', 'crayon', 'storybook']);
const LONGEST_TITLE_WORDS = 8;

/** Reads what people said into a request for a story. Never throws; an empty text gives an empty prompt. */
export function readRequirements(text: string): StoryRequirements {
  const prompt = text.trim().replaceAll(/\s+/g, ' ').slice(0, MAX_PROMPT_LENGTH);
  return { title: titleOf(prompt), prompt, style: styleOf(prompt), num_scenes: sceneCountOf(prompt) };
}

function styleOf(text: string): string | null {
  const drawn = STYLE_WORDS.find(
    ([style, sign]) =>
      sign.test(text) &&
      (!AMBIGUOUS.has(style) || new RegExp(`\\b${style} (style|pictures)`, 'i').test(text)),
  );
  return drawn?.[0] ?? KINDS.find(([, sign]) => sign.test(text))?.[0] ?? null;
}

function sceneCountOf(text: string): number | null {
  const said = SCENES.exec(text)?.[1]?.toLowerCase();
  if (!said) return null;
  const count = /^\d/.test(said) ? Number(said) : NUMBERS.indexOf(said) + 1;
  return Math.min(Math.max(count, 1), MAX_SCENES);
}

function titleOf(text: string): string {
  const named = /\b(?:called|titled|title is)\s+["“']([^"”']{1,100})["”']/i.exec(text)?.[1];
  if (named) return named;
  const about = /\babout\s+([^.!?,;]+)/i.exec(text)?.[1] ?? text.split(/[.!?]/)[0] ?? '';
  const words = about.trim().split(/\s+/).slice(0, LONGEST_TITLE_WORDS).join(' ');
  return words === '' ? 'A new story' : words.charAt(0).toUpperCase() + words.slice(1);
}
