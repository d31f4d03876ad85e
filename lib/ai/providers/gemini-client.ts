import { type APICallError, JSONParseError } from '@ai-sdk/provider';
import { getFromApi, postJsonToApi, type ResponseHandler } from '@ai-sdk/provider-utils';
import { type GenerateContentRequest, type GenerativeModel, GoogleGenerativeAI } from '@google/generative-ai';
import { z } from 'zod';
import { getEnv } from '../../env.ts';
import { type GeminiAnswer, readGeminiAnswer } from './gemini-answer.ts';
import { toGeminiError, toGeminiFailure, toGeminiStreamError } from './gemini-errors.ts';
import { withNetworkReason } from './gemini-network-error.ts';
import type { GeminiSchema } from './gemini-schema.ts';

const GEMINI_URL = 'https://generativelanguage.googleapis.com';
const API_VERSION = 'v1beta';

export type GeminiRequestPart =
  | { text: string }
  | { inlineData: { mimeType: string; data: string } }
  | { functionCall: { name: string; args: unknown }; thoughtSignature?: string }
  | { functionResponse: { name: string; response: Record<string, unknown> } };

/** https://ai.google.dev/api/generate-content#method:-models.generatecontent */
export type GeminiRequest = {
  contents: { role: 'user' | 'model'; parts: GeminiRequestPart[] }[];
  systemInstruction?: { role: 'system'; parts: { text: string }[] };
  generationConfig?: {
    maxOutputTokens?: number | undefined;
    temperature?: number | undefined;
    topP?: number | undefined;
    topK?: number | undefined;
    stopSequences?: string[] | undefined;
    seed?: number | undefined;
    presencePenalty?: number | undefined;
    frequencyPenalty?: number | undefined;
    responseMimeType?: string;
    responseSchema?: GeminiSchema;
    responseModalities?: ('TEXT' | 'IMAGE' | 'AUDIO')[];
    imageConfig?: { aspectRatio?: string | undefined; imageSize?: string | undefined };
    speechConfig?: { voiceConfig: { prebuiltVoiceConfig: { voiceName: string } } };
  };
  tools?: { functionDeclarations: { name: string; description?: string; parameters?: GeminiSchema }[] }[];
  toolConfig?: {
    functionCallingConfig: { mode: 'AUTO' | 'ANY' | 'NONE'; allowedFunctionNames?: string[] };
  };
};

type Call = { modelId: string; request: GeminiRequest; signal: AbortSignal | undefined };

/** @throws APICallError, JSONParseError, InvalidResponseDataError; the signal's reason when it fires */
export async function generateGeminiContent({ modelId, request, signal }: Call): Promise<GeminiAnswer> {
  // The package hears only of an abort that is still to come.
  signal?.throwIfAborted();
  try {
    const result = await withNetworkReason((customHeaders) =>
      getModel(modelId, customHeaders).generateContent(toPackageRequest(request), {
        ...(signal && { signal }),
      }),
    );
    return readGeminiAnswer(result.response);
  } catch (error) {
    throw toGeminiError(error, { ...describeCall(modelId), hasBegun: false, signal });
  }
}

/** The pieces of an answer as they come. @throws as `generateGeminiContent`, before the first piece and between them */
export async function streamGeminiContent({
  modelId,
  request,
  signal,
}: Call): Promise<AsyncGenerator<GeminiAnswer>> {
  signal?.throwIfAborted();
  try {
    const result = await withNetworkReason((customHeaders) =>
      getModel(modelId, customHeaders).generateContentStream(toPackageRequest(request), {
        ...(signal && { signal }),
      }),
    );
    // The package gathers the whole answer besides; that fails with the stream, which tells it to whoever reads.
    result.response.catch(() => undefined);
    return readPieces(result.stream, modelId, signal);
  } catch (error) {
    throw toGeminiError(error, { ...describeCall(modelId), hasBegun: false, signal });
  }
}

async function* readPieces(
  pieces: AsyncGenerator<unknown>,
  modelId: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<GeminiAnswer> {
  try {
    for await (const piece of pieces) {
      const answer = readGeminiAnswer(piece);
      if (answer.error) throw toGeminiStreamError(answer.error, describeCall(modelId));
      yield answer;
    }
  } catch (error) {
    throw toGeminiError(error, { ...describeCall(modelId), hasBegun: true, signal });
  }
}

/** What the package has no function for. @param path below the API's version: `models?pageSize=1` */
export function getFromGemini<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  signal: AbortSignal | undefined,
): Promise<z.infer<Schema>> {
  return getFromApi({
    url: `${readBaseUrl()}/${API_VERSION}/${path}`,
    headers: keyHeader(),
    successfulResponseHandler: readWith(schema),
    failedResponseHandler: readFailure,
    // The operator's own setting, not an address somebody gave us.
    validateUrl: false,
    ...(signal && { abortSignal: signal }),
  }).then(({ value }) => value);
}

export function postToGemini<Schema extends z.ZodType>(
  path: string,
  body: unknown,
  schema: Schema,
  signal: AbortSignal | undefined,
): Promise<z.infer<Schema>> {
  return postJsonToApi({
    url: `${readBaseUrl()}/${API_VERSION}/${path}`,
    headers: keyHeader(),
    body,
    successfulResponseHandler: readWith(schema),
    failedResponseHandler: readFailure,
    ...(signal && { abortSignal: signal }),
  }).then(({ value }) => value);
}

/** The key, for an address of Google or of the server that stands in for it; nothing for any other. */
export function keyHeaderFor(url: string): Record<string, string> {
  const origin = URL.canParse(url) ? new URL(url).origin : '';
  const isTheirs = origin === GEMINI_URL || origin === new URL(readBaseUrl()).origin;
  return isTheirs ? keyHeader() : {};
}

function getModel(modelId: string, customHeaders: Record<string, string>): GenerativeModel {
  const options = { baseUrl: readBaseUrl(), customHeaders };
  return new GoogleGenerativeAI(readKey()).getGenerativeModel({ model: modelId }, options);
}

/** The package's types end where Gemini 1.5 ended; it sends on whatever it is given. */
function toPackageRequest(request: GeminiRequest): GenerateContentRequest {
  return request as unknown as GenerateContentRequest;
}

function describeCall(modelId: string): { url: string; apiKey: string } {
  return { url: `${readBaseUrl()}/${API_VERSION}/models/${modelId}`, apiKey: readKey() };
}

function readBaseUrl(): string {
  return getEnv().ai.gemini.baseUrl ?? GEMINI_URL;
}

function readKey(): string {
  return getEnv().ai.gemini.apiKey ?? '';
}

function keyHeader(): Record<string, string> {
  return { 'x-goog-api-key': readKey() };
}

function readWith<Schema extends z.ZodType>(schema: Schema): ResponseHandler<z.infer<Schema>> {
  return async ({ response }) => {
    const text = await response.text();
    const parsed = z.preprocess((value) => JSON.parse(String(value)), schema);
    try {
      return { value: parsed.parse(text) };
    } catch (error) {
      throw new JSONParseError({ text, cause: error });
    }
  };
}

const readFailure: ResponseHandler<APICallError> = async ({ url, response }) => {
  const headers = Object.fromEntries(response.headers);
  const body = await response.text();
  return {
    value: toGeminiFailure({ status: response.status, body, headers, url }, readKey()),
    responseHeaders: headers,
  };
};
