import type { Mood } from '../../../story/schema.ts';
import { darken, lighten } from '../colour.ts';
import type { Painter } from '../painter.ts';
import { circle, ellipse, line, path, place, shape } from '../svg.ts';
import type { Bird } from './birds.ts';
import { drawFace } from './face.ts';
import type { Figure } from './figure.ts';
import { drawHat } from './hats.ts';
import type { Hat } from './person-looks.ts';
import type { Pose } from './pose.ts';

export type BirdLook = { bird: Bird; accent: string; second: string; hat: Hat };

/** A round bird with wings for arms; a scarf or bow in the outfit's colour. */
export function drawBird(look: BirdLook, mood: Mood, variant: number, pose: Pose, painter: Painter): Figure {
  const { bird } = look;
  const body = painter.radial(
    [
      [0, lighten(bird.feather, 0.22)],
      [0.6, bird.feather],
      [1, darken(bird.feather, 0.2)],
    ],
    0.42,
    0.3,
    0.75,
  );
  const hat = drawHat(look.hat, look.accent, look.second);
  const up = ['cheer', 'hero', 'cast'].includes(pose.name);
  const frontUp = up || ['wave', 'point'].includes(pose.name);
  const wing = (side: 1 | -1, raised: boolean) =>
    raised
      ? shape(
          path`M${side * 40} -88 C${side * 66} -104 ${side * 88} -124 ${side * 92} -140 C${side * 98} -116 ${side * 86} -76 ${side * 44} -58 Z`,
          side === 1 ? bird.wing : darken(bird.wing, 0.12),
        )
      : shape(
          path`M${side * 44} -96 C${side * 66} -84 ${side * 72} -52 ${side * 58} -26 C${side * 48} -34 ${side * 40} -56 ${side * 40} -78 Z`,
          side === 1 ? bird.wing : darken(bird.wing, 0.12),
        );
  const foot = (x: number) =>
    line(
      path`M${x} -16 L${x} -4 M${x - 10} -1 L${x} -6 L${x + 4} 0 M${x} -6 L${x + 13} -2`,
      bird.beak === '#3a3644' ? '#6d5a4a' : bird.beak,
      5,
    );
  const features = place(
    drawHeadFeatures(bird) +
      drawFace(
        {
          eyeGap: bird.mark === 'owl' ? 20 : 19,
          eyeY: -4,
          eyeSize: bird.mark === 'owl' ? 9 : 7.8,
          mouthY: 40,
          mouthWidth: 14,
          ink: '#2c2430',
          blush: '#f09a86',
          turn: 5,
          brow: bird.mark === 'owl' ? darken(bird.feather, 0.3) : undefined,
          cheekGap: 34,
          mouth: false,
        },
        mood,
        variant,
      ) +
      drawBeak(bird, mood) +
      hat.svg,
    { x: 0, y: -108, rotate: pose.headTilt * 0.6 },
  );
  return {
    svg:
      shape('M-34 -40 C-60 -34 -78 -22 -86 -10 C-66 -8 -44 -14 -26 -22 Z', darken(bird.wing, 0.1)) +
      foot(-16) +
      foot(16) +
      wing(-1, up) +
      (bird.mark === 'owl'
        ? shape('M-44 -138 L-50 -172 L-18 -156 Z M44 -138 L50 -172 L18 -156 Z', darken(bird.feather, 0.12))
        : '') +
      shape(
        'M0 -160 C40 -160 54 -124 56 -84 C58 -36 38 -10 0 -10 C-38 -10 -58 -36 -56 -84 C-54 -124 -40 -160 0 -160 Z',
        body,
      ) +
      ellipse(3, -50, 37, 38, bird.belly) +
      (bird.mark === 'owl'
        ? [-66, -50, -36]
            .map((y, row) =>
              [-20, -7, 6, 19]
                .map((x) => line(path`M${x + (row % 2) * 5} ${y} q4 6 8 0`, darken(bird.belly, 0.16), 2.4))
                .join(''),
            )
            .join('')
        : '') +
      line('M-46 -79 Q0 -60 48 -79', look.accent, 12) +
      shape('M20 -72 L34 -42 L48 -48 L36 -76 Z', darken(look.accent, 0.14)) +
      features +
      wing(1, frontUp),
    height: 162 + (look.hat === 'none' ? (bird.mark ? 10 : 0) : 12 + hat.rise),
    halfWidth: 62,
    head: { y: -108, radius: 64 },
    hovers: false,
    swims: false,
    dives: bird.mark === 'bill' || bird.mark === 'penguin',
  };
}

function drawHeadFeatures(bird: Bird): string {
  switch (bird.mark) {
    case 'owl':
      return circle(-16, -3, 21, lighten(bird.belly, 0.2)) + circle(26, -3, 21, lighten(bird.belly, 0.2));
    case 'penguin':
      return shape(
        'M5 -20 C-6 -40 -38 -30 -38 -2 C-38 22 -14 34 5 34 C26 34 48 22 48 -2 C48 -30 16 -40 5 -20 Z',
        bird.belly,
      );
    case 'bald':
      return shape(
        'M-50 10 C-50 -36 -30 -51 0 -51 C32 -51 52 -36 52 10 L40 20 L28 10 L14 22 L2 12 L-12 22 L-26 10 L-38 20 Z',
        '#fbf8f0',
      );
    case 'comb':
      return (
        circle(-14, -52, 10, '#d43c3c') +
        circle(2, -58, 12, '#d43c3c') +
        circle(18, -52, 10, '#d43c3c') +
        ellipse(10, 28, 7, 10, '#d43c3c')
      );
    case 'crest':
      return [-16, 0, 16]
        .map((x) => line(path`M${x * 0.5} -48 L${x} -72`, bird.wing, 4) + circle(x, -74, 6, bird.beak))
        .join('');
    case 'parrot':
      return circle(-14, -3, 15, '#fbf3e6') + circle(25, -3, 15, '#fbf3e6');
    case 'robin':
      return shape('M-34 4 C-30 -14 38 -14 44 4 C48 30 30 44 4 44 C-24 44 -40 30 -34 4 Z', bird.belly);
    default:
      return '';
  }
}

function drawBeak(bird: Bird, mood: Mood): string {
  const open = mood === 'happy' || mood === 'magical';
  const lower = darken(bird.beak, 0.2);
  if (bird.mark === 'bill')
    return (
      (open ? ellipse(9, 24, 17, 10, lower) : '') +
      shape('M-14 13 Q8 2 30 13 Q38 20 28 24 Q8 19 -12 24 Q-22 20 -14 13 Z', bird.beak)
    );
  return (
    (open ? shape('M-4 16 L20 16 L9 33 Z', lower) : '') +
    shape('M-8 9 Q8 2 24 9 Q20 22 9 26 Q-4 22 -8 9 Z', bird.beak) +
    line('M-3 10 Q8 6 14 8', '#ffffff', 2, 0.5)
  );
}
