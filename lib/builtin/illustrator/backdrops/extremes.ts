import { darken, lighten, mix } from '../colour.ts';
import { drawCottage } from '../scenery/buildings.ts';
import { createRidge, drawFireflies, drawLand, drawMountains, drawRock } from '../scenery/land.ts';
import { along } from '../scenery/plants.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawPalm, drawPine } from '../scenery/trees.ts';
import { box, circle, ellipse, line, path, shape } from '../svg.ts';
import type { PaintBackdrop } from './backdrop.ts';

/** Cold, hot and dark places. */
export const paintSnow: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('snow');
  const far = createRidge(r, width, horizon - height * 0.02, 30 * unit);
  const middle = createRidge(r, width, horizon + height * 0.05, 20 * unit);
  const near = createRidge(r, width, horizon + height * 0.13, 12 * unit, 0.7);
  const hutAt = width * r.pick([0.2, 0.78]);
  const drift = (x: number, y: number, w: number) =>
    ellipse(x, y, w, w * 0.2, p.light.tone('#ffffff'), 0.85) +
    ellipse(x + w * 0.1, y + w * 0.1, w * 0.9, w * 0.13, p.light.tone('#c4d6ee'), 0.5);
  return {
    layers: [
      drawSky(p, horizon + height * 0.06, { clouds: 3 }),
      drawMountains(p, horizon + 6, height * 0.32, 3, 0.72, '#9fb4d6') +
        drawLand(p, far, '#dce9f6', 0.6, height, false),
      along(p, far, 58 * unit, 'far', (x, y, _i, s) =>
        drawPine(p, x, y + 12, (70 + s.next() * 60) * unit, '#5f8f94', 0.62, 0.8),
      ) + drawLand(p, middle, '#e6f0fa', 0.32, height, false),
      drawCottage(
        p,
        hutAt,
        middle(hutAt) + 26,
        170 * unit,
        { wall: '#a8734c', roof: '#f4f8fd', door: '#7a4038' },
        0.18,
      ) +
        drawPine(p, width * 0.06, middle(0) + 46 * unit, 330 * unit, '#3f7a72', 0.1, 0.95) +
        drawPine(p, width * 0.95, middle(width) + 40 * unit, 370 * unit, '#3a7068', 0.1, 0.95) +
        drawPine(p, width * 0.15, middle(0) + 40 * unit, 220 * unit, '#4a8a80', 0.2, 0.9),
      drawLand(p, near, '#f1f7fd', 0.02, height, false) +
        drift(width * 0.12, floor - height * 0.04, 120 * unit) +
        drift(width * 0.84, floor - height * 0.03, 150 * unit) +
        drift(width * 0.55, floor - height * 0.06, 90 * unit),
    ],
    front: '',
    stage: 'land',
    indoors: false,
  };
};

export const paintDesert: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('desert');
  const dune = (name: string, y: number, amplitude: number) =>
    createRidge(r.fork(name), width, y, amplitude, 0.6);
  const a = dune('a', horizon - height * 0.01, 34 * unit);
  const b = dune('b', horizon + height * 0.05, 32 * unit);
  const c = dune('c', horizon + height * 0.135, 12 * unit);
  const mesa = (x: number, w: number, h: number) => {
    const rock = p.light.tone('#c9704a', 0.62);
    return (
      shape(
        path`M${x - w * 0.6} ${horizon + 30} L${x - w * 0.46} ${horizon - h * 0.5} L${x - w * 0.4} ${horizon - h} L${x + w * 0.38} ${horizon - h * 1.03} L${x + w * 0.44} ${horizon - h * 0.5} L${x + w * 0.62} ${horizon + 30} Z`,
        p.linear([
          [0, lighten(rock, 0.12)],
          [1, rock],
        ]),
      ) +
      line(
        path`M${x - w * 0.42} ${horizon - h * 0.72} L${x + w * 0.4} ${horizon - h * 0.75} M${x - w * 0.45} ${horizon - h * 0.5} L${x + w * 0.43} ${horizon - h * 0.5}`,
        darken(rock, 0.2),
        5,
        0.45,
      )
    );
  };
  const cactus = (x: number, y: number, h: number) => {
    const green = p.light.tone('#5f9a5c', 0.04);
    const w = h * 0.17;
    return (
      ellipse(x + h * 0.1, y, h * 0.3, h * 0.04, '#1d1238', 0.24) +
      line(path`M${x} ${y} L${x} ${y - h}`, green, w * 1.1) +
      line(
        path`M${x} ${y - h * 0.4} Q${x - h * 0.3} ${y - h * 0.4} ${x - h * 0.28} ${y - h * 0.74} M${x} ${y - h * 0.3} Q${x + h * 0.3} ${y - h * 0.3} ${x + h * 0.27} ${y - h * 0.6}`,
        green,
        w * 0.8,
      ) +
      line(
        path`M${x - w * 0.25} ${y - 4} L${x - w * 0.25} ${y - h} M${x + w * 0.2} ${y - 4} L${x + w * 0.2} ${y - h}`,
        lighten(green, 0.3),
        2.4,
        0.6,
      ) +
      circle(x, y - h * 1.06, w * 0.42, p.light.tone('#ef7f9c'))
    );
  };
  const ripples = Array.from({ length: 12 }, () => {
    const x = r.next() * width;
    const y = c(x) + 14 + r.next() * (floor - c(x) - 16);
    return path`M${x} ${y} q26 -7 52 0 t52 0`;
  }).join('');
  const side = r.chance(0.5);
  return {
    layers: [
      drawSky(p, horizon + height * 0.06, { clouds: 2 }),
      mesa(width * (side ? 0.76 : 0.2), 210 * unit, 170 * unit) +
        mesa(width * (side ? 0.93 : 0.06), 150 * unit, 110 * unit) +
        drawLand(p, a, '#edc583', 0.6, height, false),
      drawLand(p, b, '#e9b76c', 0.34, height, false) +
        drawPalm(p, width * (side ? 0.2 : 0.78), b(width * (side ? 0.2 : 0.78)) + 10, 150 * unit, 0.4, 0.3) +
        drawPalm(
          p,
          width * (side ? 0.25 : 0.82),
          b(width * (side ? 0.25 : 0.82)) + 12,
          120 * unit,
          -0.4,
          0.3,
        ),
      drawLand(p, c, '#efc27a', 0.03, height, false) +
        line(ripples, p.light.tone('#c9924c'), 2.6, 0.4) +
        cactus(width * (side ? 0.07 : 0.93), floor - height * 0.05, 210 * unit) +
        cactus(width * (side ? 0.9 : 0.12), floor - height * 0.06, 120 * unit) +
        drawRock(p, width * (side ? 0.16 : 0.84), floor - height * 0.03, 56 * unit, 0.05, '#b5876a'),
    ],
    front: '',
    stage: 'land',
    indoors: false,
  };
};

export const paintCave: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('cave');
  const wall = p.light.isNight ? '#2b2850' : '#4a4470';
  const mouthX = width * r.pick([0.3, 0.68]);
  const ground = createRidge(r, width, horizon + height * 0.12, 10 * unit, 0.8);
  const crystal = (x: number, y: number, s: number, colour: string) =>
    circle(
      x,
      y - s * 0.6,
      s * 1.5,
      p.radial([
        [0, colour, 0.5],
        [1, colour, 0],
      ]),
    ) +
    [
      [-0.3, 0.6, -18],
      [0.05, 1, 0],
      [0.36, 0.7, 16],
    ]
      .map(
        ([dx = 0, tall = 1, turn = 0]) =>
          `<g transform="translate(${Math.round(x + dx * s)} ${Math.round(y)}) rotate(${turn})">${shape(
            path`M${-s * 0.15} 0 L${-s * 0.17} ${-s * tall * 0.8} L0 ${-s * tall * 1.1} L${s * 0.17} ${-s * tall * 0.8} L${s * 0.15} 0 Z`,
            p.linear([
              [0, lighten(colour, 0.5)],
              [1, darken(colour, 0.15)],
            ]),
          )}${shape(path`M0 ${-s * tall * 1.1} L${s * 0.17} ${-s * tall * 0.8} L${s * 0.15} 0 L${s * 0.03} 0 Z`, darken(colour, 0.25), 0.5)}</g>`,
      )
      .join('');
  const arch = (inset: number, colour: string) => {
    let d = `M-10 -10 L${Math.round(width + 10)} -10 L${Math.round(width + 10)} ${height} L${Math.round(width - inset * 0.7)} ${height}`;
    for (let step = 0; step <= 12; step++) {
      const angle = (step / 12) * Math.PI;
      const wobble = 1 + (r.next() - 0.5) * 0.12;
      d += path`L${width / 2 + Math.cos(angle) * (width / 2 - inset) * wobble} ${horizon + height * 0.1 - Math.sin(angle) ** 0.8 * (horizon - inset * 0.3) * wobble}`;
    }
    return shape(`${d}L${Math.round(inset * 0.7)} ${height} L-10 ${height} Z`, colour);
  };
  const stalactites = (count: number, length: number, colour: string) =>
    Array.from({ length: count }, (_, index) => {
      const x = ((index + r.next()) / count) * width;
      const h = length * (0.4 + r.next() * 0.8);
      const w = h * 0.24;
      return shape(
        path`M${x - w} -10 C${x - w * 0.4} ${h * 0.3} ${x - w * 0.2} ${h * 0.7} ${x} ${h} C${x + w * 0.2} ${h * 0.7} ${x + w * 0.4} ${h * 0.3} ${x + w} -10 Z`,
        colour,
      );
    }).join('');
  const opening = path`M${mouthX - 110 * unit} ${horizon + height * 0.14} C${mouthX - 150 * unit} ${horizon - 60 * unit} ${mouthX - 80 * unit} ${horizon - 190 * unit} ${mouthX} ${horizon - 190 * unit} C${mouthX + 90 * unit} ${horizon - 190 * unit} ${mouthX + 150 * unit} ${horizon - 60 * unit} ${mouthX + 120 * unit} ${horizon + height * 0.14} Z`;
  return {
    layers: [
      box(
        0,
        0,
        width,
        height,
        p.linear([
          [0, darken(wall, 0.35)],
          [0.6, wall],
          [1, darken(wall, 0.2)],
        ]),
      ) +
        circle(
          mouthX,
          horizon - 50 * unit,
          420 * unit,
          p.radial([
            [0, p.light.skyLow, 0.75],
            [1, p.light.skyLow, 0],
          ]),
        ) +
        shape(
          opening,
          p.linear([
            [0, p.light.skyTop],
            [0.6, p.light.skyMiddle],
            [1, p.light.skyLow],
          ]),
        ),
      stalactites(11, 150 * unit, darken(wall, 0.12)) + arch(70 * unit, mix(wall, '#6a5f9a', 0.3)),
      arch(20 * unit, darken(wall, 0.3)) + stalactites(9, 110 * unit, darken(wall, 0.42)),
      drawLand(p, ground, '#8f84b5', 0) +
        crystal(width * 0.1, floor - height * 0.05, 84 * unit, '#7fe0f0') +
        crystal(width * 0.19, floor - height * 0.075, 50 * unit, '#b79bf5') +
        crystal(width * 0.9, floor - height * 0.05, 96 * unit, '#f59bd4') +
        crystal(width * 0.8, floor - height * 0.085, 44 * unit, '#7fe0f0') +
        drawRock(p, width * 0.97, floor - height * 0.02, 100 * unit, 0, '#6a6390') +
        drawRock(p, width * 0.03, floor - height * 0.015, 90 * unit, 0, '#6a6390'),
    ],
    front: drawFireflies(p, 14, floor, '#aef0ff'),
    stage: 'land',
    indoors: true,
  };
};
