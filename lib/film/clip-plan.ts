import type { CameraMove } from './camera.ts';
import type { ClipMotion } from './clip-motion.ts';
import { type FilmFormat, msToFrames } from './film-format.ts';
import type { Timeline, TimelineClip } from './timeline.ts';

/**
 * Everything that decides the pixels of one clip, apart from the pictures themselves, and nothing else: no absolute time,
 * no scene number. Two equal plans over equal pictures are the same clip, which is what the cache relies on.
 */
export type ClipPlan = {
  format: FilmFormat;
  frameCount: number;
  /** One layer for a body, two for a transition. */
  layers: ClipLayer[];
  /** How the first layer becomes the second; absent where it is a crossfade, as plans were before there was another. */
  transition?: 'page-turn';
  /** The only layer comes as place, front and cover, and which way the front goes; absent where it is one flat picture. */
  depth?: { direction: 1 | -1 };
  captions: ClipCaption[];
  cards: { kind: 'title' | 'moral'; text: string; startFrame: number; endFrame: number }[];
  fadeInFrames: number;
  fadeOutFrames: number;
};

export type ClipLayer = {
  camera: CameraMove;
  /** Frames of the whole scene the camera moves through. */
  sceneFrames: number;
  /** Which of them the clip starts with. */
  firstFrame: number;
  /** How its moving picture runs; absent where the picture is a still. */
  motion?: ClipMotion;
};

/** A caption in frames of the clip. */
export type ClipCaption = {
  startFrame: number;
  endFrame: number;
  lines: string[][];
  /** When each word, counted over both lines, lights up; empty when nobody speaks. */
  wordStartFrames: number[];
  /** When the last word goes back to rest. */
  spokenUntilFrame: number;
};

/** The scenes whose pictures a clip shows, in the order of its layers. */
export function listClipScenes(clip: TimelineClip): number[] {
  return clip.kind === 'body' ? [clip.scene] : [clip.scene, clip.scene + 1];
}

export function buildClipPlan(timeline: Timeline, clip: TimelineClip, burnedCaptions: boolean): ClipPlan {
  const layers = listClipScenes(clip).map((index): ClipLayer => {
    const scene = sceneAt(timeline, index);
    return {
      camera: scene.camera,
      sceneFrames: scene.endFrame - scene.startFrame,
      firstFrame: clip.startFrame - scene.startFrame,
    };
  });
  const plan: ClipPlan = {
    format: timeline.format,
    frameCount: clip.endFrame - clip.startFrame,
    layers,
    captions: [],
    cards: [],
    fadeInFrames: 0,
    fadeOutFrames: 0,
  };
  if (clip.kind === 'transition')
    return timeline.transition === 'page-turn' ? { ...plan, transition: 'page-turn' } : plan;

  // Captions and cards never reach into a transition, so only bodies draw them.
  const scene = sceneAt(timeline, clip.scene);
  const offset = clip.startFrame - scene.startFrame;
  const toFrame = (timeMs: number) => msToFrames(timeMs, timeline.format.fps) - offset;
  plan.fadeInFrames = scene.fadeInFrames;
  plan.fadeOutFrames = scene.fadeOutFrames;
  plan.cards = scene.cards.map((card) => ({
    ...card,
    startFrame: card.startFrame - offset,
    endFrame: card.endFrame - offset,
  }));
  if (burnedCaptions) {
    plan.captions = scene.cues.map((cue) => {
      const words = cue.lines.flat();
      return {
        startFrame: toFrame(cue.startMs),
        endFrame: toFrame(cue.endMs),
        lines: cue.lines.map((line) => line.map((word) => word.text)),
        wordStartFrames: scene.spoken ? words.map((word) => toFrame(word.startMs)) : [],
        spokenUntilFrame: toFrame(words.at(-1)?.endMs ?? cue.endMs),
      };
    });
  }
  return plan;
}

function sceneAt(timeline: Timeline, index: number) {
  const scene = timeline.scenes[index];
  if (!scene) throw new RangeError(`the timeline has no scene ${index}`);
  return scene;
}
