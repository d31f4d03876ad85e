import { darken, lighten } from '../colour.ts';
import type { Painter } from '../painter.ts';
import { circle, ellipse, line, path, shape } from '../svg.ts';
import type { Point, Pose } from './pose.ts';

/** Lengths in figure units. Every two-legged figure, animal or person, hangs on this. */
export type Build = { legs: number; torso: number; head: number; width: number };

export const BUILDS = {
  child: { legs: 46, torso: 56, head: 44, width: 1 },
  adult: { legs: 70, torso: 70, head: 38, width: 1.08 },
  elder: { legs: 54, torso: 64, head: 40, width: 1.14 },
  baby: { legs: 26, torso: 44, head: 44, width: 1 },
  gnome: { legs: 30, torso: 50, head: 42, width: 1.12 },
  animal: { legs: 36, torso: 54, head: 46, width: 1.08 },
  bulky: { legs: 36, torso: 66, head: 47, width: 1.4 },
} as const satisfies Record<string, Build>;

export type Garment = 'shirt' | 'dress' | 'overalls' | 'robe' | 'coat' | 'suit' | 'vest' | 'sweater' | 'bare';

export type BodyLook = {
  build: Build;
  skin: string;
  belly?: string;
  garment: Garment;
  main: string;
  second: string;
  shoes: string;
  /** Bare feet and hands show paws. */
  paws: boolean;
  /** Mermaids have a tail instead. */
  hasLegs?: boolean;
};

export const shoulderY = (build: Build) => -(build.legs + build.torso * 0.86);
export const headY = (build: Build) => -(build.legs + build.torso + build.head * 0.66);
export const heightOf = (build: Build) => -headY(build) + build.head;

/** The three layers a head is put between. `arms` says whether hands come before or after the face: they are drawn last. */
export function drawBody(
  look: BodyLook,
  pose: Pose,
  painter: Painter,
): { behind: string; body: string; front: string } {
  const { build } = look;
  const shoulder = shoulderY(build);
  const sleeves =
    look.garment === 'bare' || look.garment === 'vest'
      ? look.skin
      : look.garment === 'overalls'
        ? look.second
        : look.main;
  const arm = (side: -1 | 1) => drawArm(look, side === 1 ? pose.front : pose.back, side, shoulder, sleeves);
  return {
    behind: '',
    body: drawLegs(look, pose, painter) + arm(-1) + drawTorso(look, painter),
    front: arm(1),
  };
}

const STRIDES: Record<Pose['legs'], readonly [back: number, front: number]> = {
  stand: [0, 0],
  step: [-9, 10],
  apart: [-7, 7],
};

function drawLegs(look: BodyLook, pose: Pose, painter: Painter): string {
  const { build } = look;
  if (look.garment === 'robe' || look.hasLegs === false) return '';
  const spread = 13 * build.width;
  const [strideBack, strideFront] = STRIDES[pose.legs];
  const trousers =
    look.garment === 'dress' ||
    look.garment === 'bare' ||
    look.garment === 'vest' ||
    look.garment === 'sweater'
      ? look.skin
      : look.garment === 'overalls' || look.garment === 'suit'
        ? look.main
        : look.second;
  const width = (look.paws ? 19 : 16) * build.width;
  const leg = (side: -1 | 1) => {
    const hipX = side * spread;
    const footX = hipX + (side === 1 ? strideFront : strideBack);
    const lift = pose.legs === 'step' && side === -1 ? 3 : 0;
    const foot = look.paws ? darken(look.skin, 0.08) : look.shoes;
    return (
      line(
        path`M${hipX} ${-build.legs - 4} L${footX} ${-8 - lift}`,
        side === 1 ? trousers : darken(trousers, 0.12),
        width,
      ) +
      shape(
        path`M${footX - 9} ${-lift} Q${footX - 13} ${-14 - lift} ${footX} ${-14 - lift} Q${footX + 17} ${-14 - lift} ${footX + 17} ${-lift} Z`,
        painter.linear([
          [0, lighten(foot, 0.12)],
          [1, darken(foot, 0.2)],
        ]),
      )
    );
  };
  return leg(-1) + leg(1);
}

function drawArm(
  look: BodyLook,
  arm: { elbow: Point; hand: Point },
  side: -1 | 1,
  shoulder: number,
  sleeve: string,
): string {
  const { build } = look;
  const stretch = build.torso / 54;
  const shoulderX = side * 20 * build.width;
  const extra = side * 20 * (build.width - 1);
  const at = ([x, y]: Point): Point => [x + extra, shoulder + 4 + y * stretch];
  const [elbowX, elbowY] = at(arm.elbow);
  const [handX, handY] = at(arm.hand);
  const shade = side === 1 ? sleeve : darken(sleeve, 0.14);
  const thick = (look.paws ? 17 : 14.5) * Math.sqrt(build.width);
  const bare = look.garment === 'dress' || look.garment === 'shirt';
  const hand = side === 1 ? look.skin : darken(look.skin, 0.06);
  const upper = line(
    path`M${shoulderX} ${shoulder + 6} Q${elbowX} ${elbowY} ${handX} ${handY}`,
    bare && look.paws ? shade : shade,
    thick,
  );
  return (
    upper +
    circle(handX, handY, thick * 0.56, hand) +
    circle(handX + side * 2, handY - 4.5, thick * 0.24, hand)
  );
}

function drawTorso(look: BodyLook, painter: Painter): string {
  const { build } = look;
  const w = build.width;
  const top = -(build.legs + build.torso);
  const hip = -build.legs;
  const cloth = (colour: string) =>
    painter.radial(
      [
        [0, lighten(colour, 0.2)],
        [0.55, colour],
        [1, darken(colour, 0.24)],
      ],
      0.4,
      0.3,
      0.8,
    );
  const trunk = path`M${-17 * w} ${top + 6} C${-28 * w} ${top + 22} ${-31 * w} ${hip - 12} ${-28 * w} ${hip + 2} Q0 ${hip + 12} ${28 * w} ${hip + 2} C${31 * w} ${hip - 12} ${28 * w} ${top + 22} ${17 * w} ${top + 6} Q0 ${top - 3} ${-17 * w} ${top + 6} Z`;
  const flare = (bottom: number, spread: number) =>
    path`M${-16 * w} ${top + 6} C${-24 * w} ${top + 26} ${-(spread - 4) * w} ${bottom - 22} ${-spread * w} ${bottom} Q0 ${bottom + 9} ${spread * w} ${bottom} C${(spread - 4) * w} ${bottom - 22} ${24 * w} ${top + 26} ${16 * w} ${top + 6} Q0 ${top - 3} ${-16 * w} ${top + 6} Z`;
  const belt = (colour: string) =>
    line(path`M${-29 * w} ${hip - 10} Q0 ${hip - 1} ${29 * w} ${hip - 10}`, colour, 5);
  switch (look.garment) {
    case 'dress': {
      const bottom = hip + build.legs * 0.42;
      return (
        shape(flare(bottom, 38), cloth(look.main)) +
        line(
          path`M${-36 * w} ${bottom - 5} Q0 ${bottom + 4} ${36 * w} ${bottom - 5}`,
          lighten(look.second, 0.1),
          4,
        ) +
        line(
          path`M${-24 * w} ${top + build.torso * 0.55} Q0 ${top + build.torso * 0.55 + 7} ${24 * w} ${top + build.torso * 0.55}`,
          look.second,
          4.5,
        ) +
        shape(
          path`M-10 ${top + 5} Q0 ${top + 15} 10 ${top + 5} L15 ${top + 9} Q0 ${top + 22} -15 ${top + 9} Z`,
          lighten(look.second, 0.35),
        )
      );
    }
    case 'robe': {
      return (
        shape(flare(-3, 39), cloth(look.main)) +
        shape(
          path`M-6 ${top + 6} Q0 ${top + 9} 6 ${top + 6} L10 -2 Q0 1 -10 -2 Z`,
          lighten(look.second, 0.1),
          0.85,
        ) +
        line(path`M${-38 * w} -6 Q0 3 ${38 * w} -6`, look.second, 5) +
        belt(look.second)
      );
    }
    case 'overalls':
      return (
        shape(trunk, cloth(look.second)) +
        shape(
          path`M${-15 * w} ${top + 24} L${15 * w} ${top + 24} L${19 * w} ${hip - 20} L${29 * w} ${hip - 16} L${28 * w} ${hip + 2} Q0 ${hip + 12} ${-28 * w} ${hip + 2} L${-29 * w} ${hip - 16} L${-19 * w} ${hip - 20} Z`,
          cloth(look.main),
        ) +
        line(
          path`M${-13 * w} ${top + 26} L${-15 * w} ${top + 6} M${13 * w} ${top + 26} L${15 * w} ${top + 6}`,
          look.main,
          5.5,
        ) +
        circle(-12 * w, top + 28, 2.6, '#f6d98a') +
        circle(12 * w, top + 28, 2.6, '#f6d98a') +
        line(path`M-9 ${hip - 22} q9 5 18 0 v9 q-9 6 -18 0 Z`, darken(look.main, 0.2), 1.6)
      );
    case 'coat':
      return (
        shape(flare(hip + build.legs * 0.3, 33), cloth(look.main)) +
        line(path`M0 ${top + 14} L0 ${hip + build.legs * 0.3}`, darken(look.main, 0.3), 2) +
        shape(
          path`M-15 ${top + 4} L0 ${top + 24} L15 ${top + 4} L7 ${top} Q0 ${top + 5} -7 ${top} Z`,
          lighten(look.second, 0.15),
        ) +
        circle(5, top + 34, 2.4, look.second) +
        circle(5, top + 46, 2.4, look.second)
      );
    case 'suit':
      return shape(trunk, cloth(look.main)) + belt(look.second);
    case 'vest':
      return (
        shape(trunk, cloth(look.skin)) +
        bellyPatch(look, top, hip) +
        shape(
          path`M${-17 * w} ${top + 6} C${-29 * w} ${top + 22} ${-32 * w} ${hip - 14} ${-30 * w} ${hip - 3} L${-11 * w} ${hip + 4} C${-14 * w} ${hip - 26} ${-13 * w} ${top + 24} ${-7 * w} ${top + 6} Z M${17 * w} ${top + 6} C${29 * w} ${top + 22} ${32 * w} ${hip - 14} ${30 * w} ${hip - 3} L${11 * w} ${hip + 4} C${14 * w} ${hip - 26} ${13 * w} ${top + 24} ${7 * w} ${top + 6} Z`,
          cloth(look.main),
        ) +
        circle(-15 * w, hip - 22, 2.4, look.second) +
        circle(15 * w, hip - 22, 2.4, look.second)
      );
    case 'bare':
      return shape(trunk, cloth(look.skin)) + bellyPatch(look, top, hip);
    case 'sweater':
    case 'shirt':
      return (
        shape(trunk, cloth(look.main)) +
        (look.garment === 'sweater'
          ? line(
              path`M${-28 * w} ${hip - 20} Q0 ${hip - 11} ${28 * w} ${hip - 20} M${-27 * w} ${hip - 30} Q0 ${hip - 21} ${27 * w} ${hip - 30}`,
              lighten(look.second, 0.2),
              4,
              0.85,
            )
          : shape(
              path`M${-28 * w} ${hip - 6} Q0 ${hip + 3} ${28 * w} ${hip - 6} L${28 * w} ${hip + 2} Q0 ${hip + 12} ${-28 * w} ${hip + 2} Z`,
              look.second,
            )) +
        ellipse(0, top + 6, 13 * w, 4.5, lighten(look.second, 0.3))
      );
  }
}

function bellyPatch(look: BodyLook, top: number, hip: number): string {
  if (!look.belly) return '';
  return ellipse(2, (top + hip) / 2 + 8, 18 * look.build.width, (hip - top) * 0.4, look.belly);
}
