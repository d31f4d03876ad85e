import type { Mood } from '../../../story/schema.ts';
import { circle, ellipse, line, path, shape } from '../svg.ts';

/** Where a face's parts are, measured from the middle of the head in figure units. */
export type FacePlan = {
  eyeGap: number;
  eyeY: number;
  eyeSize: number;
  mouthY: number;
  mouthWidth: number;
  ink: string;
  blush: string;
  /** How far the features sit towards the facing side. */
  turn: number;
  /** Old people and animals have other brows: none at all when absent. */
  brow?: string;
  cheekGap?: number;
  mouth?: boolean;
};

type Expression = {
  eyes: 'open' | 'wide' | 'smiling' | 'closed' | 'low';
  /** Degrees: positive lifts the inner ends, as worry does. */
  brow: number;
  mouth: 'smile' | 'grin' | 'small' | 'wobble' | 'frown' | 'smirk' | 'yawn' | 'wonder';
};

const EXPRESSIONS: Record<Mood, readonly Expression[]> = {
  calm: [
    { eyes: 'open', brow: 3, mouth: 'smile' },
    { eyes: 'open', brow: 0, mouth: 'small' },
  ],
  happy: [
    { eyes: 'open', brow: 4, mouth: 'grin' },
    { eyes: 'smiling', brow: 6, mouth: 'grin' },
  ],
  curious: [
    { eyes: 'wide', brow: 6, mouth: 'small' },
    { eyes: 'wide', brow: 9, mouth: 'wonder' },
  ],
  worried: [{ eyes: 'wide', brow: 20, mouth: 'wobble' }],
  sad: [{ eyes: 'low', brow: 22, mouth: 'frown' }],
  brave: [
    { eyes: 'open', brow: -13, mouth: 'smirk' },
    { eyes: 'open', brow: -10, mouth: 'grin' },
  ],
  magical: [
    { eyes: 'wide', brow: 8, mouth: 'grin' },
    { eyes: 'wide', brow: 8, mouth: 'wonder' },
  ],
  sleepy: [{ eyes: 'closed', brow: 2, mouth: 'yawn' }],
};

/** Eyes, brows, cheeks and mouth in the mood of the page. `variant` changes from page to page. */
export function drawFace(plan: FacePlan, mood: Mood, variant: number): string {
  const expressions = EXPRESSIONS[mood];
  const expression = expressions[variant % expressions.length] ?? { eyes: 'open', brow: 0, mouth: 'smile' };
  const { turn, eyeGap, eyeY, eyeSize } = plan;
  const near = turn + eyeGap;
  const far = turn - eyeGap;
  const cheekGap = plan.cheekGap ?? eyeGap * 1.5;
  const cheekY = eyeY + eyeSize * 2.1;
  const cheeks =
    ellipse(turn * 0.8 - cheekGap, cheekY, eyeSize * 1.1, eyeSize * 0.72, plan.blush, 0.5) +
    ellipse(turn * 0.8 + cheekGap, cheekY, eyeSize * 1.1, eyeSize * 0.72, plan.blush, 0.5);
  const eyes =
    drawEye(far, eyeY, eyeSize, expression, plan.ink) + drawEye(near, eyeY, eyeSize, expression, plan.ink);
  const brows = plan.brow
    ? drawBrows(far, near, eyeY - eyeSize * 1.75, eyeSize, expression.brow, plan.brow)
    : '';
  const tear =
    expression.eyes === 'low'
      ? shape(
          path`M${near + 3} ${eyeY + eyeSize * 1.1} q${-eyeSize * 0.4} ${eyeSize * 0.8} 0 ${eyeSize} q${eyeSize * 0.5} ${-eyeSize * 0.2} 0 ${-eyeSize} Z`,
          '#9fd6f5',
        )
      : '';
  const mouth =
    plan.mouth === false
      ? ''
      : drawMouth(turn * 1.1, plan.mouthY, plan.mouthWidth, expression.mouth, plan.ink);
  return cheeks + eyes + brows + mouth + tear;
}

function drawEye(x: number, y: number, size: number, { eyes }: Expression, ink: string): string {
  if (eyes === 'smiling') {
    return line(
      path`M${x - size * 0.9} ${y + size * 0.3} Q${x} ${y - size * 1.1} ${x + size * 0.9} ${y + size * 0.3}`,
      ink,
      size * 0.42,
    );
  }
  if (eyes === 'closed') {
    return line(
      path`M${x - size * 0.9} ${y} Q${x} ${y + size * 0.95} ${x + size * 0.9} ${y}`,
      ink,
      size * 0.4,
    );
  }
  const grow = eyes === 'wide' ? 1.14 : 1;
  const look = eyes === 'low' ? size * 0.15 : 0;
  const open =
    ellipse(x, y + look, size * 0.78 * grow, size * grow, ink) +
    circle(x + size * 0.24, y - size * 0.38 + look, size * 0.32, '#ffffff') +
    circle(x - size * 0.26, y + size * 0.42 + look, size * 0.15, '#ffffff', 0.8);
  return eyes === 'low'
    ? open +
        line(
          path`M${x - size * 0.95} ${y - size * 0.55} Q${x} ${y - size * 0.95} ${x + size * 0.95} ${y - size * 0.45}`,
          ink,
          size * 0.3,
        )
    : open;
}

function drawBrows(
  far: number,
  near: number,
  y: number,
  size: number,
  degrees: number,
  colour: string,
): string {
  const rise = Math.tan((degrees * Math.PI) / 180) * size;
  const brow = (x: number, side: 1 | -1) =>
    line(
      path`M${x - size * side} ${y - rise} Q${x} ${y - size * 0.42} ${x + size * side} ${y + rise}`,
      colour,
      size * 0.36,
    );
  // Both begin at the nose: the inner end is the one that lifts in worry and sinks in courage.
  return brow(far, -1) + brow(near, 1);
}

function drawMouth(x: number, y: number, width: number, mouth: Expression['mouth'], ink: string): string {
  const half = width / 2;
  const stroke = Math.max(2.2, width * 0.12);
  switch (mouth) {
    case 'grin':
      return (
        shape(
          path`M${x - half} ${y - 2} Q${x} ${y + 1} ${x + half} ${y - 2} Q${x + half * 0.8} ${y + width * 0.62} ${x} ${y + width * 0.62} Q${x - half * 0.8} ${y + width * 0.62} ${x - half} ${y - 2} Z`,
          '#7c2b3b',
        ) + ellipse(x, y + width * 0.45, half * 0.5, width * 0.15, '#ef8090')
      );
    case 'small':
      return line(path`M${x - half * 0.5} ${y} Q${x} ${y + half * 0.5} ${x + half * 0.5} ${y}`, ink, stroke);
    case 'wobble':
      return line(
        path`M${x - half * 0.6} ${y + 3} Q${x - half * 0.3} ${y - 3} ${x} ${y + 2} T${x + half * 0.6} ${y + 2}`,
        ink,
        stroke,
      );
    case 'frown':
      return line(path`M${x - half * 0.6} ${y + 5} Q${x} ${y - 5} ${x + half * 0.6} ${y + 5}`, ink, stroke);
    case 'smirk':
      return line(
        path`M${x - half * 0.8} ${y} Q${x + half * 0.2} ${y + half * 0.9} ${x + half} ${y - 4}`,
        ink,
        stroke,
      );
    case 'yawn':
      return ellipse(x, y + 3, half * 0.34, half * 0.42, '#7c2b3b');
    case 'wonder':
      return (
        ellipse(x, y + 2, half * 0.36, half * 0.46, '#7c2b3b') +
        ellipse(x, y + half * 0.32, half * 0.22, half * 0.16, '#ef8090')
      );
    default:
      return line(
        path`M${x - half * 0.8} ${y - 1} Q${x} ${y + half * 0.95} ${x + half * 0.8} ${y - 1}`,
        ink,
        stroke,
      );
  }
}
