import { Resvg } from '@resvg/resvg-js';
import { getIconStore } from '../builtin/illustrator/icons/icon-store.ts';
import { buildPortrait } from '../builtin/illustrator/portrait.ts';
import type { CharacterSheet } from '../story/schema.ts';
import { type Colour, listColours } from './list-colours.ts';
import { readLab } from './read-lab.ts';
import { MOST_COLOURS } from './read-palette.ts';

export type DrawnPalettesInput = { sheets: CharacterSheet[] };
/** By the sheets' ids: `#rrggbb`, the largest first. */
export type DrawnPalettesOutput = Record<string, string[]>;

const SIZE = { width: 160, height: 160 };
/** A colour of a smaller part of the figure is a button or an eye. */
const SMALLEST_SHARE = 0.012;
/** A strong colour is seen as if it covered more: a scarf is small and says who somebody is, the shading of fur is neither. */
const STRONG = 25;

/** Worker task: the colours the built-in illustrator gives each of them. The sheet alone decides, so they never change. */
export default async function drawPalettes({ sheets }: DrawnPalettesInput): Promise<DrawnPalettesOutput> {
  const icons = getIconStore();
  const palettes: DrawnPalettesOutput = {};
  for (const sheet of sheets) {
    const svg = buildPortrait({ characters: [sheet], style: 'storybook', seed: 0 }, SIZE, icons, {
      paper: false,
    });
    const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
    const image = await readLab({ rgba: pixels, ...SIZE });
    palettes[sheet.id] = listColours(image, 2 * MOST_COLOURS)
      .filter(({ share }) => share >= SMALLEST_SHARE)
      .toSorted((a, b) => weightOf(b) - weightOf(a))
      .slice(0, MOST_COLOURS)
      .map(({ hex }) => hex);
  }
  return palettes;
}

function weightOf({ share, lab }: Colour): number {
  return share * (1 + Math.hypot(lab[1], lab[2]) / STRONG);
}
