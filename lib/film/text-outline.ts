import { createRequire } from 'node:module';
import { type Font, openSync } from 'fontkit';

/** Text as outlines: the renderer drops text set in woff fonts without a word, shapes it always draws. */
export type TextOutline = {
  /** SVG elements in pixels, baseline at y = 0, starting at x = 0. */
  svg: string;
  width: number;
};

const require = createRequire(import.meta.url);
// The first font that has a character draws it; the later ones are there for accents and letters Fredoka lacks.
const FONT_FILES = [
  '@fontsource/fredoka/files/fredoka-latin-600-normal.woff2',
  '@fontsource/fredoka/files/fredoka-latin-ext-600-normal.woff2',
  '@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-ext-700-normal.woff2',
  '@fontsource/fredoka/files/fredoka-hebrew-600-normal.woff2',
];
const fonts: Font[] = [];

function getFont(index: number): Font {
  // A fontsource file holds one font, never a collection.
  fonts[index] ??= openSync(require.resolve(FONT_FILES[index] as string)) as Font;
  return fonts[index];
}

function findFont(codePoint: number): number {
  return FONT_FILES.findIndex((_, index) => getFont(index).hasGlyphForCodePoint(codePoint));
}

/** Runs of text with the font that can draw them; font −1 is a character no font has. */
function splitByFont(text: string): { font: number; text: string }[] {
  const runs: { font: number; text: string }[] = [];
  const add = (font: number, part: string) => {
    const last = runs.at(-1);
    if (last?.font === font) last.text += part;
    else runs.push({ font, text: part });
  };
  for (const character of text.normalize('NFC')) {
    // Joiners, variation selectors and emoji: a picture book's caption is better without a box in their place.
    if (/[\p{Cf}\p{Cc}\p{Mn}\p{Extended_Pictographic}\p{Emoji_Modifier}]/u.test(character)) continue;
    const font = findFont(character.codePointAt(0) ?? 0);
    if (font >= 0) {
      add(font, character);
      continue;
    }
    // "ǻ" is still readable as "a".
    const base = character.normalize('NFKD').replace(/\p{M}/gu, '');
    for (const part of base) add(findFont(part.codePointAt(0) ?? 0), part);
  }
  return runs;
}

/** Draws one word or line at `size` pixels an em. Characters no font has become a soft box; nothing throws. */
export function buildTextOutline(text: string, size: number): TextOutline {
  let x = 0;
  let svg = '';
  for (const run of splitByFont(text)) {
    if (run.font < 0) {
      for (const _ of run.text) {
        svg += `<rect x="${(x + size * 0.06).toFixed(2)}" y="${(-size * 0.68).toFixed(2)}" width="${(size * 0.48).toFixed(2)}" height="${(size * 0.68).toFixed(2)}" rx="${(size * 0.1).toFixed(2)}" fill-opacity="0.45"/>`;
        x += size * 0.6;
      }
      continue;
    }
    const font = getFont(run.font);
    const scale = size / font.unitsPerEm;
    const { glyphs, positions } = font.layout(run.text);
    for (const [index, glyph] of glyphs.entries()) {
      const position = positions[index];
      if (!position) continue;
      const shape = glyph.path.toSVG();
      if (shape) {
        const at = `${(x + position.xOffset * scale).toFixed(2)} ${(-position.yOffset * scale).toFixed(2)}`;
        svg += `<path transform="translate(${at}) scale(${scale.toFixed(5)} ${(-scale).toFixed(5)})" d="${shape}"/>`;
      }
      x += position.xAdvance * scale;
    }
  }
  return { svg, width: x };
}

/** Whether every letter of a text has a shape of its own, so that no box stands in it. */
export function canDrawText(text: string): boolean {
  return splitByFont(text).every(({ font }) => font >= 0);
}
