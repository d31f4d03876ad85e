import type { ErrorCode } from '../../errors.ts';
import type { StoryDraft } from '../../story/schema.ts';
import type { Writer } from './ask-writer.ts';
import { buildDraft } from './build-draft.ts';
import type { WritingRoute } from './choose-route.ts';
import { critiqueDraft } from './critique-draft.ts';
import { describeText } from './describe-text.ts';
import { planRevision, type RevisionPlan } from './plan-revision.ts';
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

/**
 * One model writes a whole story: outline → draft (page by page when it is long) → critique → revision of what the critique
 * marked. A given text is only described; the built-in storyteller tells its story in one go.
 */
export async function writeStory(plan: WritingPlan, stages: Stages): Promise<WrittenStory> {
  if (plan.route === 'built-in') return { draft: await stages.run('draft', tellBuiltIn) };
  if (plan.route === 'given-text') return { draft: await stages.run('draft', describeText) };
  const outline = await stages.run('outline', writeOutline);
  const draft =
    plan.route === 'at-once'
      ? await stages.run('draft', (writer) => writeBook(writer, outline))
      : await tellPageByPage(plan.pages, outline, stages);
  try {
    const revision = await stages.run('critique', async (writer) =>
      planRevision(writer.brief, draft, await critiqueDraft(writer, draft)),
    );
    return await revise(plan.route, draft, revision, stages);
  } catch (error) {
    const failure = stages.readFailure(error);
    if (!EDITORS_OWN.has(failure.code)) throw error;
    return { draft, notRead: failure };
  }
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

/**
 * Short stories in one call, long ones each page in its own, side by side: every note is about one page or about all. A page that
 * cannot be mended does not cost the others what was paid for them.
 */
async function revise(
  route: 'at-once' | 'page-by-page',
  draft: StoryDraft,
  plan: RevisionPlan,
  stages: Stages,
): Promise<WrittenStory> {
  const { pages } = plan;
  if (pages.length === 0) return { draft };
  if (route === 'at-once') {
    const mended = await stages.run('revision', async (writer) =>
      takeRevision(writer.brief, draft, await revisePages(writer, draft, plan, pages, 'revision')),
    );
    return { draft: mended };
  }
  const answers = await Promise.allSettled(
    pages.map((page) =>
      stages.run(`chapter-${page}-revision`, (writer) =>
        revisePages(writer, draft, plan, [page], `chapter:${page}:revision`),
      ),
    ),
  );
  const failure = worstOf(answers, stages);
  const mended = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  if (mended.length === 0) return { draft, ...(failure && { notRead: failure }) };
  const bound = await stages.run('bind', async ({ brief }) => takeRevision(brief, draft, mended));
  return { draft: bound, ...(failure && { notRead: failure }) };
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
