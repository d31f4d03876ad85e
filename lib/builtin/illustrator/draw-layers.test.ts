import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { closeWorkerPool } from '../../worker-pool.ts';
import { drawLayers } from './draw-layers.ts';
import { renderPicture } from './render-picture.ts';
import { createDepiction, createSheet } from './sample-depiction.ts';

afterAll(() => closeWorkerPool());

const SIZE = { width: 640, height: 360 };
const decode = async (png: Uint8Array) => sharp(png).raw().toBuffer({ resolveWithObject: true });

test.each(['storybook', 'watercolour', 'paper', 'night', 'crayon', 'pastel'] as const)(
  'place and mask fit a %s picture: where nobody stands, the place is the picture',
  async (style) => {
    const depiction = createDepiction({
      style,
      characters: [createSheet('mouse'), createSheet('fox', { seed: 3 })],
      props: ['lantern'],
    });
    const [picture, layers] = await Promise.all([
      renderPicture(depiction, SIZE),
      drawLayers(depiction, SIZE),
    ]);
    const [whole, place, mask] = await Promise.all([
      decode(picture.png),
      decode(layers.backdrop),
      sharp(layers.mask).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true }),
    ]);
    expect(place.info).toMatchObject({ ...SIZE, channels: 3 });
    expect(mask.info).toMatchObject({ ...SIZE, channels: 1 });
    const differences = { covered: [] as number[], open: [] as number[] };
    for (let pixel = 0; pixel < SIZE.width * SIZE.height; pixel++) {
      const difference = Math.abs((whole.data[pixel * 3] ?? 0) - (place.data[pixel * 3] ?? 0));
      const cover = mask.data[pixel] ?? 0;
      if (cover === 255) differences.covered.push(difference);
      else if (cover === 0) differences.open.push(difference);
    }
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(differences.covered.length).toBeGreaterThan(2_000);
    expect(mean(differences.covered)).toBeGreaterThan(15);
    // Brush strokes wander over edges, and light blooms, by a little.
    expect(mean(differences.open)).toBeLessThan(3);
  },
);
