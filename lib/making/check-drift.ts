import 'server-only';
import { AppError, type ErrorCode } from '@/lib/errors';
import { log } from '@/lib/log';
import type { AssetRow } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { attachAsset } from './attach-asset';
import { recordJobNews } from './job-news';
import { isBuiltIn, measureDrift, type PageDrift, saveDrift } from './measure-drift';
import { getStoryInMaking, type StoryInMaking, type StoryKey, sceneAt, sheetOf } from './story-in-making';

type Key = StoryKey & { jobId: string };

/** A page that is to be drawn once more, by the model that drew it. */
export type Redraw = { position: number; modelId: string };

/** Pages of one story that are drawn again at most, and each only once: what two tries did not mend, a third will not. */
const MOST_REDRAWS = 2;

/**
 * Compares the pages of a story and keeps the numbers with its pictures.
 * @returns the pages on which somebody does not look like themselves, the worst first. Pages of the built-in illustrator
 *   are measured too, but never among them: it would draw the same again
 */
export async function checkDrift(admin: DatabaseClient, key: Key): Promise<Redraw[]> {
  const pages = await measureDrift(await getStoryInMaking(admin, key));
  await Promise.all(pages.map(({ picture, drift }) => saveDrift(admin, picture, drift)));
  const outliers = pages.filter(({ drift }) => drift.isOutlier);
  if (outliers.length > 0) {
    log.info({ jobId: key.jobId, pages: outliers.map(({ position }) => position + 1) }, 'pages drifted');
  }
  return outliers
    .filter(({ modelId }) => !isBuiltIn(modelId))
    .toSorted((a, b) => b.drift.score - a.drift.score)
    .slice(0, MOST_REDRAWS)
    .map(({ position, modelId }) => ({ position, modelId }));
}

/**
 * Puts the better of two pictures on a page: the one it has, or the one that was drawn again. The job says which.
 * @param assetId of the second picture
 */
export async function chooseBetter(
  admin: DatabaseClient,
  key: Key,
  position: number,
  assetId: string,
): Promise<{ isSecond: boolean }> {
  const story = await getStoryInMaking(admin, key);
  const second = await getAsset(admin, assetId);
  const [before, after] = await Promise.all([
    measureDrift(story),
    measureDrift(story, { position, picture: second }),
  ]);
  const first = pageAt(before, position);
  const again = pageAt(after, position);
  await saveDrift(admin, second, again.drift);
  const isSecond = again.drift.score < first.drift.score;
  if (isSecond) await attachAsset(admin, key, story, sceneAt(story, position), second);
  const names = namesOf(story, first);
  await warn(admin, key, position, {
    code: 'provider_bad_output',
    message: isSecond
      ? `Page ${position + 1} was drawn again, because ${names} looked different there.`
      : `${names} may look different on page ${position + 1}. It was drawn again, and that was no closer.`,
  });
  return { isSecond };
}

/** The page keeps its first picture when a second could not be had; the reason is told. */
export async function recordRedrawFailure(
  admin: DatabaseClient,
  key: Key,
  position: number,
  failure: { code: ErrorCode; message: string },
): Promise<void> {
  await warn(admin, key, position, {
    code: failure.code,
    message: `Somebody may look different on page ${position + 1}. It could not be drawn again: ${failure.message}`,
  });
}

/** The pages could not be compared: nothing is lost but the check. */
export async function recordCheckFailure(
  admin: DatabaseClient,
  key: Key,
  failure: { code: ErrorCode; message: string },
): Promise<void> {
  const message = `Whether everybody looks the same on all pages could not be checked: ${failure.message}`;
  await recordJobNews(admin, key.jobId, {
    type: 'warning',
    key: 'warning:drift',
    data: { code: failure.code, message },
    warning: { code: failure.code, message },
  });
}

async function warn(
  admin: DatabaseClient,
  key: Key,
  position: number,
  { code, message }: { code: ErrorCode; message: string },
): Promise<void> {
  await recordJobNews(admin, key.jobId, {
    type: 'warning',
    key: `warning:drift:${position}`,
    data: { scene: position, code, message },
    warning: { code, message, scene: position, part: 'picture' },
  });
}

function namesOf(story: StoryInMaking, page: PageDrift): string {
  const names = page.drift.characters
    .filter(({ isOutlier }) => isOutlier)
    .map(({ id }) => sheetOf(story, id).name);
  return names.length > 0 ? names.join(' and ') : 'somebody';
}

function pageAt(pages: PageDrift[], position: number): PageDrift {
  const page = pages.find((candidate) => candidate.position === position);
  if (!page) throw new AppError('not_found', `Page ${position + 1} has no picture to compare.`);
  return page;
}

async function getAsset(admin: DatabaseClient, id: string): Promise<AssetRow> {
  const { data, error } = await admin.from('assets').select('*').eq('id', id).maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'The picture is gone.');
  return data;
}
