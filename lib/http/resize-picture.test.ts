import sharp from 'sharp';
import { expect, test } from 'vitest';
import { resizePicture } from './resize-picture';

const source = await sharp({ create: { width: 64, height: 36, channels: 3, background: '#4a3a8c' } })
  .png()
  .toBuffer();

function picture(id: string, open: () => Promise<Buffer>) {
  return {
    id,
    bytes: source.byteLength,
    open: async () => new Blob([new Uint8Array(await open())]).stream(),
  };
}

test('a picture becomes a WebP, not wider than it was, and is made once for all who ask', async () => {
  let opened = 0;
  const one = picture('one', async () => {
    opened += 1;
    return source;
  });
  const [first, second] = await Promise.all([resizePicture(one, 320), resizePicture(one, 320)]);
  expect(await sharp(first).metadata()).toMatchObject({ format: 'webp', width: 64, height: 36 });
  expect(second.equals(first ?? Buffer.alloc(0))).toBe(true);
  await resizePicture(one, 320);
  expect(opened).toBe(1);
});

test('no more than four sources are held at once, and one that fails gives its place on', async () => {
  let open = 0;
  let most = 0;
  const asked = Array.from({ length: 12 }, (_, at) =>
    resizePicture(
      picture(`many-${at}`, async () => {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setTimeout(resolve, 5));
        open -= 1;
        return at % 3 === 0 ? Buffer.from('no picture') : source;
      }),
      320,
    ),
  );
  const ended = await Promise.allSettled(asked);
  const failures = ended.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  expect(failures.map(({ code }) => code)).toEqual(Array(4).fill('picture_unreadable'));
  expect(most).toBeLessThanOrEqual(4);
});
