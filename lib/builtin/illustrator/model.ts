import type {
  ImageModelV4,
  ImageModelV4CallOptions,
  ImageModelV4Result,
  SharedV4Warning,
} from '@ai-sdk/provider';
import { AppError } from '../../errors.ts';
import { ASPECT_RATIOS, type AspectRatio } from '../../story/schema.ts';
import { hashSeed } from '../random.ts';
import { type Depiction, depictionSchema } from './depiction.ts';
import { checkPictureSize, PICTURE_SIZES, type PictureSize } from './picture-size.ts';
import { depictPrompt } from './prompt-depiction.ts';
import { renderPicture } from './render-picture.ts';

const MODEL_ID = 'illustrator';
const PROVIDER = 'builtin';

/**
 * The built-in illustrator as an AI SDK image model. With `providerOptions.builtin.depiction` it draws exactly that page;
 * without, it reads the prompt. `n` pictures are the same page seen by other cameras. Works offline, costs nothing.
 * @returns a model whose `doGenerate` throws AppError `invalid_request` or `render_failed`
 */
export function createIllustratorModel(): ImageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: PROVIDER,
    modelId: MODEL_ID,
    maxImagesPerCall: 4,
    supportsFileInputs: false,
    supportsMaskInputs: false,
    doGenerate: generate,
  };
}

async function generate(options: ImageModelV4CallOptions): Promise<ImageModelV4Result> {
  const warnings: SharedV4Warning[] = [];
  if (options.files?.length)
    warnings.push({
      type: 'unsupported',
      feature: 'files',
      details: 'The built-in illustrator draws from words only.',
    });
  if (options.mask) warnings.push({ type: 'unsupported', feature: 'mask' });
  const size = readSize(options, warnings);
  const depiction = readDepiction(options, size);
  const pictures: Uint8Array[] = [];
  for (let index = 0; index < Math.max(1, options.n); index++) {
    const picture = await renderPicture({ ...depiction, sceneIndex: depiction.sceneIndex + index }, size, {
      signal: options.abortSignal,
    });
    pictures.push(picture.png);
  }
  return {
    images: pictures,
    warnings,
    providerMetadata: {
      [PROVIDER]: {
        images: pictures.map((_, index) => ({ ...size, sceneIndex: depiction.sceneIndex + index })),
      },
    },
    response: { timestamp: new Date(), modelId: MODEL_ID, headers: undefined },
  };
}

function readDepiction(options: ImageModelV4CallOptions, size: PictureSize): Depiction {
  const given = options.providerOptions[PROVIDER]?.depiction;
  if (given !== undefined) {
    const parsed = depictionSchema.safeParse(given);
    if (!parsed.success) {
      throw new AppError('invalid_request', 'The picture cannot be drawn from this description.', {
        cause: parsed.error,
        fields: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
      });
    }
    return parsed.data;
  }
  const prompt = options.prompt?.trim();
  if (!prompt) throw new AppError('invalid_request', 'A picture needs a prompt.');
  return depictPrompt(prompt, {
    aspectRatio: nearestRatio(size),
    seed: options.seed ?? hashSeed(prompt) % 2 ** 31,
  });
}

/** `size` wins over `aspectRatio`, which wins over the depiction's own; other ratios get the same area in their shape. */
function readSize(options: ImageModelV4CallOptions, warnings: SharedV4Warning[]): PictureSize {
  if (options.size) {
    if (options.aspectRatio)
      warnings.push({ type: 'unsupported', feature: 'aspectRatio', details: '`size` was used.' });
    const [width = 0, height = 0] = options.size.split('x').map(Number);
    return checkPictureSize({ width, height });
  }
  if (options.aspectRatio) {
    const known = ASPECT_RATIOS.find((ratio) => ratio === options.aspectRatio);
    if (known) return PICTURE_SIZES[known];
    const [across = Number.NaN, down = Number.NaN] = options.aspectRatio.split(':').map(Number);
    const height = Math.sqrt((1280 * 720 * down) / across);
    return checkPictureSize({ width: Math.round((height * across) / down), height: Math.round(height) });
  }
  const asked = options.providerOptions[PROVIDER]?.depiction;
  const ratio =
    asked && typeof asked === 'object' && 'aspectRatio' in asked
      ? ASPECT_RATIOS.find((known) => known === asked.aspectRatio)
      : undefined;
  return PICTURE_SIZES[ratio ?? '16:9'];
}

function nearestRatio({ width, height }: PictureSize): AspectRatio {
  const distance = (ratio: AspectRatio) =>
    Math.abs(Math.log(width / height / (PICTURE_SIZES[ratio].width / PICTURE_SIZES[ratio].height)));
  return ASPECT_RATIOS.toSorted((a, b) => distance(a) - distance(b))[0] ?? '16:9';
}
