import type { Random } from '../random.ts';

/** The camera of one page, in design pixels (about 920,000 of them, whatever the shape of the picture). */
export type Frame = {
  width: number;
  height: number;
  /** Where ground meets sky, from the top. */
  horizon: number;
  /** Where feet stand. Below it comes the calm fifth that captions cover. */
  floor: number;
  /** The caption fifth starts here: no faces, no props below. */
  captionTop: number;
  /** Size of scenery: 1 on a 1280×720 page seen from the middle distance. */
  unit: number;
  shot: Shot;
  portrait: boolean;
};
export type Shot = 'wide' | 'medium' | 'close';

const DESIGN_AREA = 1280 * 720;
const SHOTS: readonly Shot[] = ['medium', 'wide', 'close', 'medium', 'close', 'wide'];
const ZOOM: Record<Shot, number> = { wide: 0.84, medium: 1, close: 1.22 };

/** @param shape width divided by height @param storyStart where in the cycle of cameras this story begins */
export function createFrame(shape: number, sceneIndex: number, storyStart: number, random: Random): Frame {
  const height = Math.sqrt(DESIGN_AREA / shape);
  const width = height * shape;
  const shot = SHOTS[(sceneIndex + storyStart) % SHOTS.length] ?? 'medium';
  const portrait = shape < 0.8;
  // A tall page gives its height to the sky; the stage keeps the width's proportions.
  const rise = portrait ? 0.56 : shape < 1.2 ? 0.55 : 0.56;
  const shift = { wide: -0.03, medium: 0, close: 0.035 }[shot] + (random.next() - 0.5) * 0.03;
  return {
    width,
    height,
    horizon: height * (rise + shift),
    floor: height * 0.775,
    captionTop: height * 0.8,
    unit: (Math.min(width, height * 1.2) / 720) * (portrait ? 0.92 : shape < 1.2 ? 0.86 : 1) * ZOOM[shot],
    shot,
    portrait,
  };
}
