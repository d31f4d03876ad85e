import { darken, lighten } from '../colour.ts';
import { drawCastle, drawLampPost, drawSkyline, drawTower } from '../scenery/buildings.ts';
import { drawFence } from '../scenery/farm-buildings.ts';
import { createRidge, drawDapples, drawLand, drawMountains, drawPath } from '../scenery/land.ts';
import { along, drawFlowers, drawGrass } from '../scenery/plants.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawBush, drawPine, drawTree } from '../scenery/trees.ts';
import { box, ellipse, line, path, shape } from '../svg.ts';
import type { PaintBackdrop } from './backdrop.ts';

export const paintCity: PaintBackdrop = (p, setting) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const kerb = horizon + height * 0.12;
  const pavement = p.light.tone('#c9bfc4', 0.04);
  const wet = setting.weather === 'rain' || setting.weather === 'storm';
  const slabs = Array.from(
    { length: 13 },
    (_, index) =>
      path`M${width / 2 + (index - 6) * width * 0.085} ${kerb + 6} L${width / 2 + (index - 6) * width * 0.15} ${floor + height * 0.05}`,
  ).join('');
  const awning = (x: number, w: number, colour: string, wall: string) => {
    const c = p.light.tone(colour, 0.1);
    const base = p.light.tone(wall, 0.1);
    const top = kerb - 230 * unit;
    const glass = p.light.glow > 0.3 ? '#ffdb92' : p.light.tone('#b9dbe8', 0.1);
    const stripes = Array.from({ length: 6 }, (_, index) =>
      shape(
        path`M${x + (w * index) / 6} ${kerb - 150 * unit} L${x + (w * (index + 1)) / 6} ${kerb - 150 * unit} L${x + (w * (index + 1)) / 6} ${kerb - 118 * unit} Q${x + (w * (index + 0.5)) / 6} ${kerb - 100 * unit} ${x + (w * index) / 6} ${kerb - 118 * unit} Z`,
        index % 2 ? p.light.tone('#f7efe2', 0.1) : c,
      ),
    ).join('');
    return (
      box(
        x - 6,
        top,
        w + 12,
        kerb - top + 4,
        p.linear([
          [0, lighten(base, 0.06)],
          [1, darken(base, 0.16)],
        ]),
      ) +
      box(x + w * 0.06, kerb - 118 * unit, w * 0.52, 92 * unit, glass, 4) +
      box(x + w * 0.66, kerb - 118 * unit, w * 0.26, 120 * unit, p.light.tone('#6b4a4a', 0.1), 4) +
      box(x + w * 0.71, kerb - 108 * unit, w * 0.16, 46 * unit, glass, 3) +
      stripes +
      [0.1, 0.42, 0.74]
        .map((at) =>
          box(
            x + w * at,
            top + 22 * unit,
            w * 0.16,
            44 * unit,
            p.light.glow > 0.3 && at !== 0.42 ? '#ffd680' : p.light.tone('#7f9fb8', 0.1),
            3,
          ),
        )
        .join('')
    );
  };
  return {
    layers: [
      drawSky(p, horizon + height * 0.1, { clouds: 3 }),
      drawSkyline(
        p,
        horizon + height * 0.1,
        height * 0.2,
        height * 0.42,
        74 * unit,
        ['#9aa5c4', '#a99bbd', '#8fa9bf'],
        0.74,
        false,
      ),
      drawSkyline(
        p,
        horizon + height * 0.12,
        height * 0.12,
        height * 0.27,
        100 * unit,
        ['#c48f7c', '#d9b48a', '#a9849a', '#8d9fae'],
        0.32,
        true,
      ),
      awning(-width * 0.05, width * 0.24, '#d0574f', '#d9b18f') +
        awning(width * 0.82, width * 0.24, '#4f8f7a', '#b98f8a'),
      box(
        -5,
        kerb,
        width + 10,
        height - kerb + 5,
        p.linear([
          [0, lighten(pavement, 0.1)],
          [0.5, pavement],
          [1, darken(pavement, 0.3)],
        ]),
      ) +
        line(slabs, darken(pavement, 0.2), 2.4, 0.4) +
        line(
          path`M-5 ${kerb + 24 * unit} L${width + 5} ${kerb + 24 * unit} M-5 ${kerb + 60 * unit} L${width + 5} ${kerb + 60 * unit}`,
          darken(pavement, 0.2),
          2.4,
          0.3,
        ) +
        (wet
          ? [0.2, 0.5, 0.8]
              .map((at) => ellipse(width * at, floor - 14, 110 * unit, 11 * unit, p.light.skyLow, 0.4))
              .join('')
          : '') +
        drawLampPost(p, width * 0.22, kerb + 16 * unit, 300 * unit) +
        drawLampPost(p, width * 0.79, kerb + 16 * unit, 300 * unit) +
        drawBush(p, width * 0.3, kerb + 12 * unit, 64 * unit, '#5f9f5a', 0.1) +
        drawBush(p, width * 0.7, kerb + 12 * unit, 56 * unit, '#5f9f5a', 0.1, '#f39ac0'),
    ],
    front: '',
    stage: 'land',
    indoors: false,
  };
};

export const paintCastle: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('castle');
  const far = createRidge(r, width, horizon - height * 0.03, 40 * unit);
  const hill = createRidge(r, width, horizon + height * 0.03, 14 * unit, 0.6);
  const near = createRidge(r, width, horizon + height * 0.135, 9 * unit, 0.7);
  const at = width * r.pick([0.32, 0.66]);
  const size = (p.frame.portrait ? 470 : 480) * unit;
  return {
    layers: [
      drawSky(p, horizon + height * 0.06, { sunX: at > width / 2 ? 0.2 : 0.8 }),
      drawMountains(p, horizon + 4, height * 0.28, 3, 0.82, '#8f9cc8') +
        drawLand(p, far, '#9cc094', 0.7, height, false) +
        along(p, far, 62 * unit, 'pines', (x, y, _i, s) =>
          drawPine(p, x, y + 10, (60 + s.next() * 40) * unit, '#6fa088', 0.68),
        ),
      drawCastle(p, at, hill(at) + 12, size, 0.3) + drawLand(p, hill, '#8fc07c', 0.3),
      along(p, hill, 130 * unit, 'trees', (x, y, i, s) =>
        Math.abs(x - at) < 90 * unit
          ? ''
          : i % 2
            ? drawTree(p, x, y + 26, (120 + s.next() * 60) * unit, '#6aa85c', 0.26)
            : drawBush(p, x, y + 24, 84 * unit, '#5f9f58', 0.24),
      ),
      drawLand(p, near, '#7fb55c', 0.05) +
        drawPath(p, width * 0.5, at, hill(at) + 10, '#dcc79f') +
        drawTower(
          p,
          width * (at > width / 2 ? 0.03 : 0.97),
          near(0) + 60 * unit,
          130 * unit,
          400 * unit,
          0.06,
          '#c9bfd0',
          '#5a6fb0',
        ) +
        drawBush(
          p,
          width * (at > width / 2 ? 0.04 : 0.96),
          near(0) + 70 * unit,
          210 * unit,
          '#5a9a54',
          0.04,
          '#ef7f9c',
        ) +
        drawFence(
          p,
          at > width / 2 ? width * 0.86 : -10,
          at > width / 2 ? width + 10 : width * 0.14,
          near(0) + 24,
          44 * unit,
          '#b98a5c',
          0.08,
        ) +
        drawDapples(p, near(0) + 20, floor, 8) +
        drawGrass(p, near(0) + 16, floor + 14, 40, '#6dab4e') +
        drawFlowers(p, near(0) + 18, floor, 26, ['#ef6f8c', '#f7d154', '#f7f1e6', '#b08fe0']),
    ],
    front: '',
    stage: 'land',
    indoors: false,
  };
};
