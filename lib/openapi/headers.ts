/** Headers that requests may bring, and those that answers have: shared parts of the document. */

const text = { type: 'string' } as const;

export const REQUEST_HEADERS = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'A text of your own, 1 to 255 characters. The same request sent again under its key finds the job it started the first time; another request under it is refused with 422.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    example: '8e03978e-40d5-43e8-bc93-6894a57f9324',
  },
  Prefer: {
    name: 'Prefer',
    in: 'header',
    description:
      '`respond-async`: answer 202 at once. `wait=30`: wait so many seconds for the result, then answer 202 (RFC 7240).',
    schema: text,
    example: 'respond-async',
  },
  LastEventId: {
    name: 'Last-Event-ID',
    in: 'header',
    description: 'The `id:` of the last event that was read; the stream goes on after it.',
    schema: text,
    example: '42',
  },
  IfNoneMatch: {
    name: 'If-None-Match',
    in: 'header',
    description: 'The `ETag` of the copy you have: 304 without a body while it is still good.',
    schema: text,
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    description: 'The `ETag` of the version you changed: 409 when there is a newer one.',
    schema: text,
    example: '"3"',
  },
  Range: {
    name: 'Range',
    in: 'header',
    description: 'One range of bytes: 206 with that part.',
    schema: text,
    example: 'bytes=0-65535',
  },
  GrownUp: {
    name: 'X-Grown-Up',
    in: 'header',
    description:
      'The `token` of POST /api/v1/household/unlock: proves that a grown-up asks. Not needed while the household has no PIN, nor with an API key.',
    schema: text,
  },
  GuestAuthorization: {
    name: 'X-Guest-Authorization',
    in: 'header',
    description: '`Bearer` and the guest’s access token, where it is not in the body.',
    schema: text,
  },
} as const;
export type RequestHeaderName = keyof typeof REQUEST_HEADERS;

export const HEADERS = {
  RequestId: { description: 'Names this request in our log; yours when you sent one.', schema: text },
  RateLimit: { description: 'What is left of each limit, and for how many seconds.', schema: text },
  RateLimitPolicy: { description: 'Each limit: so many requests in so many seconds.', schema: text },
  RetryAfter: { description: 'Seconds after which asking again makes sense.', schema: { type: 'integer' } },
  Location: { description: 'Where to go on.', schema: { type: 'string', format: 'uri-reference' } },
  PreferenceApplied: { description: 'What of `Prefer` was followed.', schema: text },
  ETag: { description: 'Changes when the answer does.', schema: text },
  Link: {
    description: 'The next page and the first, as RFC 8288 writes them: `<…>; rel="next", <…>; rel="first"`.',
    schema: text,
  },
  TotalCount: { description: 'How many there are in all.', schema: { type: 'integer' } },
  ContentDisposition: { description: 'What a saved copy is called.', schema: text },
  ContentRange: { description: 'Which bytes of how many these are.', schema: text },
  AcceptRanges: { description: '`bytes`', schema: text },
  WwwAuthenticate: { description: 'Which scheme to use.', schema: text },
} as const;
export type HeaderName = keyof typeof HEADERS;

/** As they are written on the wire. */
export const HEADER_NAMES: Record<HeaderName, string> = {
  RequestId: 'X-Request-Id',
  RateLimit: 'RateLimit',
  RateLimitPolicy: 'RateLimit-Policy',
  RetryAfter: 'Retry-After',
  Location: 'Location',
  PreferenceApplied: 'Preference-Applied',
  ETag: 'ETag',
  Link: 'Link',
  TotalCount: 'X-Total-Count',
  ContentDisposition: 'Content-Disposition',
  ContentRange: 'Content-Range',
  AcceptRanges: 'Accept-Ranges',
  WwwAuthenticate: 'WWW-Authenticate',
};
