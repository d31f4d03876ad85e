import { isAppError } from '../../errors.ts';
import { guardDraft } from '../../safety/guard.ts';
import type { StoryBrief, StoryDraft } from '../../story/schema.ts';
import { measureDraft } from './measure-draft.ts';
import type { Critique } from './writer-schemas.ts';

/** Which pages are written again, and why. No pages: the draft stands. Pages count from 1; page 0 is the whole story. */
export type RevisionPlan = { pages: number[]; notes: { page: number; problem: string; fix: string }[] };

/** Below it a listener would notice. */
const GOOD = 4;
/** How far a story may be from its length before pages are written again, and a page from its share. */
const LENGTH_TOLERANCE = 0.2;
const PAGE_TOLERANCE = 0.25;

/**
 * What is to be mended: what the editor scored low, a length that is clearly missed, and what the guardrails would not let
 * through. Pure.
 * @param critique null where no editor could be asked
 */
export function planRevision(brief: StoryBrief, draft: StoryDraft, critique: Critique | null): RevisionPlan {
  const notes = [
    ...(critique ? notesOfEditor(critique, draft) : []),
    ...notesOnLength(brief, draft),
    ...notesOfGuard(brief, draft),
  ].filter(({ page }) => page <= draft.scenes.length);
  const all = draft.scenes.map((_, index) => index + 1);
  const pages = notes.some(({ page }) => page === 0)
    ? all
    : all.filter((n) => notes.some(({ page }) => page === n));
  return { pages, notes };
}

function notesOfEditor({ scores, fixes }: Critique, draft: StoryDraft): RevisionPlan['notes'] {
  return Object.entries(scores).flatMap(([criterion, { score, reason }]) => {
    if (score >= GOOD) return [];
    const own = fixes.filter((fix) => fix.criterion === criterion && fix.page <= draft.scenes.length);
    // A low score without a fix still says why.
    return own.length > 0 ? own : [{ page: 0, problem: `${criterion}: ${reason}`, fix: 'Mend this.' }];
  });
}

function notesOnLength(brief: StoryBrief, draft: StoryDraft): RevisionPlan['notes'] {
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

/** The guardrails' own finding becomes a note instead of the end of the job. The words meant are not repeated. */
function notesOfGuard(brief: StoryBrief, draft: StoryDraft): RevisionPlan['notes'] {
  const found = findGuardProblem(brief, draft);
  if (!found) return [];
  const scene = /^scenes\.(\d+)/.exec(found.path)?.[1];
  return [
    {
      page: scene === undefined ? 0 : Number(scene) + 1,
      problem: `The safety check stops it: ${found.message}`,
      fix: 'Tell this so that it can be told to any child of this age.',
    },
  ];
}

export function findGuardProblem(
  brief: StoryBrief,
  draft: StoryDraft,
): { path: string; message: string } | undefined {
  try {
    guardDraft(draft, brief);
    return undefined;
  } catch (error) {
    // Nothing visible is left of a text: that is to be mended too.
    const isFinding = isAppError(error) && ['guardrail_violation', 'invalid_request'].includes(error.code);
    if (!isFinding) throw error;
    return { path: error.fields[0]?.path ?? 'scenes', message: error.message };
  }
}
