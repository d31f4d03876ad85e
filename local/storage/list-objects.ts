import { z } from 'zod';
import type { Sql } from '../supabase/connection.ts';

export const listRequestSchema = z.object({
  prefix: z.string().default(''),
  limit: z.int().min(1).max(1_000).default(100),
  offset: z.int().min(0).default(0),
  search: z.string().optional(),
  sortBy: z
    .object({
      column: z.enum(['name', 'updated_at', 'created_at', 'last_accessed_at']).default('name'),
      order: z.enum(['asc', 'desc']).default('asc'),
    })
    .prefault({}),
});

/**
 * What is directly inside a folder: its subfolders (a name and nulls), then its objects, named relative to the folder.
 * Folders are not kept anywhere; they are the first parts of names.
 */
export async function listObjects(
  sql: Sql,
  bucketId: string,
  options: z.infer<typeof listRequestSchema>,
): Promise<Record<string, unknown>[]> {
  const prefix = options.prefix && !options.prefix.endsWith('/') ? `${options.prefix}/` : options.prefix;
  const search = options.search ? `%${options.search.replace(/[%_\\]/g, '\\$&')}%` : '%';
  const direction = options.sortBy.order === 'desc' ? sql`desc` : sql`asc`;
  return sql`
    with inside as (
      select *, substr(name, ${prefix.length + 1}::int) as rest from storage.objects
      where bucket_id = ${bucketId} and starts_with(name, ${prefix})
    ), entries as (
      select split_part(rest, '/', 1) as name, null::uuid as id, null::timestamptz as updated_at,
        null::timestamptz as created_at, null::timestamptz as last_accessed_at, null::jsonb as metadata
      from inside where position('/' in rest) > 0 group by 1
      union all
      select rest, id, updated_at, created_at, last_accessed_at, metadata from inside where position('/' in rest) = 0
    )
    select * from entries where name ilike ${search}
    order by (id is not null), ${sql(options.sortBy.column)} ${direction}
    limit ${options.limit} offset ${options.offset}`;
}
