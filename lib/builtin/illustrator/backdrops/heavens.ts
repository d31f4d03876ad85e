import { darken, lighten, mix } from '../colour.ts';
import { createRidge, drawLand } from '../scenery/land.ts';
import { drawClouds, drawSky, drawStars } from '../scenery/sky.ts';
import { box, circle, ellipse, line, path, shape } from '../svg.ts';
import type { PaintBackdrop } from './backdrop.ts';

export const paintSpace: PaintBackdrop = (p, setting) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('space');
  // Space is always dark; the time of day only tints its clouds of gas.
  const [deep, middle, low] = {
    morning: ['#16205a', '#3b3f94', '#8a6fc0'],
    day: ['#121a4e', '#2c3a8c', '#5b6cc4'],
    sunset: ['#1d1650', '#58307e', '#c05f8f'],
    night: ['#0b0f33', '#1f2266', '#46388c'],
  }[setting.timeOfDay] as [string, string, string];
  const nebula = (x: number, y: number, rx: number, ry: number, colour: string, turn: number) =>
    `<g transform="rotate(${turn} ${Math.round(x)} ${Math.round(y)})">${ellipse(
      x,
      y,
      rx,
      ry,
      p.radial([
        [0, colour, 0.5],
        [0.5, colour, 0.2],
        [1, colour, 0],
      ]),
    )}</g>`;
  const planet = (x: number, y: number, s: number, colour: string, ring: boolean) => {
    const ringOf = (half: 'back' | 'front') =>
      `<g transform="translate(${Math.round(x)} ${Math.round(y)}) rotate(-18)"><path d="${path`M${-s * 1.75} 0 A${s * 1.75} ${s * 0.46} 0 0 ${half === 'back' ? 1 : 0} ${s * 1.75} 0`}" fill="none" stroke="#f3d9a8" stroke-width="${Math.round(s * 0.2)}" opacity=".85"/></g>`;
    return (
      circle(
        x,
        y,
        s * 1.5,
        p.radial([
          [0.6, colour, 0.4],
          [1, colour, 0],
        ]),
      ) +
      (ring ? ringOf('back') : '') +
      circle(
        x,
        y,
        s,
        p.radial(
          [
            [0, lighten(colour, 0.45)],
            [0.55, colour],
            [1, darken(colour, 0.5)],
          ],
          0.34,
          0.3,
          0.8,
        ),
      ) +
      line(
        path`M${x - s * 0.86} ${y - s * 0.24} Q${x} ${y - s * 0.06} ${x + s * 0.84} ${y - s * 0.3} M${x - s * 0.8} ${y + s * 0.36} Q${x} ${y + s * 0.56} ${x + s * 0.8} ${y + s * 0.3}`,
        lighten(colour, 0.3),
        s * 0.09,
        0.4,
      ) +
      (ring ? ringOf('front') : '')
    );
  };
  const ground = createRidge(r, width, horizon + height * 0.13, 16 * unit, 0.6);
  const far = createRidge(r, width, horizon + height * 0.07, 30 * unit, 1.3);
  const soil = r.pick(['#a394d6', '#c99ac0', '#8fa6d8']);
  const crater = (x: number, y: number, w: number) =>
    ellipse(x, y, w, w * 0.24, darken(soil, 0.36)) +
    ellipse(x + w * 0.04, y + w * 0.07, w * 0.86, w * 0.16, darken(soil, 0.16)) +
    line(path`M${x - w} ${y + 1} Q${x} ${y + w * 0.46} ${x + w} ${y + 1}`, lighten(soil, 0.35), 3, 0.6);
  const left = r.chance(0.5);
  const at = (part: number) => width * (left ? part : 1 - part);
  const hill = (ridge: (x: number) => number, top: string, bottom: string) => {
    let d = `M-10 ${Math.round(height)}`;
    for (let x = -10; x <= width + 30; x += 24) d += path`L${x} ${ridge(x)}`;
    return shape(
      `${d}L${Math.round(width + 30)} ${Math.round(height)}Z`,
      p.linear([
        [0, top],
        [0.35, mix(top, bottom, 0.6)],
        [1, bottom],
      ]),
    );
  };
  return {
    layers: [
      box(
        0,
        0,
        width,
        height,
        p.linear([
          [0, deep],
          [0.6, middle],
          [1, low],
        ]),
      ) +
        nebula(width * 0.26, height * 0.28, width * 0.42, height * 0.2, '#ff7ab8', -16) +
        nebula(width * 0.76, height * 0.36, width * 0.4, height * 0.2, '#4fd0ff', 14) +
        drawStars(p, height * 0.8, 170),
      planet(at(0.84), height * 0.2, 74 * unit, '#f0a35a', true) +
        planet(at(0.12), height * 0.16, 34 * unit, '#6fc3d8', false) +
        planet(at(0.5), height * 0.1, 17 * unit, '#e58fb0', false),
      hill(far, mix(soil, middle, 0.35), mix(soil, middle, 0.7)),
      hill(ground, lighten(soil, 0.22), darken(soil, 0.42)) +
        crater(width * 0.14, ground(width * 0.14) + 34 * unit, 74 * unit) +
        crater(width * 0.86, ground(width * 0.86) + 28 * unit, 92 * unit) +
        crater(width * 0.62, ground(width * 0.62) + 18 * unit, 36 * unit) +
        ellipse(width / 2, floor, width * 0.3, height * 0.02, '#ffffff', 0.07),
    ],
    front: '',
    stage: 'moon',
    indoors: true,
  };
};

export const paintSkyPlace: PaintBackdrop = (p) => {
  const { width, height, captionTop, unit } = p.frame;
  const r = p.random.fork('sky place');
  const bow =
    p.light.direct > 0.5 && !p.light.isNight && r.chance(0.6)
      ? ['#ef6f6c', '#f5a552', '#f7dc6a', '#8fce7f', '#6fb3ea', '#a58be0']
          .map(
            (colour, index) =>
              `<circle cx="${Math.round(width * 0.5)}" cy="${Math.round(height * 0.95)}" r="${Math.round(height * (p.frame.portrait ? 0.5 : 0.78) - index * 13 * unit)}" fill="none" stroke="${colour}" stroke-width="${Math.round(13 * unit)}" opacity=".42"/>`,
          )
          .join('')
      : '';
  const island = (x: number, y: number, s: number) => {
    const rock = p.light.tone('#a58a78', 0.4);
    const grass = p.light.tone('#86c06a', 0.35);
    return (
      shape(
        path`M${x - s} ${y} C${x - s * 0.7} ${y + s * 0.5} ${x - s * 0.2} ${y + s * 0.6} ${x} ${y + s} C${x + s * 0.2} ${y + s * 0.5} ${x + s * 0.8} ${y + s * 0.4} ${x + s} ${y} Z`,
        p.linear([
          [0, rock],
          [1, darken(rock, 0.35)],
        ]),
      ) +
      ellipse(x, y, s, s * 0.17, grass) +
      circle(x - s * 0.3, y - s * 0.26, s * 0.22, lighten(grass, 0.05)) +
      circle(x - s * 0.1, y - s * 0.2, s * 0.18, darken(grass, 0.1)) +
      shape(
        path`M${x + s * 0.14} ${y - s * 0.02} L${x + s * 0.14} ${y - s * 0.24} L${x + s * 0.32} ${y - s * 0.42} L${x + s * 0.5} ${y - s * 0.24} L${x + s * 0.5} ${y - s * 0.02} Z`,
        p.light.tone('#f3e5cb', 0.3),
      ) +
      shape(
        path`M${x + s * 0.06} ${y - s * 0.22} L${x + s * 0.32} ${y - s * 0.5} L${x + s * 0.58} ${y - s * 0.22} Z`,
        p.light.tone('#c1506a', 0.3),
      )
    );
  };
  const side = r.chance(0.5);
  // Seas of cloud at three distances; the lowest is soft and calm under the captions.
  const bank = (y: number, size: number, name: string, share: number) => {
    const s = p.random.fork(name);
    const tone = p.light.isNight
      ? mix(p.light.skyMiddle, '#ffffff', 0.1 + share * 0.2)
      : mix(p.light.skyLow, '#ffffff', 0.25 + share * 0.6);
    let svg = '';
    for (let x = -size; x < width + size; x += size * 0.8)
      svg += circle(
        x + s.next() * size * 0.3,
        y + s.next() * size * 0.25,
        size * (0.62 + s.next() * 0.25),
        tone,
      );
    return (
      svg +
      box(
        -5,
        y + size * 0.2,
        width + 10,
        height,
        p.linear([
          [0, tone],
          [1, mix(tone, p.light.skyMiddle, 0.4)],
        ]),
      )
    );
  };
  return {
    layers: [
      drawSky(p, height, { clouds: 0 }) + bow,
      drawClouds(p, 5, height * 0.5, 0.85) + island(width * (side ? 0.84 : 0.16), height * 0.33, 92 * unit),
      bank(height * 0.66, 92 * unit, 'far', 0.35),
      bank(height * 0.74, 120 * unit, 'middle', 0.65),
    ],
    front: bank(captionTop + height * 0.075, 80 * unit, 'near', 0.95),
    stage: 'cloud',
    indoors: false,
  };
};

export const paintCandyLand: PaintBackdrop = (p) => {
  const { width, height, horizon, unit, floor } = p.frame;
  const r = p.random.fork('candy');
  const tone = (colour: string, depth = 0) => p.light.tone(colour, depth * 0.6);
  const far = createRidge(r, width, horizon - height * 0.03, 44 * unit, 0.9);
  const middle = createRidge(r, width, horizon + height * 0.05, 30 * unit, 1);
  const near = createRidge(r, width, horizon + height * 0.13, 12 * unit, 0.7);
  const lolly = (x: number, y: number, h: number, colour: string, depth: number) => {
    const c = tone(colour, depth);
    const s = h * 0.24;
    const cy = y - h * 0.76;
    const swirl = Array.from({ length: 22 }, (_, index) => {
      const angle = index * 0.62;
      const reach = s * 0.92 * (1 - index / 23);
      return `${index ? 'L' : 'M'}${(x + Math.cos(angle) * reach).toFixed(1)} ${(cy + Math.sin(angle) * reach).toFixed(1)}`;
    }).join('');
    return (
      ellipse(x, y, h * 0.12, h * 0.022, '#1d1238', 0.22) +
      line(path`M${x} ${y} L${x} ${cy}`, tone('#fff7ef', depth), h * 0.045) +
      line(path`M${x + h * 0.008} ${y} L${x + h * 0.008} ${cy}`, tone('#e6d3dc', depth), h * 0.014) +
      circle(
        x,
        cy,
        s,
        p.radial(
          [
            [0, lighten(c, 0.25)],
            [0.7, c],
            [1, darken(c, 0.18)],
          ],
          0.4,
          0.35,
          0.75,
        ),
      ) +
      line(swirl, '#ffffff', s * 0.13, 0.75) +
      ellipse(x - s * 0.38, cy - s * 0.48, s * 0.26, s * 0.14, '#ffffff', 0.6)
    );
  };
  const cane = (x: number, y: number, h: number) => {
    const d = path`M${x} ${y} L${x} ${y - h * 0.72} Q${x} ${y - h} ${x + h * 0.17} ${y - h} Q${x + h * 0.34} ${y - h} ${x + h * 0.34} ${y - h * 0.76}`;
    return (
      ellipse(x, y, h * 0.12, h * 0.025, '#1d1238', 0.22) +
      line(d, tone('#fff8f4'), h * 0.1) +
      `<path d="${d}" fill="none" stroke="${tone('#e5484f')}" stroke-width="${Math.round(h * 0.1)}" stroke-dasharray="${Math.round(h * 0.07)} ${Math.round(h * 0.09)}"/>`
    );
  };
  const cupcake = (x: number, y: number, s: number, icing: string) =>
    shape(
      path`M${x - s * 0.4} ${y - s * 0.42} L${x - s * 0.28} ${y} L${x + s * 0.28} ${y} L${x + s * 0.4} ${y - s * 0.42} Z`,
      tone('#d99a5c', 0.2),
    ) +
    line(
      path`M${x - s * 0.2} ${y - s * 0.4} L${x - s * 0.14} ${y - 3} M${x} ${y - s * 0.4} L${x} ${y - 3} M${x + s * 0.2} ${y - s * 0.4} L${x + s * 0.14} ${y - 3}`,
      tone('#b5733c', 0.2),
      s * 0.04,
    ) +
    ellipse(x, y - s * 0.48, s * 0.48, s * 0.2, tone(icing, 0.2)) +
    ellipse(x, y - s * 0.68, s * 0.36, s * 0.17, lighten(tone(icing, 0.2), 0.15)) +
    ellipse(x, y - s * 0.84, s * 0.22, s * 0.13, lighten(tone(icing, 0.2), 0.3)) +
    circle(x, y - s * 1, s * 0.1, tone('#e0394f'));
  const gumdrops = Array.from({ length: 12 }, () => {
    const x = r.next() * width;
    const y = near(x) + 18 + r.next() * (floor - near(x) - 24);
    const s = (8 + r.next() * 8) * unit;
    const c = tone(r.pick(['#ff7fb0', '#7fd0ff', '#ffd45c', '#9fe08a', '#c59bff']));
    return (
      shape(
        path`M${x - s} ${y} C${x - s} ${y - s * 1.9} ${x + s} ${y - s * 1.9} ${x + s} ${y} Q${x} ${y + s * 0.4} ${x - s} ${y} Z`,
        c,
      ) + ellipse(x - s * 0.3, y - s * 0.9, s * 0.24, s * 0.14, '#ffffff', 0.7)
    );
  }).join('');
  const open = r.pick([0.4, 0.6]);
  return {
    layers: [
      drawSky(p, horizon + height * 0.06, { clouds: 0 }) +
        box(
          0,
          0,
          width,
          horizon + height * 0.08,
          p.linear([
            [0, '#d68af0', 0.26],
            [1, '#ffb3d9', 0.5],
          ]),
        ) +
        drawClouds(p, 5, horizon * 0.62, 0.9),
      drawLand(p, far, '#f7bfe0', 0.5, height, false) +
        cupcake(width * 0.3, far(width * 0.3) + 10, 130 * unit, '#b6e3f2') +
        cupcake(width * 0.72, far(width * 0.72) + 12, 160 * unit, '#ffc9de'),
      lolly(width * 0.18, middle(width * 0.18) + 14, 210 * unit, '#7fc8f0', 0.4) +
        lolly(width * 0.83, middle(width * 0.83) + 12, 230 * unit, '#b98af0', 0.4) +
        drawLand(p, middle, '#ffd9a8', 0.34, height, false) +
        cane(width * 0.42, middle(width * 0.42) + 14, 110 * unit) +
        cane(width * 0.6, middle(width * 0.6) + 14, 90 * unit),
      drawLand(p, near, '#a8e0b0', 0.03, height, false) +
        shape(
          path`M${width * open - 12} ${near(width * open) + 3} C${width * open + 60} ${floor - 20} ${width * open - width * 0.12} ${floor} ${width * open - width * 0.16} ${height} L${width * open + width * 0.14} ${height} C${width * open + width * 0.1} ${floor} ${width * open + 100} ${floor - 20} ${width * open + 12} ${near(width * open) + 3} Z`,
          p.linear([
            [0, tone('#e8c48c', 0.3)],
            [1, tone('#cf9a5e')],
          ]),
        ),
      lolly(width * 0.05, floor - height * 0.05, 380 * unit, '#ff6fa6', 0) +
        lolly(width * 0.95, floor - height * 0.045, 340 * unit, '#45c9b0', 0) +
        lolly(width * 0.88, floor - height * 0.07, 210 * unit, '#ffb02e', 0) +
        gumdrops,
    ],
    front: '',
    stage: 'land',
    indoors: false,
  };
};
