import type { IllustrationStyle } from '../../../story/schema.ts';
import { getNoise } from './noise.ts';
import { bloom, type Canvas, darkenEdges, displace, grade, grain, revealPaper } from './passes.ts';

/**
 * Gives a rendered page the hand of its style: brush, paper, wax or light. Changes the pixels in place; the same pixels
 * and style give the same bytes.
 * @param pixels opaque RGBA, row by row
 */
export function finishPicture(
  pixels: Uint8Array | Uint8ClampedArray,
  width: number,
  height: number,
  style: IllustrationStyle,
): void {
  const scale = Math.sqrt((width * height) / (1280 * 720));
  const canvas: Canvas = { pixels, width, height, scale };
  // Textures are made for a 1280×720 page; zoom keeps their look on other sizes.
  const zoom = 1 / scale;
  FINISHES[style](canvas, zoom);
}

const FINISHES: Record<IllustrationStyle, (canvas: Canvas, zoom: number) => void> = {
  storybook(canvas, zoom) {
    bloom(canvas, 205, 0.5);
    grain(canvas, getNoise('gouache', 18, 90, 3), 0.05, zoom * 0.9);
    grade(canvas, { saturation: 1.05, gain: [1.01, 1, 0.97], vignette: 0.26 });
  },
  watercolour(canvas, zoom) {
    displace(canvas, getNoise('bleed', 22, 22, 3), 7 * canvas.scale, zoom);
    darkenEdges(canvas, 0.006);
    grade(canvas, { saturation: 0.94, lift: [30, 28, 24], gain: [0.9, 0.9, 0.91], vignette: -0.3 });
    revealPaper(canvas, getNoise('wash', 7, 7, 4), [253, 249, 240], 110, 0.52, zoom * 0.8);
    grain(canvas, getNoise('cold-press', 150, 150, 2), 0.075, zoom);
  },
  paper(canvas, zoom) {
    grain(canvas, getNoise('fibre', 40, 200, 3), 0.075, zoom);
    grain(canvas, getNoise('card', 12, 12, 5), 0.05, zoom);
    grade(canvas, { saturation: 0.98, lift: [8, 5, 2], gain: [0.98, 0.98, 0.96], vignette: 0.12 });
  },
  night(canvas, zoom) {
    grade(canvas, { saturation: 0.92, lift: [2, 4, 16], gain: [0.62, 0.68, 0.92], vignette: 0.55 });
    bloom(canvas, 118, 1.35);
    grain(canvas, getNoise('velvet', 170, 170, 2), 0.06, zoom);
  },
  crayon(canvas, zoom) {
    displace(canvas, getNoise('wax-edge', 110, 110, 2), 3.4 * canvas.scale, zoom);
    grade(canvas, { saturation: 1.22, lift: [6, 4, 0] });
    revealPaper(canvas, getNoise('wax', 34, 170, 3), [255, 250, 236], 136, 0.62, zoom, 0.75);
    revealPaper(canvas, getNoise('tooth', 190, 190, 2), [255, 250, 236], 150, 0.4, zoom);
  },
  pastel(canvas, zoom) {
    displace(canvas, getNoise('chalk-edge', 90, 90, 2), 3 * canvas.scale, zoom);
    grade(canvas, { saturation: 0.72, lift: [66, 60, 64], gain: [0.76, 0.76, 0.77] });
    revealPaper(canvas, getNoise('chalk', 120, 40, 4), [255, 247, 240], 140, 0.34, zoom, -0.5);
    grain(canvas, getNoise('dust', 200, 200, 1), 0.05, zoom);
  },
};
