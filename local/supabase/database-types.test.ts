import { expect, test } from 'vitest';
import type { Catalog, CatalogType } from './catalog.ts';
import { buildDatabaseTypes } from './database-types.ts';

const type = (name: string, changes: Partial<CatalogType> = {}): CatalogType => ({
  schema: 'pg_catalog',
  name,
  isArray: false,
  ...changes,
});
const column = (name: string, columnType: CatalogType, changes = {}) => ({
  name,
  type: columnType,
  isNullable: false,
  hasDefault: false,
  generated: 'never' as const,
  ...changes,
});

const catalog: Catalog = {
  relations: [
    {
      name: 'pages',
      kind: 'table',
      columns: [
        column('id', type('int8'), { generated: 'always', hasDefault: true }),
        column('mood', type('mood', { schema: 'public' }), { isNullable: true }),
        column('tags', type('text', { isArray: true }), { hasDefault: true }),
        column('text', type('text')),
      ],
    },
    { name: 'shelf', kind: 'view', columns: [column('total', type('numeric'), { isNullable: true })] },
  ],
  relationships: [
    {
      relation: 'pages',
      foreignKeyName: 'pages_book_fkey',
      columns: ['book'],
      isOneToOne: true,
      referencedRelation: 'books',
      referencedColumns: ['id'],
    },
  ],
  functions: [
    {
      name: 'now_reading',
      args: [],
      returns: type('pages', { schema: 'public' }),
      returnsSet: true,
      returnColumns: [],
    },
    {
      name: 'turn',
      args: [{ name: 'by', type: type('int4'), hasDefault: true }],
      returns: type('void'),
      returnsSet: false,
      returnColumns: [],
    },
  ],
  enums: [{ name: 'mood', values: ['calm', 'brave'] }],
};

test('rows, inserts and updates say what may be left out, what may be null and what is never written', () => {
  const text = buildDatabaseTypes(catalog);
  expect(text).toContain(`        Row: {
          id: number
          mood: Database["public"]["Enums"]["mood"] | null
          tags: string[]
          text: string
        }
        Insert: {
          id?: never
          mood?: Database["public"]["Enums"]["mood"] | null
          tags?: string[]
          text: string
        }
        Update: {
          id?: never
          mood?: Database["public"]["Enums"]["mood"] | null
          tags?: string[]
          text?: string
        }`);
});

test('relationships, views, functions and enums have the shape of the Supabase generator', () => {
  const text = buildDatabaseTypes(catalog);
  expect(text).toContain('isOneToOne: true');
  expect(text).toMatch(/shelf: \{\n {8}Row: \{\n {10}total: number \| null\n {8}\}\n {8}Relationships: \[\]/);
  expect(text).toContain('Args: never\n        Returns: Database["public"]["Tables"]["pages"]["Row"][]');
  expect(text).toContain('Args: { by?: number }\n        Returns: undefined');
  expect(text).toContain('mood: "calm" | "brave"');
  expect(text).toContain('mood: ["calm", "brave"],');
});
