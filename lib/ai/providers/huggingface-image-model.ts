import type { ImageModelV4, ImageModelV4CallOptions } from '@ai-sdk/provider';
import { askHuggingFace } from './huggingface-client.ts';

/** Diffusion models draw in blocks of 16 pixels, and were taught on about a million of them. */
const BLOCK = 16;
const MOST_PIXELS = 1024 * 1024;

/**
 * A model of the hub that draws from words (`textToImage`), in about the shape that is asked for. One picture a call, which
 * is what it reports; Hugging Face bills by the time it takes.
 */
export function createHuggingFaceImageModel(modelId: string): ImageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'huggingface',
    modelId,
    maxImagesPerCall: 1,
    supportsFileInputs: false,
    doGenerate: async ({ prompt, size, seed, abortSignal }: ImageModelV4CallOptions) => {
      const bytes = await askHuggingFace(abortSignal, async (client) => {
        const picture = await client.textToImage(
          {
            model: modelId,
            provider: 'auto',
            inputs: prompt ?? '',
            parameters: { ...fitSize(size), ...(seed !== undefined && { seed }) },
          },
          { outputType: 'blob', ...(abortSignal && { signal: abortSignal }) },
        );
        return new Uint8Array(await picture.arrayBuffer());
      });
      return {
        // An empty body is no picture.
        images: bytes.length > 0 ? [bytes] : [],
        warnings: [],
        response: { timestamp: new Date(), modelId, headers: undefined },
      };
    },
  };
}

function fitSize(size: ImageModelV4CallOptions['size']): { width?: number; height?: number } {
  const [width, height] = size?.split('x').map(Number) ?? [];
  if (!width || !height) return {};
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)));
  const round = (length: number) => Math.max(BLOCK, Math.round((length * scale) / BLOCK) * BLOCK);
  return { width: round(width), height: round(height) };
}
