import { Cron } from 'croner';
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { parseDurationMs } from './durations.ts';
import { expressionProblem } from './expressions.ts';

const expression = z.string().superRefine((text, context) => {
  const problem = expressionProblem(text);
  if (problem) context.addIssue({ code: 'custom', message: `not a CEL expression: ${problem}` });
});
const duration = z
  .string()
  .refine((text) => (parseDurationMs(text) ?? 0) > 0, 'not a duration like 10s, 5m or 2h30m')
  .transform((text) => parseDurationMs(text) as number);

/** `TZ=Europe/Paris 0 12 * * 5`: the zone is optional and UTC when it is missing. */
export function splitCron(text: string): { pattern: string; timezone: string } {
  const zone = /^TZ=(\S+)\s+/.exec(text);
  return { pattern: zone ? text.slice(zone[0].length) : text, timezone: zone?.[1] ?? 'UTC' };
}
const cron = z.string().superRefine((text, context) => {
  const { pattern, timezone } = splitCron(text);
  try {
    new Cron(pattern, { timezone, mode: '5-part', paused: true });
  } catch (error) {
    context.addIssue({ code: 'custom', message: `not a cron pattern: ${String(error)}` });
  }
});

const concurrencyRule = z
  .strictObject({
    limit: z.number().int().min(0),
    key: expression.optional(),
    scope: z.enum(['fn', 'env', 'account']).default('fn'),
  })
  .refine((rule) => rule.scope === 'fn' || rule.key !== undefined, 'a shared scope needs a key');

const toRule = (value: z.input<typeof concurrencyRule> | number) =>
  typeof value === 'number' ? { limit: value } : value;
const concurrency = z.preprocess(
  (value) => (value === undefined ? [] : [value].flat().map(toRule as (value: unknown) => unknown)),
  z.array(concurrencyRule).max(2),
);

/**
 * What the SDK registers for one function. Strict objects: an option this runner does not know (debounce,
 * batchEvents, timeouts, …) is refused when the app registers, not ignored when a run needs it.
 */
const functionSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().optional(),
  triggers: z.array(
    z.union([
      z.strictObject({ event: z.string().min(1), expression: expression.optional() }),
      z.strictObject({ cron }),
    ]),
  ),
  steps: z.strictObject({
    step: z.strictObject({
      id: z.literal('step'),
      name: z.literal('step'),
      runtime: z.strictObject({ type: z.literal('http'), url: z.url() }),
      retries: z.strictObject({ attempts: z.number().int().min(0).max(20) }).optional(),
    }),
  }),
  concurrency,
  cancel: z
    .array(
      z.strictObject({ event: z.string().min(1), if: expression.optional(), timeout: duration.optional() }),
    )
    .default([]),
  idempotency: expression.optional(),
  priority: z.strictObject({ run: expression.optional() }).optional(),
  rateLimit: z
    .strictObject({ limit: z.number().int().min(1), period: duration, key: expression.optional() })
    .optional(),
  throttle: z
    .strictObject({
      limit: z.number().int().min(1),
      period: duration,
      burst: z.number().int().min(1).default(1),
      key: expression.optional(),
    })
    .optional(),
  singleton: z.strictObject({ key: expression.optional(), mode: z.enum(['skip', 'cancel']) }).optional(),
});

export type FunctionConfig = z.infer<typeof functionSchema>;

const registrationSchema = z.object({
  appName: z.string().min(1),
  sdk: z.string(),
  functions: z.array(z.unknown()),
});

export type AppRegistration = { name: string; sdk: string; functions: FunctionConfig[] };

/**
 * @param body what the SDK sends to `POST /fn/register`
 * @throws AppError `invalid_request` naming the function and the option that can not be honoured
 */
export function parseRegistration(body: unknown): AppRegistration {
  const outer = registrationSchema.safeParse(body);
  if (!outer.success) {
    throw new AppError('invalid_request', `The registration is malformed: ${z.prettifyError(outer.error)}`, {
      cause: outer.error,
    });
  }
  const functions = outer.data.functions.map((entry) => {
    const parsed = functionSchema.safeParse(entry);
    if (parsed.success) return parsed.data;
    const id = z.object({ id: z.string() }).safeParse(entry).data?.id ?? 'without id';
    throw new AppError(
      'invalid_request',
      `The local runner can not run the function "${id}": ${z.prettifyError(parsed.error)}`,
      { cause: parsed.error },
    );
  });
  return { name: outer.data.appName, sdk: outer.data.sdk, functions };
}

/** Without the `retries` option the server retries four times. */
export const DEFAULT_ATTEMPTS = 5;

/** The SDK counts retries; the protocol counts attempts. */
export function maxAttempts(config: FunctionConfig): number {
  const retries = config.steps.step.retries?.attempts;
  return retries === undefined ? DEFAULT_ATTEMPTS : retries + 1;
}
