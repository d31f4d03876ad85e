import 'server-only';
import path from 'node:path';
import { composeMusic } from '@/lib/builtin/music/compose';
import { AppError } from '@/lib/errors';
import { finishTogether } from '@/lib/film/finish-together';
import { type FilmInput, renderFilm } from '@/lib/film/render-film';
import { filmDurationMs } from '@/lib/film/timeline';
import { withWorkDir } from '@/lib/film/work-dir';
import { downloadAsset } from '@/lib/storage/assets';
import { hashContent } from '@/lib/story/content-hash';
import { type AssetRow, narrationDetailsSchema } from '@/lib/story/rows';
import { type FilmOptions, storyDraftSchema } from '@/lib/story/schema';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { attachFilm, type FilmAssets, findFilm, saveFilm } from './film-assets';
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
    secondsPerScene: story.brief.secondsPerScene,
    transition: story.brief.transition,
    scenes: story.scenes.map(sceneHash),
  });
  const finished = await findFilm(admin, key, contentHash);
  const film =
    finished ??
    (await untilCancelled(admin, key, (signal) => makeFilm(admin, key, story, options, contentHash, signal)));
  await attachFilm(admin, key, story.row.version, film);
  await recordJobNews(admin, key.jobId, {
    type: 'film',
    key: `film:${film.film.id}`,
    stage: 'filming',
    progress: PROGRESS.filmed,
  });
  return { assetId: film.film.id };
}

/** Everything between the stored parts and the stored film happens in one directory that is gone afterwards. */
async function makeFilm(
  admin: DatabaseClient,
  key: Key,
  story: StoryInMaking,
  options: FilmOptions,
  contentHash: string,
  signal: AbortSignal,
): Promise<FilmAssets> {
  return withWorkDir('film', async (workDir) => {
    const silent = await collectFilmInput(story, options, workDir, signal);
    const input = { ...silent, music: { path: await composeFilmMusic(story, silent, workDir, signal) } };
    const progress = createFilmProgress(
      admin,
      key.jobId,
      story.scenes.some((scene) => scene.video) ? PROGRESS.videos : PROGRESS.illustrated,
    );
    const film = await renderFilm(input, {
      workDir,
      signal,
      clips: createStoredClips(admin, key, workDir),
      onProgress: progress.report,
    });
    await progress.settled();
    return saveFilm(admin, key, options, contentHash, film);
  });
}

/** The film's plan with every picture and voice fetched into the directory; its music is still missing. */
async function collectFilmInput(
  story: StoryInMaking,
  options: FilmOptions,
  workDir: string,
  signal: AbortSignal,
): Promise<FilmInput> {
  const fetchFile = async (asset: AssetRow): Promise<string> => {
    const file = path.join(workDir, `${asset.id}${path.extname(asset.path)}`);
    await downloadAsset(asset.path, file, { signal });
    return file;
  };
  const scenes = await finishTogether(
    story.scenes.map(async (scene): Promise<FilmInput['scenes'][number]> => {
      const { picture, narration, video } = scene;
      if (!picture) throw new AppError('not_found', `Page ${scene.position + 1} has no picture to film.`);
      const [picturePath, narrationPath, videoPath] = await finishTogether([
        fetchFile(picture),
        narration ? fetchFile(narration) : null,
        video ? fetchFile(video) : undefined,
      ]);
      return {
        picturePath,
        videoPath,
        narrationPath,
        narrationDurationMs: narration?.duration_ms ?? 0,
        words: narration ? narrationDetailsSchema.parse(narration.details).words : [],
        text: scene.text,
        contentHash: sceneHash(scene),
      };
    }),
  );
  return {
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
    secondsPerScene: story.brief.secondsPerScene,
    transition: story.brief.transition,
  };
}

/** @returns the path of music exactly as long as the film */
async function composeFilmMusic(
  story: StoryInMaking,
  input: FilmInput,
  workDir: string,
  signal: AbortSignal,
): Promise<string> {
  const toFile = path.join(workDir, 'music.wav');
  await composeMusic({
    mood: storyDraftSchema.shape.musicMood.parse(story.row.music_mood),
    seed: story.brief.seed,
    durationMs: filmDurationMs(input),
    toFile,
    signal,
  });
  return toFile;
}

/** Identifies what is seen and heard of one page. */
function sceneHash(scene: StoryInMaking['scenes'][number]): string {
  return hashContent({
    picture: scene.picture?.content_hash,
    narration: scene.narration?.content_hash,
    video: scene.video?.content_hash,
    text: scene.text,
  });
}
