import type { Answer } from './provider-server.ts';

/** Answers in the wire format of Google's Gemini API, written after its public reference: each names its page. */

type Part = Record<string, unknown>;
type Usage = Record<string, unknown>;

const USAGE = { promptTokenCount: 812, candidatesTokenCount: 540, totalTokenCount: 1352 };

/** https://ai.google.dev/api/generate-content#v1beta.GenerateContentResponse */
export function geminiAnswer(
  parts: Part[],
  { finishReason = 'STOP', usage = USAGE }: { finishReason?: string; usage?: Usage } = {},
): Answer {
  return toAnswer({
    candidates: [{ content: { parts, role: 'model' }, finishReason, index: 0 }],
    usageMetadata: usage,
    modelVersion: 'gemini-2.5-flash',
    responseId: 'iYwSaaHuLqq1qtsP8YGhsA4',
  });
}

export function geminiText(text: string, usage: Usage = USAGE): Answer {
  return geminiAnswer([{ text }], { usage });
}

/** Thoughts are a part of their own, counted apart: https://ai.google.dev/gemini-api/docs/thinking */
export function geminiThoughtfulText(thoughts: string, text: string): Answer {
  return geminiAnswer([{ text: thoughts, thought: true }, { text }], {
    usage: {
      promptTokenCount: 100,
      cachedContentTokenCount: 40,
      candidatesTokenCount: 20,
      thoughtsTokenCount: 300,
    },
  });
}

/** https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent with `alt=sse` */
export function geminiStream(
  pieces: Part[][],
  {
    everyMs = 0,
    breaksOff = false,
    finishReason = 'STOP',
    endOfLine = '\r\n\r\n',
  }: { everyMs?: number; breaksOff?: boolean; finishReason?: string | null; endOfLine?: string } = {},
): Answer {
  const events = pieces.map((parts, index) => {
    const isLast = index === pieces.length - 1 && !breaksOff;
    return {
      candidates: [
        { content: { parts, role: 'model' }, ...(isLast && finishReason && { finishReason }), index: 0 },
      ],
      usageMetadata: { promptTokenCount: 812, candidatesTokenCount: (index + 1) * 4 },
      modelVersion: 'gemini-2.5-flash',
      responseId: 'iYwSaaHuLqq1qtsP8YGhsA4',
    };
  });
  return streamOf(
    events.map((event) => `data: ${JSON.stringify(event)}${endOfLine}`),
    everyMs,
    breaksOff,
  );
}

/** Whatever lines a test wants. */
export function streamOf(lines: string[], everyMs = 0, breaksOff = false): Answer {
  return {
    headers: { 'content-type': 'text/event-stream' },
    body: '',
    events: { lines, everyMs, breaksOff },
  };
}

/** https://ai.google.dev/api/generate-content#PromptFeedback: a question that was not let through has no candidates */
export function geminiBlockedPrompt(blockReason = 'PROHIBITED_CONTENT'): Answer {
  return toAnswer({
    promptFeedback: { blockReason },
    usageMetadata: { promptTokenCount: 812, totalTokenCount: 812 },
    modelVersion: 'gemini-2.5-flash',
  });
}

/** https://ai.google.dev/api/generate-content#FinishReason */
export function geminiBlockedAnswer(finishReason = 'SAFETY'): Answer {
  return toAnswer({
    candidates: [
      {
        finishReason,
        index: 0,
        safetyRatings: [{ category: 'HARM_CATEGORY_DANGEROUS_CONTENT', probability: 'HIGH', blocked: true }],
      },
    ],
    usageMetadata: { promptTokenCount: 812, totalTokenCount: 812 },
  });
}

/** https://ai.google.dev/gemini-api/docs/image-generation: a picture is 1290 tokens */
export function geminiPicture(png: Uint8Array): Answer {
  const inlineData = { mimeType: 'image/png', data: Buffer.from(png).toString('base64') };
  return geminiAnswer([{ inlineData }], {
    usage: { promptTokenCount: 258, candidatesTokenCount: 1290, totalTokenCount: 1548 },
  });
}

/** https://ai.google.dev/gemini-api/docs/speech-generation: bare samples, 25 tokens a second */
export function geminiSpeech(wav: Uint8Array, sampleRate = 24_000, usage?: Usage): Answer {
  const samples = wav.subarray(44);
  const inlineData = {
    mimeType: `audio/L16;codec=pcm;rate=${sampleRate}`,
    data: Buffer.from(samples).toString('base64'),
  };
  const seconds = samples.length / 2 / sampleRate;
  const spoken = { promptTokenCount: 22, candidatesTokenCount: Math.round(seconds * 25) };
  return geminiAnswer([{ inlineData }], { usage: usage ?? spoken });
}

/** https://ai.google.dev/gemini-api/docs/troubleshooting and https://cloud.google.com/apis/design/errors */
export function geminiError(status: number, message: string, name: string, details: object[] = []): Answer {
  const error = { code: status, message, status: name, ...(details.length > 0 && { details }) };
  return { status, body: JSON.stringify({ error }) };
}

const TYPES = 'type.googleapis.com/google.rpc';

/** https://ai.google.dev/gemini-api/docs/rate-limits: what a quota refuses, with the wait it asks for */
export function geminiRateLimit(
  retryDelay = '17.4s',
  quota = { quotaId: 'GenerateRequestsPerMinutePerProjectPerModel-FreeTier', quotaValue: '10' },
): Answer {
  return geminiError(429, 'You exceeded your current quota.', 'RESOURCE_EXHAUSTED', [
    { '@type': `${TYPES}.QuotaFailure`, violations: [quota] },
    { '@type': `${TYPES}.Help`, links: [{ url: 'https://ai.google.dev/gemini-api/docs/rate-limits' }] },
    { '@type': `${TYPES}.RetryInfo`, retryDelay },
  ]);
}

/** Google answers 400 and says in the details what it is. */
export function geminiWrongKey(): Answer {
  return geminiError(400, 'API key not valid. Please pass a valid API key.', 'INVALID_ARGUMENT', [
    {
      '@type': `${TYPES}.ErrorInfo`,
      reason: 'API_KEY_INVALID',
      domain: 'googleapis.com',
      metadata: { service: 'generativelanguage.googleapis.com' },
    },
  ]);
}

/** It names the key in its sentence. */
export function geminiSuspendedKey(key: string): Answer {
  return geminiError(
    403,
    `Permission denied: Consumer 'api_key:${key}' has been suspended.`,
    'PERMISSION_DENIED',
    [
      {
        '@type': `${TYPES}.ErrorInfo`,
        reason: 'CONSUMER_SUSPENDED',
        metadata: { consumer: `api_key:${key}` },
      },
    ],
  );
}

/** https://ai.google.dev/gemini-api/docs/video: what `predictLongRunning` answers, and its operation while it goes on. */
export function veoOperation(name: string, outcome?: Record<string, unknown>): Answer {
  return toAnswer(outcome ? { name, done: true, ...outcome } : { name });
}

export function veoFilm(uri: string): Record<string, unknown> {
  return {
    response: {
      '@type': 'type.googleapis.com/google.ai.generativelanguage.v1beta.PredictLongRunningResponse',
      generateVideoResponse: { generatedSamples: [{ video: { uri } }] },
    },
  };
}

/** https://ai.google.dev/gemini-api/docs/video#limitations: what the safety filters hold back */
export function veoFiltered(): Record<string, unknown> {
  return {
    response: {
      generateVideoResponse: {
        raiMediaFilteredCount: 1,
        raiMediaFilteredReasons: ['The film was held back by a safety filter. You have not been charged.'],
      },
    },
  };
}

function toAnswer(body: object): Answer {
  return { headers: { 'content-type': 'application/json; charset=UTF-8' }, body: JSON.stringify(body) };
}
