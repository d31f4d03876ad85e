import { darken, lighten, mix } from '../colour.ts';
import type { Painter } from '../painter.ts';
import { circle, ellipse, line, path, shape } from '../svg.ts';

/** A round tree that stands at x, y; `depth` fades it into the haze. */
export function drawTree(
  p: Painter,
  x: number,
  y: number,
  height: number,
  leaf: string,
  depth = 0,
  name = '',
): string {
  const r = p.random.fork(`tree ${name}${Math.round(x)}`);
  const bark = p.light.tone('#7a5238', depth);
  const base = p.light.tone(leaf, depth);
  const dark = darken(base, 0.24);
  const bright = mix(lighten(base, 0.2), p.light.sun, p.light.direct * 0.22);
  const top = y - height * 0.66;
  const spread = height * 0.27;
  const blobs = (count: number, reach: number, size: number, dx: number, dy: number, colour: string) =>
    Array.from({ length: count }, (_, index) => {
      const angle = (index / count) * Math.PI * 2 + r.next() * 0.5;
      return circle(
        x + dx + Math.cos(angle) * spread * reach,
        top + dy + Math.sin(angle) * spread * reach * 0.82,
        spread * size * (0.85 + r.next() * 0.3),
        colour,
      );
    }).join('');
  const leaves = Array.from({ length: Math.round(18 * (1 - depth)) }, () => {
    const angle = r.next() * Math.PI * 2;
    const reach = Math.sqrt(r.next()) * spread * 1.1;
    return path`M${x + Math.cos(angle) * reach - 4} ${top + Math.sin(angle) * reach * 0.8} q4 -5 9 0`;
  }).join('');
  return (
    shape(
      path`M${x - height * 0.06} ${y + 3} C${x - height * 0.03} ${y - height * 0.14} ${x - height * 0.035} ${y - height * 0.3} ${x - height * 0.03} ${y - height * 0.5} L${x + height * 0.03} ${y - height * 0.5} C${x + height * 0.03} ${y - height * 0.3} ${x + height * 0.035} ${y - height * 0.12} ${x + height * 0.07} ${y + 3} Q${x} ${y - 4} ${x - height * 0.06} ${y + 3} Z`,
      p.linear([
        [0, darken(bark, 0.3)],
        [0.5, bark],
        [1, darken(bark, 0.15)],
      ]),
    ) +
    line(
      path`M${x} ${y - height * 0.36} L${x - height * 0.12} ${y - height * 0.54} M${x + 1} ${y - height * 0.4} L${x + height * 0.13} ${y - height * 0.56}`,
      darken(bark, 0.15),
      height * 0.024,
    ) +
    blobs(9, 0.82, 0.5, 0, spread * 0.1, dark) +
    circle(x, top, spread * 0.9, dark) +
    blobs(7, 0.6, 0.46, -spread * 0.1, -spread * 0.1, base) +
    circle(x - spread * 0.1, top - spread * 0.1, spread * 0.6, base) +
    blobs(4, 0.36, 0.32, -spread * 0.28, -spread * 0.4, bright) +
    (leaves ? line(leaves, lighten(base, 0.3), 2.4, 0.5) : '')
  );
}

export function drawPine(
  p: Painter,
  x: number,
  y: number,
  height: number,
  colour = '#3f7d5a',
  depth = 0,
  snow = 0,
): string {
  const base = p.light.tone(colour, depth);
  const lit = mix(lighten(base, 0.14), p.light.sun, p.light.direct * 0.12);
  const dark = darken(base, 0.18);
  const white = p.light.tone('#f7fbff', depth * 0.7);
  let svg = shape(
    path`M${x - height * 0.03} ${y + 2} L${x - height * 0.025} ${y - height * 0.2} L${x + height * 0.025} ${y - height * 0.2} L${x + height * 0.03} ${y + 2} Z`,
    p.light.tone('#6b4630', depth),
  );
  for (let tier = 0; tier < 4; tier++) {
    const low = y - height * (0.1 + tier * 0.2);
    const half = height * (0.25 - tier * 0.045);
    const high = low - height * (0.36 - tier * 0.02);
    const skirt = path`M${x} ${high} C${x - half * 0.3} ${(high + low) / 2} ${x - half * 0.7} ${low - height * 0.05} ${x - half} ${low} Q${x - half * 0.55} ${low + height * 0.022} ${x - half * 0.3} ${low - height * 0.008} Q${x} ${low + height * 0.035} ${x + half * 0.32} ${low - height * 0.006} Q${x + half * 0.6} ${low + height * 0.02} ${x + half} ${low} C${x + half * 0.7} ${low - height * 0.05} ${x + half * 0.3} ${(high + low) / 2} ${x} ${high} Z`;
    svg +=
      shape(skirt, tier % 2 ? base : dark) +
      shape(
        path`M${x} ${high} C${x - half * 0.3} ${(high + low) / 2} ${x - half * 0.7} ${low - height * 0.05} ${x - half} ${low} Q${x - half * 0.5} ${low - height * 0.02} ${x - half * 0.2} ${low - height * 0.05} Q${x - half * 0.1} ${(high + low) / 2} ${x} ${high} Z`,
        lit,
        0.75,
      );
    if (snow > 0)
      svg += shape(
        path`M${x} ${high} C${x - half * 0.26} ${(high + low) / 2 - 2} ${x - half * 0.5} ${low - height * 0.09} ${x - half * 0.78} ${low - height * 0.035} Q${x - half * 0.4} ${low - height * 0.08} ${x - half * 0.16} ${low - height * 0.1} Q${x + half * 0.14} ${low - height * 0.07} ${x + half * 0.5} ${low - height * 0.07} C${x + half * 0.3} ${low - height * 0.14} ${x + half * 0.2} ${(high + low) / 2} ${x} ${high} Z`,
        white,
        snow,
      );
  }
  return svg;
}

export function drawPalm(p: Painter, x: number, y: number, height: number, lean: number, depth = 0): string {
  const bark = p.light.tone('#a57b4f', depth);
  const leaf = p.light.tone('#4d9a52', depth);
  const topX = x + lean * height * 0.3;
  const topY = y - height * 0.82;
  const fronds = [-170, -140, -108, -72, -40, -8].map((degrees, index) => {
    const angle = (degrees * Math.PI) / 180;
    const reach = height * (0.34 + (index % 2) * 0.05);
    const endX = topX + Math.cos(angle) * reach;
    const endY = topY + Math.sin(angle) * reach * 0.55 + reach * 0.34;
    const midX = topX + Math.cos(angle) * reach * 0.5;
    const midY = topY + Math.sin(angle) * reach * 0.75 - reach * 0.06;
    const thick = height * 0.055;
    return (
      shape(
        path`M${topX} ${topY} Q${midX} ${midY - thick} ${endX} ${endY} Q${midX} ${midY + thick * 0.9} ${topX} ${topY} Z`,
        index % 2 ? leaf : darken(leaf, 0.16),
      ) + line(path`M${topX} ${topY} Q${midX} ${midY} ${endX} ${endY}`, lighten(leaf, 0.3), 2, 0.6)
    );
  });
  const rings = Array.from({ length: 8 }, (_, index) => {
    const t = (index + 0.6) / 9;
    const cx = x + lean * height * 0.3 * t * t;
    return path`M${cx - height * 0.026} ${y - height * 0.82 * t} q${height * 0.026} ${height * 0.014} ${height * 0.052} 0`;
  }).join('');
  return (
    shape(
      path`M${x - height * 0.042} ${y + 2} Q${x - height * 0.01 + lean * height * 0.04} ${y - height * 0.45} ${topX - height * 0.018} ${topY} L${topX + height * 0.022} ${topY} Q${x + height * 0.04 + lean * height * 0.04} ${y - height * 0.45} ${x + height * 0.045} ${y + 2} Z`,
      p.linear([
        [0, darken(bark, 0.2)],
        [1, bark],
      ]),
    ) +
    line(rings, darken(bark, 0.3), 2, 0.6) +
    fronds.join('') +
    circle(topX - height * 0.02, topY + height * 0.03, height * 0.026, p.light.tone('#7a5236', depth)) +
    circle(topX + height * 0.03, topY + height * 0.035, height * 0.024, p.light.tone('#6b472f', depth))
  );
}

export function drawBirch(
  p: Painter,
  x: number,
  y: number,
  height: number,
  depth = 0,
  leaf = '#b9c25a',
): string {
  const r = p.random.fork(`birch ${Math.round(x)}`);
  const white = p.light.tone('#f1ede4', depth);
  const base = p.light.tone(leaf, depth);
  const marks = Array.from(
    { length: 7 },
    (_, index) =>
      path`M${x - height * 0.02 + r.next() * 4} ${y - height * (0.06 + index * 0.085)} l${height * 0.018} 1`,
  ).join('');
  const crown = Array.from({ length: 15 }, (_, index) => {
    const angle = r.next() * Math.PI * 2;
    const reach = Math.sqrt(r.next()) * height * 0.22;
    return ellipse(
      x + Math.cos(angle) * reach,
      y - height * 0.74 + Math.sin(angle) * reach * 1.15,
      height * 0.07,
      height * 0.055,
      index % 3 === 0 ? lighten(base, 0.2) : index % 3 === 1 ? base : darken(base, 0.16),
    );
  }).join('');
  return (
    shape(
      path`M${x - height * 0.026} ${y + 2} L${x - height * 0.014} ${y - height * 0.8} L${x + height * 0.012} ${y - height * 0.8} L${x + height * 0.028} ${y + 2} Z`,
      p.linear([
        [0, darken(white, 0.16)],
        [1, white],
      ]),
    ) +
    line(marks, p.light.tone('#4a4550', depth), 3) +
    crown
  );
}

export function drawBush(
  p: Painter,
  x: number,
  y: number,
  width: number,
  colour = '#4f9a57',
  depth = 0,
  berries?: string,
): string {
  const r = p.random.fork(`bush ${Math.round(x)} ${Math.round(y)}`);
  const base = p.light.tone(colour, depth);
  const dark = darken(base, 0.22);
  const bright = mix(lighten(base, 0.16), p.light.sun, p.light.direct * 0.2);
  const half = width / 2;
  const row = (count: number, lift: number, size: number, fill: string, spread: number) =>
    Array.from({ length: count }, (_, index) => {
      const t = count === 1 ? 0 : index / (count - 1) - 0.5;
      return circle(
        x + t * width * spread - half * 0.06,
        y - lift * width * (1 - t * t * 2.2) - width * 0.05,
        width * size * (0.88 + r.next() * 0.24),
        fill,
      );
    }).join('');
  const dots = berries
    ? Array.from({ length: 8 }, () =>
        circle(
          x + (r.next() - 0.5) * width * 0.75,
          y - width * (0.08 + r.next() * 0.26),
          width * 0.024,
          p.light.tone(berries, depth),
        ),
      ).join('')
    : '';
  return (
    shape(
      path`M${x - half} ${y} Q${x - half} ${y - width * 0.22} ${x} ${y - width * 0.24} Q${x + half} ${y - width * 0.22} ${x + half} ${y} Q${x} ${y + width * 0.05} ${x - half} ${y} Z`,
      dark,
    ) +
    row(6, 0.2, 0.15, dark, 0.86) +
    row(5, 0.18, 0.13, base, 0.72) +
    row(3, 0.24, 0.075, bright, 0.5) +
    dots
  );
}
