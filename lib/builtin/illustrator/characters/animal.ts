import type { Mood } from '../../../story/schema.ts';
import { darken, lighten } from '../colour.ts';
import type { Painter } from '../painter.ts';
import { circle, ellipse, line, path, place, shape } from '../svg.ts';
import { drawBehind, drawHeadMarks } from './animal-marks.ts';
import { type BodyLook, BUILDS, drawBody, headY, heightOf } from './body.ts';
import { drawFace } from './face.ts';
import type { Figure } from './figure.ts';
import { drawHat } from './hats.ts';
import { drawScarf } from './person.ts';
import type { Hat } from './person-looks.ts';
import type { Pose } from './pose.ts';
import type { Species } from './species.ts';

export type AnimalLook = {
  species: Species;
  body: BodyLook;
  hat: Hat;
  scarf?: string;
  glasses: boolean;
  cape?: string;
};

const HEAD = 46;
/** Tails of animals that live in water as well: beavers, otters, crocodiles. */
const DIVERS = new Set<Species['tail']>(['flat', 'lizard']);
const EAR_RISE: Record<Species['ear'], number> = {
  round: 14,
  huge: 20,
  long: 66,
  point: 24,
  tuft: 26,
  flop: 2,
  leaf: 6,
  none: 0,
  frog: 16,
  fan: 6,
};

export function animalBody(
  species: Species,
  look: Omit<BodyLook, 'build' | 'skin' | 'belly' | 'paws'>,
): BodyLook {
  return {
    build: species.build ?? BUILDS.animal,
    skin: species.fur,
    belly: species.belly,
    paws: true,
    ...look,
  };
}

export function drawAnimal(
  look: AnimalLook,
  mood: Mood,
  variant: number,
  pose: Pose,
  painter: Painter,
): Figure {
  const { build } = look.body;
  const { species } = look;
  const hip = -build.legs;
  const top = -(build.legs + build.torso);
  const scale = build.head / HEAD;
  const body = drawBody(look.body, pose, painter);
  const marks = drawHeadMarks(species);
  const hat = drawHat(look.hat, look.body.main, look.body.second);
  const head = (content: string) => place(content, { y: headY(build), scale, rotate: pose.headTilt });
  const svg =
    drawBehind(species, hip, top, build.width) +
    (look.cape
      ? shape(
          path`M-15 ${top + 6} C-46 ${top + 36} -58 ${hip} -60 -10 Q-10 4 48 -12 C44 ${hip} 36 ${top + 36} 15 ${top + 6} Z`,
          look.cape,
        )
      : '') +
    head(marks.behind + (species.mark === 'mane' ? '' : drawEars(species))) +
    body.body +
    (species.mark === 'shell' ? shellFront(top, hip) : '') +
    (look.scarf ? drawScarf(look.scarf, top) : '') +
    head(
      (species.mark === 'mane' ? drawEars(species) : '') +
        drawHead(look, marks, mood, variant, painter) +
        hat.svg,
    ) +
    body.front;
  return {
    svg,
    height:
      heightOf(build) +
      Math.max(
        EAR_RISE[species.ear],
        look.hat === 'none' ? 0 : 16 + hat.rise,
        species.mark === 'antlers'
          ? 40
          : species.mark === 'wings' || species.mark === 'horns' || species.mark === 'unicorn'
            ? 50
            : 0,
      ) *
        scale,
    halfWidth: 66 * build.width,
    head: { y: headY(build), radius: build.head * 1.32 },
    hovers: false,
    swims: false,
    dives: DIVERS.has(species.tail) || species.ear === 'frog' || species.mark === 'shell',
  };
}

const shellFront = (top: number, hip: number) =>
  ellipse(2, (top + hip) / 2 + 6, 24, (hip - top) * 0.48, '#efe2a8') +
  line(
    path`M-18 ${(top + hip) / 2 + 6} L24 ${(top + hip) / 2 + 6} M3 ${top + 12} L3 ${hip + 4}`,
    '#d2bf78',
    2.6,
  );

function drawEars(species: Species): string {
  const { fur, inner } = species;
  const dark = darken(fur, 0.1);
  const pair = (draw: (side: 1 | -1) => string) => draw(-1) + draw(1);
  switch (species.ear) {
    case 'round':
      return pair((side) => circle(side * 34, -34, 17, dark) + circle(side * 34, -33, 10.5, inner));
    case 'huge':
      return pair((side) => circle(side * 43, -34, 28, dark) + circle(side * 43, -32, 19.5, inner));
    case 'long':
      return pair(
        (side) =>
          `<g transform="rotate(${side * 10} ${side * 18} -40)">${ellipse(side * 19, -72, 13.5, 42, dark) + ellipse(side * 19, -70, 7.5, 32, inner)}</g>`,
      );
    case 'point':
      return pair(
        (side) =>
          shape(
            path`M${side * 44} -12 C${side * 50} -40 ${side * 48} -62 ${side * 42} -70 C${side * 26} -60 ${side * 14} -48 ${side * 8} -38 Z`,
            dark,
          ) +
          shape(
            path`M${side * 39} -26 C${side * 42} -42 ${side * 41} -50 ${side * 38} -57 C${side * 30} -50 ${side * 24} -44 ${side * 19} -37 Z`,
            inner,
          ),
      );
    case 'tuft':
      return pair(
        (side) =>
          shape(
            path`M${side * 42} -18 C${side * 46} -44 ${side * 46} -56 ${side * 44} -72 C${side * 30} -62 ${side * 20} -50 ${side * 14} -38 Z`,
            dark,
          ) +
          shape(
            path`M${side * 38} -28 C${side * 40} -42 ${side * 40} -48 ${side * 39} -54 C${side * 32} -48 ${side * 28} -42 ${side * 24} -36 Z`,
            inner,
          ),
      );
    case 'leaf':
      return pair(
        (side) =>
          `<g transform="rotate(${side * 22} ${side * 40} -24)">${ellipse(side * 52, -24, 20, 9.5, dark) + ellipse(side * 53, -23, 13, 5, inner)}</g>`,
      );
    case 'fan':
      return pair(
        (side) =>
          shape(
            path`M${side * 30} -30 C${side * 66} -60 ${side * 96} -34 ${side * 88} 4 C${side * 82} 34 ${side * 56} 40 ${side * 34} 20 Z`,
            dark,
          ) +
          shape(
            path`M${side * 40} -20 C${side * 64} -42 ${side * 82} -26 ${side * 77} 2 C${side * 72} 24 ${side * 56} 28 ${side * 42} 14 Z`,
            inner,
          ),
      );
    case 'frog':
      return pair((side) => circle(side * 22 + 3, -36, 18, fur));
    default:
      return '';
  }
}

function drawHead(
  look: AnimalLook,
  marks: { on: string; over: string },
  mood: Mood,
  variant: number,
  painter: Painter,
): string {
  const { species } = look;
  const { fur } = species;
  const shade = painter.radial(
    [
      [0, lighten(fur, 0.2)],
      [0.6, fur],
      [1, darken(fur, 0.18)],
    ],
    0.44,
    0.34,
    0.7,
  );
  const skull =
    species.face === 'tufted'
      ? 'M-44 -14 C-40 -40 -22 -47 0 -47 C22 -47 40 -40 44 -14 C48 -4 54 6 64 14 C54 18 50 20 46 26 C32 40 16 43 0 43 C-16 43 -32 40 -46 26 C-50 20 -54 18 -64 14 C-54 6 -48 -4 -44 -14 Z'
      : 'M-50 0 C-50 -34 -28 -47 0 -47 C28 -47 50 -34 50 0 C50 28 28 43 0 43 C-28 43 -50 28 -50 0 Z';
  const isFrog = species.ear === 'frog';
  const ink = '#2f2430';
  const flopEars = species.ear === 'flop' ? flop(species) : '';
  const muzzle = drawMuzzle(species);
  const panda = species.mark === 'panda';
  return (
    shape(skull, shade) +
    marks.on +
    muzzle.under +
    (isFrog ? circle(-19, -37, 12.5, '#fbfdf0') + circle(25, -37, 12.5, '#fbfdf0') : '') +
    drawFace(
      {
        eyeGap: isFrog ? 22 : 20,
        eyeY: isFrog ? -37 : panda ? 1 : -4,
        eyeSize: isFrog ? 8 : panda ? 6.4 : 7.6,
        mouthY: muzzle.mouthY,
        mouthWidth: muzzle.mouthWidth,
        ink: panda ? '#17131c' : ink,
        blush: '#ef8f86',
        turn: 4,
        brow: darken(fur, 0.5),
        cheekGap: isFrog ? 34 : 33,
        mouth: species.muzzle !== 'trunk',
      },
      mood,
      variant,
    ) +
    (panda ? circle(-15, 1, 2.4, '#ffffff') + circle(25, 1, 2.4, '#ffffff') : '') +
    muzzle.over +
    marks.over +
    flopEars +
    (look.glasses
      ? `<g fill="#ffffff" fill-opacity=".16" stroke="#6b4a3a" stroke-width="2.6"><circle cx="-16" cy="-3" r="13"/><circle cx="24" cy="-3" r="13"/><path d="M-3 -4 Q4 -8 11 -4" fill="none"/></g>`
      : '')
  );
}

const flop = ({ fur, inner }: Species) =>
  shape(
    'M-34 -38 C-58 -44 -66 -14 -60 10 C-54 22 -42 16 -40 2 C-38 -10 -36 -22 -28 -34 Z',
    darken(inner === '#9a6a43' ? inner : fur, 0.1),
  ) +
  shape(
    'M34 -38 C58 -44 66 -14 60 10 C54 22 42 16 40 2 C38 -10 36 -22 28 -34 Z',
    darken(inner === '#9a6a43' ? inner : fur, 0.1),
  );

/** Nose and mouth region: drawn under and over the mouth's line. */
function drawMuzzle(species: Species): { under: string; over: string; mouthY: number; mouthWidth: number } {
  const nose = species.nose ?? '#3a2a33';
  const light = species.belly;
  const x = 6;
  const tip = (y: number, size: number) =>
    shape(
      path`M${x - size} ${y - size * 0.55} Q${x} ${y - size} ${x + size} ${y - size * 0.55} Q${x + size * 0.7} ${y + size * 0.6} ${x} ${y + size * 0.8} Q${x - size * 0.7} ${y + size * 0.6} ${x - size} ${y - size * 0.55} Z`,
      nose,
    ) + ellipse(x - size * 0.3, y - size * 0.4, size * 0.3, size * 0.18, '#ffffff', 0.6);
  switch (species.muzzle) {
    case 'small':
      return {
        under: species.mark === 'fox' || species.mark === 'mask' ? '' : ellipse(x - 1, 20, 21, 15, light),
        over: tip(11, 6) + whiskers(species),
        mouthY: 22,
        mouthWidth: 18,
      };
    case 'snout':
      return { under: ellipse(x, 19, 25, 18, light), over: tip(9, 8.6), mouthY: 25, mouthWidth: 22 };
    case 'pig':
      return {
        under: '',
        over:
          ellipse(x, 13, 17, 12, darken(species.fur, 0.1)) +
          ellipse(x - 6, 13, 3, 4.4, darken(species.fur, 0.42)) +
          ellipse(x + 6, 13, 3, 4.4, darken(species.fur, 0.42)),
        mouthY: 31,
        mouthWidth: 19,
      };
    case 'long':
      return {
        under: ellipse(x + 2, 24, 29, 21, nose === '#d94a45' ? light : nose),
        over:
          nose === '#d94a45'
            ? circle(x + 2, 14, 9, nose)
            : ellipse(x - 8, 18, 3.2, 4.4, '#5a4048', 0.75) + ellipse(x + 13, 18, 3.2, 4.4, '#5a4048', 0.75),
        mouthY: 31,
        mouthWidth: 20,
      };
    case 'wide':
      return {
        under: ellipse(x, 22, 32, 18, light),
        over: ellipse(x - 6, 13, 2.6, 2, '#4a3840') + ellipse(x + 6, 13, 2.6, 2, '#4a3840'),
        mouthY: 24,
        mouthWidth: 28,
      };
    case 'koala':
      return {
        under: '',
        over: ellipse(x - 1, 9, 10, 14, '#4a4654') + ellipse(x - 4, 2, 3, 4, '#ffffff', 0.4),
        mouthY: 29,
        mouthWidth: 17,
      };
    case 'trunk':
      return {
        under: '',
        over:
          line('M6 8 C8 30 2 44 14 56 C22 62 32 58 32 50', darken(species.fur, 0.16), 19) +
          line('M6 8 C8 30 2 44 14 56 C22 62 32 58 32 50', species.fur, 15) +
          line('M0 22 L13 21 M-1 34 L11 34 M3 46 L13 42', darken(species.fur, 0.2), 2.2),
        mouthY: 30,
        mouthWidth: 16,
      };
    case 'dragon':
      return {
        under: ellipse(x + 2, 20, 34, 19, lighten(species.fur, 0.16)),
        over:
          ellipse(x - 10, 9, 3, 3.8, darken(species.fur, 0.45)) +
          ellipse(x + 14, 9, 3, 3.8, darken(species.fur, 0.45)),
        mouthY: 22,
        mouthWidth: 32,
      };
    default:
      return {
        under: '',
        over: '',
        mouthY: species.ear === 'frog' ? 8 : 18,
        mouthWidth: species.ear === 'frog' ? 44 : 22,
      };
  }
}

const whiskers = (species: Species) =>
  ['thin', 'puff', 'curl', 'stub'].includes(species.tail)
    ? line('M-20 18 L-42 14 M-20 23 L-41 25 M32 18 L53 14 M32 23 L52 25', darken(species.fur, 0.3), 1.6, 0.6)
    : '';
