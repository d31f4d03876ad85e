import { z } from 'zod';
import { HEADER_NAMES, type HeaderName } from './headers';
import type { JsonSchema } from './json-schemas';
import type { Answer, Operation } from './operation';
import { buildProblemResponses, listErrorCodes } from './problems';

/** Where a schema of an operation stands; the JSON Schemas of all of them are built together. */
export const bodyKey = (operation: Operation) => `${operation.operationId} body`;
export const queryKey = (operation: Operation) => `${operation.operationId} query`;
export const paramKey = (operation: Operation, name: string) => `${operation.operationId} path ${name}`;
export const answerKey = (operation: Operation, status: string) => `${operation.operationId} ${status}`;

/** The schemas of an operation’s input; path parameters are UUIDs unless it says otherwise. */
export function listInputSchemas(operation: Operation): [key: string, schema: z.ZodType][] {
  return [
    ...(operation.body ? [[bodyKey(operation), operation.body.schema] as [string, z.ZodType]] : []),
    ...(operation.query ? [[queryKey(operation), operation.query] as [string, z.ZodType]] : []),
    ...listParamNames(operation).map((name): [string, z.ZodType] => [
      paramKey(operation, name),
      operation.params?.[name] ?? z.uuid(),
    ]),
  ];
}

export function listOutputSchemas(operation: Operation): [key: string, schema: z.ZodType][] {
  return Object.entries(operation.answers).flatMap(([status, { schema, others = {} }]) => [
    ...(schema ? [[answerKey(operation, status), schema] as [string, z.ZodType]] : []),
    ...Object.entries(others).map(([mediaType, other]): [string, z.ZodType] => [
      `${answerKey(operation, status)} ${mediaType}`,
      other,
    ]),
  ]);
}

type Schemas = { input: Map<string, JsonSchema>; output: Map<string, JsonSchema> };

/** The OpenAPI operation, and the shared responses that it refers to. */
export function buildOperation(operation: Operation, { input, output }: Schemas) {
  const { references, responses } = buildProblemResponses(listErrorCodes(operation));
  const answers = Object.entries(operation.answers).map(([status, answer]) => [
    status,
    buildAnswer(answer, (mediaType) =>
      output.get([answerKey(operation, status), mediaType].filter(Boolean).join(' ')),
    ),
  ]);
  const { body } = operation;
  const parameters = buildParameters(operation, input);
  return {
    responses,
    operation: {
      operationId: operation.operationId,
      tags: [operation.tag],
      summary: operation.summary,
      ...(operation.description && { description: operation.description }),
      security: buildSecurity(operation),
      ...(parameters.length > 0 && { parameters }),
      ...(body && {
        requestBody: {
          required: body.required !== false,
          content: Object.fromEntries(
            (body.mediaTypes ?? ['application/json']).map((mediaType) => [
              mediaType,
              {
                schema: input.get(bodyKey(operation)),
                ...(body.examples && {
                  examples: Object.fromEntries(
                    Object.entries(body.examples).map(([name, value]) => [name, { value }]),
                  ),
                }),
              },
            ]),
          ),
        },
      }),
      responses: { ...Object.fromEntries(answers), ...references },
    },
  };
}

function buildParameters(operation: Operation, input: Map<string, JsonSchema>): unknown[] {
  const path = listParamNames(operation).map((name) => ({
    name,
    in: 'path',
    required: true,
    schema: input.get(paramKey(operation, name)),
  }));
  const query = input.get(queryKey(operation)) as
    | { properties?: Record<string, JsonSchema>; required?: string[] }
    | undefined;
  const fields = Object.entries(query?.properties ?? {}).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    ...(query?.required?.includes(name) && { required: true }),
    ...(typeof description === 'string' && { description }),
    schema,
  }));
  const isForGrownUps = operation.grownUp || operation.showsStory;
  const names = new Set([...(operation.headers ?? []), ...(isForGrownUps ? (['GrownUp'] as const) : [])]);
  const headers = [...names].map((name) => ({ $ref: `#/components/parameters/${name}` }));
  return [...path, ...fields, ...headers];
}

function buildAnswer(answer: Answer, schemaOf: (otherMediaType?: string) => JsonSchema | undefined) {
  const schema = schemaOf();
  const headers: readonly HeaderName[] = [
    'RequestId',
    'RateLimit',
    'RateLimitPolicy',
    ...(answer.headers ?? []),
  ];
  const mediaTypes = answer.mediaTypes ?? (schema ? ['application/json'] : []);
  const content = mediaTypes.map((mediaType): [string, object] => [
    mediaType,
    {
      schema: schema ?? { type: 'string', format: 'binary' },
      ...(answer.example !== undefined && { example: answer.example }),
    },
  ]);
  for (const mediaType of Object.keys(answer.others ?? {})) {
    content.push([mediaType, { schema: schemaOf(mediaType) ?? {} }]);
  }
  return {
    description: answer.description,
    headers: Object.fromEntries(
      headers.map((name) => [HEADER_NAMES[name], { $ref: `#/components/headers/${name}` }]),
    ),
    ...(content.length > 0 && { content: Object.fromEntries(content) }),
  };
}

function buildSecurity({ caller, opensWithKey }: Operation): object[] {
  if (caller === 'none') return [];
  return [
    ...(caller === 'optional' ? [{}] : []),
    { bearer: [] },
    { session: [] },
    ...(opensWithKey ? [{ signedAddress: [] }] : []),
  ];
}

function listParamNames({ path }: Operation): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name ? [name] : []));
}
