import { darken } from '../colour.ts';
import { drawCottage } from '../scenery/buildings.ts';
import { drawBarn, drawFence, drawWindmill } from '../scenery/farm-buildings.ts';
import { createRidge, drawDapples, drawLand, drawMountains, drawPath } from '../scenery/land.ts';
import { along, drawFlower, drawFlowers, drawGrass, drawOverhang } from '../scenery/plants.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawBush, drawTree } from '../scenery/trees.ts';
import { box, circle, ellipse, line, path, shape } from '../svg.ts';
import type { PaintBackdrop } from './backdrop.ts';

const COTTAGES = [
  { wall: '#f3e5cb', roof: '#b8573f', door: '#4a7a8a' },
  { wall: '#e9d3bd', roof: '#7d5a78', door: '#8a4a3a' },
  { wall: '#f6efe0', roof: '#c98a3f', door: '#5a8a5a' },
  { wall: '#dfe3e0', roof: '#5f7d9a', door: '#b5543f' },
] as const;

export const paintGarden: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('garden');
  const far = createRidge(r, width, horizon - height * 0.02, 18 * unit);
  const lawn = createRidge(r, width, horizon + height * 0.1, 6 * unit, 0.6);
  const houseAt = width * r.pick([0.2, 0.8]);
  const treeAt = width - houseAt;
  const bed = (fromX: number, toX: number, y: number) => {
    const colours = ['#ef6f6c', '#f7d154', '#f39ac0', '#b08fe0', '#f7f1e6', '#f0904a'];
    const s = p.random.fork(`bed ${fromX}`);
    let svg = ellipse((fromX + toX) / 2, y, (toX - fromX) / 2 + 10, 15 * unit, p.light.tone('#6b4a38', 0.05));
    for (let x = fromX; x < toX; x += 15 * unit)
      svg += drawFlower(
        p,
        x + s.next() * 8,
        y + (s.next() - 0.4) * 10,
        (12 + s.next() * 6) * unit,
        s.pick(colours),
        s,
      );
    return svg;
  };
  return {
    layers: [
      drawSky(p, horizon + height * 0.06),
      along(p, far, 90 * unit, 'far', (x, y, _i, s) =>
        drawTree(p, x, y + 10, (110 + s.next() * 50) * unit, '#86b573', 0.7),
      ) + drawLand(p, far, '#a6cf86', 0.66, height, false),
      drawCottage(p, houseAt, lawn(houseAt) + 8, 250 * unit, r.pick(COTTAGES), 0.16),
      drawFence(p, -20, width + 20, lawn(0) + 12, 58 * unit, '#f4eee2', 0.14) +
        along(p, lawn, 180 * unit, 'hedge', (x, y, i, s) =>
          i % 2 ? drawBush(p, x, y + 16, (110 + s.next() * 40) * unit, '#5fa35a', 0.14, '#ef7f9c') : '',
        ),
      drawLand(p, lawn, '#82c05f', 0.05) +
        drawTree(p, treeAt, lawn(treeAt) + 34 * unit, 360 * unit, '#6aab50', 0.04, 'apple') +
        Array.from({ length: 7 }, () =>
          circle(
            treeAt + (r.next() - 0.5) * 150 * unit,
            lawn(treeAt) + 34 * unit - (200 + r.next() * 90) * unit,
            8 * unit,
            p.light.tone('#d8433f'),
          ),
        ).join(''),
      drawDapples(p, lawn(0) + 20, floor, 10) +
        bed(width * 0.02, width * 0.25, floor - height * 0.045) +
        bed(width * 0.76, width * 0.99, floor - height * 0.04) +
        drawGrass(p, lawn(0) + 14, floor + 16, 46, '#6fb052'),
    ],
    front: drawOverhang(p, treeAt > width / 2 ? 'right' : 'left', '#4f8f45', 0.2),
    stage: 'land',
    indoors: false,
  };
};

export const paintFarm: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('farm');
  const far = createRidge(r, width, horizon - height * 0.03, 26 * unit, 0.8);
  const field = createRidge(r, width, horizon + height * 0.045, 14 * unit, 0.7);
  const yard = createRidge(r, width, horizon + height * 0.135, 8 * unit, 0.6);
  const barnAt = width * r.pick([0.2, 0.78]);
  const rows = Array.from(
    { length: 17 },
    (_, index) =>
      path`M${width * 0.5 + (index - 8) * 14 * unit} ${field(width / 2) + 4} L${width * 0.5 + (index - 8) * 96 * unit} ${yard(width / 2) + 26}`,
  ).join('');
  const bale = (x: number, y: number, s: number) => {
    const hay = p.light.tone('#e3bd5c', 0.04);
    return (
      ellipse(x, y, s * 0.62, s * 0.09, '#1d1238', 0.24) +
      box(
        x - s * 0.52,
        y - s * 0.7,
        s * 1.04,
        s * 0.7,
        p.linear([
          [0, hay],
          [1, darken(hay, 0.2)],
        ]),
        s * 0.3,
      ) +
      circle(x + s * 0.26, y - s * 0.35, s * 0.35, p.light.tone('#f0d07c', 0.04)) +
      circle(x + s * 0.26, y - s * 0.35, s * 0.22, p.light.tone('#d9ad4c', 0.04)) +
      circle(x + s * 0.26, y - s * 0.35, s * 0.1, p.light.tone('#f0d07c', 0.04))
    );
  };
  return {
    layers: [
      drawSky(p, horizon + height * 0.08),
      drawLand(p, far, '#b6cf80', 0.72, height, false) +
        drawWindmill(p, width - barnAt, far(width - barnAt) + 8, 150 * unit, 0.5) +
        along(p, far, 160 * unit, 'far', (x, y, i, s) =>
          i % 2 ? drawTree(p, x, y + 8, (70 + s.next() * 40) * unit, '#8ab072', 0.7) : '',
        ),
      drawLand(p, field, '#d9c468', 0.34) + line(rows, p.light.tone('#a98f42', 0.34), 6 * unit, 0.55),
      drawBarn(p, barnAt, yard(barnAt) + 10, 270 * unit, 0.12) +
        drawFence(
          p,
          barnAt > width / 2 ? -20 : width * 0.5,
          barnAt > width / 2 ? width * 0.5 : width + 20,
          yard(width / 2) + 10,
          62 * unit,
          '#b98a5c',
          0.14,
        ),
      drawLand(p, yard, '#8fbb5a', 0.05) + drawPath(p, width * 0.5, barnAt, yard(barnAt) + 8, '#d8b583'),
      bale(width * (barnAt > width / 2 ? 0.1 : 0.9), floor - height * 0.045, 92 * unit) +
        bale(width * (barnAt > width / 2 ? 0.19 : 0.8), floor - height * 0.03, 64 * unit) +
        drawGrass(p, yard(0) + 16, floor + 14, 44, '#7dab4c') +
        drawFlowers(p, yard(0) + 16, floor, 16, ['#f7d154', '#f7f1e6', '#ef6f6c']),
    ],
    front: '',
    stage: 'land',
    indoors: false,
  };
};

export const paintVillage: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('village');
  const far = createRidge(r, width, horizon - height * 0.04, 34 * unit, 0.8);
  const middle = createRidge(r, width, horizon + height * 0.04, 16 * unit, 0.9);
  const near = createRidge(r, width, horizon + height * 0.125, 8 * unit, 0.6);
  const open = r.pick([0.42, 0.56]);
  const homes = r.shuffle(COTTAGES);
  const home = (index: number) => homes[index % homes.length] ?? COTTAGES[0];
  const well = (x: number, y: number, s: number) => {
    const stone = p.light.tone('#b3aeb8', 0.05);
    return (
      ellipse(x, y, s * 0.5, s * 0.08, '#1d1238', 0.25) +
      box(
        x - s * 0.4,
        y - s * 0.42,
        s * 0.8,
        s * 0.42,
        p.linear([
          [0, stone],
          [1, darken(stone, 0.22)],
        ]),
        8,
      ) +
      ellipse(x, y - s * 0.42, s * 0.42, s * 0.09, darken(stone, 0.5)) +
      line(
        path`M${x - s * 0.34} ${y - s * 0.42} L${x - s * 0.34} ${y - s * 1} M${x + s * 0.34} ${y - s * 0.42} L${x + s * 0.34} ${y - s * 1}`,
        p.light.tone('#8a5a3c'),
        s * 0.06,
      ) +
      shape(
        path`M${x - s * 0.54} ${y - s * 0.94} L${x} ${y - s * 1.28} L${x + s * 0.54} ${y - s * 0.94} Z`,
        p.light.tone('#b8573f'),
      )
    );
  };
  return {
    layers: [
      drawSky(p, horizon + height * 0.06),
      drawMountains(p, horizon - 4, height * 0.17, 4, 0.9, '#8fa0c4', false) +
        drawLand(p, far, '#a2c685', 0.7, height, false) +
        [0.2, 0.36, 0.66, 0.82]
          .map((at, index) => drawCottage(p, width * at, far(width * at) + 6, 74 * unit, home(index), 0.62))
          .join(''),
      along(p, middle, 150 * unit, 'trees', (x, y, i, s) =>
        i % 2 ? drawTree(p, x, y + 10, (130 + s.next() * 50) * unit, '#74ab62', 0.4) : '',
      ) +
        drawLand(p, middle, '#92c070', 0.36) +
        [0.26, 0.74]
          .map((at, index) =>
            drawCottage(p, width * at, middle(width * at) + 16, 150 * unit, home(index + 1), 0.3),
          )
          .join(''),
      drawLand(p, near, '#83b65c', 0.05) +
        drawPath(p, width * open, width * (open + 0.03), near(width * open) + 3, '#dcc49a') +
        drawCottage(p, width * 0.06, near(width * 0.06) + 30 * unit, 290 * unit, home(2), 0.08) +
        drawCottage(p, width * 0.945, near(width * 0.945) + 24 * unit, 260 * unit, home(3), 0.1),
      well(width * (open > 0.5 ? 0.26 : 0.76), floor - height * 0.04, 92 * unit) +
        drawGrass(p, near(0) + 18, floor + 14, 36, '#70a84e') +
        drawFlowers(p, near(0) + 18, floor, 26, ['#ef6f6c', '#f7d154', '#f7f1e6', '#b08fe0']),
    ],
    front: '',
    stage: 'land',
    indoors: false,
  };
};
