import { darken, lighten, mix } from '../colour.ts';
import { drawBookcase, drawBooks, drawRug, drawTable } from '../scenery/furniture.ts';
import { drawGlow, drawLightShaft, drawRoom, drawWindow, indoorTone, mirror } from '../scenery/interior.ts';
import { box, circle, line, path, shape } from '../svg.ts';
import type { PaintBackdrop } from './backdrop.ts';

export const paintSchool: PaintBackdrop = (p, setting) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('school');
  const flip = r.chance(0.5);
  const s = unit * (p.frame.portrait ? 0.84 : 1);
  const wood = indoorTone(p, '#b98552');
  const bx = width * 0.43;
  const by = horizon - height * 0.2;
  const bw = Math.min(width * 0.46, 520 * s);
  const bh = Math.min(height * 0.29, 250 * s);
  const chalk = '#f4f1e6';
  const board =
    box(bx - bw / 2 - 14 * s, by - bh / 2 - 14 * s, bw + 28 * s, bh + 28 * s, wood, 8) +
    box(
      bx - bw / 2,
      by - bh / 2,
      bw,
      bh,
      p.linear([
        [0, indoorTone(p, '#3f6f5f')],
        [1, indoorTone(p, '#335a50')],
      ]),
      4,
    ) +
    line(
      path`M${bx - bw * 0.38} ${by - bh * 0.1} l${bw * 0.09} ${-bh * 0.2} l${bw * 0.09} ${bh * 0.2} l0 ${bh * 0.22} l${-bw * 0.18} 0 Z M${bx + bw * 0.02} ${by + bh * 0.28} q${bw * 0.1} ${-bh * 0.1} ${bw * 0.2} 0 t${bw * 0.18} 0`,
      chalk,
      4 * s,
      0.75,
    ) +
    `<circle cx="${Math.round(bx + bw * 0.16)}" cy="${Math.round(by - bh * 0.14)}" r="${Math.round(bh * 0.15)}" fill="none" stroke="${chalk}" stroke-width="${Math.round(4 * s)}" opacity=".75"/>` +
    line(
      Array.from({ length: 8 }, (_, index) => {
        const angle = (index / 8) * Math.PI * 2;
        return path`M${bx + bw * 0.16 + Math.cos(angle) * bh * 0.2} ${by - bh * 0.14 + Math.sin(angle) * bh * 0.2} l${Math.cos(angle) * bh * 0.08} ${Math.sin(angle) * bh * 0.08}`;
      }).join(''),
      '#f7dc8a',
      4 * s,
      0.8,
    ) +
    box(bx - bw * 0.3, by + bh / 2 + 4 * s, bw * 0.6, 10 * s, lighten(wood, 0.15), 3);
  const bunting = ['#e5574f', '#f2b53f', '#5fa8d8', '#6fb56a', '#b08fe0'];
  const flags = Array.from({ length: 13 }, (_, index) => {
    const x = (index / 12) * width;
    const y = height * 0.045 + Math.sin((index / 12) * Math.PI * 3) * 9;
    return shape(
      path`M${x - 20 * s} ${y} L${x + 20 * s} ${y} L${x} ${y + 38 * s} Z`,
      indoorTone(p, bunting[index % 5] ?? ''),
    );
  }).join('');
  const desk = (x: number, y: number, w: number) =>
    drawTable(p, x, y, w, w * 0.52, '#d0a066') +
    drawBooks(p, x - w * 0.3, y - w * 0.56, w * 0.24, w * 0.24, `desk ${Math.round(x)}`) +
    circle(x + w * 0.26, y - w * 0.63, w * 0.07, indoorTone(p, '#d8413b'));
  const wh = Math.min(height * 0.3, 230 * unit);
  const globeX = width * 0.08;
  const globeY = horizon + height * 0.02;
  return {
    layers: [
      drawRoom(p, { wall: r.pick(['#f2e2b8', '#cfe3e6', '#f0d3c4']), pattern: 'plain', floor: '#c9965f' }) +
        flags,
      mirror(
        p,
        flip,
        board +
          drawWindow(p, width * 0.83, horizon - height * 0.1, wh * 0.85, wh, undefined, setting.weather) +
          box(
            -10,
            globeY,
            width * 0.17,
            horizon + height * 0.1 - globeY,
            p.linear([
              [0, wood],
              [1, darken(wood, 0.24)],
            ]),
            6,
          ) +
          line(path`M${globeX} ${globeY} l0 ${-16 * s}`, darken(wood, 0.3), 8 * s) +
          circle(
            globeX,
            globeY - 56 * s,
            42 * s,
            p.radial(
              [
                [0, '#bfe6f5'],
                [1, indoorTone(p, '#4f9ad0')],
              ],
              0.4,
              0.35,
              0.7,
            ),
          ) +
          shape(
            path`M${globeX - 26 * s} ${globeY - 74 * s} q20 -16 34 4 q-4 18 -22 20 q-16 -6 -12 -24 Z`,
            indoorTone(p, '#7fb86a'),
          ),
      ),
      mirror(
        p,
        flip,
        desk(width * 0.1, floor - height * 0.015, 180 * s) +
          desk(width * 0.91, floor - height * 0.02, 170 * s) +
          drawLightShaft(p, width * 0.83, horizon - height * 0.1, wh * 0.85, wh),
      ),
    ],
    front: '',
    stage: 'floor',
    indoors: true,
  };
};

export const paintLibrary: PaintBackdrop = (p, setting) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('library');
  const s = unit * (p.frame.portrait ? 0.86 : 1);
  const flip = r.chance(0.5);
  const base = horizon + height * 0.085;
  const tall = base - height * 0.03;
  const wood = indoorTone(p, '#8f5f3f');
  const cases = [0.1, 0.31, 0.9]
    .map((at, index) =>
      drawBookcase(p, width * at, base, width * 0.2, tall, p.frame.portrait ? 9 : 5, `case ${index}`),
    )
    .join('');
  const wx = width * 0.61;
  const wh = Math.min(height * 0.4, 320 * unit);
  const wy = horizon - height * 0.06;
  const glass = (x: number) =>
    shape(
      path`M${x - wh * 0.36} ${wy - wh * 0.7} Q${x} ${wy - wh * 1.16} ${x + wh * 0.36} ${wy - wh * 0.7} Z`,
      mix(p.light.skyTop, '#ffffff', 0.08),
    ) +
    line(
      path`M${x - wh * 0.36} ${wy - wh * 0.7} Q${x} ${wy - wh * 1.16} ${x + wh * 0.36} ${wy - wh * 0.7}`,
      indoorTone(p, '#f6f0e6'),
      12 * s,
    );
  const ladder =
    line(
      path`M${width * 0.37} ${base + 8} L${width * 0.33} ${base - tall * 0.9} M${width * 0.42} ${base + 8} L${width * 0.38} ${base - tall * 0.9}`,
      lighten(wood, 0.25),
      8 * s,
    ) +
    line(
      Array.from({ length: 8 }, (_, index) => {
        const t = (index + 0.6) / 8.4;
        return path`M${width * (0.37 - 0.04 * t)} ${base - tall * 0.9 * t} L${width * (0.42 - 0.04 * t)} ${base - tall * 0.9 * t}`;
      }).join(''),
      lighten(wood, 0.2),
      6 * s,
    );
  const tableY = floor - height * 0.025;
  const tx = width * 0.88;
  const desk =
    drawTable(p, tx, tableY, 230 * s, 92 * s, '#7a4a34') +
    drawGlow(p, tx + 40 * s, tableY - 160 * s, 210 * s, p.light.glow > 0.3 ? 0.6 : 0.2) +
    line(path`M${tx + 40 * s} ${tableY - 102 * s} l0 ${-40 * s}`, '#c9a24a', 7 * s) +
    shape(
      path`M${tx} ${tableY - 138 * s} Q${tx + 40 * s} ${tableY - 186 * s} ${tx + 80 * s} ${tableY - 138 * s} Z`,
      indoorTone(p, '#3f8f6a'),
    ) +
    [0, 1, 2]
      .map((index) =>
        box(
          tx - 88 * s + index * 4,
          tableY - (114 + index * 15) * s,
          84 * s,
          14 * s,
          indoorTone(p, ['#b5483f', '#d9a441', '#3f6f9a'][index] ?? ''),
          3,
        ),
      )
      .join('');
  return {
    layers: [
      drawRoom(p, { wall: '#c9a27a', pattern: 'plain', floor: '#8f5a3c' }),
      mirror(p, flip, glass(wx) + drawWindow(p, wx, wy, wh * 0.72, wh * 0.72, undefined, setting.weather)),
      mirror(p, flip, cases + ladder),
      drawRug(p, width * 0.5, floor + height * 0.005, width * 0.34, '#8f3f4a') +
        mirror(p, flip, desk + drawLightShaft(p, wx, wy, wh * 0.72, wh)),
    ],
    front: '',
    stage: 'floor',
    indoors: true,
  };
};
