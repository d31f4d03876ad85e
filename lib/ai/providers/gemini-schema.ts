import { UnsupportedFunctionalityError } from '@ai-sdk/provider';

/** The part of OpenAPI's schema that Gemini reads: https://ai.google.dev/api/caching#Schema */
export type GeminiSchema = {
  type?: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object';
  format?: 'enum' | 'date-time';
  description?: string;
  nullable?: boolean;
  enum?: string[];
  items?: GeminiSchema;
  minItems?: number;
  properties?: Record<string, GeminiSchema>;
  required?: string[];
  propertyOrdering?: string[];
  anyOf?: GeminiSchema[];
};

/**
 * A JSON schema as Gemini's `responseSchema` and its functions take it. That field and not the newer `responseJsonSchema`:
 * the package knows it, every Gemini model has it, and what is not understood is refused instead of ignored.
 *
 * Lengths, ranges, patterns and the most entries of a list become words of the description: Gemini compiles the schema into
 * an automaton, and counted repetitions make it "too many states for serving" (400). Whoever asked checks them afterwards.
 * @throws UnsupportedFunctionalityError for a schema that contains itself
 */
export function toGeminiSchema(schema: JsonSchema): GeminiSchema {
  return convert(schema, schema, []);
}

/** What we read of a JSON schema, drafts 7 and 2020-12. */
type Definition = boolean | JsonSchema;
type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: readonly unknown[];
  const?: unknown;
  properties?: Record<string, Definition>;
  required?: string[];
  items?: Definition | Definition[];
  minItems?: number;
  maxItems?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  pattern?: string;
  anyOf?: Definition[];
  oneOf?: Definition[];
  allOf?: Definition[];
};

function convert(definition: Definition, root: JsonSchema, path: string[]): GeminiSchema {
  if (typeof definition === 'boolean') return {};
  const schema = merge(definition, root, path);
  const inside = schema.$ref ? [...path, schema.$ref] : path;
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return describe(convertChoices(choices, root, inside), schema);
  if (schema.const !== undefined) return describe(convertValues([schema.const]), schema);
  if (schema.enum) return describe(convertValues(schema.enum), schema);
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  const [type, ...others] = types.filter((name) => name !== 'null');
  const nullable = types.includes('null') ? { nullable: true } : {};
  if (others.length > 0) {
    const anyOf = [type, ...others].map((name) =>
      convert({ ...schema, $ref: undefined, type: name }, root, inside),
    );
    return { anyOf, ...nullable };
  }
  return describe({ ...convertType(type, schema, root, inside), ...nullable }, schema);
}

function convertType(
  type: string | undefined,
  schema: JsonSchema,
  root: JsonSchema,
  path: string[],
): GeminiSchema {
  if (type === 'array') {
    const { items } = schema;
    const entries = Array.isArray(items)
      ? convertChoices(items, root, path)
      : convert(items ?? {}, root, path);
    return { type, items: entries, ...(schema.minItems && { minItems: schema.minItems }) };
  }
  if (type === 'object' || schema.properties) {
    const properties = schema.properties ?? {};
    const names = Object.keys(properties);
    if (names.length === 0) return { type: 'object' };
    return {
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, value]) => [name, convert(value, root, path)]),
      ),
      required: (schema.required ?? []).filter((name) => names.includes(name)),
      // Unset, Gemini writes the properties in the order of the alphabet: characters would come after their scenes.
      propertyOrdering: names,
    };
  }
  if (type === 'string') {
    return { type, ...(schema.format === 'date-time' && { format: 'date-time' as const }) };
  }
  return type === 'number' || type === 'integer' || type === 'boolean' ? { type } : {};
}

function convertChoices(choices: Definition[], root: JsonSchema, path: string[]): GeminiSchema {
  const isNull = (choice: Definition) => typeof choice === 'object' && choice.type === 'null';
  const kinds = choices.filter((choice) => !isNull(choice)).map((choice) => convert(choice, root, path));
  const nullable = kinds.length < choices.length ? { nullable: true } : {};
  const [first] = kinds;
  if (kinds.length === 1 && first) return { ...first, ...nullable };
  if (kinds.length > 0 && kinds.every((kind) => kind.enum)) {
    return { ...convertValues(kinds.flatMap((kind) => kind.enum ?? [])), ...nullable };
  }
  return { anyOf: kinds, ...nullable };
}

/** Only words can be listed; numbers are told in the description. */
function convertValues(values: readonly unknown[]): GeminiSchema {
  const known = [...new Set(values.filter((value) => value !== null))];
  const nullable = values.includes(null) ? { nullable: true } : {};
  if (known.every((value) => typeof value === 'string')) {
    return { type: 'string', format: 'enum', enum: known, ...nullable };
  }
  const type = known.every((value) => typeof value === 'boolean')
    ? 'boolean'
    : known.every((value) => Number.isInteger(value))
      ? 'integer'
      : 'number';
  return { type, description: `One of ${known.join(', ')}.`, ...nullable };
}

/** Follows `$ref` and puts the parts of `allOf` together. */
function merge(schema: JsonSchema, root: JsonSchema, path: string[]): JsonSchema {
  if (schema.$ref) {
    if (path.includes(schema.$ref)) {
      throw new UnsupportedFunctionalityError({ functionality: 'a schema that contains itself' });
    }
    const found = schema.$ref
      .split('/')
      .slice(1)
      .reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], root);
    if (typeof found !== 'object' || found === null) {
      throw new UnsupportedFunctionalityError({ functionality: `the reference ${schema.$ref}` });
    }
    const target = merge(found as JsonSchema, root, [...path, schema.$ref]);
    return { ...target, $ref: schema.$ref, ...(schema.description && { description: schema.description }) };
  }
  if (!schema.allOf) return schema;
  const { allOf, ...rest } = schema;
  const parts = [
    rest,
    ...allOf.filter((part) => typeof part === 'object').map((part) => merge(part, root, path)),
  ];
  const merged: JsonSchema = Object.assign({}, ...parts);
  if (!merged.properties) return merged;
  return {
    ...merged,
    properties: Object.assign({}, ...parts.map((part) => part.properties)),
    required: parts.flatMap((part) => part.required ?? []),
  };
}

function describe(converted: GeminiSchema, schema: JsonSchema): GeminiSchema {
  const words = [schema.description, converted.description, ...describeBounds(schema)].filter(Boolean);
  return words.length > 0 ? { ...converted, description: [...new Set(words)].join(' ') } : converted;
}

function describeBounds(schema: JsonSchema): string[] {
  const { maxLength, minItems, maxItems, minimum, maximum, pattern, exclusiveMinimum, exclusiveMaximum } =
    schema;
  const isReal = (bound: number | undefined) =>
    bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER;
  return [
    maxLength !== undefined && `At most ${maxLength} characters.`,
    (minItems ?? 0) > 1 && `At least ${minItems} entries.`,
    maxItems !== undefined && `At most ${maxItems} entries.`,
    isReal(minimum) && `At least ${minimum}.`,
    isReal(maximum) && `At most ${maximum}.`,
    isReal(exclusiveMinimum) && `More than ${exclusiveMinimum}.`,
    isReal(exclusiveMaximum) && `Less than ${exclusiveMaximum}.`,
    pattern !== undefined && `Matches ${pattern}.`,
  ].filter((text) => text !== false);
}
