import {
  type ImageModelV4,
  type ImageModelV4CallOptions,
  UnsupportedFunctionalityError,
} from '@ai-sdk/provider';
import { convertToBase64 } from '@ai-sdk/provider-utils';
import { countGeminiTokens, refuseIfBlocked } from './gemini-answer.ts';
import { type GeminiRequestPart, generateGeminiContent } from './gemini-client.ts';
import type { PictureSize } from './provider.ts';

/** What each aspect ratio is in pixels at the size "1K": https://ai.google.dev/gemini-api/docs/image-generation#aspect_ratios */
const RATIOS: Record<string, PictureSize> = {
  '1:1': { width: 1024, height: 1024 },
  '2:3': { width: 832, height: 1248 },
  '3:2': { width: 1248, height: 832 },
  '3:4': { width: 864, height: 1184 },
  '4:3': { width: 1184, height: 864 },
  '4:5': { width: 896, height: 1152 },
  '5:4': { width: 1152, height: 896 },
  '9:16': { width: 768, height: 1344 },
  '16:9': { width: 1344, height: 768 },
  '21:9': { width: 1536, height: 672 },
};
export const GEMINI_PICTURE_SIZES: PictureSize[] = Object.values(RATIOS);

/**
 * A Gemini model that draws ("gemini-2.5-flash-image" and newer), with reference pictures beside the words. One picture a
 * call. Reports tokens, which is how Google bills it: the words and references in, the picture (1290 at 1K) out.
 * @throws AppError `provider_refused` when the safety system stops words or picture; otherwise as `generateGeminiContent`
 */
export function createGeminiImageModel(modelId: string): ImageModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'gemini',
    modelId,
    maxImagesPerCall: 1,
    supportsFileInputs: true,
    doGenerate: async (options: ImageModelV4CallOptions) => {
      const answer = await generateGeminiContent({
        modelId,
        signal: options.abortSignal,
        request: {
          contents: [{ role: 'user', parts: toParts(options) }],
          generationConfig: {
            // Gemini 2.0 draws only where it may speak as well.
            responseModalities: modelId.startsWith('gemini-2.0') ? ['TEXT', 'IMAGE'] : ['IMAGE'],
            seed: options.seed,
            imageConfig: {
              aspectRatio: options.aspectRatio ?? nearestRatio(options.size),
              imageSize: readImageSize(options),
            },
          },
        },
      });
      refuseIfBlocked(answer);
      const { inputTokens, outputTokens } = countGeminiTokens(answer.usage);
      return {
        images: answer.parts.flatMap(({ thought, inlineData }) =>
          inlineData && !thought ? [inlineData.data] : [],
        ),
        warnings: [],
        response: { timestamp: new Date(), modelId: answer.modelVersion ?? modelId, headers: undefined },
        usage: { inputTokens, outputTokens, totalTokens: (inputTokens ?? 0) + (outputTokens ?? 0) },
      };
    },
  };
}

/** The pictures come first: the words speak about them. */
function toParts({ prompt, files, mask }: ImageModelV4CallOptions): GeminiRequestPart[] {
  if (mask) throw new UnsupportedFunctionalityError({ functionality: 'a mask' });
  const pictures = (files ?? []).map((file) => {
    if (file.type === 'url')
      throw new UnsupportedFunctionalityError({ functionality: 'a picture given as address' });
    return { inlineData: { mimeType: file.mediaType, data: convertToBase64(file.data) } };
  });
  return [...pictures, ...(prompt === undefined ? [] : [{ text: prompt }])];
}

function nearestRatio(size: ImageModelV4CallOptions['size']): string | undefined {
  const [width, height] = size?.split('x').map(Number) ?? [];
  if (!width || !height) return undefined;
  const distance = (at: PictureSize) => Math.abs(Math.log(at.width / at.height) - Math.log(width / height));
  return Object.entries(RATIOS).reduce((best, entry) =>
    distance(entry[1]) < distance(best[1]) ? entry : best,
  )[0];
}

function readImageSize({ providerOptions }: ImageModelV4CallOptions): string | undefined {
  const size = providerOptions.gemini?.imageSize;
  return typeof size === 'string' ? size : undefined;
}
