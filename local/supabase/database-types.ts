import type { Catalog, CatalogFunction, CatalogType, Column, Relation } from './catalog.ts';
import { TYPE_HELPERS } from './type-helpers.ts';

const NUMBERS = new Set(['int2', 'int4', 'int8', 'float4', 'float8', 'numeric', 'oid']);
const NEVER = '{\n      [_ in never]: never\n    }';

/**
 * The text of `lib/supabase/database.types.ts`, in the shape of `supabase gen types typescript`
 * (https://supabase.com/docs/guides/api/rest/generating-types), so either tool may write the file.
 */
export function buildDatabaseTypes(catalog: Catalog): string {
  const enums = new Set(catalog.enums.map((entry) => entry.name));
  const relationNames = new Set(catalog.relations.map((relation) => relation.name));
  const typeName = (type: CatalogType) => buildTypeName(type, enums, relationNames);
  const tables = catalog.relations.filter((relation) => relation.kind === 'table');
  const views = catalog.relations.filter((relation) => relation.kind === 'view');
  const relation = (entry: Relation) => buildRelation(entry, catalog, typeName);
  return `export type Json =
  | string
  | number
  | boolean
  | null
  | { [key: string]: Json | undefined }
  | Json[]

export type Database = {
  // Allows to automatically instantiate createClient with right options
  // instead of createClient<Database, { PostgrestVersion: 'XX' }>(URL, KEY)
  __InternalSupabase: {
    PostgrestVersion: "13.0.5"
  }
  public: {
    Tables: ${block(tables.map(relation))}
    Views: ${block(views.map(relation))}
    Functions: ${block(catalog.functions.map((entry) => buildFunction(entry, typeName)))}
    Enums: ${block(catalog.enums.map((entry) => `      ${entry.name}: ${union(entry.values)}`))}
    CompositeTypes: ${NEVER}
  }
}

${TYPE_HELPERS}
export const Constants = {
  public: {
    Enums: {
${catalog.enums.map((entry) => `      ${entry.name}: [${entry.values.map(quote).join(', ')}],`).join('\n')}
    },
  },
} as const
`;
}

function buildRelation(
  relation: Relation,
  catalog: Catalog,
  typeName: (type: CatalogType) => string,
): string {
  const valueType = (column: Column) => `${typeName(column.type)}${column.isNullable ? ' | null' : ''}`;
  const row = relation.columns.map((column) => `          ${column.name}: ${valueType(column)}`);
  const written = (isOptional: (column: Column) => boolean) =>
    relation.columns.map((column) =>
      column.generated === 'always'
        ? `          ${column.name}?: never`
        : `          ${column.name}${isOptional(column) ? '?' : ''}: ${valueType(column)}`,
    );
  const insert = written((column) => column.isNullable || column.hasDefault);
  const update = written(() => true);
  const relationships = catalog.relationships
    .filter((entry) => entry.relation === relation.name)
    .map(
      (entry) => `          {
            foreignKeyName: ${quote(entry.foreignKeyName)}
            columns: [${entry.columns.map(quote).join(', ')}]
            isOneToOne: ${entry.isOneToOne}
            referencedRelation: ${quote(entry.referencedRelation)}
            referencedColumns: [${entry.referencedColumns.map(quote).join(', ')}]
          },`,
    );
  const parts = [`        Row: {\n${row.join('\n')}\n        }`];
  if (relation.kind === 'table') {
    parts.push(`        Insert: {\n${insert.join('\n')}\n        }`);
    parts.push(`        Update: {\n${update.join('\n')}\n        }`);
  }
  parts.push(
    relationships.length === 0
      ? '        Relationships: []'
      : `        Relationships: [\n${relationships.join('\n')}\n        ]`,
  );
  return `      ${relation.name}: {\n${parts.join('\n')}\n      }`;
}

function buildFunction(entry: CatalogFunction, typeName: (type: CatalogType) => string): string {
  const args = entry.args.map((arg) => `${arg.name}${arg.hasDefault ? '?' : ''}: ${typeName(arg.type)}`);
  const argsText =
    args.length === 0
      ? 'never'
      : args.length === 1
        ? `{ ${args[0]} }`
        : `{\n${args.map((arg) => `          ${arg}`).join('\n')}\n        }`;
  const columns = entry.returnColumns.map((column) => `          ${column.name}: ${typeName(column.type)}`);
  const single = columns.length > 0 ? `{\n${columns.join('\n')}\n        }` : typeName(entry.returns);
  return `      ${entry.name}: {
        Args: ${argsText}
        Returns: ${single}${entry.returnsSet ? '[]' : ''}
      }`;
}

function buildTypeName(type: CatalogType, enums: Set<string>, relations: Set<string>): string {
  const single = buildSingleTypeName(type, enums, relations);
  return type.isArray ? `${single}[]` : single;
}

function buildSingleTypeName(type: CatalogType, enums: Set<string>, relations: Set<string>): string {
  if (type.schema === 'public' && enums.has(type.name)) return `Database["public"]["Enums"]["${type.name}"]`;
  if (type.schema === 'public' && relations.has(type.name)) {
    return `Database["public"]["Tables"]["${type.name}"]["Row"]`;
  }
  if (type.name === 'bool') return 'boolean';
  if (NUMBERS.has(type.name)) return 'number';
  if (type.name === 'json' || type.name === 'jsonb') return 'Json';
  if (type.name === 'void') return 'undefined';
  if (type.name === 'record') return 'Record<string, unknown>';
  return 'string';
}

function block(entries: string[]): string {
  return entries.length === 0 ? NEVER : `{\n${entries.join('\n')}\n    }`;
}

function quote(text: string): string {
  return JSON.stringify(text);
}

function union(values: string[]): string {
  return values.map(quote).join(' | ');
}
