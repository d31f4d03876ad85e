import type {
  JSONValue,
  Experimental_VideoModelV4 as VideoModelV4,
  Experimental_VideoModelV4CallOptions as VideoModelV4CallOptions,
  Experimental_VideoModelV4File as VideoModelV4File,
} from '@ai-sdk/provider';
import { UnsupportedFunctionalityError } from '@ai-sdk/provider';
import {
  createJsonErrorResponseHandler,
  createJsonResponseHandler,
  deleteFromApi,
  getFromApi,
  postFormDataToApi,
} from '@ai-sdk/provider-utils';
import sharp from 'sharp';
import { z } from 'zod';
import type { PictureSize, VideoJobs } from './provider.ts';

/** Where the service is, and what it knows us by. */
export type OpenAIConnection = { baseUrl: string; apiKey: string };

const SECONDS = [4, 8, 12];
const SIZES: PictureSize[] = [
  { width: 1280, height: 720 },
  { width: 720, height: 1280 },
];
const PRO_SIZES: PictureSize[] = [...SIZES, { width: 1792, height: 1024 }, { width: 1024, height: 1792 }];

/** Its clock and ours may differ, and it keeps whole seconds. */
const CLOCK_DIFFERENCE_MS = 60_000;
const PAGE_LENGTH = 100;
const MOST_PAGES = 10;

const REFUSALS: ReadonlySet<string> = new Set(['moderation_blocked', 'content_policy_violation']);

const operationSchema = z.object({ id: z.string() });
const videoSchema = z.object({
  id: z.string(),
  status: z.enum(['queued', 'in_progress', 'completed', 'failed']),
  progress: z.number().nullish(),
  created_at: z.number().nullish(),
  model: z.string().nullish(),
  prompt: z.string().nullish(),
  seconds: z.string().nullish(),
  size: z.string().nullish(),
  error: z.object({ code: z.string().nullish(), message: z.string().nullish() }).nullish(),
});
type Video = z.infer<typeof videoSchema>;
const videoListSchema = z.object({ data: z.array(videoSchema), has_more: z.boolean().nullish() });
const errorSchema = z.object({
  error: z.object({
    message: z.string(),
    type: z.string().nullish(),
    code: z.union([z.string(), z.number()]).nullish(),
  }),
});

const failedResponseHandler = createJsonErrorResponseHandler({
  errorSchema,
  errorToMessage: ({ error }) => error.message,
});

export function listOpenAIVideoShapes(modelId: string): { seconds: number[]; sizes: PictureSize[] } {
  return { seconds: SECONDS, sizes: modelId.startsWith('sora-2-pro') ? PRO_SIZES : SIZES };
}

/**
 * The Videos API as an AI SDK model that starts a film and is asked about it later: never waits inside a call.
 * `operation` is `{id}`. Source: https://developers.openai.com/api/docs/api-reference/videos
 * OpenAI announced the end of its own service for 24 September 2026 (https://developers.openai.com/api/docs/deprecations);
 * gateways that speak its protocol are reached with `OPENAI_BASE_URL`. Where it is gone, the 404 leads to the next model.
 */
export function createOpenAIVideoModel(modelId: string, connect: () => OpenAIConnection): VideoModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'openai.video',
    modelId,
    maxVideosPerCall: 1,
    async doStart(options) {
      const connection = connect();
      const { value, responseHeaders } = await postFormDataToApi({
        url: `${connection.baseUrl}/videos`,
        headers: { ...authorize(connection), ...options.headers },
        formData: await buildForm(modelId, options),
        failedResponseHandler,
        successfulResponseHandler: createJsonResponseHandler(videoSchema),
        ...(options.abortSignal && { abortSignal: options.abortSignal }),
      });
      return {
        operation: { id: value.id },
        warnings: [],
        response: { timestamp: new Date(), modelId, headers: responseHeaders },
      };
    },
    async doStatus({ operation, abortSignal, headers }) {
      const connection = connect();
      const url = addressOf(connection, operation);
      const { value, responseHeaders } = await getFromApi({
        url,
        headers: { ...authorize(connection), ...headers },
        validateUrl: false,
        failedResponseHandler,
        successfulResponseHandler: createJsonResponseHandler(videoSchema),
        ...(abortSignal && { abortSignal }),
      });
      const response = { timestamp: new Date(), modelId, headers: responseHeaders };
      if (value.status === 'failed') return { status: 'error', ...describeFailure(value), response };
      const providerMetadata = { openai: describeVideo(value) };
      if (value.status !== 'completed') return { status: 'pending', providerMetadata, response };
      return {
        status: 'completed',
        videos: [{ type: 'url', url: `${url}/content`, mediaType: 'video/mp4' }],
        warnings: [],
        providerMetadata,
        response,
      };
    },
  };
}

/** What else is asked about films at OpenAI. */
export function createOpenAIVideoJobs(connect: () => OpenAIConnection): VideoJobs {
  return {
    downloadHeaders: (url) => {
      const connection = connect();
      // Only the service itself is told our key, whatever address an answer may name.
      return url.startsWith(`${connection.baseUrl}/`) ? authorize(connection) : {};
    },
    findStarted: async ({ modelId, prompt, since, signal }) => {
      const earliest = (since.getTime() - CLOCK_DIFFERENCE_MS) / 1_000;
      let found: Video | undefined;
      // Newest first: the last one that fits is the one that was begun first.
      for await (const video of listVideos(connect(), signal)) {
        if ((video.created_at ?? 0) < earliest) break;
        if (sameWords(video.prompt ?? '', prompt) && isModel(video, modelId)) found = video;
      }
      return found ? { id: found.id } : null;
    },
    cancel: async (operation, signal) => {
      const connection = connect();
      await deleteFromApi({
        url: addressOf(connection, operation),
        headers: authorize(connection),
        failedResponseHandler,
        successfulResponseHandler: createJsonResponseHandler(z.unknown()),
        abortSignal: signal,
      });
    },
  };
}

async function buildForm(modelId: string, options: VideoModelV4CallOptions): Promise<FormData> {
  const form = new FormData();
  form.append('model', modelId);
  form.append('prompt', options.prompt ?? '');
  if (options.duration !== undefined) form.append('seconds', String(options.duration));
  if (options.resolution !== undefined) form.append('size', options.resolution);
  const first =
    options.image ?? options.frameImages?.find(({ frameType }) => frameType === 'first_frame')?.image;
  const reference = first ?? options.inputReferences?.[0];
  if (reference) {
    form.append('input_reference', await fitReference(reference, options.resolution), 'reference.png');
  }
  return form;
}

/** The service refuses a picture that has not exactly the size of the film. */
async function fitReference(file: VideoModelV4File, resolution: string | undefined): Promise<Blob> {
  if (file.type === 'url') {
    throw new UnsupportedFunctionalityError({ functionality: 'a reference picture by its address' });
  }
  const bytes = typeof file.data === 'string' ? Buffer.from(file.data, 'base64') : file.data;
  const [width, height] = resolution?.split('x').map(Number) ?? [];
  const image = sharp(bytes);
  const fitted = width && height ? image.resize(width, height, { fit: 'cover', position: 'centre' }) : image;
  const png = await fitted.png().toBuffer();
  return new Blob([new Uint8Array(png)], { type: 'image/png' });
}

async function* listVideos(connection: OpenAIConnection, signal: AbortSignal): AsyncGenerator<Video> {
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ limit: String(PAGE_LENGTH), order: 'desc', ...(after && { after }) });
    const { value } = await getFromApi({
      url: `${connection.baseUrl}/videos?${query}`,
      headers: authorize(connection),
      validateUrl: false,
      failedResponseHandler,
      successfulResponseHandler: createJsonResponseHandler(videoListSchema),
      abortSignal: signal,
    });
    yield* value.data;
    after = value.data.at(-1)?.id;
    if (!value.has_more || after === undefined) return;
  }
}

/** A form's line ends travel as CRLF, and a service may tidy what it keeps. */
function sameWords(kept: string, asked: string): boolean {
  const words = (text: string) => text.trim().split(/\s+/).join(' ');
  return words(kept) === words(asked);
}

/** `sora-2` is answered as `sora-2-2025-12-08`; `sora-2-pro` is another model. */
function isModel({ model }: Video, modelId: string): boolean {
  if (!model || model === modelId) return true;
  return model.startsWith(`${modelId}-`) && /^\d{4}-/.test(model.slice(modelId.length + 1));
}

function describeVideo({ progress, seconds, size }: Video): Record<string, JSONValue> {
  return {
    progress: progress ?? 0,
    ...(seconds && { seconds: Number(seconds) }),
    ...(size && { size }),
  };
}

function describeFailure(video: Video) {
  const code = video.error?.code ?? 'unknown';
  return {
    error: video.error?.message ?? 'The film could not be made.',
    providerMetadata: { openai: { ...describeVideo(video), code, refused: REFUSALS.has(code) } },
  };
}

function addressOf({ baseUrl }: OpenAIConnection, operation: JSONValue): string {
  return `${baseUrl}/videos/${encodeURIComponent(operationSchema.parse(operation).id)}`;
}

function authorize({ apiKey }: OpenAIConnection): Record<string, string> {
  return { authorization: `Bearer ${apiKey}` };
}
