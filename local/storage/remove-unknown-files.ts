import type { Sql } from '../supabase/connection.ts';
import type { ObjectFiles } from './object-files.ts';

/**
 * Removes files that no row names: a crash came between a file and its row, or between a row's deletion and its file's. Whoever
 * erased something must not find it on the disk later. Only before anybody is served: a file comes before its row.
 * @returns how many
 */
export async function removeUnknownFiles(sql: Sql, files: ObjectFiles): Promise<number> {
  const versions = await files.listVersions();
  if (versions.length === 0) return 0;
  const rows = await sql<
    { version: string }[]
  >`select version from storage.objects where version is not null`;
  const known = new Set(rows.map(({ version }) => version));
  const unknown = versions.filter((version) => !known.has(version));
  await files.remove(unknown);
  return unknown.length;
}
