import type { Random } from '../../random.ts';
import { darken, lighten, mix } from '../colour.ts';
import type { Painter } from '../painter.ts';
import { circle, ellipse, line, num, path, shape } from '../svg.ts';

export type Ridge = (x: number) => number;

/** A line of hills: a few sines with chance phases. `amplitude` in design pixels, `waves` over the page's width. */
export function createRidge(random: Random, width: number, y: number, amplitude: number, waves = 1.2): Ridge {
  const parts = [1, 2.1, 4.3].map((factor, index) => ({
    phase: random.next() * Math.PI * 2,
    frequency: (waves * factor * (0.85 + random.next() * 0.3) * Math.PI * 2) / width,
    height: amplitude / (1 + index * 1.6),
  }));
  return (x) =>
    y + parts.reduce((sum, part) => sum + Math.sin(x * part.frequency + part.phase) * part.height, 0);
}

function ridgePath(ridge: Ridge, width: number, bottom: number, step = 24): string {
  let d = `M-10 ${num(bottom)}L-10 ${num(ridge(-10))}`;
  for (let x = step - 10; x < width + 10 + step; x += step) d += `L${num(x)} ${num(ridge(x))}`;
  return `${d}L${num(width + step)} ${num(bottom)}Z`;
}

/** Land under a ridge, lit along its upper edge and fading down; brush marks give it a surface. */
export function drawLand(
  p: Painter,
  ridge: Ridge,
  colour: string,
  depth: number,
  bottom = p.frame.height,
  marks = true,
): string {
  const { width } = p.frame;
  const base = p.light.tone(colour, depth);
  const lit = mix(lighten(base, 0.16), p.light.sun, p.light.direct * 0.14);
  const fill = p.linear([
    [0, lit],
    [0.3, base],
    [1, darken(base, 0.2 * (1 - depth))],
  ]);
  const r = p.random.fork(`land ${colour} ${depth}`);
  const strokes = marks
    ? Array.from({ length: Math.round(26 * (1 - depth * 0.6)) }, () => {
        const x = r.next() * width;
        const y = ridge(x) + 8 + r.next() ** 1.5 * Math.min(90, p.frame.captionTop - ridge(x));
        const length = (26 + r.next() * 60) * (1.1 - depth * 0.6);
        return y > p.frame.captionTop - 8
          ? ''
          : path`M${x} ${y} q${length / 2} ${-4 - r.next() * 5} ${length} ${2}`;
      }).join('')
    : '';
  return (
    shape(ridgePath(ridge, width, bottom), fill) +
    (strokes ? line(strokes, lighten(base, 0.2), 3 * (1.2 - depth), 0.3) : '')
  );
}

/** Far mountains with snow and shaded flanks. */
export function drawMountains(
  p: Painter,
  y: number,
  height: number,
  count: number,
  depth: number,
  colour = '#7d8fb3',
  snow = true,
): string {
  const { width } = p.frame;
  const r = p.random.fork(`mountains ${depth}`);
  const base = p.light.tone(colour, depth);
  const shade = darken(base, 0.22 * (1 - depth * 0.6));
  const white = p.light.tone('#f7fafc', depth * 0.6);
  let svg = '';
  for (let index = 0; index < count; index++) {
    const x = ((index + 0.2 + r.next() * 0.6) / count) * width * 1.2 - width * 0.1;
    const h = height * (0.6 + r.next() * 0.5);
    const w = h * (1.05 + r.next() * 0.5);
    const peak = x + (r.next() - 0.5) * w * 0.2;
    svg += shape(
      path`M${x - w} ${y + 60} L${x - w * 0.45} ${y - h * 0.48} L${x - w * 0.32} ${y - h * 0.44} L${peak} ${y - h} L${x + w * 0.3} ${y - h * 0.5} L${x + w * 0.42} ${y - h * 0.52} L${x + w} ${y + 60} Z`,
      p.linear([
        [0, lighten(base, 0.1)],
        [1, mix(base, p.light.haze, 0.35)],
      ]),
    );
    svg += shape(
      path`M${peak} ${y - h} L${x + w * 0.3} ${y - h * 0.5} L${x + w * 0.42} ${y - h * 0.52} L${x + w} ${y + 60} L${x + w * 0.25} ${y + 60} L${x + w * 0.08} ${y - h * 0.3} L${peak + w * 0.08} ${y - h * 0.55} Z`,
      shade,
      0.5,
    );
    if (snow) {
      svg += shape(
        path`M${peak} ${y - h} L${peak - w * 0.2} ${y - h * 0.68} L${peak - w * 0.12} ${y - h * 0.73} L${peak - w * 0.06} ${y - h * 0.62} L${peak + w * 0.03} ${y - h * 0.72} L${peak + w * 0.09} ${y - h * 0.64} L${peak + w * 0.18} ${y - h * 0.71} Z`,
        white,
      );
    }
  }
  return svg;
}

/** A path from the stage to the horizon, wide in front. */
export function drawPath(
  p: Painter,
  fromX: number,
  toX: number,
  top: number,
  colour: string,
  bottom = p.frame.height,
): string {
  const base = p.light.tone(colour, 0.05);
  const width = p.frame.width;
  const middle = (top + bottom) / 2;
  return shape(
    path`M${toX - 7} ${top} C${toX + 50} ${top + (middle - top) * 0.5} ${fromX - width * 0.13} ${middle} ${fromX - width * 0.17} ${bottom} L${fromX + width * 0.17} ${bottom} C${fromX + width * 0.1} ${middle + 10} ${toX + 92} ${top + (middle - top) * 0.6} ${toX + 7} ${top} Z`,
    p.linear([
      [0, p.light.tone(colour, 0.45)],
      [0.4, base],
      [1, darken(base, 0.16)],
    ]),
  );
}

export function drawRock(
  p: Painter,
  x: number,
  y: number,
  size: number,
  depth: number,
  colour = '#9a97a5',
): string {
  const base = p.light.tone(colour, depth);
  return (
    groundShadow(x, y, size * 0.62) +
    shape(
      path`M${x - size * 0.52} ${y} C${x - size * 0.62} ${y - size * 0.3} ${x - size * 0.3} ${y - size * 0.62} ${x - size * 0.04} ${y - size * 0.58} C${x + size * 0.26} ${y - size * 0.64} ${x + size * 0.58} ${y - size * 0.32} ${x + size * 0.52} ${y} Z`,
      p.linear([
        [0, lighten(base, 0.22)],
        [0.5, base],
        [1, darken(base, 0.3)],
      ]),
    ) +
    shape(
      path`M${x - size * 0.3} ${y - size * 0.4} Q${x - size * 0.08} ${y - size * 0.56} ${x + size * 0.12} ${y - size * 0.48} Q${x - size * 0.1} ${y - size * 0.44} ${x - size * 0.3} ${y - size * 0.4} Z`,
      lighten(base, 0.4),
      0.6,
    )
  );
}

/** The soft dark where something touches the ground; no filter, so it costs nothing. */
export function groundShadow(x: number, y: number, halfWidth: number, strength = 0.34): string {
  return [1, 0.78, 0.52]
    .map((part) =>
      ellipse(
        x + halfWidth * 0.08,
        y + halfWidth * 0.02,
        halfWidth * part,
        halfWidth * 0.17 * part,
        '#1d1238',
        strength * 0.42,
      ),
    )
    .join('');
}

/** Dapples of light on the ground. */
export function drawDapples(p: Painter, top: number, bottom: number, count: number): string {
  const r = p.random.fork('dapples');
  if (p.light.direct < 0.4) return '';
  return Array.from({ length: count }, () => {
    const y = top + r.next() * (bottom - top);
    const w = 30 + r.next() * 70;
    return ellipse(r.next() * p.frame.width, y, w, w * 0.16, p.light.sun, 0.1 + r.next() * 0.1);
  }).join('');
}

export const drawFireflies = (p: Painter, count: number, low: number, colour = '#ffe58a'): string => {
  const r = p.random.fork('fireflies');
  return Array.from({ length: count }, () => {
    const x = r.next() * p.frame.width;
    const y = low * (0.35 + r.next() * 0.6);
    const size = 1.8 + r.next() * 2.4;
    return (
      circle(
        x,
        y,
        size * 5,
        p.radial([
          [0, colour, 0.55],
          [1, colour, 0],
        ]),
      ) + circle(x, y, size, '#fffbe0', 0.95)
    );
  }).join('');
};
