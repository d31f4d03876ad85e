import 'server-only';
import path from 'node:path';
import { AppError } from '@/lib/errors';
import { finishTogether } from '@/lib/film/finish-together';
import { renderStoryAudio } from '@/lib/film/story-audio';
import { withWorkDir } from '@/lib/film/work-dir';
import { downloadAsset, findAsset, saveAsset } from '@/lib/storage/assets';
import { hashContent } from '@/lib/story/content-hash';
import type { AssetRow } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { recordJobNews } from './job-news';
import { getStoryInMaking, type StoryInMaking, type StoryKey } from './story-in-making';
import { untilCancelled } from './until-cancelled';

/** Raise when the same voices should make another file. */
const AUDIO_VERSION = 1;

type Key = StoryKey & { jobId: string };

/** The whole story as one sound file, made from the voices of its pages; found again when they are the same. */
export async function joinNarration(admin: DatabaseClient, key: Key): Promise<{ assetId: string }> {
  const story = await getStoryInMaking(admin, key);
  const voices = story.scenes.map(({ narration, position }) => {
    if (!narration) throw new AppError('not_found', `Page ${position + 1} has no voice.`);
    return narration;
  });
  const contentHash = hashContent({
    kind: 'audio',
    version: AUDIO_VERSION,
    title: story.row.title,
    voices: voices.map((voice) => voice.content_hash),
  });
  const asset =
    (await findAsset(admin, { ...key, kind: 'audio', contentHash })) ??
    (await untilCancelled(admin, key, (signal) => join(admin, key, story, voices, contentHash, signal)));
  const { version } = story.row;
  const { error } = await admin
    .from('stories')
    .update({ audio_asset_id: asset.id, audio_version: version })
    .eq('id', key.storyId)
    .or(`audio_version.is.null,audio_version.lte.${version}`);
  if (error) throw databaseError(error);
  await recordJobNews(admin, key.jobId, { type: 'audio', key: `audio:${asset.id}` });
  return { assetId: asset.id };
}

async function join(
  admin: DatabaseClient,
  key: Key,
  story: StoryInMaking,
  voices: AssetRow[],
  contentHash: string,
  signal: AbortSignal,
): Promise<AssetRow> {
  return withWorkDir('audio', async (workDir) => {
    const narrationPaths = await finishTogether(
      voices.map(async (voice) => {
        const file = path.join(workDir, `${voice.id}${path.extname(voice.path)}`);
        await downloadAsset(voice.path, file, { signal });
        return file;
      }),
    );
    const audio = await renderStoryAudio({ narrationPaths, title: story.row.title, workDir, signal });
    return saveAsset(admin, {
      ownerId: key.ownerId,
      storyId: key.storyId,
      sceneId: null,
      kind: 'audio',
      contentHash,
      mediaType: 'audio/mp4',
      content: { path: audio.path },
      durationMs: audio.durationMs,
      details: { model: 'builtin/film' },
    });
  });
}
