import type { Mood } from '../../../story/schema.ts';

export type Point = readonly [x: number, y: number];
/** Hands are measured from the shoulders' line and middle, in figure units; `front` is the hand on the facing side. */
export type Pose = {
  name: string;
  back: { elbow: Point; hand: Point };
  front: { elbow: Point; hand: Point };
  /** Degrees the head leans to the facing side. */
  headTilt: number;
  legs: 'stand' | 'step' | 'apart';
};

const down = { elbow: [-36, 22], hand: [-33, 46] } as const;
const downFront = { elbow: [36, 22], hand: [34, 46] } as const;
const hip = { elbow: [-47, 24], hand: [-25, 38] } as const;
const hipFront = { elbow: [47, 24], hand: [25, 38] } as const;
const raised = { elbow: [-48, 2], hand: [-54, -30] } as const;
const raisedFront = { elbow: [48, 2], hand: [55, -32] } as const;

const POSES = {
  rest: { name: 'rest', back: down, front: downFront, headTilt: 0, legs: 'stand' },
  walk: {
    name: 'walk',
    back: { elbow: [-38, 16], hand: [-44, 38] },
    front: { elbow: [38, 20], hand: [47, 32] },
    headTilt: 2,
    legs: 'step',
  },
  wave: { name: 'wave', back: down, front: raisedFront, headTilt: 4, legs: 'stand' },
  cheer: { name: 'cheer', back: raised, front: raisedFront, headTilt: -2, legs: 'apart' },
  point: {
    name: 'point',
    back: hip,
    front: { elbow: [44, 8], hand: [66, -4] },
    headTilt: 5,
    legs: 'step',
  },
  wonder: {
    name: 'wonder',
    back: { elbow: [-38, 24], hand: [-16, 26] },
    front: { elbow: [40, 26], hand: [27, -2] },
    headTilt: 7,
    legs: 'stand',
  },
  hips: { name: 'hips', back: hip, front: hipFront, headTilt: -3, legs: 'apart' },
  hero: { name: 'hero', back: hip, front: raisedFront, headTilt: -3, legs: 'apart' },
  clasp: {
    name: 'clasp',
    back: { elbow: [-36, 22], hand: [-7, 14] },
    front: { elbow: [36, 22], hand: [8, 12] },
    headTilt: -4,
    legs: 'stand',
  },
  droop: {
    name: 'droop',
    back: { elbow: [-30, 26], hand: [-27, 50] },
    front: { elbow: [31, 26], hand: [28, 50] },
    headTilt: 8,
    legs: 'stand',
  },
  rub: {
    name: 'rub',
    back: { elbow: [-30, 24], hand: [-28, 48] },
    front: { elbow: [45, 14], hand: [31, -14] },
    headTilt: 7,
    legs: 'stand',
  },
  cast: {
    name: 'cast',
    back: { elbow: [-46, 16], hand: [-56, 6] },
    front: { elbow: [46, 0], hand: [62, -22] },
    headTilt: 3,
    legs: 'stand',
  },
} as const satisfies Record<string, Pose>;

const BY_MOOD: Record<Mood, readonly (keyof typeof POSES)[]> = {
  calm: ['rest', 'walk', 'wave'],
  happy: ['cheer', 'wave', 'walk'],
  curious: ['wonder', 'point', 'walk'],
  worried: ['clasp', 'wonder'],
  sad: ['droop', 'clasp'],
  brave: ['hero', 'hips', 'point'],
  magical: ['cast', 'cheer', 'wonder'],
  sleepy: ['rub', 'droop'],
};

/** @param turn any whole number; neighbouring numbers give other poses */
export function choosePose(mood: Mood, turn: number): Pose {
  const names = BY_MOOD[mood];
  return POSES[names[turn % names.length] ?? 'rest'];
}
