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
    bloom(canvas, 208, 0.42);
    grain(canvas, getNoise('gouache', 18, 90, 3), 0.03, zoom * 0.9);
    grade(canvas, { saturation: 1.06, gain: [1.02, 1, 0.97], vignette: 0.2 });
  },
  watercolour(canvas, zoom) {
    displace(canvas, getNoise('bleed', 18, 18, 2), 4.2 * canvas.scale, zoom);
    darkenEdges(canvas, 0.0055);
    grade(canvas, { saturation: 1, lift: [30, 28, 24], gain: [0.9, 0.9, 0.91], vignette: -0.3 });
    revealPaper(canvas, getNoise('wash', 5, 5, 2), [253, 249, 240], 112, 0.36, zoom * 0.8);
    grain(canvas, getNoise('cold-press', 150, 150, 2), 0.065, zoom);
  },
  paper(canvas, zoom) {
    grain(canvas, getNoise('fibre', 40, 200, 3), 0.06, zoom);
    grain(canvas, getNoise('card', 12, 12, 5), 0.05, zoom);
    grade(canvas, { saturation: 0.98, lift: [10, 7, 3], gain: [0.98, 0.97, 0.95], vignette: 0.1 });
  },
  night(canvas, zoom) {
    grade(canvas, { saturation: 1.12, lift: [0, 2, 12], gain: [0.86, 0.92, 1.02], vignette: 0.5 });
    bloom(canvas, 112, 1.1);
    grain(canvas, getNoise('velvet', 170, 170, 2), 0.05, zoom);
  },
  crayon(canvas, zoom) {
    displace(canvas, getNoise('wax-edge', 80, 80, 2), 2.2 * canvas.scale, zoom);
    grade(canvas, { saturation: 1.25, lift: [8, 6, 2] });
    revealPaper(canvas, getNoise('wax', 9, 150, 2), [255, 250, 236], 112, 0.4, zoom, 38);
    revealPaper(canvas, getNoise('tooth', 190, 190, 2), [255, 250, 236], 140, 0.3, zoom);
  },
  pastel(canvas, zoom) {
    displace(canvas, getNoise('chalk-edge', 70, 70, 2), 1.8 * canvas.scale, zoom);
    grade(canvas, { saturation: 0.9, lift: [60, 50, 58], gain: [0.79, 0.78, 0.8] });
    revealPaper(canvas, getNoise('chalk', 90, 130, 3), [255, 247, 240], 112, 0.36, zoom, -32);
    grain(canvas, getNoise('dust', 200, 200, 1), 0.035, zoom);
  },
};
