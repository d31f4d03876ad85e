import type { JsonSchema } from '@/lib/openapi/json-schemas';

/** A JSON Schema to read: its type, or its fields one below the other. Named schemas are links. */
export function SchemaView({ schema }: { schema: JsonSchema }) {
  const fields = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  const required = (schema.required ?? []) as string[];
  if (fields.length === 0) return <TypeName schema={schema} />;
  return (
    <ul className="divide-y rounded-lg border text-sm">
      {fields.map(([name, field]) => (
        <li key={name} className="px-3 py-2">
          <span className="font-mono font-semibold break-words">{name}</span> <TypeName schema={field} />
          {required.includes(name) ? (
            <span className="ml-2 text-xs font-bold text-primary">required</span>
          ) : null}
          {field.default === undefined ? null : (
            <span className="ml-2 text-xs text-muted-foreground">
              default {JSON.stringify(field.default)}
            </span>
          )}
          {typeof field.description === 'string' ? (
            <p className="text-muted-foreground">{field.description}</p>
          ) : null}
          <Inner schema={field} />
        </li>
      ))}
    </ul>
  );
}

function Inner({ schema }: { schema: JsonSchema }) {
  const inner = (schema.items ?? schema) as JsonSchema;
  if (!inner.properties) return null;
  return (
    <details className="mt-1">
      <summary className="cursor-pointer text-xs text-muted-foreground">its fields</summary>
      <div className="mt-2">
        <SchemaView schema={inner} />
      </div>
    </details>
  );
}

export function TypeName({ schema }: { schema: JsonSchema }) {
  if (typeof schema.$ref === 'string') {
    const name = schema.$ref.split('/').at(-1);
    return (
      <a href={`#schema-${name}`} className="font-mono text-sm underline underline-offset-2">
        {name}
      </a>
    );
  }
  const choices = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (choices) {
    return choices.map((choice, index) => (
      <span key={JSON.stringify(choice)}>
        {index > 0 ? <span className="text-muted-foreground"> or </span> : null}
        {choice.properties ? <SchemaView schema={choice} /> : <TypeName schema={choice} />}
      </span>
    ));
  }
  if (schema.type === 'array') {
    return (
      <span className="font-mono text-sm text-muted-foreground">
        list of <TypeName schema={(schema.items ?? {}) as JsonSchema} />
      </span>
    );
  }
  return <span className="font-mono text-sm text-muted-foreground">{describe(schema)}</span>;
}

const BOUNDS = [
  ['minimum', '≥'],
  ['maximum', '≤'],
  ['minLength', 'length ≥'],
  ['maxLength', 'length ≤'],
  ['maxItems', 'entries ≤'],
] as const;

function describe(schema: JsonSchema): string {
  if ('const' in schema) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const type = [schema.type ?? 'anything'].flat().join(' or ');
  const bounds = BOUNDS.filter(([keyword]) => schema[keyword] !== undefined).map(
    ([keyword, sign]) => `${sign} ${schema[keyword]}`,
  );
  return [schema.format ? `${type} (${schema.format})` : type, ...bounds].join(', ');
}
