import { ABOUT } from './about';
import { buildOperation, listInputSchemas, listOutputSchemas } from './build-operation';
import { NAMED_ANSWERS, NAMED_REQUESTS } from './components';
import { HEADERS, REQUEST_HEADERS } from './headers';
import { buildJsonSchemas } from './json-schemas';
import { type Operation, TAGS } from './operation';
import { OPERATIONS } from './operations';

export type OpenApiDocument = ReturnType<typeof buildOpenApiDocument>;

/** The API as OpenAPI 3.1 describes it, made of the schemas that check its requests and of those its answers are typed by. */
export function buildOpenApiDocument(operations: readonly Operation[] = OPERATIONS) {
  const input = buildJsonSchemas('input', NAMED_REQUESTS, new Map(operations.flatMap(listInputSchemas)));
  const output = buildJsonSchemas('output', NAMED_ANSWERS, new Map(operations.flatMap(listOutputSchemas)));
  const paths: Record<string, Record<string, unknown>> = {};
  const responses: Record<string, unknown> = {};
  for (const operation of operations) {
    const built = buildOperation(operation, { input: input.inline, output: output.inline });
    const item = paths[operation.path] ?? {};
    paths[operation.path] = item;
    item[operation.method] = built.operation;
    if (operation.head) item.head = buildHead(operation, built.operation);
    Object.assign(responses, built.responses);
  }
  return {
    openapi: '3.1.1',
    info: ABOUT,
    servers: [{ url: '/', description: 'The installation that serves this document.' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [{ bearer: [] }, { session: [] }],
    paths,
    webhooks: {
      storyEnded: {
        post: {
          operationId: 'onStoryEnded',
          tags: ['Webhooks'],
          summary: 'A story has ended',
          description:
            'Posted to every webhook of the account that asked for this type, and to the `webhook_url` of the request. Signed as Standard Webhooks says: `webhook-id`, `webhook-timestamp` and `webhook-signature`.',
          security: [],
          requestBody: {
            required: true,
            content: { 'application/json': { schema: { $ref: '#/components/schemas/StoryEvent' } } },
          },
          responses: {
            '2XX': { description: 'It was received. Everything else is tried again for a day.' },
            '410': { description: 'Nobody wants it any more: the webhook is switched off.' },
          },
        },
      },
    },
    components: {
      schemas: { ...input.named, ...output.named },
      responses: Object.fromEntries(Object.entries(responses).toSorted(([a], [b]) => (a < b ? -1 : 1))),
      parameters: REQUEST_HEADERS,
      headers: HEADERS,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description:
            'An API key (`sl_…`, made on the page /account or by `POST /api/keys`), the installation’s `API_KEY`, or an access token from `POST /api/auth/login` or `POST /api/auth/guest`.',
        },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'storyloom-session',
          description:
            'The session of a browser on one of our own pages. Nobody else can use it to change things.',
        },
        signedAddress: {
          type: 'apiKey',
          in: 'query',
          name: 'key',
          description: 'Part of the addresses of files in answers to programs: they open without any header.',
        },
      },
    },
  };
}

/** HEAD answers what GET would, without its body. */
function buildHead(operation: Operation, get: ReturnType<typeof buildOperation>['operation']) {
  const responses = Object.entries(get.responses as Record<string, Record<string, unknown>>).map(
    ([status, response]) => {
      const { content: _, ...rest } = response;
      return [status, rest];
    },
  );
  return {
    ...get,
    operationId: `${operation.operationId}Head`,
    summary: `${operation.summary} (headers only)`,
    responses: Object.fromEntries(responses),
  };
}
