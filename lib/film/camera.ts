import { createRandom } from '../builtin/random.ts';

/** Where the camera looks: `zoom` 1 sees as much as fits, `x` and `y` (0…1) say where in the room that is left. */
export type CameraView = { zoom: number; x: number; y: number };
export type CameraMove = { from: CameraView; to: CameraView };

/** Pictures are prepared this much larger than the film, so that the closest view is still sharp. */
export const MAX_ZOOM = 1.14;
const MIN_ZOOM = 1.015;

const KINDS = ['push-in', 'pan-right', 'pull-out', 'push-in', 'pan-left', 'drift'] as const;

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/**
 * One slow move for a scene. The kinds take turns from a seeded start, so that neighbours differ; each scene's details have a
 * stream of their own, so that editing one scene leaves the moves of the others alone.
 *
 * @param durationMs short scenes move less, so that no move is hasty
 */
export function buildCameraMove(seed: number, sceneIndex: number, durationMs: number): CameraMove {
  const random = createRandom(seed);
  const start = random.fork('camera').int(0, KINDS.length - 1);
  const kind = KINDS[(start + sceneIndex) % KINDS.length] ?? 'push-in';
  const details = random.fork(`camera/${sceneIndex}`);
  const reach = Math.min(1, Math.max(0.35, durationMs / 8_000));
  const aimX = 0.5 + (details.next() - 0.5) * 0.3;
  // A little above the middle: that is where faces are, and captions cover the bottom.
  const aimY = 0.42 + (details.next() - 0.5) * 0.16;
  const near = MIN_ZOOM + (MAX_ZOOM - MIN_ZOOM) * reach;

  const wide: CameraView = { zoom: MIN_ZOOM, x: 0.5, y: 0.5 };
  const close: CameraView = { zoom: near, x: aimX, y: aimY };
  const panZoom = MIN_ZOOM + (MAX_ZOOM - MIN_ZOOM) * 0.75;
  const left: CameraView = { zoom: panZoom, x: 0.5 - 0.42 * reach, y: aimY };
  const right: CameraView = { zoom: panZoom, x: 0.5 + 0.42 * reach, y: 0.84 - aimY };

  const moves: Record<(typeof KINDS)[number], [CameraView, CameraView]> = {
    'push-in': [wide, close],
    'pull-out': [close, wide],
    'pan-right': [left, right],
    'pan-left': [right, left],
    drift: [
      { zoom: MIN_ZOOM + 0.04, x: 0.5 - 0.3 * reach, y: 0.35 },
      { zoom: MIN_ZOOM + 0.04 + 0.06 * reach, x: 0.5 + 0.3 * reach, y: 0.6 },
    ],
  };
  const [from, to] = moves[kind];
  const rounded = ({ zoom, x, y }: CameraView) => ({ zoom: round(zoom), x: round(x), y: round(y) });
  return { from: rounded(from), to: rounded(to) };
}

/** The view at `position` (0 at the scene's first frame, 1 at its last): gently eased, never quite standing still. */
export function viewAt(move: CameraMove, position: number): CameraView {
  const t = Math.min(1, Math.max(0, position));
  const eased = 0.45 * t + 0.55 * t * t * (3 - 2 * t);
  const between = (from: number, to: number) => from + (to - from) * eased;
  return {
    zoom: between(move.from.zoom, move.to.zoom),
    x: between(move.from.x, move.to.x),
    y: between(move.from.y, move.to.y),
  };
}
