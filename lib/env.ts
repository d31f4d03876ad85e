import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from './errors.ts';
import { type ModelEnv, modelVariables, toModelEnv } from './model-env.ts';
import { type StorageEnv, storageVariables, toStorageEnv } from './storage-env.ts';

/**
 * Every setting Storyloom reads from its environment, in one place and at run time: nothing is baked into a build.
 * Imported by plain Node scripts as well as by Next, so no alias and no `server-only` here.
 */

/** `KEY=` in a .env file means "not set", not "set to nothing". */
const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

const url = text
  .pipe(z.url({ protocol: /^https?$/ }).optional())
  .transform((value) => value?.replace(/\/+$/, ''));

const whole = (byDefault: number, least: number) =>
  text.pipe(z.coerce.number<string>().int().min(least).default(byDefault));

const flag = text.pipe(
  z.stringbool({ truthy: ['1', 'true', 'yes', 'on'], falsy: ['0', 'false', 'no', 'off'] }).default(false),
);

/** On where nothing is said. */
const onUnlessSaid = text.pipe(
  z.stringbool({ truthy: ['1', 'true', 'yes', 'on'], falsy: ['0', 'false', 'no', 'off'] }).default(true),
);

/** `TRUST_PROXY` is the number of reverse proxies in front of us; `true` means one. */
const proxyCount = text
  .transform((value) => (value === 'true' ? '1' : value === 'false' ? '0' : value))
  .pipe(z.coerce.number<string>().int().min(0).max(10).default(0));

/** `host:port, host:port`: names in lower case, as they are written in an address. */
const hostList = text
  .transform((value) =>
    (value ?? '')
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  )
  .pipe(
    z.array(z.string().regex(/^(\[[0-9a-f:.]+\]|[^:/@]+):\d{1,5}$/, 'Write host:port, separated by commas.')),
  );

/** Origins as browsers write them, `https://example.org`, separated by commas; or `*`. A JSON list counts too. */
const originList = text
  .transform((value) =>
    (value ?? '')
      .replace(/[[\]"']/g, ' ')
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((origin) => origin.toLowerCase().replace(/\/+$/, '')),
  )
  .pipe(
    z.array(
      z.string().regex(/^(\*|[a-z][a-z0-9+.-]*:\/\/[^/\s]+)$/, 'Write origins such as https://example.org.'),
    ),
  );

/** `5, 60, 300`: seconds. */
const secondsList = text
  .transform((value) => value?.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.coerce.number<string>().int().min(0).max(86_400)).max(20).optional());

const environmentSchema = z.object({
  SUPABASE_URL: url,
  SUPABASE_PUBLISHABLE_KEY: text,
  SUPABASE_SECRET_KEY: text,
  ...storageVariables,
  PORT: whole(3000, 0),
  STORYLOOM_URL: url,
  STORYLOOM_DATA_DIR: text,
  STORYLOOM_TMP_DIR: text,
  ...modelVariables,
  INNGEST_BASE_URL: url,
  INNGEST_EVENT_KEY: text,
  INNGEST_SIGNING_KEY: text,
  INNGEST_SIGNING_KEY_FALLBACK: text,
  INNGEST_DEV: text,
  INNGEST_DASHBOARD_URL: url,
  HIDE_QUEUE: flag,
  MAX_REQUEST_SIZE_MB: text.pipe(z.coerce.number<string>().positive().max(1_000).default(10)),
  GUESTS_PER_IP_PER_HOUR: whole(30, 0),
  SIGN_UPS_PER_IP_PER_HOUR: whole(60, 0),
  API_KEY: text,
  METRICS_KEY: text,
  OPEN_API: flag,
  RATE_LIMIT_PER_MINUTE: whole(600, 0),
  CORS_ORIGINS: originList,
  REDIS_URL: text.pipe(z.url({ protocol: /^rediss?$/ }).optional()),
  SYNC_WAIT_SECONDS: whole(120, 0),
  REQUIRE_APPROVAL: flag,
  SAMPLE_STORY: onUnlessSaid,
  AUDIT_DAYS: whole(90, 1),
  GUEST_DAYS: whole(90, 0),
  TRANSCRIPT_DAYS: whole(0, 0),
  ANSWER_DAYS: whole(30, 1),
  GUARDRAILS_FILE: text,
  TRUST_PROXY: proxyCount,
  SECURE_COOKIES: flag,
  EGRESS_ALLOW: hostList,
  WEBHOOK_RETRY_SECONDS: secondsList,
  LOG_LEVEL: text.pipe(
    z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  ),
});

/** The names under which hosted projects and the seeds know the same setting; the first one that is set counts. */
const ALIASES: Record<string, readonly string[]> = {
  SUPABASE_URL: ['SUPABASE_URL', 'NEXT_PUBLIC_SUPABASE_URL'],
  SUPABASE_PUBLISHABLE_KEY: [
    'SUPABASE_PUBLISHABLE_KEY',
    'NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY',
    'SUPABASE_ANON_KEY',
    'NEXT_PUBLIC_SUPABASE_ANON_KEY',
  ],
  SUPABASE_SECRET_KEY: ['SUPABASE_SECRET_KEY', 'SUPABASE_SERVICE_ROLE_KEY'],
  SPEECH_MODEL: ['SPEECH_MODEL', 'TTS_MODEL'],
  GEMINI_API_KEY: ['GEMINI_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY', 'GOOGLE_API_KEY'],
  HUGGINGFACE_API_TOKEN: ['HUGGINGFACE_API_TOKEN', 'HF_TOKEN'],
};

type Source = Readonly<Record<string, string | undefined>>;

export type SupabaseEnv = { url: string; publishableKey: string; secretKey: string };

export type Env = {
  /** Undefined when no Supabase is named: then the start script brings up the local one and names it. */
  supabase: SupabaseEnv | undefined;
  storage: StorageEnv;
  port: number;
  /** Where people reach us, without a trailing slash: for links in mails, webhooks and the API's absolute URLs. */
  publicUrl: string;
  /** Absolute. */
  dataDir: string;
  /** Absolute; may not exist yet. Where films are rendered. */
  temporaryDir: string;
  ai: ModelEnv;
  inngest: {
    baseUrl: string | undefined;
    eventKey: string | undefined;
    signingKey: string | undefined;
    signingKeyFallback: string | undefined;
    dev: string | undefined;
    /** Where a browser reaches the dashboard of the durable functions, where it is not on this machine. */
    dashboardUrl: string | undefined;
  };
  /** Whether everybody may know how many jobs wait and run here in all. */
  showsQueue: boolean;
  maxRequestBytes: number;
  guestsPerIpPerHour: number;
  signUpsPerIpPerHour: number;
  /** A bearer that is the installation's own user (lib/auth/installation-user.ts). */
  apiKey: string | undefined;
  /** What the bearer of GET /api/metrics must be. */
  metricsKey: string | undefined;
  /** Whether a call without any credential, not from our pages, is that user too. */
  openApi: boolean;
  /** Requests of one caller, or of one address without a caller, in a minute; 0 = not counted. */
  rateLimitPerMinute: number;
  /** Origins whose pages may call us; `*` = all. */
  corsOrigins: readonly string[];
  /** Where limits are counted instead of Postgres. */
  redisUrl: string | undefined;
  /** How long a request that waits for a story is kept open at most. */
  syncWaitMs: number;
  /** Whether every household's stories wait for a grown-up; a household can ask for it by itself too. */
  requireApproval: boolean;
  /** Whether a sample story is made at the first start, and shown to visitors. */
  sampleStory: boolean;
  /** How long rows about what the guard decided are kept. */
  auditDays: number;
  /** After how many days without a sign of them everything of a guest is erased; 0 = never. */
  guestDays: number;
  /** How long transcripts of conversations are kept; 0 = until their owner erases them. */
  transcriptDays: number;
  /** How long what models answered is kept as it came, for retries. */
  answerDays: number;
  /** Absolute. What stories may not contain, read again whenever it changes. */
  guardrailsFile: string;
  /** How many reverse proxies stand in front of us and append to X-Forwarded-For; 0 = believe no forwarded header. */
  trustedProxies: number;
  /** Whether session cookies carry `Secure`: so when the public URL is https. */
  secureCookies: boolean;
  /** `host:port` of addresses that may be called although they are not public: a closed network's own receivers. */
  egressAllow: readonly string[];
  /** The wait before each retry of a webhook; undefined: nine attempts over a day (lib/webhooks/judge-attempt.ts). */
  webhookRetrySeconds: readonly number[] | undefined;
  logLevel: z.infer<typeof environmentSchema>['LOG_LEVEL'];
};

let remembered: Env | undefined;

/**
 * The settings. In production they are read once, because several parts of each request ask for them and nobody changes
 * them any more; everywhere else a value that a test or a script sets counts at once.
 *
 * @throws AppError `misconfigured` naming the variable that is malformed or missing.
 */
export function getEnv(source: Source = process.env): Env {
  if (source !== process.env || process.env.NODE_ENV !== 'production') return readEnv(source);
  remembered ??= readEnv(source);
  return remembered;
}

function readEnv(source: Source): Env {
  const named: Record<string, string | undefined> = {};
  for (const key of Object.keys(environmentSchema.shape)) {
    named[key] = (ALIASES[key] ?? [key]).map((name) => source[name]).find((value) => value?.trim());
  }
  const parsed = environmentSchema.safeParse(named);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new AppError('misconfigured', `The environment is not valid. ${problems.join('; ')}`, {
      cause: parsed.error,
    });
  }
  const value = parsed.data;
  const publicUrl = value.STORYLOOM_URL ?? `http://localhost:${value.PORT}`;
  return {
    supabase: toSupabaseEnv(value),
    storage: toStorageEnv(value),
    port: value.PORT,
    publicUrl,
    dataDir: path.resolve(/* turbopackIgnore: true */ value.STORYLOOM_DATA_DIR ?? '.storyloom'),
    temporaryDir: path.resolve(/* turbopackIgnore: true */ value.STORYLOOM_TMP_DIR ?? os.tmpdir()),
    ai: toModelEnv(value),
    inngest: {
      baseUrl: value.INNGEST_BASE_URL,
      eventKey: value.INNGEST_EVENT_KEY,
      signingKey: value.INNGEST_SIGNING_KEY,
      signingKeyFallback: value.INNGEST_SIGNING_KEY_FALLBACK,
      dev: value.INNGEST_DEV,
      dashboardUrl: value.INNGEST_DASHBOARD_URL,
    },
    showsQueue: !value.HIDE_QUEUE,
    maxRequestBytes: Math.round(value.MAX_REQUEST_SIZE_MB * 1024 * 1024),
    guestsPerIpPerHour: value.GUESTS_PER_IP_PER_HOUR,
    signUpsPerIpPerHour: value.SIGN_UPS_PER_IP_PER_HOUR,
    apiKey: value.API_KEY,
    metricsKey: value.METRICS_KEY ?? value.API_KEY,
    openApi: value.OPEN_API,
    rateLimitPerMinute: value.RATE_LIMIT_PER_MINUTE,
    corsOrigins: value.CORS_ORIGINS,
    redisUrl: value.REDIS_URL,
    syncWaitMs: value.SYNC_WAIT_SECONDS * 1_000,
    requireApproval: value.REQUIRE_APPROVAL,
    sampleStory: value.SAMPLE_STORY,
    auditDays: value.AUDIT_DAYS,
    guestDays: value.GUEST_DAYS,
    transcriptDays: value.TRANSCRIPT_DAYS,
    answerDays: value.ANSWER_DAYS,
    guardrailsFile: path.resolve(
      /* turbopackIgnore: true */ process.cwd(),
      value.GUARDRAILS_FILE ?? 'config/guardrails.yaml',
    ),
    trustedProxies: value.TRUST_PROXY,
    secureCookies: value.SECURE_COOKIES || publicUrl.startsWith('https:'),
    egressAllow: value.EGRESS_ALLOW,
    webhookRetrySeconds: value.WEBHOOK_RETRY_SECONDS,
    logLevel: value.LOG_LEVEL,
  };
}

/**
 * The Supabase project this process works with.
 *
 * @throws AppError `misconfigured` when none is named (`npm start` names the local one).
 */
export function getSupabaseEnv(source: Source = process.env): SupabaseEnv {
  const { supabase } = getEnv(source);
  if (!supabase) {
    throw new AppError(
      'misconfigured',
      'SUPABASE_URL is not set. `npm start` and `npm run dev` set it for the local services; a web process started by itself needs it.',
    );
  }
  return supabase;
}

function toSupabaseEnv(value: {
  SUPABASE_URL?: string | undefined;
  SUPABASE_PUBLISHABLE_KEY?: string | undefined;
  SUPABASE_SECRET_KEY?: string | undefined;
}): SupabaseEnv | undefined {
  if (!value.SUPABASE_URL) {
    return undefined;
  }
  for (const key of ['SUPABASE_PUBLISHABLE_KEY', 'SUPABASE_SECRET_KEY'] as const) {
    if (!value[key]) {
      throw new AppError(
        'misconfigured',
        `SUPABASE_URL is ${value.SUPABASE_URL}, but ${key} is not set (${ALIASES[key]?.slice(1).join(' or ')} also counts).`,
      );
    }
  }
  return {
    url: value.SUPABASE_URL,
    publishableKey: value.SUPABASE_PUBLISHABLE_KEY as string,
    secretKey: value.SUPABASE_SECRET_KEY as string,
  };
}
