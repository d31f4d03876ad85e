import 'server-only';
import { type Candidate, listCandidates } from '@/lib/ai/models';
import { batchTexts, cutText } from '@/lib/ai/moderation/cut-text';
import type { ModerationModel } from '@/lib/ai/moderation/moderation-model';
import { planStoryLength } from '@/lib/ai/prompts/story-length';
import type { Modality } from '@/lib/ai/providers/provider';
import { chooseVideoShape } from '@/lib/ai/video-shape';
import { estimateWriting } from '@/lib/ai/writer/estimate-writing';
import { getEnv } from '@/lib/env';
import { pictureSize } from '@/lib/making/picture-size';
import type { StoryBrief } from '@/lib/story/schema';
import { estimatePicture } from './estimate';
import { pictureSort } from './picture-sort';
import { computeCostMicros, type Units } from './price';
import { findPrice } from './prices';

/** One kind of work, one model: the calls a story makes of it. */
export type QuoteItem = {
  modality: Modality;
  /** `provider/model` */
  model: string;
  calls: number;
  units: Record<string, number>;
  costMicros: number;
  /** What it will most likely be. */
  expectedMicros: number;
  isGuess: boolean;
};
export type Quote = { totalMicros: number; expectedMicros: number; items: QuoteItem[] };

/** Characters a story usually has that come back on its pages. */
const USUAL_CAST = 4;
/** Of those, how many most stories have. */
const MOST_LIKELY_CAST = 2;
/** Of them, how many are on a page at once; a reference picture of each is sent along. */
const USUAL_ON_PAGE = 2;
/** Pages that may be drawn once more because somebody does not look like themselves (lib/making/check-drift.ts). */
const MOST_REDRAWS = 2;
/** Of one page: its summary, everybody's description and the style. */
const PROMPT_LETTERS = 2_400;
const LETTERS_PER_WORD = 7;
/** A draft is judged when it was read over, after each of two revisions, and when it is saved. */
const MOST_MODERATIONS = 4;
/** Of one call, thoughts included; an endpoint that only judges writes none. */
const USUAL_VERDICT_TOKENS = 400;
/** Beside its text a page has a summary and things that are judged. */
const TOLD_OF_PAGE_LETTERS = 300;
/** Read to a child, pauses included. */
const WORDS_PER_SECOND = 2.2;
/** The picture is a quarter larger than the film's frame. */
const FRAME_OF_PICTURE = 0.8;

type Call = {
  /** The most it may use. */
  units: Units;
  /** What it usually uses, `none` when most stories go without it; absent: the same. */
  usual?: Units | 'none';
  sort?: string;
};

/**
 * What a story of this brief costs at most when the first model of each list does the work. Reads the settings and the price
 * file, calls nobody.
 * @throws AppError `misconfigured`
 */
export function buildQuote(brief: StoryBrief): Quote {
  const { models } = brief;
  const items = [
    quoteItem('text', listCandidates('text', models?.text)[0], () => listTextCalls(brief)),
    quoteItem('picture', listCandidates('picture', models?.picture)[0], (of) => listPictureCalls(brief, of)),
    quoteItem('speech', listCandidates('speech', models?.speech)[0], () => listSpeechCalls(brief)),
    quoteItem('video', listCandidates('video', models?.video)[0], (of) => listVideoCalls(brief, of)),
    ...listCandidates('moderation').map((judge) =>
      quoteItem('moderation', judge, () => listModerationCalls(brief, judge.create())),
    ),
  ].filter((item) => item !== undefined);
  const sum = (key: 'costMicros' | 'expectedMicros') => items.reduce((total, item) => total + item[key], 0);
  return { totalMicros: sum('costMicros'), expectedMicros: sum('expectedMicros'), items };
}

type Chosen = Pick<Candidate<unknown>, 'id' | 'modelId' | 'provider'>;

function quoteItem(
  modality: Modality,
  chosen: Chosen | undefined,
  listCalls: (chosen: Chosen) => Call[],
): QuoteItem | undefined {
  if (!chosen) return undefined;
  const calls = listCalls(chosen);
  if (calls.length === 0) return undefined;
  const model = nameOf(chosen);
  const units: Record<string, number> = {};
  let costMicros = 0;
  let expectedMicros = 0;
  let isGuess = false;
  for (const call of calls) {
    const price = findPrice({ model, modality, sort: call.sort });
    costMicros += computeCostMicros(price, call.units);
    if (call.usual !== 'none') expectedMicros += computeCostMicros(price, call.usual ?? call.units);
    isGuess ||= price.isGuess ?? false;
    for (const [unit, used] of Object.entries(call.units)) units[unit] = (units[unit] ?? 0) + (used ?? 0);
  }
  return { modality, model: chosen.id, calls: calls.length, units, costMicros, expectedMicros, isGuess };
}

function listTextCalls(brief: StoryBrief): Call[] {
  return estimateWriting(brief, getEnv().ai.maxNewTokens).map(({ units, usual }) => ({ units, usual }));
}

/** Pages, and where the model takes pictures to go by, everybody's own picture first. */
function listPictureCalls(brief: StoryBrief, chosen: Chosen): Call[] {
  if (!brief.pictures && !brief.clips) return [];
  const model = nameOf(chosen);
  const size = pictureSize(brief.aspectRatio, brief.film?.resolution ?? '720p', brief.pictureQuality);
  const prompt = 'x'.repeat(PROMPT_LETTERS);
  const most = chosen.provider.pictureReferences?.(chosen.modelId) ?? 0;
  const cast = brief.sheets?.length ?? USUAL_CAST;
  const page = {
    units: estimatePicture(prompt, Math.min(most, cast, USUAL_ON_PAGE)),
    sort: pictureSort(model, size, brief.pictureQuality),
  };
  const redraws = chosen.provider.builtIn ? 0 : Math.min(MOST_REDRAWS, brief.sceneCount);
  const portraits = most > 0 ? cast : 0;
  return [
    ...Array.from(
      { length: portraits },
      (_, index): Call => ({
        units: estimatePicture(prompt),
        ...(index >= (brief.sheets?.length ?? MOST_LIKELY_CAST) && { usual: 'none' }),
        sort: page.sort,
      }),
    ),
    ...Array.from({ length: brief.sceneCount }, () => page),
    ...Array.from({ length: redraws }, (): Call => ({ ...page, usual: 'none' })),
  ];
}

function listSpeechCalls(brief: StoryBrief): Call[] {
  if (!brief.narration) return [];
  const letters = brief.sourceText?.length ?? planStoryLength(brief).words * LETTERS_PER_WORD;
  const units = { characters: Math.ceil(letters / brief.sceneCount) };
  return Array.from({ length: brief.sceneCount }, () => ({ units }));
}

function listVideoCalls(brief: StoryBrief, { provider, modelId }: Chosen): Call[] {
  const shapes = provider.videoShapes?.(modelId);
  if (!brief.clips || !shapes) return [];
  const { width, height } = pictureSize(brief.aspectRatio, brief.film?.resolution ?? '720p');
  const read = planStoryLength(brief).wordsPerScene / WORDS_PER_SECOND + 1;
  const { size, seconds } = chooseVideoShape(
    shapes,
    { width: width * FRAME_OF_PICTURE, height: height * FRAME_OF_PICTURE },
    Math.max(read, brief.secondsPerScene ?? 0),
  );
  const call = { units: { seconds }, sort: `${size.width}x${size.height}` };
  return Array.from({ length: brief.sceneCount }, () => call);
}

/** The wish, which was judged before, is paid for once; every telling is; so are the words for each picture and film of a service. */
function listModerationCalls(brief: StoryBrief, judge: ModerationModel): Call[] {
  const judged = (letters: number[]) =>
    batchTexts(
      letters.flatMap((count) => cutText('x'.repeat(count), judge.limits.lettersOfText)),
      judge.limits,
    );
  const callsOf = (letters: number[], isUsual = true) =>
    judged(letters).map((batch): Call => {
      const units = judge.estimate(batch);
      const outputTokens = units.outputTokens && Math.min(units.outputTokens, USUAL_VERDICT_TOKENS);
      return { units, usual: isUsual ? { ...units, outputTokens } : 'none' };
    });
  const { wordsPerScene } = planStoryLength(brief);
  const ofPage = wordsPerScene * LETTERS_PER_WORD + TOLD_OF_PAGE_LETTERS;
  const telling = brief.sourceText
    ? [brief.sourceText.length + brief.sceneCount * TOLD_OF_PAGE_LETTERS]
    : Array.from({ length: brief.sceneCount }, () => ofPage);
  const prompts = listCandidates('picture', brief.models?.picture)[0]?.provider.builtIn
    ? 0
    : (brief.pictures || brief.clips ? brief.sceneCount + USUAL_CAST : 0) +
      (brief.clips ? brief.sceneCount : 0);
  return [
    ...callsOf([JSON.stringify(brief).length]),
    ...Array.from({ length: MOST_MODERATIONS }, (_, round) => callsOf(telling, round === 0)).flat(),
    ...Array.from({ length: prompts }, () => callsOf([PROMPT_LETTERS])).flat(),
  ];
}

function nameOf({ provider, modelId }: Chosen): { provider: string; modelId: string } {
  return { provider: provider.name, modelId };
}
