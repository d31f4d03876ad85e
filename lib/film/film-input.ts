import type { AspectRatio, FilmResolution, Transition, WordTiming } from '../story/schema.ts';

/** All a film is made of. Paths are local files, durations milliseconds. Browser-safe: types only. */
export type FilmInput = {
  /** Shown over the first picture, and the title in the file. */
  title: string;
  language: 'en';
  scenes: FilmScene[];
  /** A sound file at least as long as the film (`filmDurationMs`). */
  music: { path: string } | null;
  aspectRatio: AspectRatio;
  resolution: FilmResolution;
  fps: 25 | 30;
  /** Captions drawn into the picture; soft subtitles are in the file either way. */
  burnedCaptions: boolean;
  /** Same seed, same camera. */
  seed: number;
  /** One line shown over the last picture when the story has been told. */
  moral?: string | null;
  /** Each scene stands at least this long; one without a voice exactly so. */
  secondsPerScene?: number | undefined;
  /** How one scene becomes the next; a crossfade unless said. */
  transition?: Transition | undefined;
};

/** Local files of the picture's size. */
export type LayerPaths = {
  /** The place without who stands in it. */
  backdropPath: string;
  /** White where somebody stands. */
  maskPath: string;
};

export type FilmScene = {
  /** PNG, JPEG, WebP, AVIF, GIF, TIFF or SVG of any size and shape. */
  picturePath: string;
  /** The picture taken apart, for depth in a film of this one scene; flat without. */
  layers?: LayerPaths | undefined;
  /** The scene filmed: shown in the picture's place, without its sound. Any video ffmpeg decodes, of any size, shape and length. */
  videoPath?: string | undefined;
  /** WAV, MP3, M4A or whatever else ffmpeg decodes; null for a scene nobody reads. */
  narrationPath: string | null;
  narrationDurationMs: number;
  /** From the start of the narration; may be empty. */
  words: WordTiming[];
  text: string;
  /** Identity of picture, narration and text: when it changes, the scene's clip is made anew. */
  contentHash: string;
};

export type FilmOutput = {
  filmPath: string;
  /** WebVTT */
  captionsPath: string;
  /** JPEG of the film's size */
  posterPath: string;
  durationMs: number;
  width: number;
  height: number;
  bytes: number;
};
