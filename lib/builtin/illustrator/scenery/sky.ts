import { lighten, mix } from '../colour.ts';
import type { Painter } from '../painter.ts';
import { box, circle, ellipse, line, path, shape } from '../svg.ts';

/** The whole sky: colours, sun or moon with their glow, stars, clouds. `low` is where the sky ends. */
export function drawSky(p: Painter, low: number, options: { clouds?: number; sunX?: number } = {}): string {
  const { width, height } = p.frame;
  const { light, random } = p;
  const sky = p.linear([
    [0, light.skyTop],
    [0.55, light.skyMiddle],
    [1, light.skyLow],
  ]);
  const r = random.fork('sky');
  const sunX = width * (options.sunX ?? (r.chance(0.5) ? 0.16 + r.next() * 0.16 : 0.68 + r.next() * 0.18));
  const high = { morning: 0.62, day: 0.26, sunset: 0.74, night: 0.28 };
  const warm = light.sun;
  const sunY =
    low * (light.isNight ? high.night : light.glow > 0.5 ? high.sunset : high.day) + r.next() * low * 0.06;
  const parts = [box(0, 0, width, low + 4, sky)];
  if (light.isNight) parts.push(drawStars(p, low));
  if (light.direct > 0.12) parts.push(light.isNight ? drawMoon(p, sunX, sunY) : drawSun(p, sunX, sunY, warm));
  const clouds = options.clouds ?? (light.direct > 0.6 ? 4 : light.direct > 0.2 ? 7 : 9);
  parts.push(drawClouds(p, clouds, low * 0.72, light.direct < 0.3 ? 0.9 : light.isNight ? 0.5 : 0.95));
  // The air just over the horizon is brightest.
  parts.push(
    box(
      0,
      low * 0.55,
      width,
      low * 0.45 + 4,
      p.linear([
        [0, light.skyLow, 0],
        [1, lighten(light.skyLow, 0.25), 0.7],
      ]),
    ),
  );
  return parts.join('') + (height < 0 ? '' : '');
}

function drawSun(p: Painter, x: number, y: number, colour: string): string {
  const size = Math.min(p.frame.width, p.frame.height);
  const strength = p.light.direct;
  const rays = Array.from({ length: 9 }, (_, index) => {
    const angle = (index / 9) * Math.PI * 2 + 0.2;
    const reach = size * (0.8 + (index % 3) * 0.25);
    const spread = 0.05 + (index % 2) * 0.03;
    return shape(
      path`M${x} ${y} L${x + Math.cos(angle - spread) * reach} ${y + Math.sin(angle - spread) * reach} L${x + Math.cos(angle + spread) * reach} ${y + Math.sin(angle + spread) * reach} Z`,
      p.radial([
        [0, colour, 0.22 * strength],
        [1, colour, 0],
      ]),
    );
  }).join('');
  return (
    circle(
      x,
      y,
      size * 0.52,
      p.radial([
        [0, colour, 0.85 * strength],
        [0.2, colour, 0.42 * strength],
        [1, colour, 0],
      ]),
    ) +
    (strength > 0.7 ? rays : '') +
    circle(x, y, size * 0.058, lighten(colour, 0.35), Math.min(1, strength + 0.2))
  );
}

function drawMoon(p: Painter, x: number, y: number): string {
  const size = Math.min(p.frame.width, p.frame.height);
  const r = size * 0.062;
  return (
    circle(
      x,
      y,
      size * 0.42,
      p.radial([
        [0, '#e8e6ff', 0.5],
        [0.3, '#aab4f0', 0.22],
        [1, '#8896e0', 0],
      ]),
    ) +
    circle(
      x,
      y,
      r,
      p.radial(
        [
          [0, '#fffbe8'],
          [0.75, '#f7eec6'],
          [1, '#e2d5a8'],
        ],
        0.4,
        0.35,
        0.7,
      ),
    ) +
    circle(x - r * 0.3, y - r * 0.2, r * 0.2, '#dccf9f', 0.6) +
    circle(x + r * 0.3, y + r * 0.25, r * 0.26, '#dccf9f', 0.55) +
    circle(x - r * 0.1, y + r * 0.5, r * 0.13, '#dccf9f', 0.5)
  );
}

export function drawStars(p: Painter, low: number, count = 110): string {
  const r = p.random.fork('stars');
  return Array.from({ length: count }, (_, index) => {
    const x = r.next() * p.frame.width;
    const y = r.next() ** 1.3 * low;
    const size = 0.7 + r.next() ** 3 * 2.4;
    const bright = 0.35 + r.next() * 0.6;
    if (index % 17 !== 0) return circle(x, y, size, '#fff8e0', bright);
    const reach = size * 4 + 3;
    return (
      circle(
        x,
        y,
        reach * 1.6,
        p.radial([
          [0, '#fff3c9', 0.5],
          [1, '#fff3c9', 0],
        ]),
      ) +
      shape(
        path`M${x} ${y - reach} Q${x} ${y} ${x + reach} ${y} Q${x} ${y} ${x} ${y + reach} Q${x} ${y} ${x - reach} ${y} Q${x} ${y} ${x} ${y - reach} Z`,
        '#fffbe9',
        0.95,
      )
    );
  }).join('');
}

export function drawClouds(p: Painter, count: number, low: number, opacity: number): string {
  const r = p.random.fork('clouds');
  const { light, frame } = p;
  const size = Math.min(frame.width, frame.height) / 720;
  const bright = light.isNight
    ? mix(light.skyMiddle, '#ffffff', 0.22)
    : mix('#ffffff', light.skyLow, light.direct > 0.6 ? 0.14 : 0.5);
  const shade = mix(bright, light.skyTop, light.direct > 0.6 ? 0.3 : 0.24);
  return Array.from({ length: count }, (_, index) => {
    // Evenly shared over the width, or they would gather behind one head.
    const x = ((index + 0.15 + r.next() * 0.7) / count) * frame.width * 1.1 - frame.width * 0.05;
    const y = low * (0.12 + r.next() * 0.72);
    const scale = (0.5 + r.next() * 0.75) * size * (1.15 - (y / low) * 0.55);
    return drawCloud(x, y, scale, bright, shade, opacity * (0.75 + r.next() * 0.25), r.int(0, 2));
  }).join('');
}

/** One cumulus with a shaded belly; about 190 wide at scale 1. */
export function drawCloud(
  x: number,
  y: number,
  scale: number,
  bright: string,
  shade: string,
  opacity: number,
  form = 0,
): string {
  const forms = [
    'M-92 18 C-112 18 -112 -8 -90 -10 C-90 -34 -58 -44 -42 -28 C-32 -58 22 -62 34 -30 C54 -44 84 -30 80 -8 C108 -8 108 18 88 18 Z',
    'M-84 16 C-106 16 -104 -12 -80 -12 C-74 -34 -48 -34 -38 -22 C-24 -44 8 -44 18 -24 C32 -52 74 -42 72 -10 C100 -12 102 16 82 16 Z',
    'M-100 14 C-116 12 -112 -8 -92 -8 C-84 -26 -58 -26 -50 -14 C-36 -50 14 -54 28 -22 C38 -30 58 -28 62 -12 C92 -16 110 12 86 14 Z',
  ];
  const d = forms[form] ?? forms[0] ?? '';
  return `<g transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${scale.toFixed(2)})" opacity="${opacity.toFixed(2)}">${shape(d, shade)}<g transform="translate(-3 -5) scale(.95 .86)">${shape(d, bright)}</g>${ellipse(-22, -22, 26, 10, '#ffffff', 0.35)}</g>`;
}

/** Rain, snow, fog, wind and storm over everything but the calm fifth's middle. */
export function drawWeather(p: Painter, weather: string): string {
  const { width, height } = p.frame;
  const r = p.random.fork('weather');
  switch (weather) {
    case 'rain':
    case 'storm': {
      const slant = weather === 'storm' ? 0.38 : 0.16;
      const drops = Array.from({ length: weather === 'storm' ? 170 : 130 }, () => {
        const x = r.next() * width * 1.15;
        const y = r.next() * height * 0.86;
        const length = 16 + r.next() * 26;
        return path`M${x} ${y} l${-length * slant} ${length}`;
      });
      return line(drops.join(''), p.light.isNight ? '#b8c6ee' : '#eef4fb', 1.7, p.light.isNight ? 0.4 : 0.55);
    }
    case 'snow':
      return Array.from({ length: 130 }, () => {
        const near = r.next();
        return circle(
          r.next() * width,
          r.next() * height * (near > 0.8 ? 0.8 : 0.95),
          1.4 + near ** 3 * 5.5,
          '#ffffff',
          0.55 + r.next() * 0.4,
        );
      }).join('');
    case 'fog':
      return (
        [0.5, 0.6, 0.68]
          .map((at, index) =>
            ellipse(
              width * (0.3 + index * 0.25),
              height * at,
              width * 0.75,
              height * 0.09,
              p.radial([
                [0, lighten(p.light.haze, 0.35), 0.65],
                [1, lighten(p.light.haze, 0.35), 0],
              ]),
            ),
          )
          .join('') +
        box(
          0,
          height * 0.35,
          width,
          height * 0.45,
          p.linear([
            [0, p.light.haze, 0],
            [0.7, p.light.haze, 0.35],
            [1, p.light.haze, 0],
          ]),
        )
      );
    case 'wind':
      return (
        Array.from({ length: 7 }, (_, index) => {
          const x = r.next() * width * 0.8;
          const y = height * (0.1 + index * 0.085);
          const length = 120 + r.next() * 160;
          return line(
            path`M${x} ${y} q${length * 0.4} -16 ${length * 0.7} 0 t${length * 0.3} -12 q26 -14 16 -30 q-14 -14 -26 2`,
            '#ffffff',
            3,
            0.42,
          );
        }).join('') +
        Array.from({ length: 12 }, () => {
          const x = r.next() * width;
          const y = height * (0.1 + r.next() * 0.62);
          return `<g transform="translate(${Math.round(x)} ${Math.round(y)}) rotate(${r.int(0, 180)})">${shape('M-9 0 Q0 -8 10 0 Q0 6 -9 0 Z', p.light.tone(r.pick(['#e2953f', '#c9b04a', '#7fae55'])))}</g>`;
        }).join('')
      );
    default:
      return '';
  }
}

/** Lightning belongs behind the cast. */
export function drawBolt(p: Painter): string {
  const r = p.random.fork('bolt');
  const x = p.frame.width * (r.chance(0.5) ? 0.14 : 0.84);
  const d = path`M${x} ${0} l-26 110 l24 -6 l-34 96 l30 -8 l-40 104`;
  return line(d, '#cfd8ff', 12, 0.25) + line(d, '#fbf6dc', 4.5, 0.95);
}
