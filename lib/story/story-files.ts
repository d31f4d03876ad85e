import 'server-only';
import { AppError } from '@/lib/errors';
import {
  type Access,
  checkReview,
  type ReadingCaller,
  readAsGrownUp,
} from '@/lib/household/read-as-grown-up';
import { measureChunks } from '@/lib/storage/asset-content';
import { fileNameOf } from '@/lib/storage/file-name';
import { openStoredFile } from '@/lib/storage/open-stored-file';
import { assetUrl } from '@/lib/storage/paths';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import type { AssetRow, SceneRow, StoryRow } from './rows';

/** One file of a finished story. `scene` counts from 0; null for files of the whole story. */
export type StoryFile = {
  asset: AssetRow;
  role: AssetRow['kind'];
  scene: number | null;
  name: string;
  url: string;
  sha256: string;
  crc32: number;
};
export type StoryFiles = {
  storyId: string;
  title: string;
  text: string;
  updatedAt: string;
  files: StoryFile[];
};

const SELECT =
  'id, title, review, updated_at, film_asset_id, captions_asset_id, poster_asset_id, audio_asset_id, scenes(position, text, picture_asset_id, narration_asset_id, clip_asset_id), assets!assets_story_id_fkey(*)' as const;
const REVEALED_SELECT = `${SELECT}, withheld:withheld_words(title)` as const;
type Rows = Pick<
  StoryRow,
  | 'id'
  | 'title'
  | 'review'
  | 'updated_at'
  | 'film_asset_id'
  | 'captions_asset_id'
  | 'poster_asset_id'
  | 'audio_asset_id'
> & {
  scenes: Pick<SceneRow, 'position' | 'text' | 'picture_asset_id' | 'narration_asset_id' | 'clip_asset_id'>[];
  assets: AssetRow[];
  withheld?: { title: string } | null;
};

/**
 * The files a story is made of now, in the order they are used: the whole story's first, then page by page. What was made
 * on the way (clips of the film, pictures that were drawn again) is not among them.
 *
 * @param id a story's id, or its job's
 * @throws AppError `not_found` for an id that is not the caller's; `approval_required` for an owner whose story waits
 */
export async function getStoryFiles(
  client: DatabaseClient,
  id: string,
  access: Access = 'owner',
): Promise<StoryFiles> {
  const select = access === 'owner' ? SELECT : REVEALED_SELECT;
  const { data, error } = await client.from('stories').select(select).eq('id', id).maybeSingle();
  if (error) throw databaseError(error);
  if (!data) {
    const job = await client.from('jobs').select('story_id').eq('id', id).maybeSingle();
    if (job.error) throw databaseError(job.error);
    if (!job.data) throw new AppError('not_found', 'There is no such story.');
    return getStoryFiles(client, job.data.story_id, access);
  }
  const { withheld, ...row } = data as unknown as Rows;
  checkReview(row.review, access);
  const story: Rows = withheld ? { ...row, title: withheld.title } : row;
  const scenes = story.scenes.toSorted((a, b) => a.position - b.position);
  const places: { assetId: string | null; scene: number | null }[] = [
    ...[story.film_asset_id, story.captions_asset_id, story.poster_asset_id, story.audio_asset_id].map(
      (assetId) => ({ assetId, scene: null }),
    ),
    ...scenes.flatMap((scene) =>
      [scene.picture_asset_id, scene.narration_asset_id, scene.clip_asset_id].map((assetId) => ({
        assetId,
        scene: scene.position,
      })),
    ),
  ];
  const assets = new Map(story.assets.map((asset) => [asset.id, asset]));
  const files = await Promise.all(
    places.flatMap(({ assetId, scene }) => {
      const asset = assetId === null ? undefined : assets.get(assetId);
      return asset ? [buildFile(story.title, asset, scene)] : [];
    }),
  );
  return {
    storyId: story.id,
    title: story.title,
    text: scenes.map((scene) => scene.text).join('\n\n'),
    updatedAt: story.updated_at,
    files,
  };
}

/** The same for a caller: who has proven to be a grown-up also gets what waits for one. */
export function readStoryFiles(caller: ReadingCaller, id: string): Promise<StoryFiles> {
  return readAsGrownUp(caller, (client, access) => getStoryFiles(client, id, access));
}

async function buildFile(title: string, asset: AssetRow, scene: number | null): Promise<StoryFile> {
  const { kind, media_type: mediaType } = asset;
  return {
    asset,
    role: kind,
    scene,
    name: fileNameOf(title, { kind, mediaType, scenePosition: scene }),
    url: assetUrl({ kind, storyId: asset.story_id, assetId: asset.id, mediaType }),
    ...(await getChecksums(asset)),
  };
}

/** A file that was stored before checksums were kept is read once, and they are kept. */
async function getChecksums(asset: AssetRow): Promise<{ sha256: string; crc32: number }> {
  if (asset.sha256 !== null && asset.crc32 !== null) return { sha256: asset.sha256, crc32: asset.crc32 };
  const body = await openStoredFile(asset.path, new AbortController().signal);
  const { sha256, crc32 } = await measureChunks(body);
  const { error } = await getAdminClient().from('assets').update({ sha256, crc32 }).eq('id', asset.id);
  if (error) throw databaseError(error);
  return { sha256, crc32 };
}
