import type { Mood } from '../../../story/schema.ts';
import { darken } from '../colour.ts';
import { drawIcon } from '../icons/draw-icon.ts';
import type { IconStore } from '../icons/icon-store.ts';
import type { Painter } from '../painter.ts';
import { box, circle, ellipse, line, path, place, shape } from '../svg.ts';
import { drawFace } from './face.ts';
import type { Figure } from './figure.ts';
import type { Point, Pose } from './pose.ts';

/** Things that live: a face on them, thin arms and legs. Face positions are parts of the icon's square. */
export type Thing = {
  icon: string;
  face: { x: number; y: number; size: number };
  hovers?: boolean;
  limbs?: string;
  size: number;
};

export const THINGS: Record<string, Thing> = {
  cloud: { icon: 'cloud', face: { x: 0.5, y: 0.56, size: 0.9 }, hovers: true, size: 0.8 },
  star: { icon: 'star', face: { x: 0.5, y: 0.52, size: 0.8 }, hovers: true, limbs: '#e0a52e', size: 0.72 },
  moon: { icon: 'full-moon', face: { x: 0.5, y: 0.5, size: 1.1 }, hovers: true, size: 0.84 },
  sun: { icon: 'sun', face: { x: 0.5, y: 0.5, size: 0.9 }, hovers: true, size: 0.9 },
  planet: { icon: 'ringed-planet', face: { x: 0.5, y: 0.5, size: 0.8 }, hovers: true, size: 0.9 },
  snowflake: { icon: 'snowflake', face: { x: 0.5, y: 0.5, size: 0.6 }, hovers: true, size: 0.64 },
  raindrop: { icon: 'droplet', face: { x: 0.5, y: 0.62, size: 0.8 }, limbs: '#3f8fd0', size: 0.6 },
  teapot: { icon: 'teapot', face: { x: 0.5, y: 0.58, size: 0.9 }, limbs: '#c2285e', size: 0.68 },
  teacup: {
    icon: 'teacup-without-handle',
    face: { x: 0.5, y: 0.6, size: 0.9 },
    limbs: '#6b8f5a',
    size: 0.54,
  },
  train: { icon: 'locomotive', face: { x: 0.34, y: 0.5, size: 0.7 }, limbs: 'none', size: 1.1 },
  car: { icon: 'automobile', face: { x: 0.44, y: 0.66, size: 0.7 }, limbs: 'none', size: 1 },
  bus: { icon: 'bus', face: { x: 0.5, y: 0.66, size: 0.7 }, limbs: 'none', size: 1.2 },
  truck: { icon: 'pickup-truck', face: { x: 0.6, y: 0.55, size: 0.7 }, limbs: 'none', size: 1.1 },
  'fire engine': { icon: 'fire-engine', face: { x: 0.5, y: 0.55, size: 0.7 }, limbs: 'none', size: 1.15 },
  tractor: { icon: 'tractor', face: { x: 0.36, y: 0.52, size: 0.6 }, limbs: 'none', size: 1.1 },
  boat: { icon: 'sailboat', face: { x: 0.5, y: 0.8, size: 0.6 }, limbs: 'none', size: 1 },
  ship: { icon: 'ship', face: { x: 0.5, y: 0.7, size: 0.7 }, limbs: 'none', size: 1.2 },
  rocket: { icon: 'rocket', face: { x: 0.55, y: 0.45, size: 0.6 }, hovers: true, limbs: 'none', size: 1 },
  airplane: {
    icon: 'small-airplane',
    face: { x: 0.6, y: 0.45, size: 0.6 },
    hovers: true,
    limbs: 'none',
    size: 1,
  },
  balloon: { icon: 'balloon', face: { x: 0.5, y: 0.36, size: 0.9 }, hovers: true, limbs: 'none', size: 0.8 },
  kite: { icon: 'kite', face: { x: 0.55, y: 0.4, size: 0.8 }, hovers: true, limbs: 'none', size: 0.8 },
  lamp: { icon: 'light-bulb', face: { x: 0.5, y: 0.42, size: 0.8 }, size: 0.6 },
  candle: { icon: 'candle', face: { x: 0.5, y: 0.66, size: 0.7 }, size: 0.6 },
  book: { icon: 'closed-book', face: { x: 0.55, y: 0.45, size: 0.9 }, limbs: '#a83a3a', size: 0.62 },
  clock: { icon: 'mantelpiece-clock', face: { x: 0.5, y: 0.66, size: 0.7 }, limbs: '#7a4a2c', size: 0.7 },
  pencil: { icon: 'pencil', face: { x: 0.45, y: 0.52, size: 0.6 }, size: 0.6 },
  crayon: { icon: 'crayon', face: { x: 0.45, y: 0.52, size: 0.6 }, size: 0.6 },
  house: { icon: 'house', face: { x: 0.5, y: 0.62, size: 0.8 }, limbs: 'none', size: 1.4 },
  tree: { icon: 'deciduous-tree', face: { x: 0.5, y: 0.38, size: 0.9 }, limbs: '#7a4a2c', size: 1.3 },
  'christmas tree': {
    icon: 'christmas-tree',
    face: { x: 0.5, y: 0.6, size: 0.8 },
    limbs: '#7a4a2c',
    size: 1.2,
  },
  flower: { icon: 'sunflower', face: { x: 0.5, y: 0.36, size: 0.62 }, limbs: 'none', size: 0.8 },
  leaf: { icon: 'maple-leaf', face: { x: 0.5, y: 0.5, size: 0.8 }, limbs: '#8a4a2c', size: 0.56 },
  mushroom: { icon: 'mushroom', face: { x: 0.5, y: 0.74, size: 0.7 }, limbs: '#d9c9b3', size: 0.62 },
  acorn: { icon: 'chestnut', face: { x: 0.5, y: 0.62, size: 0.9 }, size: 0.5 },
  seed: { icon: 'seedling', face: { x: 0.5, y: 0.7, size: 0.5 }, size: 0.54 },
  pumpkin: { icon: 'jack-o-lantern', face: { x: 0.5, y: 0.5, size: 0 }, limbs: '#4c7a3f', size: 0.7 },
  apple: { icon: 'red-apple', face: { x: 0.5, y: 0.6, size: 0.9 }, limbs: '#7a3a2c', size: 0.54 },
  carrot: { icon: 'carrot', face: { x: 0.45, y: 0.55, size: 0.6 }, limbs: '#c9692c', size: 0.6 },
  potato: { icon: 'potato', face: { x: 0.5, y: 0.52, size: 0.9 }, size: 0.54 },
  strawberry: { icon: 'strawberry', face: { x: 0.5, y: 0.55, size: 0.8 }, limbs: '#b3303f', size: 0.52 },
  cupcake: { icon: 'cupcake', face: { x: 0.5, y: 0.72, size: 0.8 }, size: 0.58 },
  cookie: { icon: 'cookie', face: { x: 0.5, y: 0.5, size: 0.9 }, size: 0.56 },
  gingerbread: { icon: 'cookie', face: { x: 0.5, y: 0.5, size: 0.9 }, size: 0.56 },
  egg: { icon: 'egg', face: { x: 0.5, y: 0.58, size: 0.9 }, size: 0.54 },
  doughnut: { icon: 'doughnut', face: { x: 0.5, y: 0.5, size: 0.5 }, size: 0.56 },
  ball: { icon: 'soccer-ball', face: { x: 0.5, y: 0.5, size: 0.9 }, size: 0.56 },
  drum: { icon: 'drum', face: { x: 0.5, y: 0.66, size: 0.7 }, size: 0.6 },
  rock: { icon: 'rock', face: { x: 0.5, y: 0.6, size: 0.9 }, limbs: '#6d6a78', size: 0.62 },
  umbrella: { icon: 'umbrella', face: { x: 0.5, y: 0.34, size: 0.7 }, size: 0.7 },
  sock: { icon: 'socks', face: { x: 0.5, y: 0.4, size: 0.6 }, size: 0.5 },
  heart: { icon: 'red-heart', face: { x: 0.5, y: 0.46, size: 1 }, hovers: true, limbs: '#b3303f', size: 0.6 },
  volcano: { icon: 'volcano', face: { x: 0.5, y: 0.7, size: 0.8 }, limbs: 'none', size: 1.4 },
  toy: { icon: 'nesting-dolls', face: { x: 0.5, y: 0.5, size: 0 }, limbs: 'none', size: 0.56 },
  snowman: { icon: 'snowman', face: { x: 0.5, y: 0.5, size: 0 }, limbs: 'none', size: 0.95 },
  thing: { icon: 'wrapped-gift', face: { x: 0.5, y: 0.66, size: 0.8 }, size: 0.6 },
};

const SAME: Record<string, string> = {
  'steam train': 'train',
  engine: 'train',
  locomotive: 'train',
  'steam engine': 'train',
  raincloud: 'cloud',
  thundercloud: 'cloud',
  comet: 'star',
  starlet: 'star',
  lorry: 'truck',
  digger: 'tractor',
  taxi: 'car',
  automobile: 'car',
  plane: 'airplane',
  aeroplane: 'airplane',
  jet: 'airplane',
  spaceship: 'rocket',
  sailboat: 'boat',
  kettle: 'teapot',
  mug: 'teacup',
  cup: 'teacup',
  lightbulb: 'lamp',
  lantern: 'candle',
  drop: 'raindrop',
  droplet: 'raindrop',
  alarmclock: 'clock',
  watch: 'clock',
  sunflower: 'flower',
  daisy: 'flower',
  rose: 'flower',
  tulip: 'flower',
  oak: 'tree',
  pine: 'christmas tree',
  fir: 'christmas tree',
  conker: 'acorn',
  nut: 'acorn',
  toadstool: 'mushroom',
  stone: 'rock',
  pebble: 'rock',
  cake: 'cupcake',
  muffin: 'cupcake',
  biscuit: 'cookie',
  'gingerbread man': 'gingerbread',
  donut: 'doughnut',
  doll: 'toy',
  firetruck: 'fire engine',
  'fire truck': 'fire engine',
  brush: 'pencil',
  object: 'thing',
  box: 'thing',
  present: 'thing',
  gift: 'thing',
};

export function findThing(kind: string): Thing | undefined {
  const words = kind.split(' ');
  for (const name of [kind, words.slice(-2).join(' '), ...words.toReversed()]) {
    const known = Object.hasOwn(THINGS, name) ? name : Object.hasOwn(SAME, name) ? SAME[name] : undefined;
    if (known) return THINGS[known];
  }
  return undefined;
}

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
