import { z } from 'zod';

/** A JSON Schema (2020-12, which is OpenAPI 3.1’s), or one of its parts. */
export type JsonSchema = { [keyword: string]: unknown };

type Direction = 'input' | 'output';

/**
 * Zod schemas as JSON Schemas of one direction: what we take (`input`, before defaults and transforms) or what we answer
 * (`output`). Those with a name are referred to wherever they occur.
 *
 * @param named component names → schemas
 * @param inline schemas that stand where they are used
 */
export function buildJsonSchemas<Key>(
  direction: Direction,
  named: Readonly<Record<string, z.ZodType>>,
  inline: ReadonlyMap<Key, z.ZodType>,
): { named: Record<string, JsonSchema>; inline: Map<Key, JsonSchema> } {
  const registry = z.registry<{ id: string }>();
  const nameOf = new Map<z.ZodType, string>();
  for (const [name, schema] of Object.entries(named)) {
    registry.add(schema, { id: name });
    nameOf.set(schema, name);
  }
  const keys = [...inline.entries()];
  const inlineIds = new Map<z.ZodType, string>();
  for (const [, schema] of keys) {
    if (nameOf.has(schema) || inlineIds.has(schema)) continue;
    const id = `inline ${inlineIds.size}`;
    inlineIds.set(schema, id);
    // A bare schema that is used inside another one must not become a reference to nowhere: it gets a copy of its own.
    registry.add(schema, { id });
  }
  const { schemas } = z.toJSONSchema(registry, {
    io: direction,
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => tidy(jsonSchema, direction),
  });
  const all = schemas as Record<string, JsonSchema>;
  const read = (id: string): JsonSchema => {
    const { $schema: _, $id: __, ...schema } = all[id] ?? {};
    return schema;
  };
  return {
    named: Object.fromEntries(Object.keys(named).map((name) => [name, read(name)])),
    inline: new Map(
      keys.map(([key, schema]) => {
        const name = nameOf.get(schema);
        return [key, name ? { $ref: `#/components/schemas/${name}` } : read(inlineIds.get(schema) ?? '')];
      }),
    ),
  };
}

function tidy(schema: JsonSchema, direction: Direction): void {
  // The format says it in a word; the pattern is a page long.
  if (schema.format === 'uuid' || schema.format === 'date-time') delete schema.pattern;
  // Fields may be added to an answer: a client that refuses those it does not know would break.
  if (direction === 'output' && schema.additionalProperties === false) delete schema.additionalProperties;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}
