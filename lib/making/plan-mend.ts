import 'server-only';
import { listCandidates } from '@/lib/ai/models';
import { AppError } from '@/lib/errors';
import { wantedOf } from '@/lib/mending/plan-change';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { PROGRESS, recordJobNews } from './job-news';
import { getJob, getStoryInMaking, type SceneInMaking, type StoryKey } from './story-in-making';

type Key = StoryKey & { jobId: string };

/** A page something is made for; by its id, because it may move meanwhile. */
export type DuePage = { id: string; position: number };

/** What a story lacks at this moment; small, because it is a step's result. */
export type MendPlan = {
  /** The plan is of this version; where the story has moved on at its end, there is another. */
  version: number;
  pictures: (DuePage & { candidates: string[] })[];
  narrations: (DuePage & { candidates: string[] })[];
  /** Joined voices and film are found again where they fit. */
  joins: boolean;
  films: boolean;
  /** Pages a video model films, with those that may. */
  videos: { pages: DuePage[]; candidates: string[] };
  clips: DuePage[];
};

/** @returns false when there is nothing to make any more: the job was cancelled before it began, or has ended */
export async function beginMend(
  admin: DatabaseClient,
  key: { jobId: string; ownerId: string },
): Promise<boolean> {
  const job = await getJob(admin, key);
  if (job.status !== 'pending' && job.status !== 'processing') return false;
  await recordJobNews(admin, key.jobId, {
    type: 'status',
    key: 'status:processing',
    status: 'processing',
    stage: 'illustrating',
    progress: PROGRESS.written,
  });
  return true;
}

/** Everything a story wants and has not: what a change made due, and what an earlier mend left unmade. */
export async function planMend(admin: DatabaseClient, key: Key): Promise<MendPlan> {
  const { row, brief, scenes } = await getStoryInMaking(admin, key);
  const wanted = wantedOf(brief);
  const pictureChain = listCandidates('picture', brief.models?.picture).map(({ id }) => id);
  const voices = listCandidates('speech', brief.models?.speech).map(({ id }) => id);
  const videoChain = listCandidates('video', brief.models?.video).map(({ id }) => id);
  const pages = scenes.map((scene) => ({ scene, page: { id: scene.id, position: scene.position } }));
  const isDue = (part: string, { due }: SceneInMaking, has: boolean) => due.includes(part) || !has;
  const pictures = pages.filter(
    ({ scene }) => wanted.pictures && isDue('picture', scene, scene.picture !== null),
  );
  const narrations = pages.filter(
    ({ scene }) => wanted.narration && isDue('narration', scene, scene.narration !== null),
  );
  const clips = pages.filter(({ scene }) => wanted.clips && isDue('clip', scene, scene.clipAssetId !== null));
  return {
    version: row.version,
    pictures: pictures.map(({ scene, page }) => ({
      ...page,
      candidates: scene.picture ? withoutStandIn(pictureChain) : pictureChain,
    })),
    narrations: narrations.map(({ page }) => ({ ...page, candidates: voices })),
    joins: wanted.narration,
    films: wanted.film,
    videos: {
      pages: videoChain.length > 0 ? clips.map(({ page }) => page) : [],
      candidates: videoChain,
    },
    clips: clips.map(({ page }) => page),
  };
}

/** A page that has a picture keeps it rather than getting one of another hand that nobody asked for. */
function withoutStandIn(chain: string[]): string[] {
  if (chain[0]?.startsWith('builtin/')) return chain;
  const others = chain.filter((id) => !id.startsWith('builtin/'));
  return others.length > 0 ? others : chain;
}

/** Work on a page that may be taken out of the story meanwhile: then there is nothing to do. */
export async function unlessGone<Made>(
  admin: DatabaseClient,
  sceneId: string,
  work: () => Promise<Made>,
): Promise<Made | null> {
  const isThere = async () => {
    const { data, error } = await admin.from('scenes').select('id').eq('id', sceneId).maybeSingle();
    if (error) throw databaseError(error);
    return data !== null;
  };
  if (!(await isThere())) return null;
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found' && !(await isThere())) return null;
    throw error;
  }
}

/** Whether the story has changed since a plan was made: what went wrong then may be of yesterday. */
export async function hasMovedOn(admin: DatabaseClient, key: Key, version: number): Promise<boolean> {
  const { row } = await getStoryInMaking(admin, key);
  return row.version !== version;
}

/** Ends the mend, unless the story has changed again since its plan was made. */
export async function finishMend(admin: DatabaseClient, key: Key, version: number): Promise<boolean> {
  const { data, error } = await admin.rpc('finish_mend_job', { p_job_id: key.jobId, p_version: version });
  if (error) throw databaseError(error);
  return data;
}
