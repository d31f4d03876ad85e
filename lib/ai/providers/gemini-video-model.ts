import {
  InvalidResponseDataError,
  UnsupportedFunctionalityError,
  type Experimental_VideoModelV4 as VideoModelV4,
  type Experimental_VideoModelV4CallOptions as VideoModelV4CallOptions,
} from '@ai-sdk/provider';
import { convertToBase64 } from '@ai-sdk/provider-utils';
import { z } from 'zod';
import { getFromGemini, postToGemini } from './gemini-client.ts';
import type { PictureSize } from './provider.ts';

/** https://ai.google.dev/gemini-api/docs/video: Veo 2 films 5, 6 or 8 seconds, later ones 4, 6 or 8. */
export function listVeoShapes(modelId: string): { seconds: number[]; sizes: PictureSize[] } {
  return {
    seconds: isVeo2(modelId) ? [5, 6, 8] : [4, 6, 8],
    sizes: [
      { width: 1280, height: 720 },
      { width: 720, height: 1280 },
    ],
  };
}

const startedSchema = z.object({ name: z.string().min(1) });
const operationSchema = z.object({
  done: z.boolean().optional(),
  error: z.object({ code: z.int().optional(), message: z.string().optional() }).optional(),
  response: z
    .object({
      generateVideoResponse: z
        .object({
          generatedSamples: z
            .array(z.object({ video: z.object({ uri: z.url().optional() }).optional() }))
            .optional(),
          raiMediaFilteredCount: z.int().optional(),
          raiMediaFilteredReasons: z.array(z.string()).optional(),
        })
        .optional(),
    })
    .optional(),
});

/**
 * Veo: `predictLongRunning`, then asking after the operation. Billed by the second of film that was asked for, when the
 * film is done; what the safety system holds back is not billed. The film's address wants the key in a header
 * (`keyHeaderFor`) and lives two days.
 */
export function createGeminiVideoModel(modelId: string): VideoModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'gemini',
    modelId,
    maxVideosPerCall: 1,
    doStart: async (options: VideoModelV4CallOptions) => {
      const body = { instances: [toInstance(options)], parameters: toParameters(modelId, options) };
      const path = `models/${modelId}:predictLongRunning`;
      const { name } = await postToGemini(path, body, startedSchema, options.abortSignal);
      return { operation: { name }, warnings: [], response: describe(modelId) };
    },
    doStatus: async ({ operation, abortSignal }) => {
      const { name } = startedSchema.parse(operation);
      const { done, error, response } = await getFromGemini(name, operationSchema, abortSignal);
      if (!done) return { status: 'pending', response: describe(modelId) };
      const { generatedSamples = [], raiMediaFilteredReasons = [] } = response?.generateVideoResponse ?? {};
      const uri = generatedSamples.find(({ video }) => video?.uri)?.video?.uri;
      if (uri) {
        return {
          status: 'completed',
          videos: [{ type: 'url', url: uri, mediaType: 'video/mp4' }],
          warnings: [],
          response: describe(modelId),
        };
      }
      const isRefused = response?.generateVideoResponse?.raiMediaFilteredCount !== undefined;
      return {
        status: 'error',
        error: raiMediaFilteredReasons[0] ?? error?.message ?? 'Veo ended without a film.',
        providerMetadata: {
          gemini: { refused: isRefused, ...(error?.code !== undefined && { code: error.code }) },
        },
        response: describe(modelId),
      };
    },
  };
}

/** The first frame is `image` or the one among `frameImages`; as bytes, for Veo takes no `inlineData`. */
function toInstance({ prompt, image, frameImages, inputReferences }: VideoModelV4CallOptions) {
  const ofType = (wanted: string) => frameImages?.find(({ frameType }) => frameType === wanted)?.image;
  const [first, last] = [image ?? ofType('first_frame'), ofType('last_frame')];
  return {
    prompt,
    ...(first && { image: toBytes(first) }),
    ...(last && { lastFrame: toBytes(last) }),
    ...(inputReferences?.length && {
      referenceImages: inputReferences.map((file) => ({ image: toBytes(file), referenceType: 'asset' })),
    }),
  };
}

function toBytes(file: NonNullable<VideoModelV4CallOptions['image']>) {
  if (file.type === 'url')
    throw new UnsupportedFunctionalityError({ functionality: 'a picture given as address' });
  if (!file.mediaType.startsWith('image/')) {
    throw new InvalidResponseDataError({ data: file.mediaType, message: 'Veo takes pictures only.' });
  }
  return { bytesBase64Encoded: convertToBase64(file.data), mimeType: file.mediaType };
}

/** What a model does not know it refuses: no count of films, no sound, and for Veo 2 no resolution. */
function toParameters(modelId: string, options: VideoModelV4CallOptions) {
  const [width = 0, height = 0] = options.resolution?.split('x').map(Number) ?? [];
  const isLarge = Math.min(width, height) >= 1080;
  const { seconds } = listVeoShapes(modelId);
  const wanted = options.duration;
  // Only the longest films come in 1080p.
  const nearest =
    isLarge && !isVeo2(modelId) ? seconds.at(-1) : seconds.find((length) => length >= (wanted ?? 0));
  const { aspectRatio } = options;
  const ratio = aspectRatio && aspectRatio !== 'adaptive' ? aspectRatio : undefined;
  return {
    aspectRatio: ratio ?? (height > width ? '9:16' : '16:9'),
    ...(!isVeo2(modelId) && { resolution: isLarge ? '1080p' : '720p' }),
    ...((wanted !== undefined || isLarge) && { durationSeconds: nearest ?? seconds.at(-1) }),
    ...(options.seed !== undefined && { seed: options.seed }),
  };
}

function isVeo2(modelId: string): boolean {
  return modelId.startsWith('veo-2');
}

function describe(modelId: string) {
  return { timestamp: new Date(), modelId, headers: undefined };
}
