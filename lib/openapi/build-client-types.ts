import type { JsonSchema } from './json-schemas';

/**
 * The document as TypeScript types of the shape that `openapi-fetch` reads: `paths` by address and method, `components` by
 * name. (`openapi-typescript` writes the same; it needs TypeScript 5 beside ours, and would take the place of its `tsc`.)
 */
export function buildClientTypes(document: {
  paths: Record<string, object>;
  components: { schemas: Record<string, JsonSchema> };
}): string {
  const lines = [
    '// Written by `npm run api:types` from /api/openapi.json. Not to be edited.',
    '',
    'export interface components {',
    '  schemas: {',
    ...Object.entries(document.components.schemas).map(
      ([name, schema]) => `    ${name}: ${buildType(schema)};`,
    ),
    '  };',
    '}',
    '',
    'type Problem = { headers: Record<string, unknown>; content: { "application/problem+json": components["schemas"]["Problem"] } };',
    '',
    'export interface paths {',
    ...Object.entries(document.paths).map(([address, item]) => buildPath(address, item)),
    '}',
    '',
  ];
  return lines.join('\n');
}

type Parameter = { name: string; in: string; required?: boolean; schema: JsonSchema };
type Operation = {
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { $ref: string } | { content?: Record<string, { schema: JsonSchema }> }>;
};

const ALL_METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

function buildPath(address: string, item: object): string {
  const methods = item as Record<string, Operation>;
  const lines = ALL_METHODS.map((method) => {
    const operation = methods[method];
    return operation ? `    ${method}: ${buildOperation(operation)};` : `    ${method}?: never;`;
  });
  return `  ${quote(address)}: {\n    parameters: { query?: never; header?: never; path?: never; cookie?: never };\n${lines.join('\n')}\n  };`;
}

function buildOperation({ parameters = [], requestBody, responses }: Operation): string {
  const own = parameters.filter((parameter): parameter is Parameter => 'in' in parameter);
  const group = (place: string) => {
    const fields = own.filter((parameter) => parameter.in === place);
    if (fields.length === 0) return `${place}?: never`;
    const isRequired = fields.some((field) => field.required);
    const types = fields.map(
      ({ name, required, schema }) => `${quote(name)}${required ? '' : '?'}: ${buildType(schema)}`,
    );
    return `${place}${isRequired ? '' : '?'}: { ${types.join('; ')} }`;
  };
  const header = parameters.length > own.length ? 'header?: Record<string, string>' : 'header?: never';
  const body = requestBody
    ? `requestBody${requestBody.required ? '' : '?'}: { content: ${buildContent(requestBody.content)} }`
    : 'requestBody?: never';
  const answers = Object.entries(responses).map(([status, response]) =>
    '$ref' in response
      ? `${status}: Problem`
      : `${status}: { headers: Record<string, unknown>; content${
          response.content ? `: ${buildContent(response.content)}` : '?: never'
        } }`,
  );
  return `{\n      parameters: { ${group('query')}; ${header}; ${group('path')}; cookie?: never };\n      ${body};\n      responses: {\n        ${answers.join(';\n        ')};\n      };\n    }`;
}

function buildContent(content: Record<string, { schema: JsonSchema }>): string {
  const kinds = Object.entries(content).map(
    ([mediaType, { schema }]) => `${quote(mediaType)}: ${buildType(schema)}`,
  );
  return `{ ${kinds.join('; ')} }`;
}

/** A JSON Schema, as far as ours go, as a TypeScript type. */
export function buildType(schema: JsonSchema): string {
  if (typeof schema.$ref === 'string') {
    return `components["schemas"][${quote(schema.$ref.split('/').at(-1) ?? '')}]`;
  }
  if ('const' in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return union(schema.enum.map((value) => JSON.stringify(value)));
  const choices = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(choices)) return union(choices.map(buildType));
  if (Array.isArray(schema.allOf)) return schema.allOf.map((part) => `(${buildType(part)})`).join(' & ');
  if (Array.isArray(schema.type)) {
    return union(schema.type.map((type) => buildType({ ...schema, type })));
  }
  if (schema.type === 'array') return `(${buildType((schema.items as JsonSchema | undefined) ?? {})})[]`;
  if (schema.type === 'object') return buildObject(schema);
  if (schema.format === 'binary') return 'Blob';
  if (schema.type === 'integer') return 'number';
  return ['string', 'number', 'boolean', 'null'].includes(String(schema.type))
    ? String(schema.type)
    : 'unknown';
}

function buildObject(schema: JsonSchema): string {
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  const required = (schema.required ?? []) as string[];
  const fields = properties.map(
    ([name, property]) => `${quote(name)}${required.includes(name) ? '' : '?'}: ${buildType(property)}`,
  );
  const rest = schema.additionalProperties;
  if (typeof rest !== 'object' || rest === null)
    return fields.length > 0 ? `{ ${fields.join('; ')} }` : 'object';
  const others = `{ [key: string]: ${fields.length > 0 ? 'unknown' : buildType(rest as JsonSchema)} }`;
  return fields.length > 0 ? `{ ${fields.join('; ')} } & ${others}` : others;
}

function union(types: readonly string[]): string {
  return [...new Set(types)].join(' | ');
}

function quote(text: string): string {
  return JSON.stringify(text);
}
