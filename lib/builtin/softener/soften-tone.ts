import { describeListener, type Listener } from '../../safety/guard.ts';
import { getGuardrails } from '../../safety/guardrails-config.ts';
import { normaliseText } from '../../safety/normalise-text.ts';
import {
  breaksTone,
  measureTone,
  TONE_KINDS,
  type ToneKind,
  type ToneThresholds,
} from '../../safety/tone.ts';
import type { StoryDraft } from '../../story/schema.ts';
import type { Bridges } from './bridge-sentences.ts';
import { wholeOf } from './draft-texts.ts';
import type { Check } from './find-faults.ts';
import { findSentences, replaceSentences, type SentenceSpan } from './sentence-spans.ts';
import { swapStrongWords } from './swap-words.ts';

/** More words than a tone needs to be told from, none of them of any kind. */
const PADDING = ' the'.repeat(60);
/** Where calm is missing, so many quiet sentences may be added to a page. */
const MOST_ADDED = 3;

/**
 * A story whose tone holds as a whole: its strongest sentences are said in quieter words, one after another until it does; then
 * the strongest that are left give way to quiet ones; then, where calm is missing, quiet ones are added.
 */
export function softenTone(
  draft: StoryDraft,
  listener: Listener,
  check: Check,
  bridges: Bridges,
): StoryDraft {
  const { toneThresholds } = getGuardrails(describeListener(listener).profile);
  const isHeld = (story: StoryDraft) => !breaksTone(normaliseText(wholeOf(story)), toneThresholds);
  let told = draft;
  if (isHeld(told)) return told;
  const ways = [
    (span: SentenceSpan) => {
      const quiet = swapStrongWords(span.text);
      return check(quiet) ? span.text : quiet;
    },
    (span: SentenceSpan, text: string) => bridges(span, text, (one) => !check(one)),
  ];
  for (const soften of ways) {
    const kinds = brokenKinds(told, toneThresholds);
    for (const { page, span } of strongest(told, kinds)) {
      told = changePage(told, page, (text) => {
        // Others of this page may have been changed: the sentence is found again by its words.
        const at = findSentences(text).find((one) => one.text === span.text);
        return at ? replaceSentences(text, [[at, soften(at, text)]]) : text;
      });
      if (isHeld(told)) return told;
    }
  }
  for (let added = 0; added < MOST_ADDED; added++) {
    for (const page of told.scenes.keys()) {
      const quiet = bridges(
        { start: 0, end: 0, text: '', isSpoken: false },
        told.scenes[page]?.text ?? '',
        (one) => !check(one),
      );
      told = changePage(told, page, (text) => `${text} ${quiet}`);
      if (isHeld(told)) return told;
    }
  }
  return told;
}

function changePage(draft: StoryDraft, page: number, change: (text: string) => string): StoryDraft {
  const scenes = draft.scenes.map((scene, index) =>
    index === page ? { ...scene, text: change(scene.text) } : scene,
  );
  return { ...draft, scenes };
}

/** What there is too much of; where calm is missing, all that is not calm. */
function brokenKinds(draft: StoryDraft, thresholds: ToneThresholds): ToneKind[] {
  const tone = measureTone(normaliseText(wholeOf(draft)));
  const loud = TONE_KINDS.filter((kind) => kind !== 'calm');
  if (!tone) return [];
  const over = loud.filter((kind) => tone[kind] > (thresholds[kind] ?? Number.POSITIVE_INFINITY));
  return over.length > 0 ? over : loud;
}

/** Every sentence that has something of these kinds, by how many words of them it has. */
function strongest(draft: StoryDraft, kinds: readonly ToneKind[]): { page: number; span: SentenceSpan }[] {
  return draft.scenes
    .flatMap(({ text }, page) =>
      findSentences(text).map((span) => ({ page, span, strength: strengthOf(span.text, kinds) })),
    )
    .filter(({ strength }) => strength > 0)
    .toSorted((a, b) => b.strength - a.strength);
}

/** How many words (and marks) of these kinds: the tone is measured in a sea of neutral words and counted back. */
function strengthOf(sentence: string, kinds: readonly ToneKind[]): number {
  const padded = normaliseText(sentence) + PADDING;
  const tone = measureTone(padded);
  if (!tone) return 0;
  const words = (padded.toLowerCase().match(/\p{L}[\p{L}'-]*/gu) ?? []).length;
  return kinds.reduce((sum, kind) => sum + Math.round((tone[kind] * words) / 100), 0);
}
