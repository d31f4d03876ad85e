import { AppError, type ErrorCode } from '../errors';
import { buildProblem } from '../http/problem';
import type { Operation } from './operation';

/** Every call can meet these. */
const ALWAYS: readonly ErrorCode[] = ['rate_limited', 'internal', 'database_failed'];

/** Example messages, as the API words them. */
const DETAILS: Partial<Record<ErrorCode, string>> = {
  invalid_request: 'The body is not valid. prompt: Tell us what the story is about.',
  unauthenticated: 'Sign in, or send Authorization: Bearer <API key or access token>.',
  forbidden: 'This API key cannot write: it was made for read.',
  not_found: 'There is no such story.',
  conflict: 'This cannot be done just now.',
  idempotency_key_reused: 'This Idempotency-Key was used for another request.',
  payload_too_large: 'A request has at most 10240 KiB.',
  unsupported_media_type: 'Send the body as application/json in UTF-8.',
  rate_limited: 'Too many requests. Try again in 12 s.',
  guardrail_violation: 'This is not for children.',
  spend_cap_reached: 'A story may cost at most $3.00. This would cost up to $4.12.',
  pin_required: 'This is for the grown-ups of the household. Say the PIN first.',
  approval_required: 'A grown-up of the household looks at this story first.',
  daily_limit_reached: 'That is enough stories for today. Tomorrow there are new ones.',
  voice_unknown:
    'There is no voice "hal". The voices are alloy, echo, fable, onyx, nova, shimmer, rosie, oliver, angus.',
  address_not_allowed: 'This address is not public.',
  address_unreachable: 'This address did not answer.',
  document_unreadable: 'This file is damaged or locked.',
};

const LOCKED: ReadonlySet<ErrorCode> = new Set(['unauthenticated']);

/** The codes of the problems a call can answer, from what it takes and who may call it, and what it names itself. */
export function listErrorCodes(operation: Operation): ErrorCode[] {
  const { caller, path, query, body, errors = [] } = operation;
  const codes: ErrorCode[] = [...ALWAYS, ...errors];
  if (caller !== 'none' && caller !== 'optional') codes.push('unauthenticated', 'forbidden');
  if (caller === 'optional') codes.push('unauthenticated');
  if (operation.grownUp) codes.push('pin_required');
  if (operation.showsStory) codes.push('approval_required');
  if (path.includes('{')) codes.push('not_found');
  if (query || body) codes.push('invalid_request');
  if (body) codes.push('payload_too_large', 'unsupported_media_type');
  return [...new Set(codes)];
}

/** `components.responses`: one for each set of codes that share a status; its name tells the codes. */
export function buildProblemResponses(codes: readonly ErrorCode[]): {
  references: Record<string, { $ref: string }>;
  responses: Record<string, unknown>;
} {
  const byStatus = Map.groupBy(codes, (code) => buildProblem(new AppError(code, '')).status);
  const references: Record<string, { $ref: string }> = {};
  const responses: Record<string, unknown> = {};
  for (const [status, group] of byStatus) {
    const sorted = group.toSorted();
    const name = sorted.map(toPascalCase).join('Or');
    references[status] = { $ref: `#/components/responses/${name}` };
    responses[name] = buildResponse(status, sorted);
  }
  return { references, responses };
}

function buildResponse(status: number, codes: readonly ErrorCode[]) {
  const titles = [
    ...new Set(codes.map((code) => `${buildProblem(new AppError(code, '')).title} (\`${code}\`)`)),
  ];
  const reference = (name: string) => ({ $ref: `#/components/headers/${name}` });
  return {
    description: `${titles.join(', or ')}.`,
    headers: {
      'X-Request-Id': reference('RequestId'),
      ...(status === 429 && {
        'Retry-After': reference('RetryAfter'),
        RateLimit: reference('RateLimit'),
        'RateLimit-Policy': reference('RateLimitPolicy'),
      }),
      ...(codes.some((code) => LOCKED.has(code)) && { 'WWW-Authenticate': reference('WwwAuthenticate') }),
    },
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(codes.map((code) => [code, { value: buildExample(code) }])),
      },
    },
  };
}

function buildExample(code: ErrorCode) {
  const fields =
    code === 'invalid_request' ? [{ path: 'prompt', message: 'Tell us what the story is about.' }] : [];
  return buildProblem(
    new AppError(code, DETAILS[code] ?? '', { fields }),
    '8e03978e-40d5-43e8-bc93-6894a57f9324',
  );
}

function toPascalCase(code: string): string {
  return code.replaceAll(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
