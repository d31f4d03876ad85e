/**
 * Doors that do not reach the guard, and why they need not. Everything else must: scripts/doors/doors.test.ts fails for a route,
 * a durable function or a frame of the socket that stands neither here nor before the guard, and for a name here that is
 * no such door any more.
 */
const IDS_ONLY = 'takes ids and nothing to read';
const SEARCH = 'words that are looked for among one’s own stories: kept nowhere, shown to nobody';
const FILTERS = 'a list: filters, numbers and cursors of fixed forms';
const SIGN_IN = 'e-mail, password or token: checked by the account service, told to nobody';
const OWN_NAME = 'a name that only its owner reads in their own settings';
const PIN = 'digits of a PIN: hashed, never shown';
const CHOICES = 'switches, numbers and words of fixed lists';
const GUARDED_BEFORE = 'works on pages that passed guardDraft when they were saved';
const NO_WORDS = 'housekeeping of rows: reads no text';

export const DOOR_EXCEPTIONS: Readonly<Record<string, string>> = {
  'POST /api/{unknown}': 'nobody serves it: 404 whatever is sent',
  'PUT /api/{unknown}': 'nobody serves it: 404 whatever is sent',
  'PATCH /api/{unknown}': 'nobody serves it: 404 whatever is sent',
  'POST /api/auth/guest': IDS_ONLY,
  'POST /api/auth/login': SIGN_IN,
  'POST /api/auth/logout': SIGN_IN,
  'POST /api/auth/new-password': SIGN_IN,
  'POST /api/auth/recover': SIGN_IN,
  'POST /api/auth/refresh': SIGN_IN,
  'POST /api/auth/sign-in': SIGN_IN,
  'POST /api/auth/sign-out': SIGN_IN,
  'GET /auth/confirm': SIGN_IN,
  'GET /api/conversation/{userId}/history': FILTERS,
  'POST /api/conversation/tickets': IDS_ONLY,
  'POST /api/conversation/tickets/redeem': IDS_ONLY,
  'POST /api/keys': OWN_NAME,
  'PATCH /api/keys/{keyId}': OWN_NAME,
  'GET /api/projects': FILTERS,
  'GET /api/sessions': FILTERS,
  'GET /api/sessions/{sessionId}/events': FILTERS,
  'GET /api/sessions/{sessionId}/messages': FILTERS,
  'POST /api/sessions/{sessionId}/stop': IDS_ONLY,
  'POST /api/sessions/migrate': SIGN_IN,
  'GET /api/users/{userId}/stories': FILTERS,
  'PATCH /api/v1/household': CHOICES,
  'POST /api/v1/household/lock': IDS_ONLY,
  'POST /api/v1/household/unlock': PIN,
  'PUT /api/v1/household/pin': PIN,
  'GET /api/v1/safety/decisions': FILTERS,
  'GET /api/v1/stories': SEARCH,
  'GET /api/v1/stories/jobs': 'a list: its text is looked for in the caller’s own rows and told to nobody',
  'GET /api/v1/stories/jobs/{jobId}/events': FILTERS,
  'POST /api/v1/stories/quote': 'only counts: nothing is kept, told or sent to a model',
  'POST /api/v1/stories/{storyId}/approval': CHOICES,
  'POST /api/v1/stories/{storyId}/duplicate':
    'copies a story that passed the guard when it was saved; takes ids',
  'PUT /api/v1/stories/{storyId}/favourite': IDS_ONLY,
  'PUT /api/v1/stories/{storyId}/share': IDS_ONLY,
  'POST /api/webhooks': 'addresses and event names for machines, checked by the egress rules',
  'PATCH /api/webhooks/{webhookId}': 'addresses and event names for machines, checked by the egress rules',
  'POST /api/webhooks/{webhookId}/rotate': IDS_ONLY,
  'POST /api/webhooks/{webhookId}/test': IDS_ONLY,
  'POST /api/webhooks/secret/rotate': IDS_ONLY,
  'GET /api/webhooks/deliveries': FILTERS,
  'POST /api/webhooks/deliveries/{deliveryId}/replay': IDS_ONLY,
  'inngest clip-scenes': GUARDED_BEFORE,
  'inngest close-lost-calls': NO_WORDS,
  'inngest deliver-webhook': 'sends ids, states and numbers of jobs',
  'inngest film-story': GUARDED_BEFORE,
  'inngest finish-erasures': NO_WORDS,
  'inngest forget-decisions': NO_WORDS,
  'inngest forget-old': NO_WORDS,
  'inngest forget-webhooks': NO_WORDS,
  'inngest narrate-story': GUARDED_BEFORE,
  'inngest resend-waiting': NO_WORDS,
  'inngest resend-webhooks': NO_WORDS,
  'inngest stop-videos': NO_WORDS,
  'socket ping': 'says nothing',
  'socket stop': 'says nothing',
};
