/**
 * Makes a value safe to log: secrets and what people wrote never reach a log file, errors keep their code and causes.
 * Keys decide first (a prompt is a child's story, not a log line), then the shape of a secret anywhere in a text.
 */

const REDACTED = '[redacted]';

/** Compared without case, hyphens and underscores: `access_token`, `accessToken` and `Access-Token` are one key. */
const SECRET_KEYS =
  /^(authorization|cookie|setcookie|apikey|password|newpassword|secret|token|tokenhash|jwt|.*(accesstoken|refreshtoken|secretkey|servicerolekey|signingkey|eventkey|apikey))$/;
const PRIVATE_KEYS =
  /^(prompt|prompts|brief|instructions|messages|narration|body|input|text|value|requestbodyvalues|responsebody)$/;

/** OpenAI-style keys, Supabase secret keys, Inngest signing keys and JWTs, wherever they stand in a text. */
const SECRET_TEXT =
  /\b(?:sk-[\w-]{8,}|sb_secret_[\w-]+|signkey-[\w-]+|eyJ[\w-]{8,}\.[\w-]+\.[\w-]*)|\bBearer\s+[\w.~+/-]{8,}=*/g;

const KEY_VARIABLES = [
  'OPENAI_API_KEY',
  'ANTHROPIC_API_KEY',
  'GEMINI_API_KEY',
  'GOOGLE_GENERATIVE_AI_API_KEY',
  'GOOGLE_API_KEY',
  'HUGGINGFACE_API_TOKEN',
  'HF_TOKEN',
  'COMPATIBLE_API_KEY',
];
/** Shorter values are words that may stand in any sentence. */
const SHORTEST_KEY = 8;

/** A service may quote what it was sent in its complaint: sound or a picture, written as base64 or hexadecimal. */
const QUOTED_BYTES = /[\w+/=-]{32,}/g;

const MAX_DEPTH = 6;
const MAX_TEXT_LENGTH = 8_000;

export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') {
    return value.slice(0, MAX_TEXT_LENGTH).replace(SECRET_TEXT, REDACTED);
  }
  if (typeof value === 'bigint') {
    return String(value);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (depth > MAX_DEPTH) {
    return '[too deep]';
  }
  if (value instanceof Error) {
    return redactError(value, depth);
  }
  if (value instanceof Date || value instanceof URL) {
    return redact(String(value instanceof Date ? value.toISOString() : value), depth);
  }
  if (ArrayBuffer.isView(value)) {
    return `[${value.byteLength} bytes]`;
  }
  if (Array.isArray(value)) {
    return value.slice(0, 100).map((item) => redact(item, depth + 1));
  }
  return redactEntries(value, depth);
}

function redactEntries(value: object, depth: number): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) {
    const plainKey = key.toLowerCase().replaceAll(/[-_]/g, '');
    safe[key] =
      SECRET_KEYS.test(plainKey) || PRIVATE_KEYS.test(plainKey)
        ? item === undefined || item === null
          ? item
          : REDACTED
        : redact(item, depth + 1);
  }
  return safe;
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  // What an AI service answered and could not be used: such errors quote it in their message, and the stack repeats that.
  const isQuoting = 'text' in error || 'value' in error;
  const isFromService = 'requestBodyValues' in error || 'responseBody' in error;
  const hide = (value: unknown) => hideKeys(isFromService ? hideQuotedBytes(value) : value);
  return hide({
    // Own fields such as code, status and retryAfterSeconds.
    ...redactEntries({ ...error }, depth),
    name: error.name,
    message: isQuoting ? REDACTED : redact(error.message, depth),
    stack: redact(isQuoting ? error.stack?.replace(error.message, REDACTED) : error.stack, depth),
    ...(error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) }),
  }) as Record<string, unknown>;
}

function hideQuotedBytes(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(QUOTED_BYTES, REDACTED);
  if (Array.isArray(value)) return value.map(hideQuotedBytes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideQuotedBytes(item)]));
}

/** A service may quote our key in its complaint, and the key of a server of one's own has no shape to know it by. */
function hideKeys(value: unknown): unknown {
  if (typeof value === 'string') {
    return KEY_VARIABLES.reduce((text, name) => {
      const key = process.env[name]?.trim() ?? '';
      return key.length < SHORTEST_KEY ? text : text.replaceAll(key, REDACTED);
    }, value);
  }
  if (Array.isArray(value)) return value.map(hideKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, hideKeys(item)]));
}
