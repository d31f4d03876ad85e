import type { z } from 'zod';
import type { Operation } from '../../../lib/openapi/operation.ts';
import { type Field, isNumeric, listFields, type Path, refuses, withValue } from './fields.ts';

/** One thing that is wrong with a request. */
export type BadBody = {
  name: string;
  body: string | Buffer;
  contentType?: string | null;
  contentLength?: string;
  statuses: readonly number[];
};

const REFUSED = [400, 422];
/** JSON has no way to write it; a reader makes it infinite. */
const TOO_BIG_FOR_JSON = '"raw 1e999"';
const OF_ANOTHER_TYPE = [null, true, 12.5, '🤷 no such value', [], { $ne: null }];
const NO_NUMBERS = ['NaN', 'Infinity', '-Infinity', '1e999', '0x10', '', ' ', '1;2', '١٢'];
const INHERITED = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

export const write = (value: unknown) => JSON.stringify(value).replaceAll(TOO_BIG_FOR_JSON, '1e999');

const show = (path: Path, value: unknown) => `${path.join('.')} = ${write(value)?.slice(0, 60)}`;

/** Values that a field of this form may not have. */
function listBadValues({ schema }: Field): unknown[] {
  const values: unknown[] = [...OF_ANOTHER_TYPE];
  if (isNumeric(schema)) {
    const least = schema.minimum ?? schema.exclusiveMinimum;
    values.push(...NO_NUMBERS, 1e308, -1e308, 2 ** 53, 'raw 1e999', 0.5);
    if (least !== undefined) values.push(least - 1);
    if (schema.maximum !== undefined) values.push(schema.maximum + 1);
  }
  if (schema.enum) values.push(...INHERITED, '', String(schema.enum[0]).repeat(2));
  if (schema.format === 'uuid') values.push('not-a-uuid', '00000000-0000-0000-0000-00000000000g', '%00');
  if (schema.maxLength !== undefined) values.push('x'.repeat(schema.maxLength + 1));
  if (schema.maxItems !== undefined) values.push(Array(schema.maxItems + 1).fill('x'));
  return values;
}

/** Of every field: without it, of another type, out of its range; as far as the schema says that it is bad. */
export function listBadFields(schema: z.ZodType, base: unknown): { name: string; value: unknown }[] {
  const seen = new Set<string>();
  return listFields(schema).flatMap((field) => {
    const values = field.required ? [undefined, ...listBadValues(field)] : listBadValues(field);
    return values.flatMap((bad) => {
      const value = withValue(base, field.path, bad);
      const name = show(field.path, bad ?? null) + (bad === undefined ? ' (missing)' : '');
      const parsed = bad === 'raw 1e999' ? withValue(base, field.path, Number.POSITIVE_INFINITY) : value;
      if (seen.has(name) || !refuses(schema, parsed)) return [];
      seen.add(name);
      return [{ name, value }];
    });
  });
}

/** What is wrong with the body as a whole, whatever it should hold. */
function listBadWholes(operation: Operation, base: unknown): BadBody[] {
  const schema = operation.body?.schema as z.ZodType;
  const good = write(base);
  const deep = (depth: number) => ({
    lists: '['.repeat(depth) + ']'.repeat(depth),
    objects: `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`,
  });
  const broken = ['{', '{"a":', 'nul', '{"a":1,}', "{'a':1}", `${good}}`, '\u0000', '<xml/>', '{"a":\u0001}'];
  const around = (bytes: number[]) =>
    Buffer.concat([Buffer.from('{"title":"'), Buffer.from(bytes), Buffer.from('"}')]);
  const wholes = ['null', '[]', '"text"', '1', 'true', '1e999', '{}', '[{}]'];
  return [
    ...(operation.body?.required === false ? [] : [{ name: 'an empty body', body: '', statuses: REFUSED }]),
    ...broken.map((body) => ({ name: `malformed: ${body.slice(-20)}`, body, statuses: [400] })),
    ...wholes
      .filter((body) => refuses(schema, JSON.parse(body)))
      .map((body) => ({ name: `only ${body}`, body, statuses: REFUSED })),
    ...[[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82]].map((bytes) => ({
      name: `not UTF-8: ${Buffer.from(bytes).toString('hex')}`,
      body: around(bytes),
      statuses: [400],
    })),
    ...[1_000, 100_000].flatMap((depth) => [
      { name: `${depth} lists deep`, body: deep(depth).lists, statuses: REFUSED },
      // Some requests pass over fields that nobody knows, and find nothing missing.
      {
        name: `${depth} objects deep`,
        body: deep(depth).objects,
        statuses: refuses(schema, { a: {} }) ? REFUSED : [200, 201, 202, 400, 404],
      },
    ]),
    { name: 'too large', body: '{', contentLength: String(2 ** 31), statuses: [413] },
    { name: 'far too large', body: '{', contentLength: String(2 ** 52), statuses: [413] },
    ...[
      null,
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/json; charset=utf-16',
      'application/xml',
      'application/jsonp',
      '',
      ';',
    ].map((contentType) => ({
      name: `as ${contentType}`,
      body: good,
      contentType,
      statuses: [415],
    })),
  ];
}

/** Text that no database stores, in every field that takes text. */
function listUnstorable(schema: z.ZodType, base: unknown): BadBody[] {
  const paths = new Map(
    listFields(schema)
      .filter(({ schema: form }) => form.type === 'string' || form.type === undefined)
      .map(({ path }) => [path.join('.'), path]),
  );
  return [...paths.values()].map((path, index) => {
    const text = ['a\u0000b', '\ud800', '\udc00 a'][index % 3];
    return { name: show(path, text), body: write(withValue(base, path, text)), statuses: [400] };
  });
}

/** Everything that can be wrong with a JSON body, for an operation whose body has the schema and a good example. */
export function listBadBodies(operation: Operation, base: unknown): BadBody[] {
  const schema = operation.body?.schema as z.ZodType;
  return [
    ...listBadFields(schema, base).map(({ name, value }) => ({
      name,
      body: write(value),
      statuses: REFUSED,
    })),
    ...listUnstorable(schema, base),
    ...listBadWholes(operation, base),
  ];
}

/** The same of a query string. Only what the schema refuses: some of these calls start work, or wait for it. */
export function listBadQueries(
  schema: z.ZodType,
  base: Record<string, string>,
): { name: string; query: string }[] {
  const fields = listFields(schema).filter(({ path }) => path.length === 1);
  const refused = fields.flatMap(({ path: [name = ''], schema: form }) => {
    const values = [...listBadValues({ path: [name], schema: form, required: false }), ...INHERITED]
      .filter((value) => typeof value === 'string' || typeof value === 'number')
      .map((value) => (value === 'raw 1e999' ? '1e999' : String(value)));
    const texts = [...values, '-1', '0.5', '1e10', '99999999999999999999'];
    return (
      [...new Set(texts)]
        // A longer request line is refused before it is read.
        .filter((text) => text.length < 8_000 && refuses(schema, { ...base, [name]: text }))
        .map((text) => ({ ...base, [name]: text }))
    );
  });
  const stored = fields.flatMap(({ path: [name = ''] }) => [
    { name: `${name} with a NUL`, query: `${new URLSearchParams({ ...base, [name]: '' })}&${name}=a%00b` },
  ]);
  const twice = fields
    .map(({ path: [name = ''] }) => String(name))
    .filter((name) => refuses(schema, { ...base, [name]: ['1', '2'] }))
    .map((name) => {
      const query = new URLSearchParams(base);
      query.delete(name);
      return { name: `${name} twice`, query: `${query}&${name}=1&${name}=2` };
    });
  const missing = Object.keys(base)
    .map((name) => [name, Object.fromEntries(Object.entries(base).filter(([key]) => key !== name))] as const)
    .filter(([, less]) => refuses(schema, less))
    .map(([name, less]) => ({ name: `without ${name}`, query: String(new URLSearchParams(less)) }));
  return [
    ...refused.map((query) => ({
      name: String(new URLSearchParams(query)).slice(0, 80),
      query: String(new URLSearchParams(query)),
    })),
    ...stored,
    ...twice,
    ...missing,
  ];
}
