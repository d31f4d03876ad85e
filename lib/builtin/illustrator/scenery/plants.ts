import type { Random } from '../../random.ts';
import { darken, lighten } from '../colour.ts';
import type { Painter } from '../painter.ts';
import { circle, ellipse, line, path, shape } from '../svg.ts';
import type { Ridge } from './land.ts';

/** Tufts of grass between two heights; nothing below the caption line. */
export function drawGrass(
  p: Painter,
  top: number,
  bottom: number,
  count: number,
  colour: string,
  depth = 0,
): string {
  const r = p.random.fork(`grass ${Math.round(top)}`);
  const base = p.light.tone(colour, depth);
  const low = Math.min(bottom, p.frame.captionTop - 4);
  let dark = '';
  let bright = '';
  for (let index = 0; index < count; index++) {
    const x = r.next() * p.frame.width;
    const y = top + r.next() * (low - top);
    const h = (8 + r.next() * 15) * p.frame.unit;
    const tuft = path`M${x - 7} ${y} Q${x - 7} ${y - h * 0.6} ${x - 12} ${y - h * 0.85} Q${x - 3} ${y - h * 0.5} ${x - 2} ${y} M${x - 3} ${y} Q${x} ${y - h * 0.8} ${x + 2} ${y - h * 1.15} Q${x + 4} ${y - h * 0.6} ${x + 3} ${y} M${x + 2} ${y} Q${x + 6} ${y - h * 0.6} ${x + 12} ${y - h * 0.8} Q${x + 8} ${y - h * 0.4} ${x + 7} ${y}`;
    if (index % 2) dark += tuft;
    else bright += tuft;
  }
  return shape(dark, darken(base, 0.16)) + shape(bright, lighten(base, 0.12));
}

/** Small flowers scattered in drifts over a slope. */
export function drawFlowers(
  p: Painter,
  top: number,
  bottom: number,
  count: number,
  colours: readonly string[],
  size = 1,
): string {
  const r = p.random.fork(`flowers ${Math.round(top)}`);
  const low = Math.min(bottom, p.frame.captionTop - 6);
  const drifts = Array.from({ length: 5 }, () => r.next() * p.frame.width);
  return Array.from({ length: count }, (_, index) => ({ index, y: top + r.next() * (low - top) }))
    .sort((a, b) => a.y - b.y)
    .map(({ y }) => {
      const near = low > top ? (y - top) / (low - top) : 1;
      const x = r.pick(drifts) + (r.next() - 0.5) * 320;
      return drawFlower(p, x, y, (5 + near * 7) * size * p.frame.unit, r.pick(colours), r, (1 - near) * 0.35);
    })
    .join('');
}

export function drawFlower(
  p: Painter,
  x: number,
  y: number,
  size: number,
  colour: string,
  r: Random,
  depth = 0,
): string {
  const petal = p.light.tone(colour, depth);
  const stem = p.light.tone('#4f8f4a', depth);
  const lean = (r.next() - 0.5) * size;
  const h = size * (1.9 + r.next());
  const topX = x + lean;
  const topY = y - h;
  const petals = [0, 1, 2, 3, 4].map((index) => {
    const angle = index * 1.257 - 0.3;
    return circle(
      topX + Math.cos(angle) * size * 0.52,
      topY + Math.sin(angle) * size * 0.42,
      size * 0.42,
      petal,
    );
  });
  return (
    line(path`M${x} ${y} Q${x} ${y - h * 0.6} ${topX} ${topY}`, stem, Math.max(1.4, size * 0.16)) +
    ellipse(x + size * 0.3, y - h * 0.35, size * 0.36, size * 0.15, stem) +
    petals.join('') +
    circle(topX, topY, size * 0.3, p.light.tone(colour === '#f7d154' ? '#b9763a' : '#f4c64f', depth))
  );
}

export function drawMushrooms(p: Painter, x: number, y: number, size: number): string {
  const cap = p.light.tone('#d9473f');
  const stem = p.light.tone('#f3e7d3');
  const one = (dx: number, scale: number) => {
    const s = size * scale;
    return (
      shape(
        path`M${x + dx - s * 0.16} ${y} Q${x + dx - s * 0.1} ${y - s * 0.5} ${x + dx - s * 0.13} ${y - s * 0.6} L${x + dx + s * 0.13} ${y - s * 0.6} Q${x + dx + s * 0.1} ${y - s * 0.4} ${x + dx + s * 0.17} ${y} Z`,
        stem,
      ) +
      shape(
        path`M${x + dx - s * 0.46} ${y - s * 0.52} C${x + dx - s * 0.46} ${y - s * 1.12} ${x + dx + s * 0.46} ${y - s * 1.12} ${x + dx + s * 0.46} ${y - s * 0.52} Q${x + dx} ${y - s * 0.42} ${x + dx - s * 0.46} ${y - s * 0.52} Z`,
        p.linear([
          [0, lighten(cap, 0.14)],
          [1, darken(cap, 0.2)],
        ]),
      ) +
      circle(x + dx - s * 0.16, y - s * 0.74, s * 0.075, '#fff6ea', 0.9) +
      circle(x + dx + s * 0.15, y - s * 0.7, s * 0.06, '#fff6ea', 0.9) +
      circle(x + dx + s * 0.02, y - s * 0.88, s * 0.05, '#fff6ea', 0.9)
    );
  };
  return one(-size * 0.4, 0.7) + one(size * 0.2, 1);
}

export function drawReeds(p: Painter, x: number, y: number, height: number, depth = 0): string {
  const r = p.random.fork(`reeds ${Math.round(x)}`);
  const green = p.light.tone('#6f9450', depth);
  return Array.from({ length: 8 }, (_, index) => {
    const dx = (index - 4) * height * 0.07 + r.next() * 5;
    const h = height * (0.6 + r.next() * 0.4);
    const lean = (r.next() - 0.4) * height * 0.2;
    return (
      line(
        path`M${x + dx} ${y} Q${x + dx} ${y - h * 0.6} ${x + dx + lean} ${y - h}`,
        index % 2 ? green : darken(green, 0.2),
        4,
      ) + (index % 3 === 0 ? ellipse(x + dx + lean, y - h, 4.6, 14, p.light.tone('#7b4f34', depth)) : '')
    );
  }).join('');
}

/** Something every so often along a ridge: `draw(x, y, index)`. */
export function along(
  p: Painter,
  ridge: Ridge,
  spacing: number,
  name: string,
  draw: (x: number, y: number, index: number, r: Random) => string,
): string {
  const r = p.random.fork(`along ${name}`);
  let svg = '';
  let index = 0;
  for (let x = -spacing * 0.5; x < p.frame.width + spacing; x += spacing * (0.7 + r.next() * 0.6))
    svg += draw(x, ridge(x), index++, r);
  return svg;
}

/**
 * Dark leaves close to the eye in the upper corners: they frame the page and give it depth. `side` is where they hang.
 */
export function drawOverhang(p: Painter, side: 'left' | 'right', colour = '#2f5d43', reach = 0.3): string {
  const { width, height } = p.frame;
  const r = p.random.fork(`overhang ${side}`);
  const base = darken(p.light.tone(colour), 0.3);
  const mirror = side === 'right' ? `<g transform="translate(${Math.round(width)} 0) scale(-1 1)">` : '<g>';
  const size = Math.min(width, height);
  const branches = [0, 1, 2].map((index) => {
    const startY = size * (0.02 + index * 0.09);
    const length = size * (reach + 0.14 - index * 0.09);
    const drop = size * (0.05 + index * 0.05);
    const at = (t: number) => [-10 + length * t, startY + drop * t * t] as const;
    const leaves = Array.from({ length: 15 }, (_, leaf) => {
      const [x, y] = at(0.12 + (leaf / 15) * 0.9);
      const angle = (leaf % 2 ? 40 : -34) + r.next() * 34 - 10;
      const s = size * (0.034 + r.next() * 0.016);
      return `<g transform="translate(${Math.round(x)} ${Math.round(y)}) rotate(${Math.round(angle)})">${shape(path`M0 0 Q${s * 0.7} ${-s * 0.6} ${s * 1.7} 0 Q${s * 0.7} ${s * 0.6} 0 0 Z`, leaf % 3 === 0 ? lighten(base, 0.12) : base)}</g>`;
    }).join('');
    const [ex, ey] = at(1);
    return (
      line(
        path`M-10 ${startY} Q${length * 0.5} ${startY + drop * 0.1} ${ex} ${ey}`,
        darken(base, 0.15),
        size * 0.008,
      ) + leaves
    );
  });
  return `${mirror}${branches.join('')}</g>`;
}

/** Tall soft leaves at the side edges, ending at the caption line. */
export function drawSideLeaves(p: Painter, side: 'left' | 'right', colour = '#2f6b4a', height = 0.3): string {
  const { width, captionTop } = p.frame;
  const r = p.random.fork(`side ${side}`);
  const base = darken(p.light.tone(colour), 0.26);
  const tall = p.frame.height * height;
  const foot = p.frame.height + 10;
  const flip = side === 'right' ? `<g transform="translate(${Math.round(width)} 0) scale(-1 1)">` : '<g>';
  const leaves = Array.from({ length: 8 }, (_, index) => {
    const x = -26 + index * 13;
    const h = tall * (1 - index * 0.095) * (0.85 + r.next() * 0.25);
    const lean = 16 + index * 9 + r.next() * 16;
    return shape(
      path`M${x} ${foot} C${x - 4} ${captionTop - h * 0.5} ${x + lean * 0.3} ${captionTop - h * 0.8} ${x + lean} ${captionTop - h} C${x + lean * 0.9} ${captionTop - h * 0.6} ${x + 26} ${captionTop - h * 0.3} ${x + 24} ${foot} Z`,
      index % 2 ? base : lighten(base, 0.08),
    );
  });
  return `${flip}${leaves.reverse().join('')}</g>`;
}
