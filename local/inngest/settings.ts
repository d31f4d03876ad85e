import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';

const emptyAsMissing = (value: unknown) => (value === '' ? undefined : value);

const environmentSchema = z.object({
  STORYLOOM_DATA_DIR: z.preprocess(emptyAsMissing, z.string().default('.storyloom')),
  INNGEST_PORT: z.preprocess(emptyAsMissing, z.coerce.number().int().min(0).max(65_535).default(8288)),
  INNGEST_APP_URL: z.preprocess(
    emptyAsMissing,
    z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:3000/api/inngest'),
  ),
  INNGEST_EVENT_KEY: z.preprocess(emptyAsMissing, z.string().optional()),
  // The SDK hashes the part after the prefix as hex; anything else would be cut short silently.
  INNGEST_SIGNING_KEY: z.preprocess(
    emptyAsMissing,
    z
      .string()
      .regex(/^(signkey-\w+-)?([0-9a-f]{2})+$/i, 'must be signkey-<env>-<hex>')
      .optional(),
  ),
  INNGEST_RETRY_BASE_MS: z.preprocess(emptyAsMissing, z.coerce.number().positive().optional()),
  INNGEST_RETENTION_DAYS: z.preprocess(emptyAsMissing, z.coerce.number().positive().default(7)),
});

export type Settings = {
  dataDir: string;
  /** 0 takes any free port. */
  port: number;
  appUrl: string;
  eventKey: string | undefined;
  /** Set: calls to the app are signed and its calls must carry the key. Unset: dev mode, loopback is the only guard. */
  signingKey: string | undefined;
  /** Set: retry after base × 2^attempt. Unset: the back-off of the Inngest server (15 s, 30 s, 1 m, …). */
  retryBaseMs: number | undefined;
  /** How long ended runs and their events are kept. */
  retentionMs: number;
};

/** @throws AppError `misconfigured` naming the variable that is wrong. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) {
    throw new AppError('misconfigured', `Inngest runner: ${z.prettifyError(parsed.error)}`, {
      cause: parsed.error,
    });
  }
  const values = parsed.data;
  if (values.INNGEST_SIGNING_KEY && !values.INNGEST_EVENT_KEY) {
    throw new AppError('misconfigured', 'INNGEST_SIGNING_KEY is set, so INNGEST_EVENT_KEY must be set too.');
  }
  return {
    dataDir: values.STORYLOOM_DATA_DIR,
    port: values.INNGEST_PORT,
    appUrl: values.INNGEST_APP_URL,
    eventKey: values.INNGEST_EVENT_KEY,
    signingKey: values.INNGEST_SIGNING_KEY,
    retryBaseMs: values.INNGEST_RETRY_BASE_MS,
    retentionMs: values.INNGEST_RETENTION_DAYS * 86_400_000,
  };
}
