import { darken, lighten } from '../colour.ts';
import { createRidge, drawDapples, drawLand, drawMountains, drawPath, drawRock } from '../scenery/land.ts';
import {
  along,
  drawFlowers,
  drawGrass,
  drawMushrooms,
  drawOverhang,
  drawReeds,
  drawSideLeaves,
} from '../scenery/plants.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawBirch, drawBush, drawPine, drawTree } from '../scenery/trees.ts';
import { circle, line, path, shape } from '../svg.ts';
import type { PaintBackdrop } from './backdrop.ts';

/** Green places without houses. */
export const paintForest: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('forest');
  const far = createRidge(r, width, horizon - height * 0.05, 26 * unit);
  const middle = createRidge(r, width, horizon + height * 0.02, 20 * unit);
  const near = createRidge(r, width, horizon + height * 0.1, 12 * unit);
  const open = r.pick([0.3, 0.5, 0.68]);
  const clear = (x: number) => Math.abs(x / width - open) < 0.17;
  const giants = [0.02, 0.15, 0.86, 0.985]
    .map((at, index) =>
      drawTree(
        p,
        width * at + (r.next() - 0.5) * 40,
        near(width * at) + 22 * unit + index,
        (330 + r.next() * 110) * unit,
        r.pick(['#5a9a4a', '#4f8f56', '#79a545']),
        0.06,
      ),
    )
    .join('');
  return {
    layers: [
      drawSky(p, horizon + height * 0.08, { clouds: 3 }),
      along(p, far, 46 * unit, 'far', (x, y, _i, s) =>
        drawPine(p, x, y + 16, (95 + s.next() * 75) * unit, '#5f9a84', 0.8),
      ) + drawLand(p, far, '#7db08c', 0.78, height, false),
      along(p, middle, 78 * unit, 'mid', (x, y, _i, s) =>
        clear(x) ? '' : drawPine(p, x, y + 16, (150 + s.next() * 90) * unit, '#4f8f68', 0.46),
      ) + drawLand(p, middle, '#73ae6b', 0.46),
      along(p, near, 150 * unit, 'birch', (x, y, i, s) =>
        clear(x) || i % 2 ? '' : drawBirch(p, x, y + 22, (230 + s.next() * 70) * unit, 0.24, '#a9b958'),
      ) +
        drawLand(p, near, '#5f9f52', 0.12) +
        drawPath(p, width * open, width * (open + (r.next() - 0.5) * 0.1), near(width * open) + 3, '#d3b07c'),
      giants +
        drawBush(p, width * 0.09, floor - height * 0.05, 150 * unit, '#4a8b4c', 0.04, '#d8564f') +
        drawBush(p, width * 0.93, floor - height * 0.045, 170 * unit, '#417f4b', 0.04),
      drawDapples(p, near(0) + 30, floor, 12) +
        drawGrass(p, near(width / 2) + 20, floor + 20, 46, '#5a9a48') +
        drawFlowers(p, near(width / 2) + 24, floor, 12, ['#f6f0e4', '#f3c5d8', '#f7d154']) +
        drawMushrooms(p, width * (open > 0.5 ? 0.2 : 0.8), floor - height * 0.02, 30 * unit) +
        drawRock(p, width * (open > 0.5 ? 0.27 : 0.74), floor - height * 0.04, 56 * unit, 0.05),
    ],
    front:
      drawOverhang(p, r.chance(0.5) ? 'left' : 'right') +
      drawSideLeaves(p, r.chance(0.5) ? 'left' : 'right', '#3a7a4c', 0.24),
    stage: 'land',
    indoors: false,
  };
};

export const paintMeadow: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('meadow');
  const a = createRidge(r, width, horizon - height * 0.02, 30 * unit, 0.8);
  const b = createRidge(r, width, horizon + height * 0.05, 24 * unit, 0.9);
  const c = createRidge(r, width, horizon + height * 0.12, 16 * unit, 0.7);
  const treeAt = width * r.pick([0.14, 0.85]);
  return {
    layers: [
      drawSky(p, horizon + height * 0.1),
      drawMountains(p, horizon - height * 0.01, height * 0.16, 5, 0.92, '#8fa7c9', false) +
        drawLand(p, a, '#a9cf7d', 0.7, height, false),
      along(p, a, 120 * unit, 'copse', (x, y, i, s) =>
        i % 3 ? drawBush(p, x, y + 8, (50 + s.next() * 40) * unit, '#6fa56a', 0.66) : '',
      ) + drawLand(p, b, '#94c96a', 0.36),
      drawTree(p, treeAt, b(treeAt) + 40 * unit, 330 * unit, '#6cab4d', 0.1) +
        drawLand(p, c, '#7dbb58', 0.06),
      drawDapples(p, c(0) + 20, floor, 10) +
        drawGrass(p, c(width / 2) + 10, floor + 20, 60, '#6fae4e') +
        drawFlowers(
          p,
          c(width / 2) + 6,
          floor + 6,
          74,
          ['#f7f1e6', '#ef6f6c', '#f7d154', '#b08fe0', '#f39ac0'],
          1.15,
        ),
    ],
    front: drawSideLeaves(p, treeAt > width / 2 ? 'left' : 'right', '#5f9f4e', 0.2),
    stage: 'land',
    indoors: false,
  };
};

export const paintMountain: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('mountain');
  const b = createRidge(r, width, horizon + height * 0.03, 34 * unit);
  const c = createRidge(r, width, horizon + height * 0.13, 14 * unit);
  return {
    layers: [
      drawSky(p, horizon + height * 0.06, { clouds: 4 }),
      drawMountains(p, horizon + 10, height * 0.46, 3, 0.66, '#7486b5'),
      drawMountains(p, horizon + 34, height * 0.3, 4, 0.36, '#67799f'),
      along(p, b, 60 * unit, 'pines', (x, y, _i, s) =>
        drawPine(p, x, y + 14, (70 + s.next() * 60) * unit, '#4d8570', 0.4),
      ) + drawLand(p, b, '#83b184', 0.36),
      drawLand(p, c, '#86ad69', 0.05) +
        drawPath(p, width * 0.5, width * r.pick([0.35, 0.62]), c(width * 0.5) + 4, '#cdb894') +
        drawRock(p, width * 0.1, floor - 20 * unit, 150 * unit, 0.06, '#8e8c9c') +
        drawRock(p, width * 0.19, floor - 4 * unit, 70 * unit, 0.03, '#a09dac') +
        drawRock(p, width * 0.92, floor - 16 * unit, 120 * unit, 0.06, '#918fa0') +
        drawGrass(p, c(0) + 16, floor + 16, 34, '#7da35c') +
        drawFlowers(p, c(0) + 16, floor, 18, ['#b08fe0', '#f7f1e6', '#f7d154']),
    ],
    front: '',
    stage: 'land',
    indoors: false,
  };
};

export const paintJungle: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('jungle');
  const far = createRidge(r, width, horizon - height * 0.04, 30 * unit, 2);
  const near = createRidge(r, width, horizon + height * 0.1, 12 * unit);
  const trunk = (x: number, w: number, depth: number) => {
    const bark = p.light.tone('#7b5b40', depth);
    return shape(
      path`M${x - w} ${near(x) + 26} C${x - w * 0.5} ${near(x) - 60} ${x - w * 0.5} ${height * 0.2} ${x - w * 0.8} -10 L${x + w * 0.8} -10 C${x + w * 0.5} ${height * 0.2} ${x + w * 0.5} ${near(x) - 60} ${x + w * 1.1} ${near(x) + 26} Z`,
      p.linear(
        [
          [0, darken(bark, 0.3)],
          [0.4, bark],
          [1, darken(bark, 0.35)],
        ],
        0,
      ),
    );
  };
  const vine = (x: number, length: number) =>
    line(
      path`M${x} -10 C${x + 26} ${length * 0.3} ${x - 24} ${length * 0.6} ${x + 10} ${length}`,
      p.light.tone('#4f7f3f', 0.1),
      5,
    ) +
    [0.2, 0.4, 0.6, 0.8, 0.97]
      .map(
        (t, index) =>
          `<g transform="translate(${Math.round(x + Math.sin(t * 6) * 12)} ${Math.round(length * t)}) rotate(${index % 2 ? 30 : 150})">${shape('M0 0 Q12 -11 28 0 Q12 11 0 0 Z', p.light.tone('#63a04c', 0.1))}</g>`,
      )
      .join('');
  const canopy = (y: number, colour: string, depth: number, size: number) =>
    Array.from({ length: 16 }, (_, index) =>
      circle(
        (index / 15) * width,
        y + (r.next() - 0.5) * 30,
        size * (0.8 + r.next() * 0.5),
        p.light.tone(colour, depth),
      ),
    ).join('');
  const fern = (x: number, y: number, size: number) =>
    [-70, -40, -12, 16, 44, 72]
      .map(
        (angle, index) =>
          `<g transform="translate(${Math.round(x)} ${Math.round(y)}) rotate(${angle})">${shape(path`M-3 0 C${-size * 0.2} ${-size * 0.4} ${-size * 0.12} ${-size * 0.8} 0 ${-size} C${size * 0.12} ${-size * 0.8} ${size * 0.2} ${-size * 0.4} 3 0 Z`, p.light.tone(index % 2 ? '#4b9a4f' : '#3b8648', 0.04))}${line(path`M0 0 L0 ${-size * 0.9}`, p.light.tone('#8fca6b'), 2, 0.5)}</g>`,
      )
      .join('');
  return {
    layers: [
      drawSky(p, horizon + height * 0.1, { clouds: 2 }),
      along(p, far, 70 * unit, 'far', (x, y, _i, s) =>
        drawBush(p, x, y + 30, (150 + s.next() * 90) * unit, '#6fae7f', 0.7),
      ) + drawLand(p, far, '#6fae7f', 0.7, height, false),
      canopy(-height * 0.02, '#5aa162', 0.5, 62 * unit) +
        trunk(width * 0.3, 15 * unit, 0.45) +
        trunk(width * 0.62, 18 * unit, 0.45) +
        along(p, near, 90 * unit, 'mid', (x, y, _i, s) =>
          drawBush(p, x, y + 20, (110 + s.next() * 70) * unit, '#4f9a5c', 0.34),
        ),
      trunk(width * 0.07, 34 * unit, 0.1) +
        trunk(width * 0.94, 38 * unit, 0.1) +
        drawLand(p, near, '#5a9a4a', 0.06),
      vine(width * 0.2, height * 0.36) +
        vine(width * 0.79, height * 0.3) +
        vine(width * 0.86, height * 0.42) +
        canopy(-height * 0.055, '#35763f', 0.05, 58 * unit),
      fern(width * 0.12, floor - 24 * unit, 110 * unit) +
        fern(width * 0.9, floor - 20 * unit, 120 * unit) +
        drawGrass(p, near(0) + 14, floor + 16, 40, '#4f9047') +
        drawFlowers(p, near(0) + 20, floor, 20, ['#f2607a', '#f7a33f', '#c46fe0'], 1.3),
    ],
    front: drawSideLeaves(p, 'left', '#2f7a48', 0.3) + drawSideLeaves(p, 'right', '#2f7a48', 0.25),
    stage: 'land',
    indoors: false,
  };
};

export const paintRiver: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('river');
  const far = createRidge(r, width, horizon - height * 0.03, 24 * unit);
  const bank = createRidge(r, width, horizon + height * 0.035, 5 * unit);
  const shore = createRidge(r, width, horizon + height * 0.145, 9 * unit, 0.8);
  const water = p.light.tone('#4fa8cf', 0.12);
  const ripples = Array.from({ length: 26 }, () => {
    const y = bank(0) + 8 + r.next() * (shore(0) - bank(0) - 12);
    const x = r.next() * width;
    const w = 24 + r.next() * 70;
    return path`M${x} ${y} q${w * 0.25} -4 ${w * 0.5} 0 t${w * 0.5} 0`;
  }).join('');
  return {
    layers: [
      drawSky(p, horizon + height * 0.06),
      along(p, far, 64 * unit, 'far', (x, y, _i, s) =>
        drawTree(p, x, y + 12, (100 + s.next() * 60) * unit, '#7fb07a', 0.72),
      ) + drawLand(p, far, '#93c08a', 0.68, height, false),
      along(p, bank, 200 * unit, 'bank', (x, y, i, s) =>
        i % 2
          ? drawTree(p, x, y + 8, (190 + s.next() * 60) * unit, '#6aa858', 0.3)
          : drawBush(p, x, y + 6, 90 * unit, '#5fa05a', 0.3),
      ) + drawLand(p, bank, '#7fb766', 0.3, bank(0) + 40, false),
      shape(
        path`M-10 ${bank(0) + 7} L${width + 10} ${bank(width) + 7} L${width + 10} ${height} L-10 ${height} Z`,
        p.linear([
          [0, lighten(water, 0.35)],
          [0.4, water],
          [1, darken(water, 0.25)],
        ]),
      ) + line(ripples, '#ffffff', 2.4, 0.42),
      drawLand(p, shore, '#74b358', 0.04) +
        drawReeds(p, width * 0.08, shore(width * 0.08) + 18, 120 * unit) +
        drawReeds(p, width * 0.93, shore(width * 0.93) + 16, 130 * unit) +
        drawRock(p, width * 0.2, shore(width * 0.2) + 18, 60 * unit, 0.04) +
        drawRock(p, width * 0.8, shore(width * 0.8) + 12, 46 * unit, 0.04) +
        drawGrass(p, shore(0) + 14, floor + 16, 46, '#66a44a') +
        drawFlowers(p, shore(0) + 16, floor, 20, ['#f7f1e6', '#f7d154', '#8fb8f0']),
    ],
    front: drawOverhang(p, r.chance(0.5) ? 'left' : 'right', '#4a7a3f', 0.24),
    stage: 'land',
    indoors: false,
  };
};
