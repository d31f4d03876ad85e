import type { Mood } from '../../../story/schema.ts';
import { darken } from '../colour.ts';
import { drawIcon } from '../icons/draw-icon.ts';
import type { IconStore } from '../icons/icon-store.ts';
import type { Painter } from '../painter.ts';
import { box, circle, ellipse, line, path, place, shape } from '../svg.ts';
import { drawFace } from './face.ts';
import type { Figure } from './figure.ts';
import type { Point, Pose } from './pose.ts';
import type { Thing } from './things.ts';

export function drawThing(thing: Thing, mood: Mood, variant: number, pose: Pose, icons: IconStore): Figure {
  const limbs = thing.limbs ?? '#5a4656';
  const hasLimbs = limbs !== 'none';
  const legs = hasLimbs && !thing.hovers ? 34 : 0;
  const size = 150;
  const lift = thing.hovers ? 44 : legs;
  const middle = -lift - size / 2;
  const stand = pose.legs === 'stand' ? 0 : 8;
  const foot = (x: number, step: number) =>
    line(path`M${x} ${-legs - 14} L${x + step} -6`, limbs, 9) +
    ellipse(x + step + 5, -5, 13, 6.5, darken(limbs, 0.25));
  const arm = (side: 1 | -1, [x, y]: Point) =>
    line(
      path`M${side * 48} ${middle + 8} Q${side * 74} ${middle + 14} ${x * 1.15 + side * 30} ${middle + y * 1.1 - 2}`,
      limbs,
      8.5,
    ) + circle(x * 1.15 + side * 30, middle + y * 1.1 - 2, 8.5, limbs);
  const face =
    thing.face.size > 0
      ? place(
          drawFace(
            {
              eyeGap: 17,
              eyeY: 0,
              eyeSize: 8.6,
              mouthY: 19,
              mouthWidth: 22,
              ink: '#2f2430',
              blush: '#f28d86',
              turn: 3,
              cheekGap: 29,
            },
            mood,
            variant,
          ),
          { x: (thing.face.x - 0.5) * size, y: -lift - size + thing.face.y * size, scale: thing.face.size },
        )
      : '';
  return {
    svg:
      (hasLimbs && legs ? foot(-20, -stand) + foot(20, stand) : '') +
      (hasLimbs ? arm(-1, pose.back.hand) : '') +
      drawIcon(icons, thing.icon, { x: 0, y: -lift, size }) +
      face +
      (hasLimbs ? arm(1, pose.front.hand) : ''),
    height: lift + size,
    halfWidth: hasLimbs ? 92 : 80,
    head: { y: middle, radius: 78 },
    hovers: thing.hovers === true,
    swims: thing.icon === 'sailboat' || thing.icon === 'ship',
  };
}

/** A friendly robot in the colours of the sheet. */
export function drawRobot(
  main: string,
  second: string,
  mood: Mood,
  variant: number,
  pose: Pose,
  painter: Painter,
): Figure {
  const metal = painter.linear([
    [0, '#f1f4f8'],
    [1, '#b6c0cf'],
  ]);
  const shell = painter.radial(
    [
      [0, '#ffffff', 0.35],
      [1, darken(main, 0.25), 0.3],
    ],
    0.4,
    0.3,
    0.8,
  );
  const arm = (side: 1 | -1, [x, y]: Point) =>
    line(path`M${side * 30} -92 Q${side * 50} -76 ${x} ${-96 + y}`, '#98a3b5', 12) +
    circle(x, -96 + y, 10, side === 1 ? main : darken(main, 0.15));
  const foot = (x: number) =>
    box(x - 7, -44, 14, 36, '#98a3b5', 5) +
    shape(path`M${x - 17} 0 Q${x - 17} -18 ${x} -18 Q${x + 19} -18 ${x + 19} 0 Z`, darken(main, 0.12));
  const stand = pose.legs === 'stand' ? 0 : 6;
  return {
    svg:
      foot(-20 - stand) +
      foot(18 + stand) +
      arm(-1, pose.back.hand) +
      box(-36, -108, 72, 68, main, 20) +
      box(-36, -108, 72, 68, shell, 20) +
      box(-20, -92, 40, 30, metal, 8) +
      circle(-9, -80, 5, second) +
      circle(8, -80, 5, '#7fd4c1') +
      line('M-10 -68 L12 -68', '#8b96a8', 3.4) +
      place(
        line('M0 -46 L0 -66', '#98a3b5', 6) +
          circle(0, -70, 9, second) +
          box(-64, -12, 16, 26, second, 7) +
          box(48, -12, 16, 26, second, 7) +
          box(-54, -48, 108, 88, metal, 30) +
          box(-43, -36, 88, 60, '#2c3a5c', 22) +
          drawFace(
            {
              eyeGap: 20,
              eyeY: -10,
              eyeSize: 9,
              mouthY: 10,
              mouthWidth: 22,
              ink: '#7fe6f2',
              blush: '#e58fb0',
              turn: 3,
              cheekGap: 33,
            },
            mood,
            variant,
          ),
        { y: -150, rotate: pose.headTilt },
      ) +
      arm(1, pose.front.hand),
    height: 226,
    halfWidth: 72,
    head: { y: -150, radius: 66 },
    hovers: false,
    swims: false,
  };
}

/** A soft ghost: no legs, it hovers. */
export function drawGhost(scarf: string, mood: Mood, variant: number, pose: Pose, painter: Painter): Figure {
  const veil = painter.linear([
    [0, '#ffffff'],
    [0.7, '#e9e6f7'],
    [1, '#cfc8ee'],
  ]);
  const raised = ['cheer', 'wave', 'cast', 'hero'].includes(pose.name);
  return {
    svg:
      shape(
        'M0 -190 C52 -190 66 -150 66 -100 C66 -60 72 -40 82 -22 C66 -14 58 -22 48 -32 C40 -16 26 -14 16 -26 C6 -12 -12 -12 -20 -26 C-30 -12 -46 -14 -52 -30 C-62 -18 -72 -14 -84 -20 C-70 -44 -66 -66 -66 -100 C-66 -150 -52 -190 0 -190 Z',
        veil,
      ) +
      (raised
        ? shape('M54 -112 C78 -118 92 -136 100 -150 C108 -122 92 -88 58 -84 Z', '#f4f1fb')
        : shape('M56 -104 C76 -96 84 -80 96 -76 C88 -62 70 -66 58 -78 Z', '#f4f1fb')) +
      line('M-56 -92 Q4 -72 62 -92', scarf, 13) +
      place(
        drawFace(
          {
            eyeGap: 20,
            eyeY: 0,
            eyeSize: 10,
            mouthY: 26,
            mouthWidth: 26,
            ink: '#3a3048',
            blush: '#f0a0b5',
            turn: 4,
            cheekGap: 36,
          },
          mood,
          variant,
        ),
        { y: -134 },
      ),
    height: 194,
    halfWidth: 84,
    head: { y: -130, radius: 66 },
    hovers: true,
    swims: false,
  };
}
