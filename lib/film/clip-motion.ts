import type { CameraMove } from './camera.ts';

/**
 * How a scene's moving picture is spread over the scene. A clip from a video model is 4 to 12 seconds long and a page is read
 * for as long as it takes. One that is too long is cut; one that is too short runs slower, and when that is not enough it
 * comes softly to rest and is held. It never runs backwards: water and people give that away.
 */
export type ClipMotion = {
  /** Source frames for each frame of the film. */
  rate: number;
  /** Frames of the scene after which it begins to come to rest; absent where it does not. */
  brakeFrom?: number;
  /** How many frames of the scene that takes. */
  brakeFrames?: number;
  /** The last frame of the source. */
  lastFrame: number;
};

/** Slower than this looks like slow motion. */
const SLOWEST = 0.7;
/** So near to the film's own clock every frame stands for one of the film: 24 as 25, as television did it for decades. */
const SAME_CLOCK = 0.05;
const BRAKE_SECONDS = 1.6;
/** Nearer to a whole frame than this, mixing in its neighbour only costs sharpness. */
const WHOLE = 0.04;

const round = (value: number) => Math.round(value * 1e6) / 1e6;

/**
 * @param source frames and frames a second of the moving picture
 * @param scene frames and frames a second of the scene it fills
 */
export function buildClipMotion(
  source: { frames: number; fps: number },
  scene: { frames: number; fps: number },
): ClipMotion {
  const lastFrame = Math.max(0, source.frames - 1);
  const steps = Math.max(1, scene.frames - 1);
  const ownClock = source.fps / scene.fps;
  const natural = Math.abs(ownClock - 1) <= SAME_CLOCK ? 1 : ownClock;
  const needed = lastFrame / steps;
  if (needed >= natural * SLOWEST) return { rate: round(Math.min(natural, needed)), lastFrame };
  const rate = natural * SLOWEST;
  // While it brakes it covers half of what it would have: at most half of the whole is spent on that.
  const brakeFrames = Math.min(BRAKE_SECONDS * scene.fps, lastFrame / rate);
  return {
    rate: round(rate),
    brakeFrom: round(lastFrame / rate - brakeFrames / 2),
    brakeFrames: round(brakeFrames),
    lastFrame,
  };
}

/** Which source frame, in fractions, stands at a frame of the scene. Never goes back. */
export function sourceFrameAt(motion: ClipMotion, sceneFrame: number): number {
  const { rate, brakeFrom = Number.POSITIVE_INFINITY, brakeFrames = 0, lastFrame } = motion;
  const braking = Math.max(0, sceneFrame - brakeFrom);
  if (braking >= brakeFrames && brakeFrom !== Number.POSITIVE_INFINITY) return lastFrame;
  const position = rate * (sceneFrame - (braking * braking) / (2 * Math.max(1, brakeFrames)));
  const nearest = Math.round(position);
  return Math.min(lastFrame, Math.abs(position - nearest) < WHOLE ? nearest : position);
}

/** The clip has a camera of its own; ours only comes a little nearer, so that what is held does not stand quite still. */
export function buildMotionCamera(motion: ClipMotion): CameraMove {
  const nearest = motion.brakeFrom === undefined ? 1.03 : MOTION_ZOOM;
  return { from: { zoom: 1.015, x: 0.5, y: 0.5 }, to: { zoom: nearest, x: 0.5, y: 0.45 } };
}

/** The closest a camera comes to a moving picture. */
export const MOTION_ZOOM = 1.07;
