/** What a reader should know before the first call. */
export const ABOUT = {
  title: 'Storyloom',
  version: '1.0.0',
  summary: 'A prompt or a conversation becomes an illustrated, narrated story and a film of it.',
  license: { name: 'MIT', identifier: 'MIT' },
  description: `Five documented APIs and one core. Clients of Kids Story Agent, Dream Flow, ALwrity, StoryMimi and Stories We Tell work when their
base address is set to \`…/api\`, or to the root where their document writes no prefix (\`/stories/\`, \`/users/\`, \`/auth/login\`, \`/health\`). A slash at
the end of a path is taken as written.

**Who calls.** \`Authorization: Bearer <API key or access token>\`. A key is made on the page /account or by \`POST /api/keys\`, for \`read\`, \`write\` or
both. \`POST /api/auth/guest\` gives a new guest a token. Pages of ours use a cookie.

**Jobs.** Making a story takes seconds to minutes: you get a \`job_id\`, and then ask for its status, follow its events (SSE, \`Last-Event-ID\`), wait with
\`Prefer: wait=60\`, or are told by a webhook. Send an \`Idempotency-Key\` and a request that is repeated starts nothing twice.

**Lists** take \`limit\` and \`offset\`, or the opaque \`cursor\` that the \`Link\` header of the page before has: a page by cursor stays right while new
stories come in.

**Limits** are counted by caller and by address; \`RateLimit\` says what is left, 429 comes with \`Retry-After\`.

**Errors** are \`application/problem+json\` (RFC 9457). Go by \`code\`, never by the words.

**Sockets.** The same conversation as \`POST /api/chat\` is spoken over a WebSocket at \`/api/conversation/{userId}\`. **Agents** find the stories as MCP
tools at \`/api/mcp\`.`,
};
