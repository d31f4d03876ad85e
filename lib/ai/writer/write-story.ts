import type { ErrorCode } from '../../errors.ts';
import type { StoryDraft } from '../../story/schema.ts';
import type { Writer } from './ask-writer.ts';
import { buildDraft } from './build-draft.ts';
import type { WritingRoute } from './choose-route.ts';
import { critiqueDraft } from './critique-draft.ts';
import { describeText } from './describe-text.ts';
import { planRepair, planRevision, type RevisionPlan } from './plan-revision.ts';
import { revisePages } from './revise-pages.ts';
import { takeRevision } from './take-revision.ts';
import { tellBuiltIn } from './tell-built-in.ts';
import { writeBook } from './write-book.ts';
import { writeChapter } from './write-chapter.ts';
import { writeOutline } from './write-outline.ts';
import type { Chapter, Outline } from './writer-schemas.ts';

type Failure = { code: ErrorCode; message: string };

/** How the stages of one story are run: each once, its result kept, so that a crash costs the stage it fell into. */
export type Stages = {
  run: <Result>(id: string, work: (writer: Writer) => Promise<Result>) => Promise<Result>;
  readFailure: (error: unknown) => Failure;
};

export type WritingPlan = { route: WritingRoute | 'built-in'; pages: number };
/** @property notRead why no editor read it, or not all that one found was mended: there the draft stands as it was */
export type WrittenStory = { draft: StoryDraft; notRead?: Failure };

/**
 * A story that is told is not lost because its editor could not be reached, refused, made no sense, or would have cost more
 * than there is: then too the draft is kept, and whoever runs the stages stops there.
 */
const EDITORS_OWN: ReadonlySet<ErrorCode> = new Set([
  'provider_failed',
  'provider_unavailable',
  'provider_rejected',
  'provider_refused',
  'provider_rate_limited',
  'provider_bad_output',
  'spend_cap_reached',
]);

/** How often pages are written again: once as the editor asks, and once more where that left what no child may hear or cannot read. */
const MOST_REVISIONS = 2;

/**
 * One model writes a whole story: outline → draft (page by page when it is long) → critique → revision of what the critique
 * marked, and of what the guardrails or the reading band would not let pass → once more of what still would not. A given text
 * is only described; the built-in storyteller tells its story in one go. What is unfit in the end is whoever saves it to mend.
 */
export async function writeStory(plan: WritingPlan, stages: Stages): Promise<WrittenStory> {
  if (plan.route === 'built-in') return { draft: await stages.run('draft', tellBuiltIn) };
  if (plan.route === 'given-text') return { draft: await stages.run('draft', describeText) };
  const outline = await stages.run('outline', writeOutline);
  const draft =
    plan.route === 'at-once'
      ? await stages.run('draft', (writer) => writeBook(writer, outline))
      : await tellPageByPage(plan.pages, outline, stages);
  const { revision, notRead } = await readOver(draft, stages);
  return revise(plan.route, { draft, ...(notRead && { notRead }) }, revision, stages);
}

async function tellPageByPage(pages: number, outline: Outline, stages: Stages): Promise<StoryDraft> {
  const told: Chapter[] = [];
  for (let page = 1; page <= pages; page++) {
    const before = [...told];
    told.push(await stages.run(`chapter-${page}`, (writer) => writeChapter(writer, outline, before)));
  }
  return stages.run('collect', async ({ brief }) =>
    buildDraft(
      brief,
      outline,
      told.map(({ soFar, ...page }) => page),
    ),
  );
}

/** What an editor would have mended. Where none can be asked, what the guardrails and the reading band say is mended all the same. */
async function readOver(
  draft: StoryDraft,
  stages: Stages,
): Promise<{ revision: RevisionPlan; notRead?: Failure }> {
  try {
    const revision = await stages.run('critique', async (writer) =>
      planRevision(writer.brief, draft, await critiqueDraft(writer, draft), await writer.moderate?.(draft)),
    );
    return { revision };
  } catch (error) {
    const notRead = stages.readFailure(error);
    if (!EDITORS_OWN.has(notRead.code)) throw error;
    if (notRead.code === 'spend_cap_reached') return { revision: { pages: [], notes: [] }, notRead };
    const revision = await stages.run('check', async ({ brief, moderate }) =>
      planRepair(brief, draft, await moderate?.(draft)),
    );
    return { revision, notRead };
  }
}

async function revise(
  route: 'at-once' | 'page-by-page',
  written: WrittenStory,
  first: RevisionPlan,
  stages: Stages,
): Promise<WrittenStory> {
  let { draft, notRead } = written;
  let plan = first;
  for (let round = 1; round <= MOST_REVISIONS && plan.pages.length > 0; round++) {
    const mended = await (route === 'at-once' ? reviseAtOnce : revisePageByPage)(draft, plan, round, stages);
    draft = mended.draft;
    plan = mended.left;
    notRead ??= mended.notRead;
    if (mended.notRead?.code === 'spend_cap_reached') {
      notRead = mended.notRead;
      break;
    }
  }
  return { draft, ...(notRead && { notRead }) };
}

/** @property left what has to be written again after all */
type Revised = { draft: StoryDraft; left: RevisionPlan; notRead?: Failure };
const NOTHING: RevisionPlan = { pages: [], notes: [] };

/** Taken into the draft, and looked at again while there is another round: only what nobody may leave as it is counts then. */
async function bind(
  { brief, moderate }: Writer,
  draft: StoryDraft,
  mended: Parameters<typeof takeRevision>[2],
  round: number,
): Promise<Revised> {
  const bound = takeRevision(brief, draft, mended);
  if (round === MOST_REVISIONS) return { draft: bound, left: NOTHING };
  return { draft: bound, left: planRepair(brief, bound, await moderate?.(bound)) };
}

async function reviseAtOnce(
  draft: StoryDraft,
  plan: RevisionPlan,
  round: number,
  stages: Stages,
): Promise<Revised> {
  try {
    return await stages.run(`revision${suffixOf('-', round)}`, async (writer) =>
      bind(
        writer,
        draft,
        await revisePages(writer, draft, plan, plan.pages, `revision${suffixOf(':', round)}`),
        round,
      ),
    );
  } catch (error) {
    const notRead = stages.readFailure(error);
    if (!EDITORS_OWN.has(notRead.code)) throw error;
    return { draft, left: NOTHING, notRead };
  }
}

/**
 * Long stories, each page in a call of its own, side by side: every note is about one page or about all. A page that cannot be mended
 * does not cost the others what was paid for them.
 */
async function revisePageByPage(
  draft: StoryDraft,
  plan: RevisionPlan,
  round: number,
  stages: Stages,
): Promise<Revised> {
  const answers = await Promise.allSettled(
    plan.pages.map((page) =>
      stages.run(`chapter-${page}-revision${suffixOf('-', round)}`, (writer) =>
        revisePages(writer, draft, plan, [page], `chapter:${page}:revision${suffixOf(':', round)}`),
      ),
    ),
  );
  const failure = worstOf(answers, stages);
  const notRead = failure && { notRead: failure };
  const mended = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  if (mended.length === 0) return { draft, left: NOTHING, ...notRead };
  const bound = await stages.run(`bind${suffixOf('-', round)}`, async (writer) =>
    bind(writer, draft, mended, round),
  );
  return { draft: bound.draft, left: bound.left, ...notRead };
}

function suffixOf(mark: '-' | ':', round: number): string {
  return round === 1 ? '' : `${mark}${round}`;
}

/** The end of the money before all others: it ends the job. @throws what is none of the editor's failures */
function worstOf(answers: readonly PromiseSettledResult<unknown>[], stages: Stages): Failure | undefined {
  const failures = answers.flatMap((answer) => {
    if (answer.status === 'fulfilled') return [];
    const failure = stages.readFailure(answer.reason);
    if (!EDITORS_OWN.has(failure.code)) throw answer.reason;
    return failure;
  });
  return failures.find(({ code }) => code === 'spend_cap_reached') ?? failures[0];
}
