import { EMPTY_SNAPSHOT } from '@/lib/client/dossier-requests';
import type { DossierVersionView } from '@/lib/dossier/views';
import { changedFields, type FieldNames } from './changed-fields';

export type News = { fields: FieldNames; changes: string[] };

/** What the conversation noted after `seenVersion`. @param versions newest first, as the API gives them */
export function findNews(versions: readonly DossierVersionView[], seenVersion: number): News {
  const fields = new Set<string>();
  const changes: string[] = [];
  for (const [index, entry] of versions.entries()) {
    if (entry.version <= seenVersion || entry.changed_by !== 'conversation') continue;
    const before = versions[index + 1]?.snapshot_json ?? EMPTY_SNAPSHOT;
    for (const field of changedFields(before, entry.snapshot_json)) fields.add(field);
    changes.unshift(...entry.changes);
  }
  return { fields, changes };
}
