import type { ImageModelV4CallOptions } from '@ai-sdk/provider';
import { generateImage } from 'ai';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { closeWorkerPool } from '../../worker-pool.ts';
import { createIllustratorModel } from './model.ts';
import { createDepiction } from './sample-depiction.ts';

const model = createIllustratorModel();
const options = (changes: Partial<ImageModelV4CallOptions>): ImageModelV4CallOptions => ({
  prompt: undefined,
  n: 1,
  size: undefined,
  aspectRatio: undefined,
  seed: undefined,
  files: undefined,
  mask: undefined,
  providerOptions: {},
  ...changes,
});
const dimensions = async (image: string | Uint8Array | undefined) => {
  if (!(image instanceof Uint8Array)) throw new Error('no picture');
  const { format, width, height } = await sharp(image).metadata();
  return { format, width, height };
};

afterAll(closeWorkerPool);

describe('the illustrator model', () => {
  it('draws a depiction with exactly the asked pixels, the same bytes each time', async () => {
    const call = options({
      size: '640x360',
      providerOptions: { builtin: { depiction: createDepiction({ props: ['cheese'] }) } },
    });
    const [first, second] = [await model.doGenerate(call), await model.doGenerate(call)];
    expect(await dimensions(first.images[0])).toEqual({ format: 'png', width: 640, height: 360 });
    expect(
      Buffer.from(first.images[0] as Uint8Array).equals(Buffer.from(second.images[0] as Uint8Array)),
    ).toBe(true);
    expect(first.warnings).toEqual([]);
  });

  it('draws a page of thousands of words', async () => {
    const depiction = createDepiction({ sceneText: 'The mouse went on and on. '.repeat(1_000) });
    const call = options({ size: '320x180', providerOptions: { builtin: { depiction } } });
    expect(await dimensions((await model.doGenerate(call)).images[0])).toMatchObject({ width: 320 });
  });

  it.each([
    ['16:9', 1280, 720],
    ['9:16', 720, 1280],
    ['1:1', 1024, 1024],
    ['4:3', 1152, 864],
  ] as const)('gives %s its own size', async (aspectRatio, width, height) => {
    const result = await model.doGenerate(options({ prompt: 'a fox on a hill', aspectRatio }));
    expect(await dimensions(result.images[0])).toMatchObject({ width, height });
  });

  it('works through generateImage, with several pictures that differ', async () => {
    const { images } = await generateImage({
      model,
      prompt: 'A wizard and an owl in a library at night',
      n: 2,
      size: '320x180',
      seed: 3,
    });
    expect(images).toHaveLength(2);
    expect(Buffer.from(images[0]?.uint8Array ?? []).equals(Buffer.from(images[1]?.uint8Array ?? []))).toBe(
      false,
    );
  });

  it('warns about what it cannot use', async () => {
    const result = await model.doGenerate(
      options({
        prompt: 'a cat',
        size: '128x128',
        aspectRatio: '1:1',
        files: [{ type: 'url', url: 'https://example.com/cat.png' }],
        mask: { type: 'url', url: 'https://example.com/mask.png' },
      }),
    );
    expect(result.warnings.map((warning) => ('feature' in warning ? warning.feature : ''))).toEqual([
      'files',
      'mask',
      'aspectRatio',
    ]);
  });

  it.each([
    ['no prompt', { prompt: '  ' }],
    [
      'a broken depiction',
      { providerOptions: { builtin: { depiction: { setting: { place: 'nowhere' } } } } },
    ],
    ['a size of nothing', { prompt: 'a cat', size: '0x10' as const }],
    ['a size beyond memory', { prompt: 'a cat', size: '90000x90000' as const }],
    ['a ratio of nothing', { prompt: 'a cat', aspectRatio: '0:0' as const }],
  ])('refuses %s', async (_name, changes) => {
    await expect(model.doGenerate(options(changes))).rejects.toMatchObject({ code: 'invalid_request' });
  });

  it('stops when the signal has fired', async () => {
    await expect(
      model.doGenerate(options({ prompt: 'a cat', abortSignal: AbortSignal.abort() })),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
