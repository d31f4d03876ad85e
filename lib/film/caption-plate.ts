import { Resvg } from '@resvg/resvg-js';
import { buildCaptionStyle, type CaptionStyle } from './caption-style.ts';
import { buildTextOutline } from './text-outline.ts';
import { rgbaToYuvaImage, type YuvaImage } from './yuv.ts';

/** One cue, drawn: the plate at rest, and with each word lit. */
export type CaptionPlate = {
  left: number;
  top: number;
  resting: YuvaImage;
  /** The plate with the given word (counted over both lines) highlighted. */
  withWordLit(index: number): YuvaImage;
};

type WordBox = { left: number; right: number; top: number; bottom: number };

const TEXT_COLOUR = '#ffffff';
const SPOKEN_COLOUR = '#ffd95e';
const PLATE_COLOUR = '#12162a';
const SPACE_EM = 0.27;

const even = (value: number) => Math.round(value / 2) * 2;

/** Words of a line placed next to each other; the whole line shrinks when one long word would not fit. */
function placeLine(words: string[], style: CaptionStyle) {
  const measure = (size: number) => {
    const outlines = words.map((word) => buildTextOutline(word, size));
    const width = outlines.reduce(
      (sum, outline) => sum + outline.width,
      size * SPACE_EM * (words.length - 1),
    );
    return { outlines, width, size };
  };
  const natural = measure(style.fontSize);
  // The lines were broken by estimated widths; up to a fifth over still looks right in its place.
  const limit = style.maxLineWidth * 1.2;
  return natural.width <= limit ? natural : measure((style.fontSize * limit) / natural.width);
}

function rasterise(svg: string): YuvaImage {
  const drawn = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return rgbaToYuvaImage(drawn.pixels, drawn.width, drawn.height);
}

function copyBox(from: YuvaImage, to: YuvaImage, box: WordBox): void {
  for (let y = box.top; y < box.bottom; y++) {
    const start = y * from.width + box.left;
    to.luma.set(from.luma.subarray(start, start + box.right - box.left), start);
    to.alpha.set(from.alpha.subarray(start, start + box.right - box.left), start);
  }
  const chromaWidth = from.width >> 1;
  for (let y = box.top >> 1; y < box.bottom >> 1; y++) {
    const start = y * chromaWidth + (box.left >> 1);
    const end = start + ((box.right - box.left) >> 1);
    to.chromaU.set(from.chromaU.subarray(start, end), start);
    to.chromaV.set(from.chromaV.subarray(start, end), start);
    to.chromaAlpha.set(from.chromaAlpha.subarray(start, end), start);
  }
}

function copyImage(image: YuvaImage): YuvaImage {
  return {
    ...image,
    luma: image.luma.slice(),
    chromaU: image.chromaU.slice(),
    chromaV: image.chromaV.slice(),
    alpha: image.alpha.slice(),
    chromaAlpha: image.chromaAlpha.slice(),
  };
}

/**
 * Draws a caption twice, all words at rest and all lit; a state with one lit word is cut together from the two, which costs
 * a hundredth of drawing it.
 */
export function buildCaptionPlate(lines: string[][], frameWidth: number, frameHeight: number): CaptionPlate {
  const style = buildCaptionStyle({ width: frameWidth, height: frameHeight });
  const rows = lines.map((line) => placeLine(line, style));
  const textWidth = Math.max(...rows.map((row) => row.width));
  const width = Math.min(frameWidth & ~1, even(textWidth + style.paddingX * 2) + 2);
  const height = even(rows.length * style.lineHeight + style.paddingY * 2);

  const boxes: WordBox[] = [];
  let shapes = '';
  for (const [index, row] of rows.entries()) {
    const lineTop = style.paddingY + index * style.lineHeight;
    // Fredoka's capitals are 0.7 em tall: this centres them, with their descenders, in the line.
    const baseline = lineTop + style.lineHeight / 2 + row.size * 0.29;
    const space = row.size * SPACE_EM;
    let x = (width - row.width) / 2;
    for (const outline of row.outlines) {
      shapes += `<g transform="translate(${x.toFixed(2)} ${baseline.toFixed(2)})">${outline.svg}</g>`;
      boxes.push({
        left: Math.max(0, even(x - space / 2)),
        right: Math.min(width, even(x + outline.width + space / 2)),
        top: Math.max(0, even(lineTop)),
        bottom: Math.min(height, even(lineTop + style.lineHeight)),
      });
      x += outline.width + space;
    }
  }
  const draw = (colour: string) =>
    rasterise(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" rx="${style.radius.toFixed(1)}" fill="${PLATE_COLOUR}" fill-opacity="0.68"/><g fill="${colour}">${shapes}</g></svg>`,
    );
  const resting = draw(TEXT_COLOUR);
  let allLit: YuvaImage | undefined;
  return {
    left: even((frameWidth - width) / 2),
    top: even(frameHeight - style.marginBottom - height),
    resting,
    withWordLit(index) {
      const box = boxes[index];
      if (!box) return resting;
      allLit ??= draw(SPOKEN_COLOUR);
      const image = copyImage(resting);
      copyBox(allLit, image, box);
      return image;
    },
  };
}
