import { darken, lighten } from '../colour.ts';
import type { Painter } from '../painter.ts';
import { box, circle, ellipse, line, path, shape } from '../svg.ts';
import { drawGlow, indoorTone } from './interior.ts';

export function drawRug(p: Painter, x: number, y: number, rx: number, colour: string): string {
  const base = indoorTone(p, colour);
  return [1, 0.86, 0.68, 0.46]
    .map((share, index) =>
      ellipse(
        x,
        y,
        rx * share,
        rx * 0.15 * share,
        index % 2 ? lighten(base, 0.26) : index === 2 ? darken(base, 0.1) : base,
      ),
    )
    .join('');
}

export function drawPictureFrame(
  p: Painter,
  x: number,
  y: number,
  w: number,
  h: number,
  seed: number,
): string {
  const wood = indoorTone(p, '#b58352');
  const colours = [
    ['#cfe6f2', '#8fbf7a'],
    ['#f7dcb4', '#e0876a'],
    ['#dcd3f0', '#8f86c8'],
  ][seed % 3] ?? ['#cfe6f2', '#8fbf7a'];
  return (
    box(x - w / 2 + 3, y - h / 2 + 5, w, h, '#1d1238', 5, 0.18) +
    box(x - w / 2, y - h / 2, w, h, wood, 5) +
    box(x - w * 0.41, y - h * 0.39, w * 0.82, h * 0.78, indoorTone(p, colours[0] ?? '')) +
    shape(
      path`M${x - w * 0.41} ${y + h * 0.39} L${x - w * 0.41} ${y + h * 0.1} Q${x - w * 0.1} ${y - h * 0.2} ${x + w * 0.1} ${y + h * 0.14} T${x + w * 0.41} ${y + h * 0.05} L${x + w * 0.41} ${y + h * 0.39} Z`,
      indoorTone(p, colours[1] ?? ''),
    ) +
    circle(x + w * 0.18, y - h * 0.18, h * 0.09, '#fff1c0')
  );
}

/** Books side by side from x to x + w, standing on y. */
export function drawBooks(p: Painter, x: number, y: number, w: number, h: number, name: string): string {
  const r = p.random.fork(`books ${name}`);
  let svg = '';
  for (let at = x; at < x + w - 6; ) {
    const thick = h * (0.11 + r.next() * 0.13);
    if (at + thick > x + w) break;
    const tall = h * (0.68 + r.next() * 0.3);
    if (r.chance(0.08)) {
      at += thick;
      continue;
    }
    const c = indoorTone(
      p,
      r.pick([
        '#b5483f',
        '#3f6f9a',
        '#5f8f5a',
        '#d9a441',
        '#7f5a9a',
        '#c77f5a',
        '#4a7f86',
        '#8f4a5f',
        '#e0cfa6',
      ]),
    );
    svg +=
      box(at, y - tall, thick - 1.4, tall, c, 2) +
      box(at, y - tall * 0.8, thick - 1.4, tall * 0.09, lighten(c, 0.4), 0, 0.7);
    at += thick;
  }
  return svg;
}

/** A bookcase standing on y. */
export function drawBookcase(
  p: Painter,
  x: number,
  y: number,
  w: number,
  h: number,
  shelves: number,
  name: string,
): string {
  const wood = indoorTone(p, '#8f5f3f');
  const rowHeight = (h - 16) / shelves;
  const rows = Array.from({ length: shelves }, (_, index) => {
    const low = y - 10 - index * rowHeight;
    return (
      drawBooks(p, x - w / 2 + 12, low, w - 24, rowHeight - 10, `${name} ${index}`) +
      box(x - w / 2, low, w, 8, lighten(wood, 0.12))
    );
  }).join('');
  return (
    box(x - w / 2, y - h, w, h, darken(wood, 0.34), 6) +
    rows +
    box(x - w / 2 - 5, y - h, 13, h, wood, 4) +
    box(x + w / 2 - 8, y - h, 13, h, wood, 4) +
    box(x - w / 2 - 10, y - h - 9, w + 20, 18, lighten(wood, 0.1), 5) +
    ellipse(x, y, w * 0.54, 7, '#1d1238', 0.22)
  );
}

export function drawTable(
  p: Painter,
  x: number,
  y: number,
  w: number,
  h: number,
  colour = '#b07a4a',
): string {
  const wood = indoorTone(p, colour);
  return (
    ellipse(x, y, w * 0.5, w * 0.045, '#1d1238', 0.24) +
    line(
      path`M${x - w * 0.4} ${y} L${x - w * 0.36} ${y - h} M${x + w * 0.4} ${y} L${x + w * 0.36} ${y - h}`,
      darken(wood, 0.2),
      w * 0.05,
    ) +
    box(
      x - w / 2,
      y - h - 8,
      w,
      18,
      p.linear([
        [0, lighten(wood, 0.2)],
        [1, darken(wood, 0.12)],
      ]),
      8,
    )
  );
}

export function drawFloorLamp(p: Painter, x: number, y: number, h: number): string {
  const metal = indoorTone(p, '#8a6a4a');
  const on = p.light.glow > 0.3;
  const shade = on ? '#ffe0a0' : indoorTone(p, '#f3e3c4');
  return (
    (on ? drawGlow(p, x, y - h * 0.88, h * 0.95, 0.6) : '') +
    ellipse(x, y, h * 0.1, h * 0.022, metal) +
    line(path`M${x} ${y} L${x} ${y - h * 0.8}`, metal, h * 0.024) +
    shape(
      path`M${x - h * 0.15} ${y - h * 0.76} L${x - h * 0.09} ${y - h} L${x + h * 0.09} ${y - h} L${x + h * 0.15} ${y - h * 0.76} Z`,
      p.linear([
        [0, lighten(shade, 0.2)],
        [1, darken(shade, 0.08)],
      ]),
    )
  );
}
