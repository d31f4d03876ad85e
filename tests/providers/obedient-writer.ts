import { CRITERIA, type Criterion } from '../../lib/ai/writer/writer-schemas.ts';
import type { Answer } from './provider-server.ts';

/**
 * A writer that does what it is asked in every stage of the writing: it reads the prompt and keeps to its numbers. Tests say
 * what its editor finds, and how far its pages miss their length.
 */
export type Obedience = {
  /** Scores below five, and on which pages. */
  finds?: { criterion: Criterion; score: number; pages: number[] }[];
  /** Words of a page for so many asked for; for misses. */
  length?: (words: number, page: number) => number;
};

export type Asked = { stage: Stage; prompt: string; instructions: string };
type Stage = 'outline' | 'picture_book' | 'chapter' | 'critique' | 'revision' | 'described_text';

/** How each stage's instructions begin: known whatever wire format they came in. */
const OPENINGS: [Stage, RegExp][] = [
  ['outline', /^You plan picture books/],
  ['picture_book', /^You write picture books/],
  ['chapter', /^You write a long story/],
  ['critique', /^You are the editor/],
  ['revision', /^You revise picture books/],
  ['described_text', /^You prepare the pictures/],
];

/** What a chat completion asked for. */
export function readAsked(body: Record<string, unknown>): Asked {
  const messages = body.messages as { role: string; content: string | { text?: string }[] }[];
  const textOf = (content: (typeof messages)[number]['content'] | undefined) =>
    typeof content === 'string' ? content : (content ?? []).map((part) => part.text ?? '').join('');
  const instructions = textOf(messages[0]?.content);
  const prompt = textOf(messages.at(-1)?.content);
  const stage = OPENINGS.find(([, opening]) => opening.test(instructions))?.[0];
  if (!stage) throw new Error(`Nobody knows this stage: ${instructions.slice(0, 80)}`);
  return { stage, prompt, instructions };
}

export function composeWriting({ stage, prompt }: Asked, obedience: Obedience = {}): object {
  const pages = numberIn(prompt, /^Scenes: exactly (\d+)\.$/m);
  const perPage = numberIn(prompt, /about (\d+) in each\.$/m, 40);
  const lengthOf = (words: number, page: number) => obedience.length?.(words, page) ?? words;
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  switch (stage) {
    case 'outline':
      return {
        title: 'Nova and the Quiet Lantern',
        premise: 'Nova the fox wants to wake a lantern that has forgotten how to shine.',
        change: 'She learns that a small light is enough.',
        moral: 'A small light is enough to begin with.',
        musicMood: 'wonder',
        characters: CAST,
        pages: numbers.map((n) => ({
          title: `Step ${WORDS[n % WORDS.length]}`,
          happens: `Nova does thing number ${n} for the lantern.`,
          changes: 'She is a little nearer.',
        })),
      };
    case 'picture_book':
      return { scenes: numbers.map((n) => page(n, lengthOf(perPage, n), prompt)) };
    case 'chapter': {
      const n = numberIn(prompt, /^Write page (\d+) of/m);
      const words = numberIn(prompt, /^Write page \d+ of \d+, about (\d+) words/m);
      return {
        ...page(n, lengthOf(words, n), prompt),
        soFar: `Up to page ${n} Nova has carried the lantern on.`,
      };
    }
    case 'critique': {
      const finds = obedience.finds ?? [];
      const scoreOf = (criterion: Criterion) =>
        finds.find((find) => find.criterion === criterion)?.score ?? 5;
      return {
        scores: Object.fromEntries(
          CRITERIA.map((criterion) => [criterion, { score: scoreOf(criterion), reason: 'As read.' }]),
        ),
        fixes: finds.flatMap(({ criterion, pages: where }) =>
          where.map((n) => ({ page: n, criterion, problem: 'SECRET-NOTE it drags', fix: 'Make it brisk.' })),
        ),
      };
    }
    case 'revision': {
      const asked = /^Write these pages again, about (\d+) words each: ([\d, ]+)\./m.exec(prompt);
      const words = Number(asked?.[1] ?? 0);
      const wanted = (asked?.[2] ?? '').split(',').map(Number);
      return { pages: wanted.map((n) => ({ page: n, ...page(n, words, prompt, 'mended') })) };
    }
    case 'described_text':
      return {
        title: 'A Given Text',
        moral: 'Words stay.',
        musicMood: 'wonder',
        characters: CAST,
        scenes: numbers.map((n) => {
          const { text, ...seen } = page(n, 1, prompt);
          return seen;
        }),
      };
  }
}

/** A chat completion whose bill says what was read and written, at about four letters a token. */
export function completeChat(body: Record<string, unknown>, content: string, finishReason = 'stop'): Answer {
  const model = String(body.model);
  const inputTokens = Math.ceil(JSON.stringify(body).length / 4);
  const outputTokens = Math.ceil(content.length / 4);
  return {
    body: JSON.stringify({
      id: `chatcmpl-${crypto.randomUUID()}`,
      object: 'chat.completion',
      created: 1_741_569_952,
      model,
      choices: [
        { index: 0, message: { role: 'assistant', content, refusal: null }, finish_reason: finishReason },
      ],
      usage: {
        prompt_tokens: inputTokens,
        completion_tokens: outputTokens,
        total_tokens: inputTokens + outputTokens,
      },
    }),
    bill: { provider: 'openai', model, units: { inputTokens, outputTokens } },
  };
}

const CAST = [
  {
    id: 'nova',
    name: 'Nova',
    kind: 'fox',
    role: 'hero',
    pronoun: 'she',
    description: 'A small copper fox with a white-tipped tail and one folded ear.',
    outfit: 'a blue scarf',
    palette: ['#c86432', '#ffffff'],
    seed: 4812,
  },
  {
    id: 'bram',
    name: 'Bram',
    kind: 'badger',
    role: 'companion',
    pronoun: 'he',
    description: 'A round grey badger with a wide white stripe and a chipped front tooth.',
    outfit: '',
    palette: [],
    seed: 90,
  },
];
const WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
/** Sentences in the reading band of their readers, as the prompt names them. */
const SENTENCES: [RegExp, string[]][] = [
  [/^Readers: children of 3 to 5/m, ['Nova', 'took', 'the', 'lamp', 'to', 'Bram']],
  [
    /^Readers: children of 6 to 8/m,
    ['Nova', 'carried', 'the', 'lantern', 'and', 'went', 'on', 'with', 'Bram'],
  ],
  [/./, 'Nova took the little lantern over the hill and went on with Bram until dark'.split(' ')],
];

function page(number: number, words: number, prompt: string, manner = 'brave') {
  const sentence = SENTENCES.find(([readers]) => readers.test(prompt))?.[1] ?? [];
  const text = Array.from({ length: Math.max(1, words) }, (_, index) => {
    const at = index % sentence.length;
    const word = String(index === 1 ? manner : sentence[(at + number) % sentence.length]);
    const cased = at === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    return at === sentence.length - 1 ? `${cased}.` : cased;
  }).join(' ');
  return {
    text: text.endsWith('.') ? text : `${text}.`,
    summary: 'Nova carries a lantern through the wood.',
    setting: { place: 'forest', timeOfDay: 'night', weather: 'clear', mood: 'curious' },
    characterIds: ['nova', 'bram', 'a-ghost-nobody-knows'],
    props: ['lantern'],
  };
}

function numberIn(text: string, pattern: RegExp, fallback?: number): number {
  const found = pattern.exec(text)?.[1] ?? fallback;
  if (found === undefined) throw new Error(`The prompt does not say ${pattern}.`);
  return Number(found);
}
