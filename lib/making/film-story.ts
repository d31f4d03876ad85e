import 'server-only';
import path from 'node:path';
import { composeMusic } from '@/lib/builtin/music/compose';
import { AppError } from '@/lib/errors';
import { type FilmInput, renderFilm } from '@/lib/film/render-film';
import { filmDurationMs } from '@/lib/film/timeline';
import { withWorkDir } from '@/lib/film/work-dir';
import { downloadAsset, findAsset, saveAsset } from '@/lib/storage/assets';
import { hashContent } from '@/lib/story/content-hash';
import { type AssetRow, narrationDetailsSchema } from '@/lib/story/rows';
import type { FilmOptions, MusicMood } from '@/lib/story/schema';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { createFilmProgress } from './film-progress';
import { PROGRESS, recordJobNews } from './job-news';
import { createStoredClips } from './stored-clips';
import { getStoryInMaking, type StoryInMaking, type StoryKey } from './story-in-making';
import { untilCancelled } from './until-cancelled';

/** Raise when the same inputs should make another film. */
const FILM_VERSION = 1;

type Key = StoryKey & { jobId: string };

/**
 * The film of a finished book, in one step: fetch pictures and voices, compose the music, render, store film, captions
 * and poster. Local files never outlive the step. Clips of unchanged pages come from storage, so a mended page costs
 * only its own.
 */
export async function filmStory(admin: DatabaseClient, key: Key): Promise<{ assetId: string }> {
  const story = await getStoryInMaking(admin, key);
  const { film: options } = story.brief;
  if (!options) throw new AppError('invalid_request', 'No film was asked for.');
  const contentHash = hashContent({
    version: FILM_VERSION,
    options,
    aspectRatio: story.brief.aspectRatio,
    title: story.row.title,
    moral: story.row.moral,
    musicMood: story.row.music_mood,
    seed: story.brief.seed,
    scenes: story.scenes.map(sceneHash),
  });
  const finished = await findFilm(admin, key, contentHash);
  const film =
    finished ??
    (await untilCancelled(admin, key, (signal) => makeFilm(admin, key, story, options, contentHash, signal)));
  await attachFilm(admin, key, film);
  await recordJobNews(admin, key.jobId, {
    type: 'film',
    key: `film:${film.film.id}`,
    stage: 'filming',
    progress: PROGRESS.filmed,
  });
  return { assetId: film.film.id };
}

type FilmAssets = { film: AssetRow; captions: AssetRow; poster: AssetRow };

async function findFilm(admin: DatabaseClient, key: Key, contentHash: string): Promise<FilmAssets | null> {
  const [film, captions, poster] = await Promise.all(
    (['film', 'captions', 'poster'] as const).map((kind) => findAsset(admin, { ...key, kind, contentHash })),
  );
  return film && captions && poster ? { film, captions, poster } : null;
}

async function makeFilm(
  admin: DatabaseClient,
  key: Key,
  story: StoryInMaking,
  options: FilmOptions,
  contentHash: string,
  signal: AbortSignal,
): Promise<FilmAssets> {
  return withWorkDir('film', async (workDir) => {
    const scenes = await Promise.all(
      story.scenes.map(async (scene): Promise<FilmInput['scenes'][number]> => {
        if (!scene.picture)
          throw new AppError('not_found', `Page ${scene.position + 1} has no picture to film.`);
        const { narration } = scene;
        const [picturePath, narrationPath] = await Promise.all([
          fetchFile(scene.picture, workDir),
          narration ? fetchFile(narration, workDir) : null,
        ]);
        return {
          picturePath,
          narrationPath,
          narrationDurationMs: narration?.duration_ms ?? 0,
          words: narration ? narrationDetailsSchema.parse(narration.details).words : [],
          text: scene.text,
          contentHash: sceneHash(scene),
        };
      }),
    );
    const input: FilmInput = {
      title: story.row.title,
      moral: story.row.moral || null,
      language: 'en',
      scenes,
      music: null,
      aspectRatio: story.brief.aspectRatio,
      resolution: options.resolution,
      fps: options.fps,
      burnedCaptions: options.burnedCaptions,
      seed: story.brief.seed,
    };
    const musicPath = path.join(workDir, 'music.wav');
    await composeMusic({
      mood: story.row.music_mood as MusicMood,
      seed: story.brief.seed,
      durationMs: filmDurationMs(input),
      toFile: musicPath,
      signal,
    });
    const progress = createFilmProgress(admin, key.jobId);
    const film = await renderFilm(
      { ...input, music: { path: musicPath } },
      { workDir, signal, clips: createStoredClips(admin, key, workDir), onProgress: progress.report },
    );
    await progress.settled();

    const common = { ownerId: key.ownerId, storyId: key.storyId, sceneId: null, contentHash };
    const size = { width: film.width, height: film.height };
    const details = { model: 'builtin/film', format: options };
    const [captions, poster] = await Promise.all([
      saveAsset(admin, {
        ...common,
        kind: 'captions',
        mediaType: 'text/vtt',
        content: { path: film.captionsPath },
        details,
      }),
      saveAsset(admin, {
        ...common,
        kind: 'poster',
        mediaType: 'image/jpeg',
        content: { path: film.posterPath },
        ...size,
        details,
      }),
    ]);
    // The film comes last: where it is, the others are.
    const saved = await saveAsset(admin, {
      ...common,
      kind: 'film',
      mediaType: 'video/mp4',
      content: { path: film.filmPath },
      ...size,
      durationMs: film.durationMs,
      details,
    });
    return { film: saved, captions, poster };

    async function fetchFile(asset: AssetRow, directory: string): Promise<string> {
      const file = path.join(directory, `${asset.id}${path.extname(asset.path)}`);
      await downloadAsset(admin, asset.path, file, { signal });
      return file;
    }
  });
}

/** Identifies what is seen and heard of one page. */
function sceneHash(scene: StoryInMaking['scenes'][number]): string {
  return hashContent({
    picture: scene.picture?.content_hash,
    narration: scene.narration?.content_hash,
    text: scene.text,
  });
}

async function attachFilm(admin: DatabaseClient, key: Key, assets: FilmAssets): Promise<void> {
  const { error } = await admin
    .from('stories')
    .update({
      film_asset_id: assets.film.id,
      captions_asset_id: assets.captions.id,
      poster_asset_id: assets.poster.id,
    })
    .eq('id', key.storyId)
    .eq('owner_id', key.ownerId);
  if (error) throw databaseError(error);
}
