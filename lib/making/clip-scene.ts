import 'server-only';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { drawLayers } from '@/lib/builtin/illustrator/draw-layers';
import { composeMusic } from '@/lib/builtin/music/compose';
import { withDiskFullCode } from '@/lib/disk-full';
import { AppError } from '@/lib/errors';
import type { FilmInput, LayerPaths } from '@/lib/film/film-input';
import { finishTogether } from '@/lib/film/finish-together';
import { renderFilm } from '@/lib/film/render-film';
import { filmDurationMs } from '@/lib/film/timeline';
import { withWorkDir } from '@/lib/film/work-dir';
import { downloadAsset, findAsset, saveAsset } from '@/lib/storage/assets';
import { hashContent } from '@/lib/story/content-hash';
import { type AssetRow, narrationDetailsSchema, pictureDetailsSchema } from '@/lib/story/rows';
import { storyDraftSchema } from '@/lib/story/schema';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { attachClip } from './attach-clip';
import { hashPicturePlan, planPicture } from './scene-depiction';
import {
  getStoryInMaking,
  type PageKey,
  type SceneInMaking,
  type StoryInMaking,
  type StoryKey,
  sceneAt,
} from './story-in-making';
import { untilCancelled } from './until-cancelled';

/** Raise when the same inputs should make another clip. */
const CLIP_VERSION = 2;
/** A scene nobody reads aloud is seen for this long. */
const SILENT_SECONDS = 5;
/** Any prime: neighbouring scenes get other camera moves. */
const SEED_STEP = 7_919;

type Key = StoryKey & { jobId: string };

/**
 * One scene as a short film of its own, while its page is read over the story's music: what a video model filmed, else the
 * camera moves over its illustration, whose figures stand off from the place behind them. Like `drawScene`, it finds what
 * was made from the same things before.
 */
export async function clipScene(
  admin: DatabaseClient,
  key: Key,
  page: PageKey,
): Promise<{ assetId: string }> {
  const story = await getStoryInMaking(admin, key);
  const scene = sceneAt(story, page);
  const { picture, narration, video } = scene;
  if (!picture) throw new AppError('not_found', `Page ${scene.position + 1} has no picture to film.`);
  const plan = planClip(story, scene);
  const contentHash = hashContent({
    kind: 'clip',
    version: CLIP_VERSION,
    plan,
    musicMood: story.row.music_mood,
    picture: picture.content_hash,
    narration: narration?.content_hash,
    video: video?.content_hash,
  });
  const asset =
    (await findAsset(admin, { ...key, kind: 'clip', contentHash })) ??
    (await untilCancelled(admin, key, (signal) =>
      makeClip(admin, key, { story, scene, picture, narration, plan, contentHash, signal }),
    ));
  await attachClip(admin, key, story, scene, asset);
  return { assetId: asset.id };
}

type ClipPlan = Omit<FilmInput, 'music' | 'scenes'>;

function planClip({ brief }: StoryInMaking, scene: SceneInMaking): ClipPlan {
  return {
    title: '',
    moral: null,
    language: 'en',
    aspectRatio: brief.aspectRatio,
    resolution: brief.film?.resolution ?? '720p',
    fps: brief.film?.fps ?? 25,
    // The words are in the file for whoever asks for them; the picture stays clean.
    burnedCaptions: false,
    seed: (brief.seed + scene.look.index * SEED_STEP) % 2 ** 31,
    secondsPerScene: brief.secondsPerScene ?? (scene.narration ? undefined : SILENT_SECONDS),
  };
}

/** The layers of a picture that our own illustrator drew from what the story still says; other pictures are flat. */
async function saveLayers(
  story: StoryInMaking,
  scene: SceneInMaking,
  picture: AssetRow,
  workDir: string,
  signal: AbortSignal,
): Promise<LayerPaths | undefined> {
  const plan = planPicture(story, scene);
  if (hashPicturePlan('builtin/illustrator', plan) !== picture.content_hash) return undefined;
  const { backdrop, mask } = await drawLayers(plan.depiction, plan.size, { signal });
  const paths = {
    backdropPath: path.join(workDir, 'backdrop.png'),
    maskPath: path.join(workDir, 'mask.png'),
  };
  await withDiskFullCode(() =>
    finishTogether([writeFile(paths.backdropPath, backdrop), writeFile(paths.maskPath, mask)]),
  );
  return paths;
}

async function makeClip(
  admin: DatabaseClient,
  key: Key,
  parts: {
    story: StoryInMaking;
    scene: SceneInMaking;
    picture: AssetRow;
    narration: AssetRow | null;
    plan: ClipPlan;
    contentHash: string;
    signal: AbortSignal;
  },
): Promise<AssetRow> {
  const { story, scene, picture, narration, plan, contentHash, signal } = parts;
  const { video } = scene;
  return withWorkDir('clip', async (workDir) => {
    const fetchFile = async (asset: AssetRow): Promise<string> => {
      const file = path.join(workDir, `${asset.id}${path.extname(asset.path)}`);
      await downloadAsset(asset.path, file, { signal });
      return file;
    };
    const [picturePath, narrationPath, videoPath] = await finishTogether([
      fetchFile(picture),
      narration ? fetchFile(narration) : null,
      video ? fetchFile(video) : undefined,
    ]);
    const silent: FilmInput = {
      ...plan,
      music: null,
      scenes: [
        {
          picturePath,
          videoPath,
          layers: video ? undefined : await saveLayers(story, scene, picture, workDir, signal),
          narrationPath,
          narrationDurationMs: narration?.duration_ms ?? 0,
          words: narration ? narrationDetailsSchema.parse(narration.details).words : [],
          text: narration ? scene.text : '',
          contentHash,
        },
      ],
    };
    const musicPath = path.join(workDir, 'music.wav');
    await composeMusic({
      mood: storyDraftSchema.shape.musicMood.parse(story.row.music_mood),
      seed: story.brief.seed,
      durationMs: filmDurationMs(silent),
      toFile: musicPath,
      signal,
    });
    const film = await renderFilm(
      { ...silent, music: { path: musicPath } },
      // The whole clip is kept under its own hash; its pieces need not be.
      { workDir, signal, clips: { get: async () => null, put: async () => undefined } },
    );
    return saveAsset(admin, {
      ownerId: key.ownerId,
      storyId: key.storyId,
      sceneId: scene.id,
      kind: 'clip',
      contentHash,
      mediaType: 'video/mp4',
      content: { path: film.filmPath },
      width: film.width,
      height: film.height,
      durationMs: film.durationMs,
      // Who filmed it, and with which words: the camera over the picture is our own.
      details: video
        ? pictureDetailsSchema.parse(video.details)
        : { model: 'builtin/film', prompt: pictureDetailsSchema.parse(picture.details).prompt },
    });
  });
}
