import { darken, lighten, mix } from '../colour.ts';
import type { Painter } from '../painter.ts';
import { box, circle, ellipse, line, path, shape } from '../svg.ts';

/** Colours inside a house: warm lamps at night, daylight by day. They do not fade into the haze. */
export function indoorTone(p: Painter, hex: string, shade = 0): string {
  const warm = p.light.isNight ? mix(p.light.toneActor(hex), '#6b4a5c', 0.22) : p.light.toneActor(hex);
  return shade ? darken(warm, shade) : warm;
}

/** Walls with a pattern, a skirting board and a floor of boards that run towards the eye. */
export function drawRoom(
  p: Painter,
  colours: { wall: string; pattern: 'dots' | 'stripes' | 'tiles' | 'plain' | 'stars'; floor: string },
): string {
  const { width, height, horizon, unit } = p.frame;
  const wall = indoorTone(p, colours.wall);
  const floorColour = indoorTone(p, colours.floor);
  const edge = horizon + height * 0.07;
  const accents: string[] = [];
  const step = 62 * unit;
  if (colours.pattern === 'stripes') {
    for (let x = 0; x < width; x += step)
      accents.push(box(x, 0, step * 0.42, edge, lighten(wall, 0.16), 0, 0.55));
  } else if (colours.pattern === 'tiles') {
    for (let y = edge; y > edge - height * 0.3; y -= step * 0.62)
      accents.push(line(path`M0 ${y} L${width} ${y}`, lighten(wall, 0.35), 2, 0.6));
    for (let x = 0; x < width; x += step * 0.62)
      accents.push(line(path`M${x} ${edge} L${x} ${edge - height * 0.3}`, lighten(wall, 0.35), 2, 0.6));
  } else if (colours.pattern !== 'plain') {
    let row = 0;
    for (let y = step * 0.5; y < edge - 20; y += step * 0.9) {
      for (let x = (row % 2) * step * 0.6; x < width + step; x += step * 1.2)
        accents.push(
          colours.pattern === 'dots'
            ? circle(x, y, 5.4 * unit, lighten(wall, 0.3), 0.6)
            : star(x, y, 8 * unit, lighten(wall, 0.4)),
        );
      row++;
    }
  }
  const boards = Array.from(
    { length: 15 },
    (_, index) =>
      path`M${width / 2 + (index - 7) * width * 0.08} ${edge} L${width / 2 + (index - 7) * width * 0.17} ${height}`,
  ).join('');
  return (
    box(
      0,
      0,
      width,
      edge,
      p.linear([
        [0, darken(wall, 0.12)],
        [0.6, wall],
        [1, darken(wall, 0.06)],
      ]),
    ) +
    accents.join('') +
    box(
      0,
      edge,
      width,
      height - edge,
      p.linear([
        [0, darken(floorColour, 0.16)],
        [0.25, floorColour],
        [1, darken(floorColour, 0.22)],
      ]),
    ) +
    line(boards, darken(floorColour, 0.28), 2.4, 0.3) +
    box(0, edge - 17 * unit, width, 19 * unit, lighten(wall, 0.5)) +
    box(0, edge + 1, width, 9 * unit, '#1d1238', 0, 0.16)
  );
}

const star = (x: number, y: number, r: number, colour: string) =>
  shape(
    path`M${x} ${y - r} Q${x + r * 0.14} ${y - r * 0.14} ${x + r} ${y} Q${x + r * 0.14} ${y + r * 0.14} ${x} ${y + r} Q${x - r * 0.14} ${y + r * 0.14} ${x - r} ${y} Q${x - r * 0.14} ${y - r * 0.14} ${x} ${y - r} Z`,
    colour,
    0.7,
  );

/** A window that shows the weather and the time, with curtains; middle of its sill at x, y. */
export function drawWindow(
  p: Painter,
  x: number,
  y: number,
  w: number,
  h: number,
  curtain: string | undefined,
  weather: string,
): string {
  const { light } = p;
  const left = x - w / 2;
  const top = y - h;
  const frameColour = indoorTone(p, '#f6f0e6');
  const cloth = curtain ? indoorTone(p, curtain) : '';
  const r = p.random.fork(`window ${Math.round(x)}`);
  const inside = (share: number) => left + w * share;
  const hill = light.tone('#8cc07a', 0.45);
  const view =
    box(
      left,
      top,
      w,
      h,
      p.linear([
        [0, light.skyTop],
        [0.6, light.skyMiddle],
        [1, light.skyLow],
      ]),
    ) +
    (light.isNight
      ? Array.from({ length: 16 }, () =>
          circle(
            inside(0.05 + r.next() * 0.9),
            top + r.next() * h * 0.6,
            1 + r.next() * 1.8,
            '#fff8e0',
            0.85,
          ),
        ).join('') +
        circle(inside(0.7), top + h * 0.28, h * 0.1, '#fbf3d0') +
        circle(inside(0.65), top + h * 0.25, h * 0.085, light.skyTop)
      : light.direct > 0.2
        ? circle(
            inside(0.72),
            top + h * 0.3,
            h * 0.24,
            p.radial([
              [0, light.sun, 0.9],
              [1, light.sun, 0],
            ]),
          ) + circle(inside(0.72), top + h * 0.3, h * 0.085, lighten(light.sun, 0.3))
        : '') +
    shape(
      path`M${left} ${y} L${left} ${y - h * 0.24} Q${inside(0.3)} ${y - h * 0.42} ${inside(0.6)} ${y - h * 0.22} Q${inside(0.8)} ${y - h * 0.34} ${left + w} ${y - h * 0.26} L${left + w} ${y} Z`,
      hill,
    ) +
    shape(
      path`M${left} ${y} L${left} ${y - h * 0.1} Q${inside(0.5)} ${y - h * 0.28} ${left + w} ${y - h * 0.08} L${left + w} ${y} Z`,
      darken(hill, 0.14),
    ) +
    (weather === 'rain' || weather === 'storm'
      ? line(
          Array.from(
            { length: 24 },
            () => path`M${inside(r.next() * 0.96)} ${top + r.next() * h * 0.85} l-3 ${h * 0.09}`,
          ).join(''),
          '#eaf2fa',
          1.8,
          0.6,
        )
      : weather === 'snow'
        ? Array.from({ length: 20 }, () =>
            circle(inside(0.03 + r.next() * 0.94), top + r.next() * h, 2.4, '#ffffff', 0.9),
          ).join('')
        : '');
  const bar = Math.max(5, w * 0.035);
  const drape = (side: 1 | -1) => {
    const edge = side === -1 ? left - w * 0.1 : left + w * 1.1;
    const into = (share: number) => edge - side * w * share;
    return (
      shape(
        path`M${into(-0.04)} ${top - h * 0.07} L${into(0.4)} ${top - h * 0.07} C${into(0.34)} ${top + h * 0.4} ${into(0.2)} ${top + h * 0.55} ${into(0.15)} ${top + h * 0.62} C${into(0.2)} ${top + h * 0.8} ${into(0.24)} ${y} ${into(0.26)} ${y + h * 0.16} L${into(-0.06)} ${y + h * 0.16} Z`,
        p.linear([
          [0, lighten(cloth, 0.1)],
          [1, darken(cloth, 0.16)],
        ]),
      ) +
      line(
        path`M${into(0.1)} ${top - h * 0.04} Q${into(0.1)} ${top + h * 0.4} ${into(0.05)} ${y + h * 0.1} M${into(0.24)} ${top - h * 0.04} Q${into(0.2)} ${top + h * 0.3} ${into(0.12)} ${top + h * 0.56}`,
        darken(cloth, 0.22),
        2.4,
        0.45,
      ) +
      ellipse(into(0.08), top + h * 0.62, w * 0.11, h * 0.026, lighten(cloth, 0.35))
    );
  };
  return (
    box(left - bar * 1.6, top - bar * 1.6, w + bar * 3.2, h + bar * 2.4, darken(frameColour, 0.1), 8) +
    box(left - bar, top - bar, w + bar * 2, h + bar * 2, frameColour, 6) +
    view +
    line(
      path`M${x} ${top} L${x} ${y} M${left} ${top + h * 0.48} L${left + w} ${top + h * 0.48}`,
      frameColour,
      bar,
    ) +
    box(left - w * 0.08, y, w * 1.16, bar * 1.8, lighten(frameColour, 0.2), 4) +
    (curtain
      ? drape(-1) +
        drape(1) +
        box(left - w * 0.2, top - h * 0.11, w * 1.4, h * 0.045, indoorTone(p, '#9a6a44'), 6)
      : '')
  );
}

/** Daylight or moonlight falling from a window over the floor. */
export function drawLightShaft(p: Painter, x: number, y: number, w: number, h: number): string {
  if (p.light.direct < 0.3) return '';
  const colour = p.light.isNight ? '#b9c6ff' : p.light.sun;
  const strength = p.light.isNight ? 0.2 : 0.34 * p.light.direct;
  const reach = p.frame.captionTop;
  const lean = p.frame.width * (x > p.frame.width / 2 ? -0.16 : 0.16);
  return shape(
    path`M${x - w / 2} ${y - h} L${x + w / 2} ${y - h} L${x + w * 0.8 + lean} ${reach} L${x - w * 0.9 + lean} ${reach} Z`,
    p.linear([
      [0, colour, strength],
      [1, colour, 0],
    ]),
  );
}

/** A lamp's warm pool of light. */
export const drawGlow = (p: Painter, x: number, y: number, r: number, strength = 0.6) =>
  circle(
    x,
    y,
    r,
    p.radial([
      [0, '#ffdf9c', strength],
      [0.5, '#ffcf7a', strength * 0.4],
      [1, '#ffcf7a', 0],
    ]),
  );

/** The same half of a room on the other side of the page, so that two bedrooms are not alike. */
export const mirror = (p: Painter, on: boolean, svg: string) =>
  on ? `<g transform="translate(${Math.round(p.frame.width)} 0) scale(-1 1)">${svg}</g>` : svg;
