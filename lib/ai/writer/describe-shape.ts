type JsonSchema = {
  type?: string | string[];
  enum?: unknown[];
  properties?: Record<string, JsonSchema | boolean>;
  items?: JsonSchema | boolean;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
};

/**
 * A JSON schema in the short form that people and models read easily: `{"title": string, "scenes": [{"text": string}]}`.
 * Servers that only promise "some JSON" learn the form from these words alone.
 */
export function describeShape(schema: unknown): string {
  if (typeof schema !== 'object' || schema === null) return 'any';
  const { type, enum: values, properties, items, minimum, maximum, maxLength } = schema as JsonSchema;
  if (values) return values.map((value) => JSON.stringify(value)).join('|');
  if (properties) {
    const fields = Object.entries(properties).map(([name, one]) => `"${name}": ${describeShape(one)}`);
    return `{${fields.join(', ')}}`;
  }
  if (type === 'array') return `[${describeShape(items)}, …]`;
  if (type === 'integer' && minimum !== undefined && maximum !== undefined && maximum < 1_000) {
    return `integer ${minimum} to ${maximum}`;
  }
  if (type === 'string' && maxLength !== undefined) return `string of at most ${maxLength} letters`;
  return typeof type === 'string' ? type : 'any';
}
