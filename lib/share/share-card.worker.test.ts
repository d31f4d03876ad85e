import sharp from 'sharp';
import { expect, test } from 'vitest';
import drawShareCard from './share-card.worker.ts';

const paint = async (width: number, height: number) =>
  new Uint8Array(
    await sharp({ create: { width, height, channels: 3, background: '#2266cc' } })
      .png()
      .toBuffer(),
  );

/** The mean colour of a part of the card. */
async function look(card: Uint8Array, part: { left: number; top: number; width: number; height: number }) {
  const { channels } = await sharp(await sharp(card).extract(part).png().toBuffer()).stats();
  return channels.map(({ mean }) => Math.round(mean));
}

test.each([
  [1600, 900],
  [900, 1600],
  [800, 800],
])('a cover of %i × %i gives a card of 1200 × 630 with the cover left and the title right', async (w, h) => {
  const card = await drawShareCard({ title: 'The Lantern Mouse', picture: await paint(w, h) });
  expect(await sharp(card).metadata()).toMatchObject({ format: 'jpeg', width: 1200, height: 630 });
  const [red = 0, , blue = 0] = await look(card, { left: 120, top: 280, width: 60, height: 60 });
  expect(blue - red).toBeGreaterThan(100);
  const [ink = 0] = await look(card, { left: 740, top: 150, width: 400, height: 300 });
  const [paper = 0] = await look(card, { left: 740, top: 590, width: 400, height: 30 });
  expect(paper - ink).toBeGreaterThan(3);
});

test('any title gives a card: none, endless, without a break, in letters we have no shapes for', async () => {
  for (const title of ['', 'word '.repeat(60), 'Donaudampfschifffahrt'.repeat(6), 'ねずみと月', 'הירח']) {
    const card = await drawShareCard({ title, picture: null });
    expect(await sharp(card).metadata()).toMatchObject({ width: 1200, height: 630 });
  }
});
