import { APICallError, JSONParseError } from '@ai-sdk/provider';
import { GoogleGenerativeAIError, GoogleGenerativeAIFetchError } from '@google/generative-ai';
import { z } from 'zod';

/** https://cloud.google.com/apis/design/errors: details carry their kind in `@type`. */
const detailSchema = z.looseObject({
  '@type': z.string().optional(),
  reason: z.string().optional(),
  retryDelay: z.string().optional(),
  violations: z
    .array(z.looseObject({ quotaId: z.string().optional(), quotaValue: z.string().optional() }))
    .optional(),
});
const bodySchema = z.object({
  error: z.object({ message: z.string().optional(), details: z.array(detailSchema).optional() }),
});
type Detail = z.infer<typeof detailSchema>;

type Failure = {
  status: number;
  message: string;
  details: Detail[];
  url: string;
  headers?: Record<string, string>;
};

/**
 * What a failed call of the package threw, as the error all providers throw, so that `mapProviderError` reads one kind.
 * The key is taken out of every text: Google names it in some refusals ("Consumer 'api_key:…' has been suspended").
 * @param call.hasBegun whether an answer had begun: then the connection broke in the middle of it
 */
export function toGeminiError(
  error: unknown,
  call: { url: string; apiKey: string; hasBegun: boolean; signal: AbortSignal | undefined },
): unknown {
  if (call.signal?.aborted) return call.signal.reason;
  if (error instanceof GoogleGenerativeAIFetchError && error.status !== undefined) {
    const details = z.array(detailSchema).safeParse(error.errorDetails).data ?? [];
    return buildFailure(
      { status: error.status, message: error.message, details, url: call.url },
      call.apiKey,
    );
  }
  // What a truncated or garbled body is to the package's own parser.
  if (error instanceof SyntaxError) return new JSONParseError({ text: '', cause: error });
  const isCut = error instanceof TypeError || (error instanceof GoogleGenerativeAIError && call.hasBegun);
  if (!isCut && !(error instanceof GoogleGenerativeAIError)) return error;
  return new APICallError({
    message: isCut ? 'The answer of Gemini broke off.' : 'Gemini could not be reached.',
    url: call.url,
    requestBodyValues: {},
    ...(isCut && { statusCode: 200 }),
    isRetryable: true,
    cause: new Error(redact(error.message, call.apiKey), { cause: error.cause }),
  });
}

/** The same for an answer we fetched ourselves. */
export function toGeminiFailure(
  response: { status: number; body: string; headers: Record<string, string>; url: string },
  apiKey: string,
): APICallError {
  const body = bodySchema.safeParse(parseJson(response.body));
  const { message = '', details = [] } = body.data?.error ?? {};
  return buildFailure({ ...response, message, details }, apiKey);
}

/** In the middle of a stream: what came before it is on the bill, so it is no refusal whatever status it names. */
export function toGeminiStreamError(
  error: { code?: number | undefined; message?: string | undefined },
  call: { url: string; apiKey: string },
): APICallError {
  const message = redact(error.message ?? '', call.apiKey);
  return new APICallError({
    message: `Gemini stopped with ${error.code ?? 'an error'}: ${message}`,
    url: call.url,
    requestBodyValues: {},
    statusCode: 200,
    responseBody: message,
    isRetryable: true,
  });
}

function buildFailure(failure: Failure, apiKey: string): APICallError {
  const { status, details, url, headers = {} } = failure;
  const message = redact(failure.message, apiKey);
  const retryAfter = readRetryDelay(details);
  return new APICallError({
    message: `Gemini answered ${status}: ${message}`,
    url,
    requestBodyValues: {},
    // Google answers 400 to a key that is none; everybody else answers 401.
    statusCode: details.some(({ reason }) => reason === 'API_KEY_INVALID') ? 401 : status,
    responseHeaders: { ...headers, ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }) },
    responseBody: message,
    data: { error: { code: isUsedUp(details) ? 'insufficient_quota' : String(status), message } },
  });
}

/** `17s`, `0.5s` → seconds. */
function readRetryDelay(details: Detail[]): number | undefined {
  const seconds = Number.parseFloat(details.find((detail) => detail.retryDelay)?.retryDelay ?? '');
  return Number.isFinite(seconds) ? Math.max(1, Math.ceil(seconds)) : undefined;
}

/** A quota of none, or of a whole day: no wait that a story could bear mends it. */
function isUsedUp(details: Detail[]): boolean {
  return details
    .flatMap(({ violations }) => violations ?? [])
    .some(({ quotaId, quotaValue }) => quotaValue === '0' || /PerDay/.test(quotaId ?? ''));
}

function redact(text: string, apiKey: string): string {
  return apiKey === '' ? text : text.replaceAll(apiKey, '[key]');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page of HTML says nothing we could use; the status says enough.
    return undefined;
  }
}
