import type { Backdrop } from './backdrops/backdrop.ts';
import { darken, lighten, mix } from './colour.ts';
import type { Painter } from './painter.ts';
import { groundShadow } from './scenery/land.ts';
import { drawCloud } from './scenery/sky.ts';
import { type Stand, standHalf } from './staging.ts';
import { circle, ellipse, line, path, shape } from './svg.ts';

/** What joins the cast to a place that has no ground: boats, clouds, bubbles of air. */
export type SetPieces = {
  /** How far everybody is raised. */
  lift: number;
  behind: string;
  front: string;
  under(stand: Stand): string;
  over(stand: Stand): string;
};

export function drawSetPieces(
  stage: Backdrop['stage'],
  stands: readonly Stand[],
  painter: Painter,
): SetPieces {
  const none = { lift: 0, behind: '', front: '', under: () => '', over: () => '' };
  const shadowed = { ...none, under: shadowOf };
  switch (stage) {
    case 'boat':
      return boat(stands, painter);
    case 'cloud':
      return { ...none, behind: cloudBank(stands, painter) };
    case 'water':
      return {
        ...shadowed,
        over: (stand) => (stand.figure.swims || stand.figure.dives ? '' : airBubble(stand, painter)),
      };
    case 'moon':
      return { ...shadowed, over: (stand) => (stand.figure.hovers ? '' : airBubble(stand, painter)) };
    default:
      return shadowed;
  }
}

function shadowOf(stand: Stand): string {
  const half = standHalf(stand) * (stand.figure.hovers ? 0.5 : 0.78);
  return groundShadow(stand.x, stand.y, half, stand.figure.hovers ? 0.22 : 0.4);
}

function airBubble(stand: Stand, painter: Painter): string {
  const { head } = stand.figure;
  const r = head.radius * 1.12 * stand.scale;
  const y = stand.y + head.y * stand.scale;
  return (
    circle(
      stand.x,
      y,
      r,
      painter.radial([
        [0, '#ffffff', 0],
        [0.8, '#dff4ff', 0.12],
        [1, '#ffffff', 0.5],
      ]),
    ) +
    line(
      path`M${stand.x - r * 0.72} ${y - r * 0.34} Q${stand.x - r * 0.56} ${y - r * 0.74} ${stand.x - r * 0.18} ${y - r * 0.82}`,
      '#ffffff',
      Math.max(2, r * 0.06),
      0.85,
    )
  );
}

/** A wooden boat that everybody who does not swim sits in. */
function boat(stands: readonly Stand[], painter: Painter): SetPieces {
  const { frame, light } = painter;
  const sailors = stands.filter((stand) => !stand.figure.swims && !stand.figure.hovers);
  const swell = (x: number) =>
    `${ellipse(x, frame.floor + 2, 90 * frame.unit, 9 * frame.unit, '#ffffff', 0.4)}`;
  if (sailors.length === 0)
    return { lift: 0, behind: '', front: '', under: (stand) => swell(stand.x), over: () => '' };
  const left = Math.min(...sailors.map((stand) => stand.x - standHalf(stand))) - 34 * frame.unit;
  const right = Math.max(...sailors.map((stand) => stand.x + standHalf(stand))) + 34 * frame.unit;
  const small = Math.min(...sailors.map((stand) => stand.figure.height * stand.scale));
  const deck = frame.floor - small * 0.3;
  const wood = light.tone('#b0713f');
  const dark = darken(wood, 0.28);
  const bottom = frame.floor + 12 * frame.unit;
  const mast = (left + right) / 2;
  const top = Math.max(frame.height * 0.07, deck - frame.height * 0.52);
  const sail = light.tone('#f7ead0');
  const hull = path`M${left - 30} ${deck - 16} Q${(left + right) / 2} ${deck + 16} ${right + 40} ${deck - 20} C${right + 22} ${bottom - 20} ${right - 20} ${bottom} ${right - 60} ${bottom} L${left + 50} ${bottom} C${left + 10} ${bottom} ${left - 16} ${bottom - 20} ${left - 30} ${deck - 16} Z`;
  const behind =
    line(path`M${mast} ${deck} L${mast} ${top}`, dark, 9 * frame.unit) +
    shape(
      path`M${mast + 8} ${top + 14} C${mast + (right - mast) * 1.1} ${top + (deck - top) * 0.35} ${mast + (right - mast) * 1.05} ${deck - (deck - top) * 0.3} ${mast + 10} ${deck - (deck - top) * 0.14} Z`,
      painter.linear([
        [0, lighten(sail, 0.2)],
        [1, darken(sail, 0.16)],
      ]),
    ) +
    shape(
      path`M${mast - 8} ${top + 34} C${mast - (mast - left) * 0.7} ${top + (deck - top) * 0.5} ${mast - (mast - left) * 0.8} ${deck - (deck - top) * 0.3} ${mast - 8} ${deck - (deck - top) * 0.18} Z`,
      light.tone('#e2675c'),
    ) +
    shape(path`M${mast} ${top} l34 10 l-34 12 Z`, light.tone('#f0c14b')) +
    ellipse((left + right) / 2, deck + 2, (right - left) / 2 + 24, 15 * frame.unit, dark);
  const water = light.tone('#2f86b5');
  const front =
    shape(
      hull,
      painter.linear([
        [0, lighten(wood, 0.18)],
        [0.5, wood],
        [1, dark],
      ]),
    ) +
    line(
      path`M${left - 28} ${deck - 14} Q${(left + right) / 2} ${deck + 18} ${right + 38} ${deck - 18}`,
      lighten(wood, 0.3),
      7 * frame.unit,
    ) +
    line(
      path`M${left - 8} ${deck + 22} Q${(left + right) / 2} ${deck + 44} ${right + 20} ${deck + 18}`,
      dark,
      2.4,
      0.6,
    ) +
    shape(
      path`M${left - 90} ${bottom + 8} Q${left - 30} ${bottom - 16} ${left + 40} ${bottom - 4} T${mast} ${bottom - 5} T${right - 20} ${bottom - 4} T${right + 110} ${bottom + 8} L${right + 60} ${bottom + 20} L${left - 60} ${bottom + 20} Z`,
      mix(water, '#ffffff', 0.25),
      0.85,
    ) +
    line(
      path`M${left - 60} ${bottom + 2} Q${left - 20} ${bottom - 14} ${left + 40} ${bottom - 4} T${mast} ${bottom - 5} T${right - 20} ${bottom - 4} T${right + 80} ${bottom + 2}`,
      '#ffffff',
      3.4,
      0.75,
    );
  return {
    lift: small * 0.06,
    behind,
    front,
    under: (stand) => (stand.figure.swims ? swell(stand.x) : ''),
    over: () => '',
  };
}

function cloudBank(stands: readonly Stand[], painter: Painter): string {
  const { frame, light } = painter;
  const bright = light.isNight ? mix(light.skyMiddle, '#ffffff', 0.42) : mix('#ffffff', light.skyLow, 0.12);
  const shade = mix(bright, light.skyTop, 0.26);
  const left = Math.min(frame.width * 0.3, ...stands.map((stand) => stand.x - standHalf(stand)));
  const right = Math.max(frame.width * 0.7, ...stands.map((stand) => stand.x + standHalf(stand)));
  const width = right - left;
  const y = frame.floor + 26 * frame.unit;
  return [0.02, 0.98, 0.26, 0.74, 0.5]
    .map((at, index) =>
      drawCloud(
        left + width * at,
        y + (index % 2) * 8 - (index === 4 ? 4 : 0),
        (width / 330) * (index < 2 ? 0.9 : 1.1),
        bright,
        shade,
        1,
        index % 3,
      ),
    )
    .join('');
}
