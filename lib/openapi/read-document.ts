import type { OpenApiDocument } from './build-document';
import type { JsonSchema } from './json-schemas';

/** The document as a page reads it: areas with their calls, references to shared parameters and answers looked up. */
export type ReferenceCall = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string | undefined;
  isOpen: boolean;
  parameters: {
    name: string;
    in: string;
    required: boolean;
    description: string | undefined;
    schema: JsonSchema;
  }[];
  body: { mediaType: string; schema: JsonSchema; examples: { name: string; value: unknown }[] }[];
  answers: {
    status: string;
    description: string;
    content: { mediaType: string; schema: JsonSchema; example: unknown }[];
  }[];
};
export type ReferenceArea = { name: string; description: string; calls: ReferenceCall[] };

type RawOperation = {
  operationId: string;
  tags: string[];
  summary: string;
  description?: string;
  security: object[];
  parameters?: ({ $ref: string } | RawParameter)[];
  requestBody?: { content: Record<string, RawContent> };
  responses: Record<string, { $ref: string } | RawAnswer>;
};
type RawParameter = {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: JsonSchema;
};
type RawContent = { schema: JsonSchema; example?: unknown; examples?: Record<string, { value: unknown }> };
type RawAnswer = { description: string; content?: Record<string, RawContent> };

export function readReference(document: OpenApiDocument): ReferenceArea[] {
  const calls = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, RawOperation>)
      .filter(([method]) => method !== 'head')
      .map(([method, operation]) => ({
        area: operation.tags[0],
        call: readCall(document, method, path, operation),
      })),
  );
  return document.tags.map(({ name, description }) => ({
    name,
    description,
    calls: calls.filter(({ area }) => area === name).map(({ call }) => call),
  }));
}

function readCall(
  { components }: OpenApiDocument,
  method: string,
  path: string,
  operation: RawOperation,
): ReferenceCall {
  const lookUp = <Part>(part: { $ref: string } | Part, shared: object): Part =>
    typeof part === 'object' && part !== null && '$ref' in part
      ? ((shared as Record<string, unknown>)[part.$ref.split('/').at(-1) ?? ''] as Part)
      : (part as Part);
  return {
    id: operation.operationId,
    method: method.toUpperCase(),
    path,
    summary: operation.summary,
    description: operation.description,
    isOpen: operation.security.length === 0,
    parameters: (operation.parameters ?? []).map((parameter) => {
      const {
        name,
        in: place,
        required,
        description,
        schema,
      } = lookUp<RawParameter>(parameter, components.parameters);
      return { name, in: place, required: required ?? false, description, schema };
    }),
    body: Object.entries(operation.requestBody?.content ?? {}).map(
      ([mediaType, { schema, examples = {} }]) => ({
        mediaType,
        schema,
        examples: Object.entries(examples).map(([name, { value }]) => ({ name, value })),
      }),
    ),
    answers: Object.entries(operation.responses).map(([status, raw]) => {
      const answer = lookUp<RawAnswer>(raw, components.responses);
      return {
        status,
        description: answer.description,
        content: Object.entries(answer.content ?? {}).map(([mediaType, { schema, example }]) => ({
          mediaType,
          schema,
          example,
        })),
      };
    }),
  };
}
