import { darken, lighten, mix } from '../colour.ts';
import { lamp } from '../light.ts';
import type { Painter } from '../painter.ts';
import { box, circle, ellipse, line, path, shape } from '../svg.ts';
import { groundShadow } from './land.ts';

const glowOf = (p: Painter, x: number, y: number, r: number, strength = 0.7) =>
  p.light.glow > 0.3
    ? circle(
        x,
        y,
        r,
        p.radial([
          [0, '#ffd98a', strength * p.light.glow],
          [1, '#ffd98a', 0],
        ]),
      )
    : '';

/** A cottage whose door stands at x, y. */
export function drawCottage(
  p: Painter,
  x: number,
  y: number,
  size: number,
  colours: { wall: string; roof: string; door: string },
  depth = 0,
): string {
  const wall = p.light.tone(colours.wall, depth);
  const roof = p.light.tone(colours.roof, depth);
  const wood = p.light.tone('#8a5a3c', depth);
  const glass =
    depth > 0.5 ? mix(lamp(p.light, '#a9d3e8'), p.light.haze, depth * 0.4) : lamp(p.light, '#a9d3e8');
  const w = size * 0.5;
  const h = size * 0.48;
  const window = (wx: number, wy: number, s: number) =>
    glowOf(p, wx, wy, s * 2.4) +
    box(wx - s * 0.62, wy - s * 0.62, s * 1.24, s * 1.24, lighten(wood, 0.45), s * 0.12) +
    box(wx - s * 0.5, wy - s * 0.5, s, s, glass, s * 0.08) +
    line(
      path`M${wx} ${wy - s * 0.5} L${wx} ${wy + s * 0.5} M${wx - s * 0.5} ${wy} L${wx + s * 0.5} ${wy}`,
      lighten(wood, 0.45),
      s * 0.11,
    );
  const tiles = [0.3, 0.55, 0.8]
    .map(
      (t) =>
        path`M${x - w * (0.24 + t * 0.94)} ${y - h - size * 0.42 * (1 - t)} Q${x} ${y - h - size * 0.42 * (1 - t) + size * 0.04} ${x + w * (0.24 + t * 0.94)} ${y - h - size * 0.42 * (1 - t)}`,
    )
    .join('');
  const smoke =
    depth < 0.6
      ? [0, 1, 2]
          .map((index) =>
            circle(
              x + w * 0.66 + index * size * 0.05 + index * index * 3,
              y - h - size * (0.5 + index * 0.11),
              size * (0.035 + index * 0.018),
              lighten(p.light.haze, 0.5),
              0.42 - index * 0.11,
            ),
          )
          .join('')
      : '';
  return (
    groundShadow(x, y, w * 1.15, 0.3) +
    smoke +
    box(x + w * 0.54, y - h - size * 0.42, size * 0.11, size * 0.3, p.light.tone('#a8705a', depth)) +
    shape(
      path`M${x - w} ${y} L${x - w * 0.97} ${y - h - 4} L${x + w * 0.97} ${y - h - 4} L${x + w} ${y} Z`,
      p.linear([
        [0, darken(wall, 0.18)],
        [0.35, wall],
        [1, darken(wall, 0.08)],
      ]),
    ) +
    shape(
      path`M${x - w * 1.24} ${y - h + size * 0.03} Q${x - w * 0.62} ${y - h - size * 0.2} ${x - w * 0.3} ${y - h - size * 0.44} Q${x} ${y - h - size * 0.5} ${x + w * 0.3} ${y - h - size * 0.44} Q${x + w * 0.62} ${y - h - size * 0.2} ${x + w * 1.24} ${y - h + size * 0.03} Q${x} ${y - h + size * 0.08} ${x - w * 1.24} ${y - h + size * 0.03} Z`,
      p.linear([
        [0, lighten(roof, 0.18)],
        [0.6, roof],
        [1, darken(roof, 0.22)],
      ]),
    ) +
    line(tiles, darken(roof, 0.2), size * 0.012, 0.5) +
    shape(
      path`M${x - size * 0.1} ${y} L${x - size * 0.1} ${y - h * 0.52} Q${x} ${y - h * 0.76} ${x + size * 0.1} ${y - h * 0.52} L${x + size * 0.1} ${y} Z`,
      p.light.tone(colours.door, depth),
    ) +
    circle(x + size * 0.06, y - h * 0.28, size * 0.014, '#f3cf6a') +
    window(x - w * 0.6, y - h * 0.5, size * 0.13) +
    window(x + w * 0.6, y - h * 0.5, size * 0.13) +
    window(x, y - h - size * 0.17, size * 0.1)
  );
}

export function drawTower(
  p: Painter,
  x: number,
  y: number,
  width: number,
  height: number,
  depth: number,
  stone = '#c9bfd0',
  roofColour = '#c1506a',
): string {
  const base = p.light.tone(stone, depth);
  const roof = p.light.tone(roofColour, depth);
  const half = width / 2;
  const top = y - height;
  const window = (wy: number) =>
    glowOf(p, x, wy, width * 0.7, 0.55) +
    shape(
      path`M${x - width * 0.11} ${wy + width * 0.2} L${x - width * 0.11} ${wy - width * 0.06} Q${x} ${wy - width * 0.24} ${x + width * 0.11} ${wy - width * 0.06} L${x + width * 0.11} ${wy + width * 0.2} Z`,
      p.light.glow > 0.3 ? mix('#ffd98a', p.light.haze, depth * 0.3) : darken(base, 0.5),
    );
  return (
    box(
      x - half,
      top,
      width,
      height,
      p.linear(
        [
          [0, darken(base, 0.22)],
          [0.35, lighten(base, 0.1)],
          [1, darken(base, 0.26)],
        ],
        0,
      ),
    ) +
    [0, 1, 2, 3]
      .map((index) =>
        box(
          x - half * 1.16 + (index * width * 1.16) / 3.6,
          top - width * 0.13,
          width * 0.2,
          width * 0.16,
          base,
        ),
      )
      .join('') +
    box(x - half * 1.16, top, width * 1.16, width * 0.12, darken(base, 0.12)) +
    shape(
      path`M${x - half * 1.12} ${top - width * 0.1} Q${x - half * 0.3} ${top - width * 0.7} ${x} ${top - width * 1.5} Q${x + half * 0.3} ${top - width * 0.7} ${x + half * 1.12} ${top - width * 0.1} Q${x} ${top + width * 0.06} ${x - half * 1.12} ${top - width * 0.1} Z`,
      p.linear(
        [
          [0, lighten(roof, 0.16)],
          [0.5, roof],
          [1, darken(roof, 0.3)],
        ],
        0,
      ),
    ) +
    line(
      path`M${x} ${top - width * 1.5} L${x} ${top - width * 1.9}`,
      darken(base, 0.4),
      Math.max(2, width * 0.035),
    ) +
    shape(
      path`M${x} ${top - width * 1.9} q${width * 0.28} ${width * 0.02} ${width * 0.42} ${width * 0.14} q${-width * 0.2} ${width * 0.06} ${-width * 0.42} ${width * 0.12} Z`,
      p.light.tone('#f0c14b', depth),
    ) +
    window(top + height * 0.3) +
    (height > width * 2.4 ? window(top + height * 0.62) : '')
  );
}

/** A castle that stands at x, y and is about `size` wide. */
export function drawCastle(p: Painter, x: number, y: number, size: number, depth: number): string {
  const stone = p.light.tone('#cfc6d8', depth);
  const wallTop = y - size * 0.3;
  const merlons = Array.from({ length: 11 }, (_, index) =>
    box(x - size * 0.4 + index * size * 0.075, wallTop - size * 0.04, size * 0.042, size * 0.05, stone),
  ).join('');
  const bricks = Array.from(
    { length: 16 },
    (_, index) =>
      path`M${x - size * 0.36 + ((index * 0.37) % 1) * size * 0.7} ${wallTop + size * (0.05 + ((index * 0.61) % 1) * 0.2)} l${size * 0.04} 0`,
  ).join('');
  return (
    drawTower(p, x - size * 0.16, y - size * 0.22, size * 0.13, size * 0.38, depth + 0.08) +
    drawTower(
      p,
      x + size * 0.17,
      y - size * 0.2,
      size * 0.12,
      size * 0.28,
      depth + 0.08,
      '#c9bfd0',
      '#5a6fb0',
    ) +
    drawTower(
      p,
      x + size * 0.02,
      y - size * 0.2,
      size * 0.17,
      size * 0.5,
      depth + 0.04,
      '#d2c9da',
      '#8a5ab0',
    ) +
    box(
      x - size * 0.4,
      wallTop,
      size * 0.8,
      size * 0.31,
      p.linear([
        [0, lighten(stone, 0.06)],
        [1, darken(stone, 0.2)],
      ]),
    ) +
    merlons +
    line(bricks, darken(stone, 0.22), Math.max(1.6, size * 0.008), 0.6) +
    shape(
      path`M${x - size * 0.085} ${y + 3} L${x - size * 0.085} ${y - size * 0.13} Q${x} ${y - size * 0.25} ${x + size * 0.085} ${y - size * 0.13} L${x + size * 0.085} ${y + 3} Z`,
      p.light.glow > 0.3 ? mix('#e2a04e', p.light.haze, depth * 0.3) : p.light.tone('#6b4a5a', depth),
    ) +
    line(
      path`M${x - size * 0.04} ${y} L${x - size * 0.04} ${y - size * 0.17} M${x} ${y} L${x} ${y - size * 0.19} M${x + size * 0.04} ${y} L${x + size * 0.04} ${y - size * 0.17}`,
      p.light.tone('#4a3444', depth),
      Math.max(2, size * 0.01),
    ) +
    drawTower(p, x - size * 0.4, y, size * 0.16, size * 0.42, depth, '#d2c9da', '#5a6fb0') +
    drawTower(p, x + size * 0.4, y, size * 0.16, size * 0.46, depth, '#d2c9da', '#c1506a')
  );
}

export function drawLampPost(p: Painter, x: number, y: number, height: number): string {
  const iron = p.light.tone('#3d4257', 0.05);
  const head = y - height;
  return (
    (p.light.glow > 0.3
      ? circle(
          x,
          head,
          height * 0.55,
          p.radial([
            [0, '#ffe2a0', 0.7 * p.light.glow],
            [0.3, '#ffd27a', 0.28 * p.light.glow],
            [1, '#ffd27a', 0],
          ]),
        ) + ellipse(x, y, height * 0.42, height * 0.06, '#ffd98a', 0.22 * p.light.glow)
      : '') +
    line(path`M${x} ${y} L${x} ${head + height * 0.08}`, iron, height * 0.026) +
    box(x - height * 0.035, y - height * 0.1, height * 0.07, height * 0.1, iron, 3) +
    shape(
      path`M${x - height * 0.05} ${head - height * 0.05} L${x + height * 0.05} ${head - height * 0.05} L${x + height * 0.034} ${head + height * 0.08} L${x - height * 0.034} ${head + height * 0.08} Z`,
      lamp(p.light, '#e8eef0'),
    ) +
    shape(
      path`M${x - height * 0.066} ${head - height * 0.05} L${x} ${head - height * 0.11} L${x + height * 0.066} ${head - height * 0.05} Z`,
      iron,
    )
  );
}

/** A row of town houses or towers. `lit` windows glow when the light asks for lamps. */
export function drawSkyline(
  p: Painter,
  base: number,
  minHeight: number,
  maxHeight: number,
  unitWidth: number,
  colours: readonly string[],
  depth: number,
  roofs: boolean,
): string {
  const r = p.random.fork(`skyline ${depth}`);
  let svg = '';
  for (let x = -unitWidth * 0.4; x < p.frame.width + unitWidth; ) {
    const w = unitWidth * (0.75 + r.next() * 0.6);
    const h = minHeight + r.next() * (maxHeight - minHeight);
    const wall = p.light.tone(r.pick(colours), depth);
    const top = base - h;
    svg += box(
      x,
      top,
      w,
      h + 30,
      p.linear([
        [0, lighten(wall, 0.1)],
        [1, mix(wall, p.light.haze, depth * 0.3)],
      ]),
    );
    svg += box(x + w * 0.82, top, w * 0.18, h + 30, darken(wall, 0.2), 0, 0.5);
    if (roofs)
      svg += shape(
        path`M${x - w * 0.06} ${top + 3} L${x + w * 0.2} ${top - w * 0.34} L${x + w * 0.8} ${top - w * 0.34} L${x + w * 1.06} ${top + 3} Z`,
        p.light.tone(r.pick(['#b5543f', '#7a5a6a', '#9a4a4a', '#5a6a80']), depth),
      );
    else if (r.chance(0.4))
      svg +=
        box(x + w * 0.3, top - w * 0.18, w * 0.3, w * 0.2, darken(wall, 0.15)) +
        line(path`M${x + w * 0.5} ${top - w * 0.15} L${x + w * 0.5} ${top - w * 0.5}`, darken(wall, 0.25), 3);
    const columns = Math.max(2, Math.round(w / (unitWidth * 0.3)));
    const cell = w / (columns + 0.4);
    for (let row = 0; row * cell * 1.35 < h - cell; row++) {
      for (let column = 0; column < columns; column++) {
        const lit = p.light.glow > 0.3 && r.chance(0.55);
        const glass = lit
          ? mix('#ffd680', p.light.haze, depth * 0.35)
          : darken(mix(wall, p.light.skyMiddle, 0.4), p.light.isNight ? 0.3 : 0.1);
        svg += box(
          x + cell * (0.4 + column),
          top + cell * 0.5 + row * cell * 1.35,
          cell * 0.56,
          cell * 0.8,
          glass,
          2,
          lit ? 0.95 : 0.75,
        );
      }
    }
    x += w + (roofs ? 3 : 2);
  }
  return svg;
}
