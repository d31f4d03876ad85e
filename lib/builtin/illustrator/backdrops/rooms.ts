import { darken, lighten } from '../colour.ts';
import { drawBooks, drawFloorLamp, drawPictureFrame, drawRug } from '../scenery/furniture.ts';
import { drawGlow, drawLightShaft, drawRoom, drawWindow, indoorTone, mirror } from '../scenery/interior.ts';
import { box, circle, ellipse, line, path, shape } from '../svg.ts';
import type { PaintBackdrop } from './backdrop.ts';

export const paintBedroom: PaintBackdrop = (p, setting) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('bedroom');
  const wall = r.pick(['#f2d6bf', '#cfe0ea', '#e3d6ee', '#d7e8d3']);
  const quilt = indoorTone(p, r.pick(['#6f8fd8', '#e0788f', '#6fb39a', '#b58ad0']));
  const wood = indoorTone(p, '#b57f52');
  const sheetColour = indoorTone(p, '#fbf6ec');
  const flip = r.chance(0.5);
  const bedY = floor - height * 0.035;
  const s = unit * (p.frame.portrait ? 0.82 : 1);
  const patches = [0, 1, 2, 3, 4]
    .map((index) =>
      circle(96 * s + index * 46 * s, bedY - (70 - (index % 2) * 22) * s, 9 * s, lighten(quilt, 0.45), 0.8),
    )
    .join('');
  const bed =
    ellipse(140 * s, bedY, 190 * s, 14 * s, '#1d1238', 0.3) +
    box(
      -30,
      bedY - 190 * s,
      44 * s,
      190 * s,
      p.linear([
        [0, lighten(wood, 0.15)],
        [1, darken(wood, 0.2)],
      ]),
      14,
    ) +
    circle(-30 + 22 * s, bedY - 190 * s, 18 * s, wood) +
    box(290 * s, bedY - 96 * s, 26 * s, 98 * s, darken(wood, 0.1), 9) +
    box(0, bedY - 66 * s, 300 * s, 52 * s, wood, 8) +
    shape(
      path`M${6} ${bedY - 92 * s} Q${70 * s} ${bedY - 118 * s} ${290 * s} ${bedY - 88 * s} L${294 * s} ${bedY - 34 * s} L${6} ${bedY - 34 * s} Z`,
      sheetColour,
    ) +
    ellipse(
      52 * s,
      bedY - 112 * s,
      54 * s,
      27 * s,
      p.linear([
        [0, lighten(sheetColour, 0.4)],
        [1, darken(sheetColour, 0.12)],
      ]),
    ) +
    shape(
      path`M${92 * s} ${bedY - 106 * s} Q${200 * s} ${bedY - 122 * s} ${300 * s} ${bedY - 86 * s} L${304 * s} ${bedY - 22 * s} Q${190 * s} ${bedY - 12 * s} ${84 * s} ${bedY - 24 * s} Z`,
      p.linear([
        [0, lighten(quilt, 0.2)],
        [1, darken(quilt, 0.18)],
      ]),
    ) +
    patches;
  const stand =
    box(
      width - 190 * s,
      bedY - 108 * s,
      100 * s,
      108 * s,
      p.linear([
        [0, wood],
        [1, darken(wood, 0.22)],
      ]),
      8,
    ) +
    line(
      path`M${width - 182 * s} ${bedY - 58 * s} L${width - 98 * s} ${bedY - 58 * s}`,
      darken(wood, 0.3),
      3,
    ) +
    circle(width - 140 * s, bedY - 82 * s, 5 * s, '#f3cf7a') +
    circle(width - 140 * s, bedY - 32 * s, 5 * s, '#f3cf7a') +
    drawGlow(p, width - 140 * s, bedY - 170 * s, 190 * s, p.light.glow > 0.3 ? 0.6 : 0.12) +
    line(
      path`M${width - 140 * s} ${bedY - 108 * s} L${width - 140 * s} ${bedY - 150 * s}`,
      darken(wood, 0.2),
      7 * s,
    ) +
    shape(
      path`M${width - 176 * s} ${bedY - 142 * s} L${width - 160 * s} ${bedY - 198 * s} L${width - 120 * s} ${bedY - 198 * s} L${width - 104 * s} ${bedY - 142 * s} Z`,
      p.light.glow > 0.3 ? '#ffe3a6' : indoorTone(p, '#f6e2c0'),
    );
  const windowX = width * (p.frame.portrait ? 0.5 : 0.56);
  const windowY = horizon - height * 0.1;
  const windowH = Math.min(height * 0.34, 270 * unit);
  return {
    layers: [
      drawRoom(p, { wall, pattern: r.pick(['dots', 'stars', 'stripes']), floor: '#c58f5f' }),
      mirror(
        p,
        flip,
        drawWindow(
          p,
          windowX,
          windowY,
          windowH * 0.92,
          windowH,
          r.pick(['#e57a86', '#7fa3d8', '#e2a64f']),
          setting.weather,
        ) +
          drawPictureFrame(p, width * 0.2, horizon - height * 0.3, 104 * unit, 84 * unit, r.int(0, 2)) +
          drawPictureFrame(p, width * 0.83, horizon - height * 0.28, 78 * unit, 92 * unit, r.int(0, 2)),
      ),
      drawRug(
        p,
        width * 0.54,
        floor + height * 0.005,
        width * 0.34,
        r.pick(['#8a9fe0', '#e59aa6', '#8fc4ae']),
      ) +
        mirror(p, flip, bed + stand) +
        mirror(p, flip, drawLightShaft(p, windowX, windowY, windowH * 0.92, windowH)),
    ],
    front: '',
    stage: 'floor',
    indoors: true,
  };
};

export const paintHouse: PaintBackdrop = (p, setting) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('house');
  const s = unit * (p.frame.portrait ? 0.84 : 1);
  const flip = r.chance(0.5);
  const baseY = horizon + height * 0.1;
  const brick = indoorTone(p, '#b8695a');
  const stone = indoorTone(p, '#e3d6c8');
  const fx = width * 0.22;
  const bricks = Array.from({ length: 22 }, (_, index) =>
    box(
      fx - 118 * s + ((index * 53) % 200) * s,
      baseY - 250 * s + ((index * 37) % 230) * s,
      34 * s,
      15 * s,
      lighten(brick, 0.12),
      3,
      0.6,
    ),
  ).join('');
  const flame = (dx: number, h: number, colour: string) =>
    shape(
      path`M${fx + dx - h * 0.3} ${baseY - 12 * s} C${fx + dx - h * 0.5} ${baseY - h * 0.6} ${fx + dx - h * 0.1} ${baseY - h * 0.6} ${fx + dx} ${baseY - h * 1.2} C${fx + dx + h * 0.14} ${baseY - h * 0.7} ${fx + dx + h * 0.5} ${baseY - h * 0.5} ${fx + dx + h * 0.3} ${baseY - 12 * s} Z`,
      colour,
    );
  const fireplace =
    box(
      fx - 130 * s,
      baseY - 262 * s,
      260 * s,
      262 * s,
      p.linear([
        [0, brick],
        [1, darken(brick, 0.2)],
      ]),
      6,
    ) +
    bricks +
    box(
      fx - 84 * s,
      -10,
      168 * s,
      Math.max(0, baseY - 270 * s),
      p.linear([
        [0, darken(brick, 0.14)],
        [1, brick],
      ]),
    ) +
    box(fx - 154 * s, baseY - 280 * s, 308 * s, 26 * s, stone, 6) +
    shape(
      path`M${fx - 78 * s} ${baseY} L${fx - 78 * s} ${baseY - 110 * s} Q${fx} ${baseY - 190 * s} ${fx + 78 * s} ${baseY - 110 * s} L${fx + 78 * s} ${baseY} Z`,
      '#3a2433',
    ) +
    line(path`M${fx - 44 * s} ${baseY - 10 * s} L${fx + 44 * s} ${baseY - 16 * s}`, '#7a4a30', 15 * s) +
    flame(-20 * s, 74 * s, '#f0803a') +
    flame(18 * s, 84 * s, '#f59a3f') +
    flame(0, 58 * s, '#ffd568') +
    drawGlow(p, fx, baseY - 40 * s, 330 * s, p.light.glow > 0.3 ? 0.62 : 0.34) +
    drawBooks(p, fx - 130 * s, baseY - 281 * s, 90 * s, 62 * s, 'mantel') +
    circle(fx + 96 * s, baseY - 312 * s, 30 * s, indoorTone(p, '#f5ecd8')) +
    line(
      path`M${fx + 96 * s} ${baseY - 312 * s} l0 ${-18 * s} M${fx + 96 * s} ${baseY - 312 * s} l${12 * s} ${6 * s}`,
      '#4a3a44',
      3.6,
    ) +
    box(fx - 160 * s, baseY - 6 * s, 320 * s, 14 * s, darken(stone, 0.12), 5);
  const ax = width * 0.87;
  const chairColour = indoorTone(p, r.pick(['#6f9a8a', '#c98a5a', '#7f86c0']));
  const ay = floor - height * 0.04;
  const chair =
    ellipse(ax, ay, 118 * s, 12 * s, '#1d1238', 0.28) +
    shape(
      path`M${ax - 76 * s} ${ay - 60 * s} C${ax - 92 * s} ${ay - 236 * s} ${ax + 92 * s} ${ay - 236 * s} ${ax + 76 * s} ${ay - 60 * s} Z`,
      p.linear([
        [0, lighten(chairColour, 0.16)],
        [1, darken(chairColour, 0.12)],
      ]),
    ) +
    box(ax - 82 * s, ay - 88 * s, 164 * s, 66 * s, lighten(chairColour, 0.12), 22) +
    box(ax - 112 * s, ay - 118 * s, 46 * s, 110 * s, chairColour, 22) +
    box(ax + 66 * s, ay - 118 * s, 46 * s, 110 * s, darken(chairColour, 0.12), 22) +
    box(ax - 46 * s, ay - 132 * s, 62 * s, 56 * s, indoorTone(p, '#f0cf8a'), 16);
  const wx = width * 0.57;
  const wy = horizon - height * 0.1;
  const wh = Math.min(height * 0.3, 230 * unit);
  return {
    layers: [
      drawRoom(p, { wall: r.pick(['#e9d0a8', '#d5dcc3', '#e8c9bb']), pattern: 'stripes', floor: '#a9714a' }),
      mirror(
        p,
        flip,
        drawWindow(p, wx, wy, wh * 1.05, wh, r.pick(['#b5483f', '#5f8f7a']), setting.weather) +
          drawPictureFrame(p, width * 0.85, horizon - height * 0.27, 96 * unit, 116 * unit, r.int(0, 2)),
      ),
      mirror(p, flip, fireplace),
      drawRug(p, width * 0.52, floor + height * 0.005, width * 0.33, '#b5483f') +
        mirror(
          p,
          flip,
          drawFloorLamp(p, width * 0.75, ay, 300 * s) + chair + drawLightShaft(p, wx, wy, wh, wh),
        ),
    ],
    front: '',
    stage: 'floor',
    indoors: true,
  };
};

export const paintKitchen: PaintBackdrop = (p, setting) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('kitchen');
  const flip = r.chance(0.5);
  const s = unit * (p.frame.portrait ? 0.86 : 1);
  const top = horizon - height * 0.06;
  const low = horizon + height * 0.11;
  const cupboard = indoorTone(p, r.pick(['#7fb0a8', '#8fa9d0', '#e0b67a', '#a9c48a']));
  const counterTop = indoorTone(p, '#e9d9bd');
  const doors = Array.from({ length: 8 }, (_, index) => {
    const x = (index / 8) * width;
    const w = width / 8;
    return (
      box(x + 7, top + 26 * s, w - 14, low - top - 40 * s, lighten(cupboard, 0.1), 8) +
      circle(x + w * (index % 2 ? 0.16 : 0.84), (top + low) / 2, 5 * s, '#f3dca0')
    );
  }).join('');
  const ox = width * 0.84;
  const oven =
    box(ox - 86 * s, top - 6 * s, 172 * s, low - top + 10 * s, indoorTone(p, '#eef0f2'), 10) +
    box(ox - 60 * s, top + 46 * s, 120 * s, (low - top) * 0.5, '#3a3444', 12) +
    box(ox - 50 * s, top + 56 * s, 100 * s, (low - top) * 0.5 - 20 * s, '#f0a04a', 8, 0.75) +
    [-48, -16, 16, 48]
      .map((dx) => circle(ox + dx * s, top + 22 * s, 8 * s, indoorTone(p, '#8e929d')))
      .join('') +
    drawGlow(p, ox, top + 90 * s, 150 * s, 0.3);
  const pot =
    box(ox - 50 * s, top - 62 * s, 84 * s, 54 * s, indoorTone(p, '#d0574f'), 12) +
    box(ox - 56 * s, top - 68 * s, 96 * s, 12 * s, indoorTone(p, '#b5443f'), 6) +
    [0, 1, 2]
      .map((index) =>
        line(
          path`M${ox - 34 * s + index * 26 * s} ${top - 80 * s} q-10 -16 0 -30 t0 -30`,
          '#ffffff',
          5 * s,
          0.4,
        ),
      )
      .join('');
  const shelfY = horizon - height * 0.27;
  const jars = ['#d9743f', '#e3bd5c', '#8fb573', '#b5483f', '#c9a0d0']
    .map(
      (colour, index) =>
        box(width * 0.07 + index * 44 * s, shelfY - 46 * s, 34 * s, 46 * s, indoorTone(p, colour), 8) +
        box(
          width * 0.07 + index * 44 * s + 3 * s,
          shelfY - 55 * s,
          28 * s,
          11 * s,
          indoorTone(p, '#f4ead6'),
          4,
        ),
    )
    .join('');
  const pans = [0, 1, 2]
    .map((index) => {
      const x = width * 0.74 + index * 62 * s;
      return (
        line(path`M${x} ${shelfY - 8} l0 ${30 * s}`, indoorTone(p, '#6b5a5a'), 5 * s) +
        circle(x, shelfY + 48 * s, (19 + index * 4) * s, indoorTone(p, index % 2 ? '#b9713f' : '#7f8694'))
      );
    })
    .join('');
  const wx = width * 0.46;
  const wh = Math.min(height * 0.26, 200 * unit);
  const vase =
    box(wx - 148 * s, top - 44 * s, 38 * s, 44 * s, indoorTone(p, '#6fa3c8'), 10) +
    [-12, 0, 13]
      .map(
        (dx, index) =>
          line(path`M${wx - 129 * s} ${top - 44 * s} l${dx * s} ${-36 * s}`, indoorTone(p, '#5f8f4a'), 3) +
          circle(
            wx - 129 * s + dx * s,
            top - (84 + (index % 2) * 8) * s,
            10 * s,
            indoorTone(p, ['#f7d154', '#ef7f9c', '#f7f1e6'][index] ?? '#f7d154'),
          ),
      )
      .join('');
  return {
    layers: [
      drawRoom(p, { wall: r.pick(['#f4dfb2', '#dfead8', '#f2cfc0']), pattern: 'tiles', floor: '#d0a878' }),
      mirror(
        p,
        flip,
        drawWindow(
          p,
          wx,
          horizon - height * 0.1,
          wh * 1.25,
          wh,
          r.pick(['#e0574f', '#e2a64f']),
          setting.weather,
        ) +
          box(width * 0.04, shelfY, 250 * s, 11 * s, indoorTone(p, '#a06b42'), 4) +
          jars +
          box(width * 0.72, shelfY - 14 * s, 190 * s, 9 * s, indoorTone(p, '#6b5a5a'), 4) +
          pans,
      ),
      mirror(
        p,
        flip,
        box(
          -5,
          top + 8,
          width + 10,
          low - top,
          p.linear([
            [0, cupboard],
            [1, darken(cupboard, 0.2)],
          ]),
        ) +
          doors +
          box(-8, top - 8 * s, width + 16, 24 * s, counterTop, 5) +
          box(-5, low - 12 * s, width + 10, 16 * s, darken(cupboard, 0.5)) +
          oven +
          pot +
          vase,
      ),
      drawRug(p, width * 0.5, floor + height * 0.005, width * 0.28, '#d9a04f') +
        mirror(p, flip, drawLightShaft(p, wx, horizon - height * 0.1, wh * 1.2, wh)),
    ],
    front: '',
    stage: 'floor',
    indoors: true,
  };
};
