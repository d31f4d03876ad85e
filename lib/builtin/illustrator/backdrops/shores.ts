import { darken, lighten, mix } from '../colour.ts';
import type { Painter } from '../painter.ts';
import { createRidge, drawLand, drawRock } from '../scenery/land.ts';
import { drawGrass, drawSideLeaves } from '../scenery/plants.ts';
import { drawSky } from '../scenery/sky.ts';
import { drawPalm } from '../scenery/trees.ts';
import { box, circle, ellipse, line, path, shape } from '../svg.ts';
import type { PaintBackdrop } from './backdrop.ts';

function drawWater(p: Painter, top: number, bottom: number, colour: string): string {
  const { width } = p.frame;
  const r = p.random.fork('water');
  const base = p.light.tone(colour, 0.05);
  const glints = Array.from({ length: 46 }, () => {
    const t = r.next() ** 1.4;
    const y = top + 4 + t * (bottom - top);
    const w = (14 + t * 90) * (0.6 + r.next());
    return path`M${r.next() * width} ${y} q${w * 0.25} ${-2 - t * 4} ${w * 0.5} 0 t${w * 0.5} 0`;
  }).join('');
  return (
    box(
      -5,
      top,
      width + 10,
      bottom - top + 10,
      p.linear([
        [0, mix(lighten(base, 0.3), p.light.skyLow, 0.35)],
        [0.3, base],
        [1, darken(base, 0.3)],
      ]),
    ) + line(glints, mix('#ffffff', p.light.sun, 0.3), 2.2, p.light.isNight ? 0.26 : 0.42)
  );
}

export const paintBeach: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('beach');
  const sea = horizon - height * 0.02;
  const sand = createRidge(r, width, horizon + height * 0.125, 12 * unit, 0.6);
  const palmLeft = r.chance(0.5);
  const at = (part: number) => width * (palmLeft ? part : 1 - part);
  const foam = (lift: number, colour: string, opacity: number) => {
    let d = `M-10 ${Math.round(sand(-10) - lift)}`;
    for (let x = 20; x <= width + 40; x += 40)
      d += path`Q${x - 20} ${sand(x - 20) - lift - 9} ${x} ${sand(x) - lift}`;
    return shape(
      `${d}L${Math.round(width + 40)} ${Math.round(sand(width) + 40)}L-10 ${Math.round(sand(0) + 40)}Z`,
      colour,
      opacity,
    );
  };
  const shells = Array.from({ length: 9 }, () => {
    const x = r.next() * width;
    const y = sand(x) + 26 + r.next() * (floor - sand(x) - 30);
    const s = (5 + r.next() * 6) * unit;
    return (
      ellipse(x + 2, y + s * 0.5, s, s * 0.3, '#1d1238', 0.2) +
      shape(
        path`M${x} ${y + s * 0.5} C${x - s * 1.2} ${y} ${x - s * 0.8} ${y - s} ${x} ${y - s} C${x + s * 0.8} ${y - s} ${x + s * 1.2} ${y} ${x} ${y + s * 0.5} Z`,
        p.light.tone(r.pick(['#f7d9c4', '#f4b9a8', '#fbeede'])),
      )
    );
  }).join('');
  return {
    layers: [
      drawSky(p, sea + 6),
      drawWater(p, sea, horizon + height * 0.16, '#35a5c9') +
        (() => {
          const x = width * (palmLeft ? 0.72 : 0.26);
          const isle = createRidge(r, width, sea + 4, 4);
          return (
            ellipse(x, sea + 5, 120 * unit, 13 * unit, p.light.tone('#8fb573', 0.6)) +
            drawPalm(p, x - 16, isle(x) - 2, 70 * unit, 0.4, 0.6) +
            drawPalm(p, x + 24, isle(x), 54 * unit, -0.5, 0.6)
          );
        })(),
      foam(16, '#ffffff', 0.4) + foam(7, '#ffffff', 0.75) + drawLand(p, sand, '#f0d69a', 0.02),
      drawPalm(p, at(0.07), sand(at(0.07)) + 60 * unit, 460 * unit, palmLeft ? 0.5 : -0.5) +
        drawPalm(p, at(0.015), sand(at(0.01)) + 76 * unit, 330 * unit, palmLeft ? 0.25 : -0.25) +
        drawRock(p, at(0.93), floor - height * 0.06, 96 * unit, 0.05, '#a99f9c') +
        drawRock(p, at(0.87), floor - height * 0.045, 50 * unit, 0.05, '#b8ada6') +
        shells +
        drawGrass(p, sand(at(0.05)) + 60, floor, 5, '#8fae5c'),
    ],
    front: '',
    stage: 'land',
    indoors: false,
  };
};

export const paintSea: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, captionTop } = p.frame;
  const r = p.random.fork('sea');
  const sea = horizon - height * 0.01;
  const wave = (y: number, size: number, colour: string, phase: number) => {
    const step = size * 3.2;
    let d = path`M${-step + phase * step} ${y}`;
    for (let x = -step + phase * step; x < width + step; x += step)
      d += path`Q${x + step * 0.28} ${y - size} ${x + step * 0.5} ${y} T${x + step} ${y}`;
    const base = p.light.tone(colour, 0.04);
    return (
      shape(
        `${d}L${Math.round(width + step * 2)} ${Math.round(height)}L${Math.round(-step * 2)} ${Math.round(height)}Z`,
        p.linear([
          [0, lighten(base, 0.16)],
          [0.2, base],
          [1, darken(base, 0.24)],
        ]),
      ) + line(d, '#ffffff', 2.6, 0.4)
    );
  };
  const isleAt = width * r.pick([0.14, 0.86]);
  const gulls = p.light.isNight
    ? ''
    : [0, 1, 2]
        .map((index) => {
          const x = width * (0.3 + index * 0.11 + r.next() * 0.05);
          const y = height * (0.2 + r.next() * 0.12);
          return line(
            path`M${x - 15} ${y - 4} Q${x - 7} ${y - 11} ${x} ${y} Q${x + 7} ${y - 11} ${x + 15} ${y - 4}`,
            p.light.tone('#5a6478', 0.2),
            3,
          );
        })
        .join('');
  return {
    layers: [
      drawSky(p, sea + 6) + gulls,
      drawWater(p, sea, height, '#2f8fc0') +
        shape(
          path`M${isleAt - 120 * unit} ${sea + 3} Q${isleAt - 50 * unit} ${sea - 70 * unit} ${isleAt} ${sea - 50 * unit} Q${isleAt + 60 * unit} ${sea - 90 * unit} ${isleAt + 140 * unit} ${sea + 3} Z`,
          p.light.tone('#7da58a', 0.72),
        ),
      wave(horizon + height * 0.075, 11 * unit, '#3a9ac6', 0.2),
      wave(horizon + height * 0.135, 15 * unit, '#2f8bbb', 0.6),
    ],
    front: wave(captionTop + height * 0.012, 16 * unit, '#2679a8', 0.4),
    stage: 'boat',
    indoors: false,
  };
};

export const paintUnderwater: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('underwater');
  const dim = p.light.isNight ? 0.42 : p.light.glow > 0.5 ? 0.16 : 0;
  const top = mix('#7fdcec', '#123a78', dim + 0.05);
  const bottom = mix('#1a6fae', '#0d2258', dim + 0.15);
  const sand = createRidge(r, width, horizon + height * 0.13, 16 * unit, 0.9);
  const reef = createRidge(r, width, horizon + height * 0.07, 30 * unit, 1.5);
  const shaft = (x: number, w: number, opacity: number) =>
    shape(
      path`M${x} -10 L${x + w} -10 L${x + w * 1.6 - height * 0.2} ${floor} L${x - w * 0.8 - height * 0.2} ${floor} Z`,
      p.linear([
        [0, '#e9ffff', opacity],
        [1, '#e9ffff', 0],
      ]),
    );
  const weed = (x: number, y: number, h: number, colour: string) => {
    const green = mix(colour, bottom, dim);
    return [0, 1, 2, 3]
      .map((index) => {
        const dx = (index - 1.5) * h * 0.11;
        const tall = h * (0.65 + ((index * 37) % 10) / 28);
        const bend = (index % 2 ? 1 : -1) * h * 0.1;
        return shape(
          path`M${x + dx - h * 0.035} ${y} C${x + dx - bend} ${y - tall * 0.35} ${x + dx + bend} ${y - tall * 0.65} ${x + dx} ${y - tall} C${x + dx + bend + h * 0.06} ${y - tall * 0.6} ${x + dx - bend + h * 0.06} ${y - tall * 0.35} ${x + dx + h * 0.04} ${y} Z`,
          index % 2 ? green : darken(green, 0.18),
        );
      })
      .join('');
  };
  const coral = (x: number, y: number, s: number, colour: string) => {
    const c = mix(colour, bottom, 0.1 + dim);
    return (
      line(
        path`M${x} ${y} L${x} ${y - s * 0.5} M${x} ${y - s * 0.2} Q${x - s * 0.3} ${y - s * 0.3} ${x - s * 0.32} ${y - s * 0.62} M${x} ${y - s * 0.34} Q${x + s * 0.3} ${y - s * 0.4} ${x + s * 0.3} ${y - s * 0.74} M${x} ${y - s * 0.5} L${x - s * 0.08} ${y - s * 0.9} M${x + s * 0.26} ${y - s * 0.5} L${x + s * 0.48} ${y - s * 0.66} M${x - s * 0.3} ${y - s * 0.46} L${x - s * 0.5} ${y - s * 0.56}`,
        c,
        s * 0.12,
      ) + line(path`M${x - 2} ${y} L${x - 2} ${y - s * 0.46}`, lighten(c, 0.3), s * 0.03, 0.7)
    );
  };
  const fish = (x: number, y: number, s: number, colour: string, flip: boolean) =>
    `<g transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${flip ? -1 : 1} 1)">${shape(path`M${-s} 0 Q${-s * 0.2} ${-s * 0.7} ${s * 0.8} ${-s * 0.1} L${s * 1.4} ${-s * 0.5} L${s * 1.3} 0 L${s * 1.4} ${s * 0.5} L${s * 0.8} ${s * 0.1} Q${-s * 0.2} ${s * 0.7} ${-s} 0 Z`, mix(colour, bottom, 0.25 + dim))}${circle(-s * 0.5, -s * 0.1, s * 0.13, '#ffffff')}${circle(-s * 0.53, -s * 0.1, s * 0.07, '#2a2433')}</g>`;
  const bubbles = Array.from({ length: 34 }, () => {
    const s = 2 + r.next() ** 2 * 11;
    const x = r.next() * width;
    const y = r.next() * floor;
    return `<circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="${s.toFixed(1)}" fill="#ffffff" fill-opacity=".14" stroke="#ffffff" stroke-opacity=".5" stroke-width="1.4"/>`;
  }).join('');
  const sandBase = mix('#f0dca8', bottom, 0.22 + dim);
  let sandPath = `M-10 ${height}`;
  for (let x = -10; x <= width + 30; x += 24) sandPath += path`L${x} ${sand(x)}`;
  let reefPath = `M-10 ${height}`;
  for (let x = -10; x <= width + 30; x += 24) reefPath += path`L${x} ${reef(x)}`;
  return {
    layers: [
      box(
        0,
        0,
        width,
        height,
        p.linear([
          [0, top],
          [0.55, mix(top, bottom, 0.6)],
          [1, bottom],
        ]),
      ) +
        shaft(width * 0.2, 70, 0.34) +
        shaft(width * 0.42, 40, 0.24) +
        shaft(width * 0.62, 110, 0.3) +
        shaft(width * 0.92, 60, 0.24),
      shape(`${reefPath}L${Math.round(width + 30)} ${height}Z`, mix('#4f8fb0', bottom, 0.5)) +
        Array.from({ length: 9 }, (_, index) =>
          fish(
            r.next() * width,
            height * (0.16 + r.next() * 0.34),
            (8 + (index % 3) * 4) * unit,
            r.pick(['#f7a33f', '#f2607a', '#f7d154', '#7fe0d0']),
            r.chance(0.5),
          ),
        ).join(''),
      weed(width * 0.2, reef(width * 0.2) + 40, 150 * unit, '#4fae7a') +
        coral(width * 0.74, reef(width * 0.74) + 46, 100 * unit, '#f08a9c') +
        weed(width * 0.86, reef(width * 0.86) + 40, 170 * unit, '#5aa868'),
      shape(
        `${sandPath}L${Math.round(width + 30)} ${height}Z`,
        p.linear([
          [0, lighten(sandBase, 0.16)],
          [0.4, sandBase],
          [1, darken(sandBase, 0.25)],
        ]),
      ) +
        weed(width * 0.05, sand(0) + 60, 250 * unit, '#3f9a6a') +
        weed(width * 0.96, sand(width) + 60, 220 * unit, '#4f9f5a') +
        coral(width * 0.13, sand(width * 0.13) + 56, 100 * unit, '#f47f6a') +
        coral(width * 0.89, sand(width * 0.89) + 50, 84 * unit, '#c07fe0') +
        ellipse(width * 0.3, floor - 14, 15 * unit, 8 * unit, mix('#f7c9b4', bottom, dim)) +
        bubbles,
    ],
    front: drawSideLeaves(p, r.chance(0.5) ? 'left' : 'right', '#2f7a78', 0.2),
    stage: 'water',
    indoors: true,
  };
};
