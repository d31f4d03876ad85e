import 'server-only';
import type { Experimental_VideoModelV4 as VideoModelV4 } from '@ai-sdk/provider';
import { type Candidate, getCandidate, modelName } from '@/lib/ai/models';
import { buildVideoPrompt } from '@/lib/ai/video-prompt';
import { chooseVideoShape } from '@/lib/ai/video-shape';
import { AppError } from '@/lib/errors';
import { buildFilmFormat } from '@/lib/film/film-format';
import { filmDurationMs } from '@/lib/film/timeline';
import type { CallIntent } from '@/lib/ledger/calls';
import { hashContent } from '@/lib/story/content-hash';
import type { AssetRow } from '@/lib/story/rows';
import { planPicture } from './scene-depiction';
import { type SceneInMaking, type StoryInMaking, type StoryKey, sceneAt } from './story-in-making';

/** Raise when the same inputs should be filmed again. */
const VIDEO_VERSION = 1;
/** A page nobody reads aloud is seen for this long. */
const SILENT_SECONDS = 5;

export type SceneVideoPlan = {
  scene: SceneInMaking;
  picture: AssetRow;
  candidate: Candidate<VideoModelV4>;
  /** `provider/model` */
  model: string;
  prompt: string;
  size: { width: number; height: number };
  seconds: number;
  /** Of everything that decides the film. */
  contentHash: string;
};

/** All that decides the film of one page by one model. Pure: the same rows give the same plan. @throws AppError `not_found` */
export function planSceneVideo(story: StoryInMaking, position: number, candidateId: string): SceneVideoPlan {
  const scene = sceneAt(story, position);
  const { picture } = scene;
  if (!picture) throw new AppError('not_found', `Page ${position + 1} has no picture to film.`);
  const candidate = getCandidate('video', candidateId);
  const shapes = candidate.provider.videoShapes?.(candidate.modelId);
  if (!shapes) throw new AppError('misconfigured', `${candidateId} says nothing about the films it makes.`);
  const { size, seconds } = chooseVideoShape(shapes, filmFormat(story), secondsSeen(story, scene));
  const { prompt: picturePrompt, depiction } = planPicture(story, scene);
  const prompt = buildVideoPrompt(picturePrompt, {
    setting: depiction.setting,
    seed: story.brief.seed,
    // A page that has moved is filmed as before.
    position: scene.look.index,
    hasFirstFrame: true,
  });
  const contentHash = hashContent({
    kind: 'video',
    version: VIDEO_VERSION,
    model: candidateId,
    prompt,
    size,
    seconds,
    picture: picture.content_hash,
  });
  return { scene, picture, candidate, model: candidateId, prompt, size, seconds, contentHash };
}

/** Who pays what for it. */
export function buildVideoIntent(
  key: StoryKey & { jobId: string },
  story: StoryInMaking,
  plan: SceneVideoPlan,
  model: VideoModelV4,
): CallIntent {
  return {
    payer: key,
    step: `video:${plan.scene.position + 1}`,
    modality: 'video',
    model,
    request: { contentHash: plan.contentHash, name: modelName(model) },
    estimate: { seconds: plan.seconds },
    sort: `${plan.size.width}x${plan.size.height}`,
    maxCostMicros: story.brief.maxCostMicros,
  };
}

function filmFormat({ brief }: StoryInMaking) {
  const { resolution = '720p', fps = 25 } = brief.film ?? {};
  return buildFilmFormat({ aspectRatio: brief.aspectRatio, resolution, fps });
}

/** How long the page is seen, alone: its voice with what comes before and after, or as long as was asked for. */
function secondsSeen({ brief }: StoryInMaking, { narration, text }: SceneInMaking): number {
  const durationMs = filmDurationMs({
    title: '',
    language: 'en',
    aspectRatio: brief.aspectRatio,
    resolution: '720p',
    fps: 25,
    seed: brief.seed,
    secondsPerScene: brief.secondsPerScene ?? (narration ? undefined : SILENT_SECONDS),
    scenes: [
      {
        picturePath: '',
        // Only whether there is one counts here.
        narrationPath: narration ? narration.path : null,
        narrationDurationMs: narration?.duration_ms ?? 0,
        words: [],
        text: narration ? text : '',
        contentHash: '',
      },
    ],
  });
  return durationMs / 1_000;
}
