import type { APICallError } from '@ai-sdk/provider';
import { z } from 'zod';
import { AppError, type ErrorCode } from '../errors.ts';
import { readRetryAfter } from './read-retry-after.ts';

/** For a provider that asks us to slow down without saying how long. */
const DEFAULT_RETRY_AFTER_SECONDS = 20;

const code = z.union([z.string(), z.number()]).nullish().catch(undefined);
const bodySchema = z.object({
  error: z.object({ code, type: code, innererror: z.object({ code }).nullish().catch(undefined) }),
});

/** How the safety systems of OpenAI (words, pictures) and Azure call a refusal. */
const REFUSALS: ReadonlySet<unknown> = new Set([
  'content_policy_violation',
  'moderation_blocked',
  'content_filter',
  'ResponsibleAIPolicyViolation',
]);
/** Answered with 429 too, but waiting does not mend it. */
const NO_CREDIT: ReadonlySet<unknown> = new Set([
  'insufficient_quota',
  'billing_hard_limit_reached',
  'billing_error',
]);

/** What a provider's HTTP answer, or its absence, means, by status and by the codes in its body; never by its words. */
export function mapApiCallError(error: APICallError): AppError {
  const body = readBody(error);
  const said = readCodes(body);
  const status = error.statusCode;
  const fail = (appCode: ErrorCode, message: string, retryAfterSeconds?: number) =>
    new AppError(appCode, message, {
      cause: error,
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    });

  if (status === undefined) return fail('provider_failed', 'The AI service could not be reached.');
  if (said.some((word) => REFUSALS.has(word))) {
    return fail('provider_refused', 'The safety system of the AI service refused this.');
  }
  if (status === 402 || said.some((word) => NO_CREDIT.has(word))) {
    return fail('provider_rejected', 'The account at the AI service has no credit left.');
  }
  const retryAfter = readRetryAfter(error.responseHeaders ?? {}, body);
  if (status === 429) {
    const seconds = retryAfter ?? DEFAULT_RETRY_AFTER_SECONDS;
    return fail('provider_rate_limited', 'The AI service asks us to slow down.', seconds);
  }
  if (status === 408 || status >= 500) {
    return fail('provider_failed', `The AI service failed (${status}).`, retryAfter);
  }
  if (status < 400 && error.isRetryable) {
    return fail('provider_failed', 'The answer of the AI service broke off.');
  }
  if (status < 400) {
    return fail('provider_bad_output', 'The AI service answered with something that cannot be read.');
  }
  if (status === 401 || status === 403) {
    return fail('provider_rejected', 'The AI service did not accept our key.');
  }
  return fail('provider_rejected', `The AI service refused the request (${status}).`);
}

/** The body as it came: a provider's own schema leaves out what it does not know. */
function readBody(error: APICallError): unknown {
  try {
    return JSON.parse(error.responseBody ?? '');
  } catch {
    // A proxy's page of HTML, or what somebody else has read already.
    return error.data;
  }
}

function readCodes(body: unknown): unknown[] {
  const parsed = bodySchema.safeParse(body);
  if (!parsed.success) return [];
  const { error } = parsed.data;
  return [error.code, error.type, error.innererror?.code];
}
