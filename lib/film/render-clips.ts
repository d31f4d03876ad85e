import { availableParallelism } from 'node:os';
import path from 'node:path';
import { withDiskFullCode } from '../disk-full.ts';
import { AppError, isAppError } from '../errors.ts';
import { runInWorker } from '../worker-pool.ts';
import type { ClipOutcome, ClipTask } from './clip.worker.ts';
import { hashClip, hashPicture, hashVideo } from './clip-hash.ts';
import { buildClipMotion, buildMotionCamera, sourceFrameAt } from './clip-motion.ts';
import { buildClipPlan, type ClipLayer, type ClipPlan, listClipScenes } from './clip-plan.ts';
import type { ClipStore } from './clip-store.ts';
import type { FfmpegBinaries } from './ffmpeg-binaries.ts';
import type { FilmInput } from './film-input.ts';
import { finishTogether } from './finish-together.ts';
import { readMp4Facts } from './mp4-facts.ts';
import type { PictureTask } from './picture.worker.ts';
import { ABORTED, createRenderControl, FRAMES_DONE } from './render-control.ts';
import type { Timeline } from './timeline.ts';
import { readVideoFacts, type VideoFacts } from './video-facts.ts';
import type { YuvPicture } from './yuv.ts';

export type RenderClipsOptions = {
  timeline: Timeline;
  input: Pick<FilmInput, 'scenes' | 'burnedCaptions'>;
  binaries: FfmpegBinaries;
  clips: ClipStore;
  workDir: string;
  signal: AbortSignal;
  /** Share of the film's frames that exist, 0…1. */
  onProgress?: ((fraction: number) => void) | undefined;
};

const PROGRESS_EVERY_MS = 200;

type PlannedClip = {
  position: number;
  scenes: number[];
  plan: ClipPlan;
  hash: string;
  /** Of each scene; null where its picture is a still. */
  videos: (VideoFacts | null)[];
};

/**
 * The film's pictures as encoded clips in order: those the store has, and the rest painted and encoded, as many at once as
 * there are processors.
 *
 * @throws AppError `picture_unreadable`, `disk_full`, `render_failed`; the signal's reason when aborted
 */
export async function renderClips(options: RenderClipsOptions): Promise<string[]> {
  const { timeline, clips, signal } = options;
  const planned = await planClips(options);
  const paths: (string | null)[] = await finishTogether(planned.map((clip) => findKeptClip(clips, clip)));
  signal.throwIfAborted();
  const missing = planned.filter((clip) => paths[clip.position] === null);

  const control = createRenderControl();
  const counters = new Int32Array(control);
  const keptFrames = timeline.totalFrames - missing.reduce((sum, clip) => sum + clip.plan.frameCount, 0);
  const report = () =>
    options.onProgress?.((keptFrames + Atomics.load(counters, FRAMES_DONE)) / timeline.totalFrames);
  const timer = setInterval(report, PROGRESS_EVERY_MS);
  const abort = () => Atomics.store(counters, ABORTED, 1);
  signal.addEventListener('abort', abort, { once: true });
  try {
    const pictureOf = createPictureCache(options, missing);
    // The longest first: the short crossfades then fill the gaps at the end.
    const queue = missing.toSorted((a, b) => b.plan.frameCount - a.plan.frameCount);
    await runSideBySide(queue, abort, async (clip) => {
      const target = path.join(options.workDir, `clip-${clip.position}.mp4`);
      const sources = await Promise.all(
        clip.scenes.map(async (scene, index): Promise<ClipTask['sources'][number]> => {
          const video = findVideo(options.input, clip, index);
          return video ? { video } : { pictures: await pictureOf.get(scene) };
        }),
      );
      const task: ClipTask = {
        plan: clip.plan,
        sources,
        ffmpegPath: options.binaries.ffmpegPath,
        outputPath: target,
        control,
      };
      const outcome = await runInWorker<ClipTask, ClipOutcome>('lib/film/clip.worker.ts', task);
      if (outcome === 'aborted') {
        signal.throwIfAborted();
        throw new AppError('render_failed', 'The film could not be made.', {
          cause: new Error('stopped because another clip failed'),
        });
      }
      pictureOf.release(clip);
      await withDiskFullCode(() => clips.put(clip.hash, target));
      paths[clip.position] = target;
    });
    report();
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', abort);
  }
  return paths.filter((each) => each !== null);
}

async function planClips({ timeline, input, binaries }: RenderClipsOptions): Promise<PlannedClip[]> {
  const pictureHashes = await Promise.all(
    input.scenes.map((scene, index) =>
      scene.videoPath ? hashVideo(scene.videoPath, index) : hashPicture(scene.picturePath, index),
    ),
  );
  const videos = await Promise.all(
    input.scenes.map((scene) => (scene.videoPath ? readVideoFacts(scene.videoPath) : null)),
  );
  return timeline.clips.map((clip, position) => {
    const scenes = listClipScenes(clip);
    const stills = buildClipPlan(timeline, clip, input.burnedCaptions);
    const shown = scenes.map((scene) => videos[scene] ?? null);
    const plan: ClipPlan = {
      ...stills,
      layers: stills.layers.map((layer, index) =>
        setInMotion(layer, shown[index] ?? null, timeline.format.fps),
      ),
    };
    // Depth is for a film of one scene: a transition between two such would take six pictures at once.
    if (isDeep(input)) plan.depth = { direction: depthOf(timeline) };
    const identities = scenes.map((scene) => pictureHashes[scene] ?? '');
    if (clip.kind === 'body') identities.push(input.scenes[clip.scene]?.contentHash ?? '');
    return { position, scenes, plan, hash: hashClip(plan, identities, binaries.version), videos: shown };
  });
}

function isDeep({ scenes }: Pick<FilmInput, 'scenes'>): boolean {
  return scenes.length === 1 && scenes[0]?.layers !== undefined && scenes[0].videoPath === undefined;
}

function setInMotion(layer: ClipLayer, video: VideoFacts | null, fps: number): ClipLayer {
  if (!video) return layer;
  const motion = buildClipMotion(video, { frames: layer.sceneFrames, fps });
  return { ...layer, camera: buildMotionCamera(motion), motion };
}

/** Where the moving picture of one of a clip's layers begins; undefined where it is a still. */
function findVideo({ scenes }: Pick<FilmInput, 'scenes'>, clip: PlannedClip, index: number) {
  const layer = clip.plan.layers[index];
  const facts = clip.videos[index];
  const path = scenes[clip.scenes[index] ?? -1]?.videoPath;
  if (!layer?.motion || !facts || path === undefined) return undefined;
  return { path, facts, firstFrame: Math.floor(sourceFrameAt(layer.motion, layer.firstFrame)) };
}

/** The front goes against the camera, as things near a window of a train do. */
function depthOf({ scenes }: Timeline): 1 | -1 {
  const camera = scenes[0]?.camera;
  return camera && camera.to.x < camera.from.x ? -1 : 1;
}

/** A kept clip is used only when it is whole: a store may hand back what a crash left half-written. */
async function findKeptClip(clips: ClipStore, clip: PlannedClip): Promise<string | null> {
  const file = await withDiskFullCode(() => clips.get(clip.hash));
  if (file === null) return null;
  const facts = await readMp4Facts(file);
  return facts?.videoFrames === clip.plan.frameCount ? file : null;
}

/** Prepares each needed picture once, when first asked for, and lets go of it after its last clip. */
function createPictureCache({ timeline, input }: RenderClipsOptions, missing: PlannedClip[]) {
  const { width, height } = timeline.format;
  const prepared = new Map<number, Promise<YuvPicture[]>>();
  const uses = new Map<number, number>();
  for (const scene of missing.flatMap((clip) => clip.scenes)) uses.set(scene, (uses.get(scene) ?? 0) + 1);

  async function prepare(scene: number): Promise<YuvPicture[]> {
    const { picturePath = '', layers } = input.scenes[scene] ?? {};
    const task: PictureTask = {
      path: picturePath,
      layers: isDeep(input) ? (layers ?? null) : null,
      width,
      height,
    };
    try {
      return await runInWorker<PictureTask, YuvPicture[]>('lib/film/picture.worker.ts', task);
    } catch (error) {
      if (!isAppError(error) || error.code !== 'picture_unreadable') throw error;
      throw new AppError('picture_unreadable', `The picture of scene ${scene + 1} cannot be read.`, {
        cause: error.cause,
      });
    }
  }
  return {
    get(scene: number): Promise<YuvPicture[]> {
      const known = prepared.get(scene) ?? prepare(scene);
      prepared.set(scene, known);
      return known;
    },
    release(clip: PlannedClip): void {
      for (const scene of clip.scenes) {
        const left = (uses.get(scene) ?? 1) - 1;
        uses.set(scene, left);
        if (left === 0) prepared.delete(scene);
      }
    },
  };
}

/** Works through the list, one item for each processor at a time. The first failure stops the others and is the one thrown. */
async function runSideBySide<Item>(
  items: Item[],
  stopAll: () => void,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  let failure: { error: unknown } | null = null;
  const lanes = Array.from(
    { length: Math.max(1, Math.min(items.length, availableParallelism())) },
    async () => {
      for (let item = queue.shift(); item !== undefined && !failure; item = queue.shift()) {
        try {
          await work(item);
        } catch (error) {
          failure ??= { error };
          stopAll();
        }
      }
    },
  );
  // Every lane is waited for: no worker may still be writing into the work directory when the caller removes it.
  await Promise.all(lanes);
  const thrown = failure as { error: unknown } | null;
  if (thrown) throw thrown.error;
}
