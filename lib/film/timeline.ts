import type { Transition, WordTiming } from '../story/schema.ts';
import { buildCameraMove, type CameraMove } from './camera.ts';
import { buildCaptionCues, type CaptionCue } from './caption-cues.ts';
import { buildCaptionStyle } from './caption-style.ts';
import { buildFilmFormat, type FilmFormat, framesToMs, msToFrames } from './film-format.ts';
import type { FilmInput } from './film-input.ts';
import { buildSpokenWords, READING_MS_PER_WORD, splitWords } from './spoken-words.ts';

/** The pure plan of a film, exact to the frame; pictures, sound, captions and subtitles all follow it. Browser-safe. */
export type Timeline = {
  format: FilmFormat;
  transition: Transition;
  totalFrames: number;
  durationMs: number;
  scenes: TimelineScene[];
  /** Contiguous pieces that make up the whole film, in order; each is encoded on its own. */
  clips: TimelineClip[];
};

export type TimelineScene = {
  /** First frame of the scene in the film; it overlaps the scene before by the length of the transition. */
  startFrame: number;
  /** One past its last frame. */
  endFrame: number;
  /** When the voice starts, in frames from the scene's start. */
  narrationStartFrame: number;
  narrationDurationMs: number;
  /** False when nobody speaks: captions then show no highlighted word. */
  spoken: boolean;
  camera: CameraMove;
  /** Times in milliseconds from the scene's start, so that an edit elsewhere in the film does not change them. */
  cues: CaptionCue[];
  /** The title on the first scene, the moral on the last; frames from the scene's start. */
  cards: TimelineCard[];
  fadeInFrames: number;
  fadeOutFrames: number;
};

export type TimelineCard = { kind: 'title' | 'moral'; text: string; startFrame: number; endFrame: number };

export type TimelineClip =
  | { kind: 'body'; scene: number; startFrame: number; endFrame: number }
  /** A crossfade or a turning page from `scene` to the one after it. */
  | { kind: 'transition'; scene: number; startFrame: number; endFrame: number };

export type TimelineInput = {
  scenes: {
    /** 0 when the scene has no voice: it then stays up long enough to be read. */
    narrationDurationMs: number;
    words: WordTiming[];
    text: string;
  }[];
  title?: string;
  /** Shown over the last picture when the story has been told. */
  moral?: string;
  format: FilmFormat;
  seed: number;
  /** Each scene stands at least this long; one without a voice exactly so. */
  secondsPerScene?: number | undefined;
  transition?: Transition | undefined;
};

const TRANSITION_MS: Record<Transition, number> = { cut: 0, crossfade: 720, 'page-turn': 1_000 };
/** After a cut the picture stands for a moment before somebody speaks. */
const SHORTEST_LEAD_MS = 320;
/** Even a scene that is over at once is seen. */
const SHORTEST_SILENCE_MS = 400;
/** Room after the last word before the picture starts to change. */
const AFTER_NARRATION_MS = 360;
const SILENT_SCENE_MIN_MS = 3_000;
const FADE_IN_MS = 500;
const FADE_OUT_MS = 900;
const CARD_PAUSE_MS = 350;

function cardDurationMs(text: string, minimumMs: number): number {
  return Math.max(minimumMs, 1_400 + splitWords(text).length * READING_MS_PER_WORD * 0.75);
}

function readingTimeMs(text: string): number {
  return Math.max(SILENT_SCENE_MIN_MS, 800 + splitWords(text).length * READING_MS_PER_WORD);
}

/** Plans the whole film. Same input, same plan. An empty list of scenes gives an empty film. */
export function buildTimeline(input: TimelineInput): Timeline {
  const { format, seed } = input;
  const { fps } = format;
  const frames = (durationMs: number) => msToFrames(durationMs, fps);
  const style = buildCaptionStyle(format);
  const transition = input.transition ?? 'crossfade';
  const transitionFrames = frames(TRANSITION_MS[transition]);
  const leastFrames = frames((input.secondsPerScene ?? 0) * 1_000);
  const title = input.title?.trim() ?? '';
  const moral = input.moral?.trim() ?? '';
  const lastIndex = input.scenes.length - 1;
  const scenes: TimelineScene[] = [];

  for (const [index, scene] of input.scenes.entries()) {
    const spoken = scene.narrationDurationMs > 0;
    const cards: TimelineCard[] = [];

    let leadFrames =
      index === 0 ? frames(FADE_IN_MS + 150) : Math.max(transitionFrames, frames(SHORTEST_LEAD_MS));
    if (index === 0 && title) {
      const startFrame = frames(CARD_PAUSE_MS);
      const endFrame = startFrame + frames(cardDurationMs(title, 2_300));
      cards.push({ kind: 'title', text: title, startFrame, endFrame });
      leadFrames = endFrame;
    }
    // What of the scene's own time comes after its last word; the next scene's beginning is not part of it.
    const restFrames = frames(AFTER_NARRATION_MS) + (index < lastIndex ? 0 : frames(FADE_OUT_MS));
    const silenceMs = input.secondsPerScene
      ? Math.max(SHORTEST_SILENCE_MS, framesToMs(leastFrames - leadFrames - restFrames, fps))
      : readingTimeMs(scene.text);
    const narrationDurationMs = spoken ? scene.narrationDurationMs : silenceMs;
    const narrationEndFrame = leadFrames + Math.ceil((narrationDurationMs * fps) / 1_000);
    const captionsUntilFrame = narrationEndFrame + frames(AFTER_NARRATION_MS);
    const lastFrame = index < lastIndex ? captionsUntilFrame : captionsUntilFrame + frames(FADE_OUT_MS);
    let lengthFrames = Math.max(lastFrame, leastFrames) + (index < lastIndex ? transitionFrames : 0);
    if (index === lastIndex && moral) {
      const endFrame = captionsUntilFrame + frames(cardDurationMs(moral, 2_800));
      cards.push({ kind: 'moral', text: moral, startFrame: captionsUntilFrame, endFrame });
      lengthFrames = Math.max(endFrame + frames(FADE_OUT_MS), leastFrames);
    }

    const startFrame = index === 0 ? 0 : (scenes.at(-1)?.endFrame ?? 0) - transitionFrames;
    const offsetMs = framesToMs(leadFrames, fps);
    const words = buildSpokenWords(scene.text, scene.words, narrationDurationMs).map((word) => ({
      text: word.text,
      startMs: offsetMs + word.startMs,
      endMs: offsetMs + word.endMs,
    }));
    scenes.push({
      startFrame,
      endFrame: startFrame + lengthFrames,
      narrationStartFrame: leadFrames,
      narrationDurationMs,
      spoken,
      camera: buildCameraMove(seed, index, framesToMs(lengthFrames, fps)),
      cues: buildCaptionCues(words, style, framesToMs(captionsUntilFrame, fps)),
      cards,
      fadeInFrames: index === 0 ? frames(FADE_IN_MS) : 0,
      fadeOutFrames: index === lastIndex ? frames(FADE_OUT_MS) : 0,
    });
  }

  const totalFrames = scenes.at(-1)?.endFrame ?? 0;
  return {
    format,
    transition,
    totalFrames,
    durationMs: framesToMs(totalFrames, fps),
    scenes,
    clips: buildClips(scenes),
  };
}

/** The plan of the film `renderFilm` makes from this input. */
export function buildFilmTimeline(
  input: Omit<FilmInput, 'music' | 'burnedCaptions'>,
  format: FilmFormat = buildFilmFormat(input),
): Timeline {
  return buildTimeline({
    scenes: input.scenes.map((scene) => ({
      ...scene,
      narrationDurationMs: scene.narrationPath === null ? 0 : scene.narrationDurationMs,
    })),
    title: input.title,
    ...(input.moral ? { moral: input.moral } : {}),
    format,
    seed: input.seed,
    secondsPerScene: input.secondsPerScene,
    transition: input.transition,
  });
}

/** How long the film will be, in milliseconds; the music has to be made before the film. */
export function filmDurationMs(input: Omit<FilmInput, 'music' | 'burnedCaptions'>): number {
  return buildFilmTimeline(input).durationMs;
}

function buildClips(scenes: TimelineScene[]): TimelineClip[] {
  const clips: TimelineClip[] = [];
  for (const [index, scene] of scenes.entries()) {
    const startFrame = index === 0 ? scene.startFrame : (scenes[index - 1]?.endFrame ?? scene.startFrame);
    const next = scenes[index + 1];
    const endFrame = next ? next.startFrame : scene.endFrame;
    clips.push({ kind: 'body', scene: index, startFrame, endFrame });
    if (next && scene.endFrame > endFrame)
      clips.push({ kind: 'transition', scene: index, startFrame: endFrame, endFrame: scene.endFrame });
  }
  return clips;
}
