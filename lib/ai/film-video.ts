import type {
  JSONValue,
  Experimental_VideoModelV4 as VideoModelV4,
  Experimental_VideoModelV4OperationStatusResult as VideoStatusResult,
} from '@ai-sdk/provider';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { callProvider } from './call-provider.ts';
import { getCallTimeoutMs } from './call-timeouts.ts';
import { providerNameOf } from './models.ts';
import type { PictureSize } from './providers/provider.ts';

/** A film is begun, asked after and fetched by calls of their own; none of them waits for it. Not retried here. */

export type StartVideo = {
  model: VideoModelV4;
  prompt: string;
  /** PNG of exactly `size`, which the film begins with where the model takes one. */
  firstFrame: Uint8Array | undefined;
  seconds: number;
  size: PictureSize;
  signal?: AbortSignal | undefined;
};

/**
 * Begins a film.
 * @returns the provider's name for it, JSON
 * @throws AppError as `callProvider`; `misconfigured` for a model that cannot be asked later
 */
export async function startVideo(input: StartVideo): Promise<JSONValue> {
  const { model, size, firstFrame } = input;
  return callProvider(
    input.signal,
    async (abortSignal) => {
      const { operation } = await canBeAskedLater(model).doStart({
        prompt: input.prompt,
        n: 1,
        resolution: `${size.width}x${size.height}`,
        aspectRatio: aspectRatioOf(size),
        duration: input.seconds,
        fps: undefined,
        seed: undefined,
        image: firstFrame && { type: 'file', mediaType: 'image/png', data: firstFrame },
        frameImages: undefined,
        inputReferences: undefined,
        // The page is read aloud over it.
        generateAudio: false,
        providerOptions: {},
        abortSignal,
      });
      return operation;
    },
    getCallTimeoutMs('video'),
  );
}

export type VideoStatus =
  /** `fraction` 0…1 where the provider tells. */
  | { state: 'pending'; fraction?: number | undefined }
  | { state: 'completed'; video: { url: string } | { bytes: Uint8Array } }
  /** For good. `provider_refused` when a safety system stopped it, else `provider_failed`. */
  | { state: 'failed'; error: AppError };

/** Asks after a film. @throws AppError as `callProvider` */
export async function readVideoStatus(input: {
  model: VideoModelV4;
  operation: JSONValue;
  signal?: AbortSignal | undefined;
}): Promise<VideoStatus> {
  const { model, operation } = input;
  const result = await callProvider<VideoStatusResult>(
    input.signal,
    async (abortSignal) => canBeAskedLater(model).doStatus({ operation, abortSignal }),
    getCallTimeoutMs('video'),
  );
  const said = readMetadata(model, result.providerMetadata);
  if (result.status === 'pending') {
    return { state: 'pending', fraction: said.progress === undefined ? undefined : said.progress / 100 };
  }
  if (result.status === 'error') {
    const cause = new Error(result.error);
    return {
      state: 'failed',
      error: said.refused
        ? new AppError('provider_refused', 'The AI service declined to film this page.', { cause })
        : new AppError('provider_failed', 'The AI service could not film this page.', { cause }),
    };
  }
  const [video] = result.videos;
  if (video?.type === 'url') return { state: 'completed', video: { url: video.url } };
  if (video?.type === 'binary') return { state: 'completed', video: { bytes: video.data } };
  if (video?.type === 'base64')
    return { state: 'completed', video: { bytes: Buffer.from(video.data, 'base64') } };
  return {
    state: 'failed',
    error: new AppError('provider_failed', 'The AI service finished without a film.'),
  };
}

const metadataSchema = z.object({
  progress: z.number().min(0).max(100).optional().catch(undefined),
  refused: z.boolean().optional().catch(undefined),
});

function readMetadata(model: VideoModelV4, metadata: VideoStatusResult['providerMetadata']) {
  const read = metadataSchema.safeParse(metadata?.[providerNameOf(model)] ?? {});
  return read.success ? read.data : {};
}

function canBeAskedLater(model: VideoModelV4) {
  if (model.doStart && model.doStatus) {
    return { doStart: model.doStart.bind(model), doStatus: model.doStatus.bind(model) };
  }
  throw new AppError('misconfigured', `${model.provider}/${model.modelId} does not film in the background.`);
}

/** The simplest whole numbers: 1280×720 is 16:9. */
function aspectRatioOf({ width, height }: PictureSize): `${number}:${number}` {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  const common = divisor(width, height);
  return `${width / common}:${height / common}`;
}
