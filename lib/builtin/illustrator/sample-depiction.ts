import { Resvg } from '@resvg/resvg-js';
import type { CharacterSheet } from '../../story/schema.ts';
import { buildSvg } from './build-svg.ts';
import type { Depiction } from './depiction.ts';
import { finishPicture } from './finish/finish-picture.ts';

/** Depictions for tests, whole with few words. */
export const createSheet = (kind: string, changes: Partial<CharacterSheet> = {}): CharacterSheet => ({
  id: `the-${kind.replaceAll(' ', '-')}`,
  name: kind,
  kind,
  role: 'hero',
  pronoun: 'she',
  description: `a ${kind}`,
  outfit: 'a red scarf',
  seed: 7,
  ...changes,
});

export const createDepiction = (
  changes: Partial<Omit<Depiction, 'setting'>> & { setting?: Partial<Depiction['setting']> } = {},
): Depiction => ({
  characters: [createSheet('mouse')],
  props: [],
  style: 'storybook',
  aspectRatio: '16:9',
  seed: 42,
  sceneIndex: 0,
  ...changes,
  setting: { place: 'forest', timeOfDay: 'day', weather: 'clear', mood: 'calm', ...changes.setting },
});

/** RGBA pixels as the worker makes them, without a thread and without a PNG. */
export function renderPixels(depiction: Depiction, width: number, height: number): Uint8Array {
  const svg = buildSvg(depiction, { width, height });
  const pixels = new Resvg(svg, { font: { loadSystemFonts: false } }).render().pixels;
  finishPicture(pixels, width, height, depiction.style);
  return pixels;
}
