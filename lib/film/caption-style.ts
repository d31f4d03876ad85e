import type { FilmFormat } from './film-format.ts';

/** Measures of burned-in captions, in pixels of the film. Browser-safe: the timeline breaks lines with the same numbers. */
export type CaptionStyle = {
  fontSize: number;
  lineHeight: number;
  /** Widest a line of text may be. */
  maxLineWidth: number;
  /** Space between the text and the edge of the plate. */
  paddingX: number;
  paddingY: number;
  radius: number;
  /** Space between the plate and the bottom edge of the picture. */
  marginBottom: number;
};

/**
 * Upright and square films are watched on phones held in one hand, so their text is larger relative to the width; upright
 * films also keep the plate above the strip where players draw their own buttons.
 */
export function buildCaptionStyle({ width, height }: Pick<FilmFormat, 'width' | 'height'>): CaptionStyle {
  const ratio = width / height;
  const fontSize = ratio > 1.2 ? height * 0.052 : ratio > 0.8 ? height * 0.058 : width * 0.066;
  return {
    fontSize,
    lineHeight: fontSize * 1.28,
    maxLineWidth: width * (ratio > 1.2 ? 0.62 : ratio > 0.8 ? 0.8 : 0.8),
    paddingX: fontSize * 0.7,
    paddingY: fontSize * 0.36,
    radius: fontSize * 0.62,
    marginBottom: height * (ratio < 0.8 ? 0.07 : 0.05),
  };
}

// Advance widths of Fredoka 600 in thousandths of an em; the rest of the alphabet is close to the default.
const DEFAULT_ADVANCE = 560;
const ADVANCES = new Map<string, number>();
for (const [advance, characters] of [
  [230, "Iijl'.,:;!|’‘ "],
  [375, '()[]{}1"“”`'],
  [415, 'frt-'],
  [490, 'cksv?$*'],
  [640, 'ABCDEFGHKNPRSTUVXYZ&'],
  [735, 'OQ#'],
  [800, 'mMwW%@—…'],
] as const) {
  for (const character of characters) ADVANCES.set(character, advance);
}

/** About how wide a text is, in em. Within a tenth of the drawn width; the drawing itself measures exactly. */
export function estimateTextWidth(text: string): number {
  let total = 0;
  for (const character of text) total += ADVANCES.get(character) ?? DEFAULT_ADVANCE;
  return total / 1_000;
}
