import { z } from 'zod';

/**
 * The settings that say which models do the work, with which keys, how fast and for how much money. What a list means is
 * decided in lib/ai/models.ts; here it is only read.
 */

const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const url = text
  .pipe(z.url({ protocol: /^https?$/ }).optional())
  .transform((value) => value?.replace(/\/+$/, ''));

/** `openai/gpt-5-mini, ollama/llama3.2`: the next is tried when one fails for good. */
const modelList = text.transform(
  (value) =>
    value
      ?.split(',')
      .map((item) => item.trim())
      .filter(Boolean) ?? [],
);

/** US dollars → micro-dollars. `none` lifts the cap; unset takes the default. */
const dollars = (byDefault: number) =>
  text
    .transform((value) => (value?.toLowerCase() === 'none' ? 'Infinity' : (value ?? String(byDefault))))
    .pipe(
      z.string().regex(/^(Infinity|\d+(\.\d+)?)$/, 'Write an amount in US dollars such as 2.50, or none.'),
    )
    .transform((value) => Math.round(Number(value) * 1_000_000));

/** `openai=8/500, huggingface=2/30`: calls at once / calls a minute; either may be left out (`openai=8`, `openai=/500`). */
const providerLimits = text
  .transform((value) => value?.split(',').map((item) => item.trim()) ?? [])
  .pipe(
    z.array(
      z
        .string()
        .regex(/^[a-z-]+=([1-9]\d*|([1-9]\d*)?\/[1-9]\d*)$/, 'Write provider=calls at once/calls a minute.'),
    ),
  )
  .transform((items) =>
    Object.fromEntries(
      items.map((item) => {
        const [name = '', limits = ''] = item.split('=');
        const [concurrency, requestsPerMinute] = limits.split('/');
        return [
          name,
          {
            concurrency: concurrency ? Number(concurrency) : undefined,
            requestsPerMinute: requestsPerMinute ? Number(requestsPerMinute) : undefined,
          },
        ];
      }),
    ),
  );

const TIMED = [
  'text',
  'chat',
  'dossier',
  'picture',
  'speech',
  'video',
  'transcription',
  'moderation',
] as const;
/** `text=60, picture=240`: seconds one call may take. */
const timeouts = text
  .transform((value) => value?.split(',').map((item) => item.trim().split('=')) ?? [])
  .pipe(
    z.array(z.tuple([z.enum(TIMED), z.coerce.number<string>().positive().max(3_600)], 'Write kind=seconds.')),
  )
  .transform((items) => Object.fromEntries(items) as Partial<Record<(typeof TIMED)[number], number>>);

const CACHEABLE = ['text', 'picture', 'speech', 'moderation'] as const;
const cacheList = text
  .transform((value) =>
    (value ?? 'picture,speech,moderation').split(/[\s,]+/).filter((item) => item && item !== 'none'),
  )
  .pipe(z.array(z.enum(CACHEABLE)));

export const modelVariables = {
  STORY_MODEL: modelList,
  CHAT_MODEL: modelList,
  DOSSIER_MODEL: modelList,
  IMAGE_MODEL: modelList,
  SPEECH_MODEL: modelList,
  VIDEO_MODEL: modelList,
  TRANSCRIPTION_MODEL: modelList,
  /** One model that judges texts besides our own rules: `openai/omni-moderation-latest`. Unset: none. */
  MODERATION_MODEL: text.refine((value) => !value?.includes(','), 'Name one model.'),
  ALLOWED_MODELS: modelList,
  LLM_PROVIDER: text.pipe(z.enum(['openai', 'anthropic', 'ollama', 'gemini', 'huggingface']).optional()),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: url,
  ANTHROPIC_API_KEY: text,
  ANTHROPIC_BASE_URL: url,
  GEMINI_API_KEY: text,
  GEMINI_BASE_URL: url,
  OLLAMA_BASE_URL: url,
  OLLAMA_MODEL: text,
  HUGGINGFACE_API_TOKEN: text,
  HUGGINGFACE_BASE_URL: url,
  COMPATIBLE_BASE_URL: url,
  COMPATIBLE_API_KEY: text,
  MAX_NEW_TOKENS: text.pipe(z.coerce.number<string>().int().min(64).max(100_000).optional()),
  PROVIDER_LIMITS: providerLimits,
  MODEL_CACHE: cacheList,
  MODEL_TIMEOUTS: timeouts,
  SPEND_CAP_STORY_USD: dollars(3),
  SPEND_CAP_USER_DAY_USD: dollars(10),
  SPEND_CAP_INSTALLATION_DAY_USD: dollars(50),
} as const;

type ModelVariables = z.infer<z.ZodObject<typeof modelVariables>>;

export type ProviderLimits = { concurrency: number | undefined; requestsPerMinute: number | undefined };

export type ModelEnv = {
  /** As they were written; empty: not set. */
  lists: Record<
    'story' | 'chat' | 'dossier' | 'image' | 'speech' | 'video' | 'transcription',
    readonly string[]
  >;
  /** `provider/model` that a request may choose besides those in the lists and the built-in ones; `provider/*` = all of it. */
  allowed: readonly string[];
  /** `provider/model` that judges texts besides our own rules. */
  moderation: string | undefined;
  llmProvider: 'openai' | 'anthropic' | 'ollama' | 'gemini' | 'huggingface' | undefined;
  openai: { apiKey: string | undefined; baseUrl: string | undefined };
  anthropic: { apiKey: string | undefined; baseUrl: string | undefined };
  gemini: { apiKey: string | undefined; baseUrl: string | undefined };
  ollama: { baseUrl: string | undefined; model: string | undefined };
  huggingface: { token: string | undefined; baseUrl: string | undefined };
  /** Any other server that speaks OpenAI's protocol (LM Studio, vLLM, llama.cpp). */
  compatible: { baseUrl: string | undefined; apiKey: string | undefined };
  /** Tokens a text answer may have at most; undefined: the model's own limit. */
  maxNewTokens: number | undefined;
  limits: Readonly<Record<string, ProviderLimits>>;
  /** Seconds one call of a kind may take, where it is not what lib/ai/call-timeouts.ts says. */
  timeoutSeconds: Partial<Record<(typeof TIMED)[number], number>>;
  /** Kinds of work whose finished result serves the same owner's same question again. */
  cache: readonly (typeof CACHEABLE)[number][];
  /** Micro-dollars; Infinity = no cap. */
  caps: { storyMicros: number; userDayMicros: number; installationDayMicros: number };
};

export function toModelEnv(value: ModelVariables): ModelEnv {
  return {
    lists: {
      story: value.STORY_MODEL,
      chat: value.CHAT_MODEL,
      dossier: value.DOSSIER_MODEL,
      image: value.IMAGE_MODEL,
      speech: value.SPEECH_MODEL,
      video: value.VIDEO_MODEL,
      transcription: value.TRANSCRIPTION_MODEL,
    },
    allowed: value.ALLOWED_MODELS,
    moderation: value.MODERATION_MODEL,
    llmProvider: value.LLM_PROVIDER,
    openai: { apiKey: value.OPENAI_API_KEY, baseUrl: value.OPENAI_BASE_URL },
    anthropic: { apiKey: value.ANTHROPIC_API_KEY, baseUrl: value.ANTHROPIC_BASE_URL },
    gemini: { apiKey: value.GEMINI_API_KEY, baseUrl: value.GEMINI_BASE_URL },
    ollama: { baseUrl: value.OLLAMA_BASE_URL, model: value.OLLAMA_MODEL },
    huggingface: { token: value.HUGGINGFACE_API_TOKEN, baseUrl: value.HUGGINGFACE_BASE_URL },
    compatible: { baseUrl: value.COMPATIBLE_BASE_URL, apiKey: value.COMPATIBLE_API_KEY },
    maxNewTokens: value.MAX_NEW_TOKENS,
    limits: value.PROVIDER_LIMITS,
    cache: value.MODEL_CACHE,
    timeoutSeconds: value.MODEL_TIMEOUTS,
    caps: {
      storyMicros: value.SPEND_CAP_STORY_USD,
      userDayMicros: value.SPEND_CAP_USER_DAY_USD,
      installationDayMicros: value.SPEND_CAP_INSTALLATION_DAY_USD,
    },
  };
}
