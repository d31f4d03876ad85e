import { darken, lighten } from '../colour.ts';
import { lamp } from '../light.ts';
import type { Painter } from '../painter.ts';
import { box, circle, line, path, shape } from '../svg.ts';
import { groundShadow } from './land.ts';

export function drawFence(
  p: Painter,
  fromX: number,
  toX: number,
  y: number,
  height: number,
  colour = '#f1e9da',
  depth = 0.1,
): string {
  const base = p.light.tone(colour, depth);
  const step = height * 0.36;
  let svg = line(
    path`M${fromX} ${y - height * 0.68} L${toX} ${y - height * 0.68} M${fromX} ${y - height * 0.3} L${toX} ${y - height * 0.3}`,
    darken(base, 0.12),
    height * 0.1,
  );
  for (let x = fromX; x <= toX; x += step) {
    svg += shape(
      path`M${x - height * 0.1} ${y} L${x - height * 0.1} ${y - height * 0.86} L${x} ${y - height} L${x + height * 0.1} ${y - height * 0.86} L${x + height * 0.1} ${y} Z`,
      base,
    );
  }
  return svg;
}

export function drawBarn(p: Painter, x: number, y: number, size: number, depth: number): string {
  const red = p.light.tone('#b8443c', depth);
  const trim = p.light.tone('#f4ece0', depth);
  const roof = p.light.tone('#6d5560', depth);
  const silo = p.light.tone('#b9c0cc', depth);
  return (
    groundShadow(x, y, size * 0.55, 0.3) +
    box(
      x + size * 0.46,
      y - size * 0.78,
      size * 0.2,
      size * 0.78,
      p.linear(
        [
          [0, darken(silo, 0.2)],
          [0.4, lighten(silo, 0.2)],
          [1, darken(silo, 0.25)],
        ],
        0,
      ),
    ) +
    shape(
      path`M${x + size * 0.45} ${y - size * 0.77} Q${x + size * 0.56} ${y - size * 0.95} ${x + size * 0.67} ${y - size * 0.77} Z`,
      p.light.tone('#8d97a8', depth),
    ) +
    shape(
      path`M${x - size * 0.46} ${y} L${x - size * 0.46} ${y - size * 0.4} L${x - size * 0.34} ${y - size * 0.62} L${x} ${y - size * 0.78} L${x + size * 0.34} ${y - size * 0.62} L${x + size * 0.46} ${y - size * 0.4} L${x + size * 0.46} ${y} Z`,
      p.linear([
        [0, lighten(red, 0.1)],
        [1, darken(red, 0.18)],
      ]),
    ) +
    line(
      path`M${x - size * 0.5} ${y - size * 0.38} L${x - size * 0.36} ${y - size * 0.64} L${x} ${y - size * 0.81} L${x + size * 0.36} ${y - size * 0.64} L${x + size * 0.5} ${y - size * 0.38}`,
      roof,
      size * 0.05,
    ) +
    box(x - size * 0.17, y - size * 0.34, size * 0.34, size * 0.34, darken(red, 0.3)) +
    line(
      path`M${x - size * 0.17} ${y} L${x - size * 0.17} ${y - size * 0.34} L${x + size * 0.17} ${y - size * 0.34} L${x + size * 0.17} ${y} M${x - size * 0.17} ${y} L${x + size * 0.17} ${y - size * 0.34} M${x + size * 0.17} ${y} L${x - size * 0.17} ${y - size * 0.34}`,
      trim,
      size * 0.02,
    ) +
    circle(x, y - size * 0.52, size * 0.07, trim) +
    circle(x, y - size * 0.52, size * 0.052, lamp(p.light, '#5a4a52'))
  );
}

export function drawWindmill(p: Painter, x: number, y: number, size: number, depth: number): string {
  const wall = p.light.tone('#e9e0d0', depth);
  const hub = y - size * 0.72;
  const sails = [20, 110, 200, 290]
    .map(
      (angle) =>
        `<g transform="translate(${Math.round(x)} ${Math.round(hub)}) rotate(${angle})">${box(-size * 0.012, -size * 0.46, size * 0.024, size * 0.46, p.light.tone('#8a6a50', depth))}${box(size * 0.012, -size * 0.45, size * 0.1, size * 0.33, p.light.tone('#f6f0e4', depth), 2, 0.9)}</g>`,
    )
    .join('');
  return (
    shape(
      path`M${x - size * 0.17} ${y} L${x - size * 0.1} ${y - size * 0.66} L${x + size * 0.1} ${y - size * 0.66} L${x + size * 0.17} ${y} Z`,
      p.linear(
        [
          [0, darken(wall, 0.14)],
          [0.4, wall],
          [1, darken(wall, 0.2)],
        ],
        0,
      ),
    ) +
    shape(
      path`M${x - size * 0.12} ${y - size * 0.65} Q${x} ${y - size * 0.86} ${x + size * 0.12} ${y - size * 0.65} Z`,
      p.light.tone('#b5543f', depth),
    ) +
    box(x - size * 0.05, y - size * 0.16, size * 0.1, size * 0.16, p.light.tone('#7a5040', depth), 4) +
    sails +
    circle(x, hub, size * 0.026, p.light.tone('#6b4a3a', depth))
  );
}
