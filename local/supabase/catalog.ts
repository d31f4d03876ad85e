import type { Sql } from './connection.ts';

/** The parts of the `public` schema that TypeScript types are written from, in the order they are written. */
export type Catalog = {
  relations: Relation[];
  relationships: Relationship[];
  functions: CatalogFunction[];
  enums: { name: string; values: string[] }[];
};

export type Relation = { name: string; kind: 'table' | 'view'; columns: Column[] };

export type Column = {
  name: string;
  type: CatalogType;
  isNullable: boolean;
  hasDefault: boolean;
  /** `always`: generated, and never written by a client. */
  generated: 'never' | 'by default' | 'always';
};

/** `name` is Postgres' own type name; arrays carry their element's. */
export type CatalogType = { schema: string; name: string; isArray: boolean };

export type Relationship = {
  relation: string;
  foreignKeyName: string;
  columns: string[];
  isOneToOne: boolean;
  referencedRelation: string;
  referencedColumns: string[];
};

export type CatalogFunction = {
  name: string;
  args: { name: string; type: CatalogType; hasDefault: boolean }[];
  returns: CatalogType;
  returnsSet: boolean;
  /** The columns of a `returns table (…)`, else empty. */
  returnColumns: { name: string; type: CatalogType }[];
};

/** Reads the `public` schema from a live database. */
export async function readCatalog(sql: Sql): Promise<Catalog> {
  const [relations, relationships, functions, enums] = await Promise.all([
    readRelations(sql),
    readRelationships(sql),
    readFunctions(sql),
    readEnums(sql),
  ]);
  return { relations, relationships, functions, enums };
}

/** SQL that describes a type by its oid as a `CatalogType`. */
const typeJson = (oid: string) => `(
  select json_build_object(
    'schema', n.nspname,
    'name', coalesce(e.typname, t.typname),
    'isArray', e.oid is not null)
  from pg_type t
  left join pg_type e on e.oid = t.typelem and t.typcategory = 'A'
  join pg_namespace n on n.oid = coalesce(e.typnamespace, t.typnamespace)
  where t.oid = ${oid})`;

async function readRelations(sql: Sql): Promise<Relation[]> {
  return (await sql.unsafe(`
    select c.relname as name,
      case when c.relkind in ('v', 'm') then 'view' else 'table' end as kind,
      json_agg(json_build_object(
        'name', a.attname,
        'type', ${typeJson('a.atttypid')},
        'isNullable', not a.attnotnull,
        'hasDefault', a.atthasdef or a.attidentity <> '',
        'generated', case when a.attidentity = 'a' or a.attgenerated <> '' then 'always'
          when a.attidentity = 'd' then 'by default' else 'never' end
      ) order by a.attname collate "C") as columns
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
    group by c.oid order by c.relname collate "C"`)) as unknown as Relation[];
}

async function readRelationships(sql: Sql): Promise<Relationship[]> {
  const names = (key: string, relation: string) => `(
    select json_agg(a.attname order by part.n) from unnest(${key}) with ordinality as part (attnum, n)
    join pg_attribute a on a.attrelid = ${relation} and a.attnum = part.attnum)`;
  return (await sql.unsafe(`
    select c.relname as relation, k.conname as "foreignKeyName",
      ${names('k.conkey', 'k.conrelid')} as columns,
      exists (select from pg_constraint u where u.conrelid = k.conrelid and u.contype in ('p', 'u')
        and u.conkey @> k.conkey and u.conkey <@ k.conkey) as "isOneToOne",
      f.relname as "referencedRelation",
      ${names('k.confkey', 'k.confrelid')} as "referencedColumns"
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid
    join pg_class f on f.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and f.relnamespace = 'public'::regnamespace
    order by k.conname collate "C"`)) as unknown as Relationship[];
}

async function readFunctions(sql: Sql): Promise<CatalogFunction[]> {
  return (await sql.unsafe(`
    select p.proname as name, p.proretset as "returnsSet", ${typeJson('p.prorettype')} as returns,
      coalesce((select json_agg(json_build_object(
          'name', p.proargnames[i],
          'type', ${typeJson('p.proargtypes[i - 1]')},
          'hasDefault', i > p.pronargs - p.pronargdefaults) order by p.proargnames[i] collate "C")
        from generate_series(1, p.pronargs) as i), '[]') as args,
      coalesce((select json_agg(json_build_object('name', p.proargnames[i], 'type', ${typeJson('p.proallargtypes[i]')})
          order by p.proargnames[i] collate "C")
        from generate_series(1, coalesce(array_length(p.proargmodes, 1), 0)) as i
        where p.proargmodes[i] in ('t', 'o')), '[]') as "returnColumns"
    from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prokind = 'f' and p.prorettype <> 'trigger'::regtype
    order by p.proname collate "C"`)) as unknown as CatalogFunction[];
}

async function readEnums(sql: Sql): Promise<{ name: string; values: string[] }[]> {
  return (await sql.unsafe(`
    select t.typname as name, json_agg(e.enumlabel order by e.enumsortorder) as values
    from pg_type t join pg_enum e on e.enumtypid = t.oid
    where t.typnamespace = 'public'::regnamespace
    group by t.oid order by t.typname collate "C"`)) as unknown as { name: string; values: string[] }[];
}
