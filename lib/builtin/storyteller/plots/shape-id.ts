/** Every plot the storyteller can tell. */
export const SHAPE_IDS = [
  'quest',
  'lost-and-found',
  'new-friend',
  'bedtime',
  'mystery',
  'mistake-mended',
  'contest',
  'helping',
  'facing-a-fear',
  'building',
  'journey-home',
  'surprise',
  'growing',
  'magic-gone-wrong',
  'sharing',
  'learning',
  'exploring',
  'grumpy-stranger',
  'errand',
] as const;
export type ShapeId = (typeof SHAPE_IDS)[number];
