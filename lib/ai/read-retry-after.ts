import { z } from 'zod';

/** No provider's "later" keeps a story waiting longer than this; the job ends instead, and says so. */
const LONGEST_SECONDS = 3_600;

type Headers = Readonly<Record<string, string>>;

/** Google's RetryInfo (https://cloud.google.com/apis/design/errors), and the guess of Hugging Face while a model loads. */
const bodySchema = z.object({
  error: z
    .object({ details: z.array(z.looseObject({ retryDelay: z.string().optional() })) })
    .optional()
    .catch(undefined),
  estimated_time: z.number().optional().catch(undefined),
});

/**
 * When a provider wants to be asked again: `retry-after-ms`, `retry-after` as seconds or date (RFC 9110, 10.2.3), the
 * resets of OpenAI (`x-ratelimit-reset-tokens: 6m0s`) and Anthropic (`anthropic-ratelimit-tokens-reset`, RFC 3339), or
 * what stands in the body.
 * @param now milliseconds
 * @returns whole seconds, at least 1; undefined when it says nothing
 */
export function readRetryAfter(
  headers: Headers,
  body: unknown,
  now: number = Date.now(),
): number | undefined {
  const seconds =
    readMilliseconds(headers['retry-after-ms']) ??
    readSecondsOrDate(headers['retry-after'], now) ??
    readResets(headers, now) ??
    readBody(body);
  return seconds === undefined ? undefined : Math.min(LONGEST_SECONDS, Math.max(1, Math.ceil(seconds)));
}

function readMilliseconds(value: string | undefined): number | undefined {
  const milliseconds = Number.parseFloat(value ?? '');
  return Number.isFinite(milliseconds) ? milliseconds / 1_000 : undefined;
}

function readSecondsOrDate(value: string | undefined, now: number): number | undefined {
  return readDuration(value) ?? readDate(value, now);
}

function readDate(value: string | undefined, now: number): number | undefined {
  const at = Date.parse(value ?? '');
  return Number.isFinite(at) ? (at - now) / 1_000 : undefined;
}

const UNITS: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3_600, d: 86_400 };

/** `20`, `1.5s`, `6m0s`, `20ms` → seconds. */
function readDuration(value: string | undefined): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
  if (!/^(\d+(\.\d+)?(ms|s|m|h|d))+$/.test(text)) return undefined;
  return [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * (UNITS[unit ?? ''] ?? 0),
    0,
  );
}

const LIMIT_HEADERS = [
  ...['requests', 'tokens'].map((kind) => ({
    remaining: `x-ratelimit-remaining-${kind}`,
    reset: `x-ratelimit-reset-${kind}`,
  })),
  ...['requests', 'tokens', 'input-tokens', 'output-tokens'].map((kind) => ({
    remaining: `anthropic-ratelimit-${kind}-remaining`,
    reset: `anthropic-ratelimit-${kind}-reset`,
  })),
];

/** Of the limits that are used up the last to be free again; when none says so, the call was too large for one of them. */
function readResets(headers: Headers, now: number): number | undefined {
  const limits = LIMIT_HEADERS.flatMap(({ remaining, reset }) => {
    const seconds = readSecondsOrDate(headers[reset], now);
    return seconds === undefined ? [] : [{ seconds, isUsedUp: Number(headers[remaining]) === 0 }];
  });
  const usedUp = limits.filter(({ isUsedUp }) => isUsedUp);
  const counted = usedUp.length > 0 ? usedUp : limits;
  return counted.length === 0 ? undefined : Math.max(...counted.map(({ seconds }) => seconds));
}

function readBody(body: unknown): number | undefined {
  const parsed = bodySchema.safeParse(body).data;
  const delay = parsed?.error?.details.find(({ retryDelay }) => retryDelay)?.retryDelay;
  return readDuration(delay) ?? parsed?.estimated_time;
}
