import { randomUUID } from 'node:crypto';
import { z } from 'zod';

export type JsonSchema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  $ref?: string;
  $defs?: Record<string, JsonSchema>;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  maxLength?: number;
  minLength?: number;
  maxItems?: number;
};

export type Path = readonly (string | number)[];
/** One field of a request, however deep; `schema` is one of the forms that it can have. */
export type Field = { path: Path; schema: JsonSchema; required: boolean };

const DEEPEST = 4;

export const toJsonSchema = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

/** Every field that a schema takes; one that has several forms comes once with each. */
export function listFields(schema: z.ZodType): Field[] {
  const root = toJsonSchema(schema);
  const fields: Field[] = [];
  const visit = (part: JsonSchema, path: Path, required: boolean) => {
    for (const form of listForms(part, root)) {
      if (path.length > 0) fields.push({ path, schema: form, required });
      if (path.length >= DEEPEST) continue;
      for (const [name, property] of Object.entries(form.properties ?? {}))
        visit(property, [...path, name], form.required?.includes(name) ?? false);
      if (form.items) visit(form.items, [...path, 0], false);
    }
  };
  visit(root, [], true);
  return fields;
}

function listForms(part: JsonSchema, root: JsonSchema): JsonSchema[] {
  if (part.$ref) {
    const named = root.$defs?.[part.$ref.replace('#/$defs/', '')];
    return named ? listForms(named, root) : [];
  }
  const forms = [...(part.anyOf ?? []), ...(part.oneOf ?? []), ...(part.allOf ?? [])];
  return forms.length > 0 ? forms.flatMap((form) => listForms(form, root)) : [part];
}

/** The least that a schema takes, where it has no example. */
export function sample(schema: z.ZodType): unknown {
  const build = (part: JsonSchema): unknown => {
    const [form = {}] = listForms(part, part);
    if (form.enum) return form.enum[0];
    if (form.format === 'uuid') return randomUUID();
    if (form.format === 'email') return 'mia@example.com';
    if (form.type === 'string') return 'x'.repeat(Math.max(1, form.minLength ?? 0));
    if (form.type === 'integer' || form.type === 'number') return form.minimum ?? 1;
    if (form.type === 'boolean') return false;
    if (form.type === 'array') return [];
    return Object.fromEntries(
      Object.entries(form.properties ?? {})
        .filter(([name]) => form.required?.includes(name))
        .map(([name, property]) => [name, build(property)]),
    );
  };
  return build(toJsonSchema(schema));
}

/** A copy of `root` with another value at a path; what is not there on the way is made. `undefined` takes it out. */
export function withValue(root: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  const isList = typeof key === 'number';
  const known = typeof root === 'object' && root !== null && Array.isArray(root) === isList ? root : {};
  const copy = (isList ? Object.values(known) : { ...known }) as Record<string | number, unknown>;
  const inner = withValue(copy[key], rest, value);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
}

export const isNumeric = ({ type }: JsonSchema) => type === 'integer' || type === 'number';

/** Whether a schema refuses a value. One that throws what is no list of issues refuses it as well. */
export function refuses(schema: z.ZodType, value: unknown): boolean {
  try {
    return !schema.safeParse(value).success;
  } catch {
    return true;
  }
}
