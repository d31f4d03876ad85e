import { NoObjectGeneratedError } from 'ai';
import { PartlyAnswered } from '../ai/partly-answered.ts';
import { isAppError, toAppError } from '../errors.ts';
import type { Units } from './price.ts';

/** Node's and undici's names of a connection that never was: nothing can have been asked. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
const NEVER_BILLED = new Set([
  'provider_rate_limited',
  'provider_rejected',
  'provider_unavailable',
  'misconfigured',
  'not_configured',
  'invalid_request',
  'voice_unknown',
]);

/**
 * What a call that came to nothing means for the bill: `failed`, the provider did not bill it, or `lost`, it may have.
 * Judges by codes, classes and statuses, never by text. Only a provider that said no, or was never reached, is sure not to have
 * billed; a time-out, a broken connection and everything that went wrong after the answer may cost money.
 */
export function judgeFailure(error: unknown): 'failed' | 'lost' {
  const { code } = toAppError(error);
  const status = findStatus(error);
  const isRefused = status !== undefined && status >= 400;
  return NEVER_BILLED.has(code) || isRefused || isNeverConnected(error) ? 'failed' : 'lost';
}

/** What an answer that was of no use, or a part of one, has used, where the failure still knows it. */
export function findUsage(error: unknown): Units | undefined {
  const links = causes(error);
  const part = links.find((link) => link instanceof PartlyAnswered);
  if (part) return part.units;
  const answer = links.find((link) => NoObjectGeneratedError.isInstance(link));
  if (!answer || !NoObjectGeneratedError.isInstance(answer) || !answer.usage) return undefined;
  const { inputTokens, outputTokens } = answer.usage;
  return inputTokens === undefined && outputTokens === undefined ? undefined : { inputTokens, outputTokens };
}

/** The HTTP status a provider answered with, wherever its client keeps it. */
function findStatus(error: unknown): number | undefined {
  for (const link of causes(error)) {
    if (isAppError(link)) continue;
    const { statusCode, status, httpResponse } = link as {
      statusCode?: unknown;
      status?: unknown;
      httpResponse?: { status?: unknown };
    };
    const found = [statusCode, status, httpResponse?.status].find((value) => typeof value === 'number');
    if (typeof found === 'number') return found;
  }
  return undefined;
}

function isNeverConnected(error: unknown): boolean {
  return causes(error).some(
    (link) => 'code' in link && typeof link.code === 'string' && NEVER_CONNECTED.has(link.code),
  );
}

/** The error and what it came from, the outermost first; of several at once (a name with two addresses) all. */
function causes(error: unknown, depth = 0): object[] {
  if (typeof error !== 'object' || error === null || depth > 8) return [];
  const inner = error instanceof AggregateError ? error.errors : [];
  const cause = 'cause' in error ? error.cause : undefined;
  return [error, ...[cause, ...inner].flatMap((link) => causes(link, depth + 1))];
}
