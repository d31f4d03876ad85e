import 'server-only';
import { z } from 'zod';
import { moderateTexts } from '@/lib/ai/moderate-texts';
import { fromSnapshotJson, type SnapshotInput } from '@/lib/dialects/stories-we-tell-dossier';
import { AppError } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { readDossier } from './data';
import { describeChanges } from './diff';
import { guardDossier } from './guard-dossier';
import { type Dossier, dossierSchema, EMPTY_DOSSIER } from './schema';
import type { DOSSIER_AUTHORS } from './views';

const savedSchema = z.object({ version: z.int(), changed: z.boolean() });

/**
 * Keeps a dossier as the next version of its project's and tells the project's sessions.
 * @param input.baseVersion the version it was made from (0: none yet); without it the last one to save is right
 * @throws AppError `not_found` for a project that is not the caller's, `conflict` when the base is not the newest any more
 */
export async function saveDossier(
  client: DatabaseClient,
  input: {
    projectId: string;
    dossier: Dossier;
    changes: string[];
    changedBy: (typeof DOSSIER_AUTHORS)[number];
    baseVersion?: number | undefined;
    messageId?: string | undefined;
  },
): Promise<{ version: number; changed: boolean }> {
  const { data, error } = await client.rpc('save_dossier', {
    p_project_id: input.projectId,
    p_snapshot: dossierSchema.parse(input.dossier),
    p_changes: input.changes,
    p_changed_by: input.changedBy,
    ...(input.baseVersion === undefined ? {} : { p_base_version: input.baseVersion }),
    ...(input.messageId === undefined ? {} : { p_message_id: input.messageId }),
  });
  if (error) throw databaseError(error);
  return savedSchema.parse(data);
}

/** @throws AppError as `moderateTexts`, naming the part of the snapshot */
function moderateDossier(dossier: Dossier, ownerId: string): Promise<void> {
  const { title, characters, themes, locations, plotPoints } = dossier;
  const parts: [field: string, lines: string[]][] = [
    ['title', [title]],
    ...characters.map(({ name, description, relationships, arc }, index): [string, string[]] => [
      `characters.${index}`,
      [name, description, ...relationships, arc],
    ]),
    ['themes', themes],
    ['locations', locations],
    ['plot_points', plotPoints],
  ];
  const texts = parts.map(([field, lines]) => ({
    text: lines.filter(Boolean).join('\n'),
    place: 'profile' as const,
    field: `snapshot_json.${field}`,
  }));
  return moderateTexts(texts, { payer: { ownerId }, listener: { ageGroup: dossier.ageGroup ?? undefined } });
}

/** A dossier for a project, which is made when its id is new. @throws AppError `conflict` when it has one already */
export async function createDossier(
  client: DatabaseClient,
  ownerId: string,
  projectId: string,
  snapshot: SnapshotInput,
): Promise<void> {
  const dossier = guardDossier(fromSnapshotJson(snapshot));
  await moderateDossier(dossier, ownerId);
  const project = await client.rpc('ensure_project', { p_project_id: projectId, p_title: dossier.title });
  if (project.error) throw databaseError(project.error);
  const changes = describeChanges(EMPTY_DOSSIER, dossier);
  await saveDossier(client, { projectId, dossier, changes, changedBy: 'person', baseVersion: 0 });
}

/** A person's own edit: what they send is what it is from now on. @throws AppError `not_found`, `conflict` */
export async function editDossier(
  client: DatabaseClient,
  ownerId: string,
  projectId: string,
  snapshot: SnapshotInput,
  baseVersion: number | undefined,
): Promise<void> {
  const known = await readDossier(client, projectId);
  if (known.version === 0) throw new AppError('not_found', 'There is no such dossier.');
  if (baseVersion !== undefined && baseVersion !== known.version) {
    throw new AppError('conflict', 'This was changed in the meantime.');
  }
  const dossier = guardDossier(fromSnapshotJson(snapshot, known.dossier));
  await moderateDossier(dossier, ownerId);
  const changes = describeChanges(known.dossier, dossier);
  await saveDossier(client, { projectId, dossier, changes, changedBy: 'person', baseVersion: known.version });
}

/** Goes back to an earlier version, as a new one. @throws AppError `not_found`, `conflict` */
export async function restoreDossier(
  client: DatabaseClient,
  ownerId: string,
  projectId: string,
  version: number,
): Promise<void> {
  const known = await readDossier(client, projectId);
  const { data, error } = await client
    .from('dossier_versions')
    .select('snapshot')
    .eq('project_id', projectId)
    .eq('version', version)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such version.');
  // Rules may have become stricter since then.
  const dossier = guardDossier(dossierSchema.parse(data.snapshot));
  await moderateDossier(dossier, ownerId);
  const changes = [`Went back to version ${version}`, ...describeChanges(known.dossier, dossier)];
  await saveDossier(client, {
    projectId,
    dossier,
    changes,
    changedBy: 'restore',
    baseVersion: known.version,
  });
}

/**
 * Deletes a project's dossier with its versions and tells the project's sessions. The deletion takes a version number of
 * its own and the next dossier goes on after it, so that no reader takes the new for older than what it has seen.
 * @throws AppError `not_found`
 */
export async function deleteDossier(client: DatabaseClient, projectId: string): Promise<void> {
  const { error } = await client.rpc('delete_dossier', { p_project_id: projectId });
  if (error) throw databaseError(error);
}
