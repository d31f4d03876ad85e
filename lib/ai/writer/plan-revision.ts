import { createCheck, type DraftFault, findFaults } from '../../builtin/softener/find-faults.ts';
import { noteDecision } from '../../safety/decisions.ts';
import { RULE_SENTENCES } from '../../safety/safety-rules.ts';
import type { StoryBrief, StoryDraft } from '../../story/schema.ts';
import { measureDraft } from './measure-draft.ts';
import { notesOnReading } from './notes-on-reading.ts';
import type { Critique } from './writer-schemas.ts';

/** Which pages are written again, and why. No pages: the draft stands. Pages count from 1; page 0 is the whole story. */
export type RevisionPlan = { pages: number[]; notes: RevisionNote[] };
export type RevisionNote = { page: number; problem: string; fix: string };

/** Below it a listener would notice. */
const GOOD = 4;
/** How far a story may be from its length before pages are written again, and a page from its share. */
const LENGTH_TOLERANCE = 0.2;
const PAGE_TOLERANCE = 0.25;

/**
 * What is to be mended: what the editor scored low, a length or a reading band that is clearly missed, and what the guardrails would
 * not let through; of the last the audit is told that a repair is asked for.
 * @param moderated what a moderation model stopped besides
 */
export function planRevision(
  brief: StoryBrief,
  draft: StoryDraft,
  critique: Critique,
  moderated: readonly DraftFault[] = [],
): RevisionPlan {
  return planOf(draft, [
    ...notesOfEditor(critique, draft),
    ...notesOnLength(brief, draft),
    ...notesOnReading(brief, draft),
    ...notesOfGuard(brief, draft, moderated),
  ]);
}

/** The same without an editor: only what must be mended, or what a machine can count of it. */
export function planRepair(
  brief: StoryBrief,
  draft: StoryDraft,
  moderated: readonly DraftFault[] = [],
): RevisionPlan {
  return planOf(draft, [...notesOnReading(brief, draft), ...notesOfGuard(brief, draft, moderated)]);
}

function planOf(draft: StoryDraft, all: readonly RevisionNote[]): RevisionPlan {
  const notes = all.filter(({ page }) => page <= draft.scenes.length);
  const numbers = draft.scenes.map((_, index) => index + 1);
  const pages = notes.some(({ page }) => page === 0)
    ? numbers
    : numbers.filter((n) => notes.some(({ page }) => page === n));
  return { pages, notes };
}

function notesOfEditor({ scores, fixes }: Critique, draft: StoryDraft): RevisionNote[] {
  return Object.entries(scores).flatMap(([criterion, { score, reason }]) => {
    if (score >= GOOD) return [];
    const own = fixes.filter((fix) => fix.criterion === criterion && fix.page <= draft.scenes.length);
    // A low score without a fix still says why.
    return own.length > 0 ? own : [{ page: 0, problem: `${criterion}: ${reason}`, fix: 'Mend this.' }];
  });
}

function notesOnLength(brief: StoryBrief, draft: StoryDraft): RevisionNote[] {
  const { words, wantedWords, wordsOfPages } = measureDraft(brief, draft);
  if (Math.abs(words - wantedWords) <= wantedWords * LENGTH_TOLERANCE) return [];
  const share = wantedWords / wordsOfPages.length;
  return wordsOfPages.flatMap((has, index) =>
    Math.abs(has - share) <= share * PAGE_TOLERANCE
      ? []
      : [
          {
            page: index + 1,
            problem: `It has ${has} words.`,
            fix: `Make it about ${Math.round(share)} words, ${has < share ? 'with more that is seen, heard and said' : 'without losing what happens'}.`,
          },
        ],
  );
}

/**
 * The guardrails' findings become notes instead of the end of the job. The words meant are not repeated. What belongs to no page (the
 * title, a sheet) no page's writer can mend: the softener does.
 */
function notesOfGuard(
  brief: StoryBrief,
  draft: StoryDraft,
  moderated: readonly DraftFault[],
): RevisionNote[] {
  const seen = new Set<string>();
  return [...findFaults(draft, createCheck(brief)), ...moderated].flatMap((fault) => {
    const page = pageOf(fault);
    if (page === undefined) return [];
    const problem = sentenceOf(fault);
    if (fault.reason !== 'unreadable') {
      const place = fault.place ? 'page' : 'story';
      noteDecision({ action: 'repair_asked', rule: fault.reason, place, text: fault.text });
    }
    // A page that breaks one rule in text and summary is told about it once.
    const key = `${page} ${problem}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ page, problem, fix: 'Tell this so that it can be told to any child of this age.' }];
  });
}

function pageOf({ place }: DraftFault): number | undefined {
  if (!place) return 0;
  return place.page === undefined ? undefined : place.page + 1;
}

function sentenceOf({ reason }: DraftFault): string {
  if (reason === 'unreadable') return 'There is nothing to read in it.';
  return `The safety check stops it: ${RULE_SENTENCES[reason]}`;
}
