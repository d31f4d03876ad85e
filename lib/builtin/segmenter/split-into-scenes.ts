import { readBlocks } from './read-blocks.ts';
import { readSentences, type Sentence } from './read-sentences.ts';
import { measureShifts, weighOpening } from './weigh-breaks.ts';

/** A scene of a given text: its own words, and the heading it stands under. */
export type GivenScene = { text: string; title?: string };
export type GivenText = {
  /** The heading above everything, when there is one. */
  title?: string;
  scenes: GivenScene[];
};

type Unit = Sentence & {
  /** Headings right before it. */
  headings: string[];
  /** How much speaks for a scene to begin here. */
  strength: number;
};

/** A picture needs a little to show; below this many letters a text has fewer scenes than asked. */
const LEAST_LETTERS = 40;
const LEAST_LETTERS_DENSE = 12;
const STRENGTH = { chapter: 6, break: 3, paragraph: 0.3, sentence: 0, line: 0.05, speech: -1.5 } as const;
/** What unequal lengths cost beside the strengths of the cuts. */
const BALANCE = 2.2;
const LONGEST_SHARE = 3.5;

/**
 * Cuts a text into `count` scenes, fewer when it is too short: at its own chapters and breaks, else where time, place or
 * people change, so that scenes are about equally long. Never inside a sentence. Every word stays; headings become titles.
 */
export function splitIntoScenes(text: string, count: number): GivenText {
  const { units, title } = readUnits(text);
  if (units.length === 0) return { scenes: [], ...(title !== undefined && { title }) };
  weigh(units);
  const lengths = units.map((unit) => unit.text.length);
  const letters = lengths.reduce((sum, length) => sum + length, 0);
  const least = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text)
    ? LEAST_LETTERS_DENSE
    : LEAST_LETTERS;
  const wanted = Math.max(1, Math.min(count, units.length, Math.floor(letters / least)));
  const starts = chaptersThatFit(units, count) ?? chooseStarts(units, lengths, wanted);
  const scenes = starts.map((start, index) => sceneOf(units.slice(start, starts[index + 1])));
  return { scenes, ...(title !== undefined && { title }) };
}

function readUnits(text: string): { units: Unit[]; title: string | undefined } {
  const blocks = readBlocks(text);
  const headings = blocks.filter((block) => block.kind === 'heading');
  const [first] = blocks;
  const others = headings.slice(1);
  const isTitle =
    first?.kind === 'heading' &&
    (others.length === 0 ||
      (first.level === 1 && others.every((other) => other.level > 1)) ||
      blocks[1]?.kind === 'heading');
  const title = isTitle && first.kind === 'heading' ? first.text : firstLineTitle(blocks);
  const skipped = title === undefined ? -1 : 0;
  const units: Unit[] = [];
  let pending: string[] = [];
  let afterBreak = false;
  blocks.forEach((block, index) => {
    if (index === skipped) return;
    if (block.kind === 'heading') pending.push(block.text);
    else if (block.kind === 'break') afterBreak = true;
    else {
      readSentences(block.lines, block.gap).forEach((sentence, at) => {
        const isFirst = at === 0;
        const strength =
          isFirst && pending.length > 0
            ? STRENGTH.chapter
            : isFirst && afterBreak
              ? STRENGTH.break
              : sentence.insideSpeech
                ? STRENGTH.speech
                : isFirst
                  ? STRENGTH.paragraph
                  : sentence.gap === '\n'
                    ? STRENGTH.line
                    : STRENGTH.sentence;
        units.push({ ...sentence, headings: isFirst ? pending : [], strength });
        if (isFirst) {
          pending = [];
          afterBreak = false;
        }
      });
    }
  });
  // A heading with nothing below it is told like anything else.
  for (const heading of pending) {
    units.push({
      text: heading,
      gap: '\n\n',
      startsParagraph: true,
      insideSpeech: false,
      headings: [],
      strength: STRENGTH.paragraph,
    });
  }
  return { units, title };
}

/** A short first line alone above the text, without an end mark, is its title. */
function firstLineTitle(blocks: ReturnType<typeof readBlocks>): string | undefined {
  const [first, second] = blocks;
  if (first?.kind !== 'paragraph' || second === undefined || first.lines.length !== 1) return undefined;
  const line = first.lines[0] ?? '';
  const isShort = line.length <= 70 && line.split(' ').length <= 10;
  const isFollowed =
    second.kind === 'heading' ||
    (second.kind === 'paragraph' && second.gap === '\n\n' && (second.lines[0]?.length ?? 0) > 40);
  return isShort && isFollowed && /^[\p{Lu}\p{N}\p{Lo}]/u.test(line) && !/[.!?…:;,。！？"”]$/.test(line)
    ? line
    : undefined;
}

function weigh(units: Unit[]): void {
  const hasParagraphs = units.filter((unit) => unit.startsParagraph).length > 3;
  const candidates = units.flatMap((unit, index) =>
    index > 0 && (unit.startsParagraph || !hasParagraphs) ? [index] : [],
  );
  const shifts = measureShifts(
    units.map((unit) => unit.text),
    candidates,
  );
  for (const [at, shift] of shifts) {
    const unit = units[at] as Unit;
    if (unit.insideSpeech) continue;
    unit.strength += weighOpening(unit.text) + 0.6 * shift;
  }
}

/** As many chapters as scenes are wanted: then those are the scenes, however long each is. */
function chaptersThatFit(units: readonly Unit[], wanted: number): number[] | undefined {
  const starts = units.flatMap((unit, index) => (index === 0 || unit.headings.length > 0 ? [index] : []));
  return starts.length === wanted && units.some((unit) => unit.headings.length > 0) ? starts : undefined;
}

/** First units of the scenes: least unequal lengths, strongest cuts, by dynamic programming. */
function chooseStarts(units: readonly Unit[], lengths: readonly number[], wanted: number): number[] {
  const total = units.length;
  const sums = [0];
  for (const length of lengths) sums.push((sums.at(-1) as number) + length);
  const mean = (sums[total] as number) / wanted;
  const lengthOf = (from: number, to: number) => (sums[to] as number) - (sums[from] as number);
  const cost = (from: number, to: number) =>
    BALANCE * ((lengthOf(from, to) - mean) / mean) ** 2 - (from === 0 ? 0 : (units[from] as Unit).strength);
  let row = Array.from({ length: total + 1 }, (_, n) => (n === 0 ? 0 : Number.POSITIVE_INFINITY));
  const starts: Int32Array[] = [];
  for (let scene = 1; scene <= wanted; scene++) {
    const next = new Array<number>(total + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(total + 1);
    for (let to = scene; to <= total; to++) {
      for (let begin = to - 1; begin >= scene - 1; begin--) {
        if (
          begin < to - 1 &&
          lengthOf(begin, to) > mean * LONGEST_SHARE &&
          next[to] !== Number.POSITIVE_INFINITY
        )
          break;
        const value = (row[begin] as number) + cost(begin, to);
        if (value < (next[to] as number)) {
          next[to] = value;
          from[to] = begin;
        }
      }
    }
    row = next;
    starts.push(from);
  }
  const chosen: number[] = [];
  for (let scene = wanted - 1, end = total; scene >= 0; scene--) {
    end = starts[scene]?.[end] as number;
    chosen.unshift(end);
  }
  return chosen;
}

const LONGEST_TITLE = 120;

function sceneOf(units: readonly Unit[]): GivenScene {
  const text = units
    .map((unit, index) => {
      if (index === 0) return unit.text;
      return unit.headings.length > 0
        ? `\n\n${unit.headings.join('\n\n')}\n\n${unit.text}`
        : unit.gap + unit.text;
    })
    .join('');
  const title = units[0]?.headings.join(': ').slice(0, LONGEST_TITLE);
  return { text, ...(title && { title }) };
}
