import 'server-only';
import { toSnapshotJson } from '@/lib/dialects/stories-we-tell-dossier';
import { AppError } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { type Dossier, dossierSchema, EMPTY_DOSSIER } from './schema';
import { DOSSIER_AUTHORS, type DossierSummaryView, type DossierVersionView, type DossierView } from './views';

/** Reads, through the caller's client: an id of somebody else's and one that never was answer alike, `not_found`. */

/** What is known of a project so far; version 0 and an empty dossier when nothing is. */
export async function readDossier(
  client: DatabaseClient,
  projectId: string,
): Promise<{ version: number; dossier: Dossier }> {
  const { data, error } = await client
    .from('dossiers')
    .select('version, snapshot')
    .eq('project_id', projectId)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) return { version: 0, dossier: EMPTY_DOSSIER };
  return { version: data.version, dossier: dossierSchema.parse(data.snapshot) };
}

/** @throws AppError `not_found` */
export async function getDossierView(client: DatabaseClient, projectId: string): Promise<DossierView> {
  const { data, error } = await client.from('dossiers').select('*').eq('project_id', projectId).maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such dossier.');
  return {
    project_id: data.project_id,
    user_id: data.owner_id,
    snapshot_json: toSnapshotJson(dossierSchema.parse(data.snapshot)),
    created_at: data.created_at,
    updated_at: data.updated_at,
    version: data.version,
  };
}

/** Last changed first. */
export async function listDossierViews(client: DatabaseClient): Promise<DossierSummaryView[]> {
  const { data, error } = await client
    .from('dossiers')
    .select('project_id, snapshot, updated_at, project:projects(title)')
    .order('updated_at', { ascending: false });
  if (error) throw databaseError(error);
  return data.map((row) => {
    const dossier = dossierSchema.parse(row.snapshot);
    return {
      project_id: row.project_id,
      title: dossier.title || row.project.title,
      character_count: dossier.characters.length,
      theme_count: dossier.themes.length,
      updated_at: row.updated_at,
    };
  });
}

/** Newest first, at most 100. @throws AppError `not_found` */
export async function listDossierVersions(
  client: DatabaseClient,
  projectId: string,
): Promise<DossierVersionView[]> {
  const { data, error } = await client
    .from('dossier_versions')
    .select('version, snapshot, changes, changed_by, created_at')
    .eq('project_id', projectId)
    .order('version', { ascending: false })
    .limit(100);
  if (error) throw databaseError(error);
  if (data.length === 0) throw new AppError('not_found', 'There is no such dossier.');
  return data.map((row) => ({
    version: row.version,
    changes: Array.isArray(row.changes) ? row.changes.map(String) : [],
    changed_by: DOSSIER_AUTHORS.find((author) => author === row.changed_by) ?? 'conversation',
    created_at: row.created_at,
    snapshot_json: toSnapshotJson(dossierSchema.parse(row.snapshot)),
  }));
}
