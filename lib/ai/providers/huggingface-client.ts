import { APICallError, InvalidResponseDataError, JSONParseError } from '@ai-sdk/provider';
import {
  InferenceClient,
  InferenceClientHubApiError,
  InferenceClientInputError,
  InferenceClientProviderApiError,
  InferenceClientProviderOutputError,
  InferenceClientRoutingError,
  setLogger,
} from '@huggingface/inference';
import { z } from 'zod';
import { getEnv } from '../../env.ts';
import { AppError } from '../../errors.ts';

const HUB_URL = 'https://huggingface.co';
const ROUTER_URL = 'https://router.huggingface.co';

// The package tells the console which of its providers it chose.
const say = () => undefined;
setLogger({ debug: say, info: say, warn: say, error: say, log: say });

/** `{"error":"Model … is currently loading","estimated_time":20.0}`, and what OpenAI's protocol says of errors. */
const bodySchema = z.looseObject({
  error: z.union([z.string(), z.looseObject({ message: z.string().optional() })]).optional(),
  message: z.string().optional(),
  estimated_time: z.number().optional(),
});

/**
 * Asks Hugging Face through its package. Everything the package fetches while it works (which of the inference providers
 * serves a model, then that provider) goes through our `fetch`: it may be sent to `HUGGINGFACE_BASE_URL`, and what is refused
 * there becomes an error with its headers, which the package's own errors have not.
 * @throws APICallError, JSONParseError, InvalidResponseDataError; AppError `provider_rejected` when nobody serves the model;
 *   the signal's reason when it fires
 */
export async function askHuggingFace<Result>(
  signal: AbortSignal | undefined,
  work: (client: InferenceClient) => Promise<Result>,
): Promise<Result> {
  signal?.throwIfAborted();
  try {
    return await work(connectHuggingFace(signal));
  } catch (error) {
    throw toHuggingFaceError(error, signal);
  }
}

export function connectHuggingFace(signal: AbortSignal | undefined): InferenceClient {
  return new InferenceClient(readToken(), {
    // The package would ask again at once, and for ever, while a model is being loaded.
    retry_on_error: false,
    fetch: (input, init) => fetchFromHuggingFace(String(input), { ...init, ...(signal && { signal }) }),
  });
}

/** What the package has no function for. @param path of the hub: `/api/whoami-v2` */
export function getFromHub(path: string, signal: AbortSignal): Promise<Response> {
  return fetchFromHuggingFace(`${HUB_URL}${path}`, { signal });
}

/** What went wrong, as the errors all providers throw, so that `mapProviderError` reads one kind. */
export function toHuggingFaceError(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return signal.reason;
  if (error instanceof InferenceClientProviderApiError || error instanceof InferenceClientHubApiError) {
    const { status, body } = error.httpResponse;
    return buildError({
      url: error.httpRequest.url,
      status,
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {},
    });
  }
  if (error instanceof InferenceClientProviderOutputError) {
    return new InvalidResponseDataError({ data: undefined, message: redact(error.message) });
  }
  if (error instanceof InferenceClientInputError || error instanceof InferenceClientRoutingError) {
    return new AppError('provider_rejected', `Hugging Face cannot do this: ${redact(error.message)}`, {
      cause: new Error(redact(error.message)),
    });
  }
  if (error instanceof SyntaxError) return new JSONParseError({ text: '', cause: error });
  // What the runtime says of a body that ends too early.
  return error instanceof TypeError ? buildBrokenOff(ROUTER_URL, error) : error;
}

async function fetchFromHuggingFace(address: string, init: RequestInit): Promise<Response> {
  const url = redirect(address);
  let response: Response;
  try {
    response = await fetch(url, { ...init, headers: introduce(address, init.headers) });
  } catch (error) {
    if (init.signal?.aborted) throw init.signal.reason;
    throw new APICallError({
      message: 'Hugging Face could not be reached.',
      url,
      requestBodyValues: {},
      isRetryable: true,
      cause: error,
    });
  }
  if (response.ok) return response;
  const headers = Object.fromEntries(response.headers);
  throw buildError({ url, status: response.status, body: await response.text(), headers });
}

/** The package asks the hub who serves a model without saying who asks: then it knows of no private or gated ones. */
function introduce(address: string, given: RequestInit['headers']): Headers {
  const headers = new Headers(given);
  if (address.startsWith(`${HUB_URL}/`) && !headers.has('authorization')) {
    headers.set('authorization', `Bearer ${readToken()}`);
  }
  return headers;
}

function redirect(address: string): string {
  const { baseUrl } = getEnv().ai.huggingface;
  if (!baseUrl) return address;
  const home = [ROUTER_URL, HUB_URL].find((url) => address.startsWith(`${url}/`));
  return home ? `${baseUrl}${address.slice(home.length)}` : address;
}

function buildError(failure: {
  url: string;
  status: number;
  body: string;
  headers: Record<string, string>;
}): APICallError {
  const { url, status, headers } = failure;
  const body = redact(failure.body);
  const told = bodySchema.safeParse(parseJson(body)).data;
  const message =
    typeof told?.error === 'string' ? told.error : (told?.error?.message ?? told?.message ?? '');
  const seconds = told?.estimated_time;
  return new APICallError({
    message: `Hugging Face answered ${status}: ${message}`,
    url,
    requestBodyValues: {},
    statusCode: status,
    // An error in the middle of a stream has the status of the stream: what came before it is on the bill.
    ...(status < 400 && { isRetryable: true }),
    // How long a model that is being loaded still takes.
    responseHeaders: {
      ...headers,
      ...(seconds !== undefined && { 'retry-after': String(Math.ceil(seconds)) }),
    },
    responseBody: body,
    data: { error: { code: String(status), message } },
  });
}

export function buildBrokenOff(url: string, cause?: unknown): APICallError {
  return new APICallError({
    message: 'The answer of Hugging Face broke off.',
    url,
    requestBodyValues: {},
    statusCode: 200,
    isRetryable: true,
    cause,
  });
}

function readToken(): string {
  return getEnv().ai.huggingface.token ?? '';
}

function redact(text: string): string {
  const token = readToken();
  return token === '' ? text : text.replaceAll(token, '[token]');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A gateway's page of HTML says nothing we could use; the status says enough.
    return undefined;
  }
}
