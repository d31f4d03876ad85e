import { queryOptions } from '@tanstack/react-query';
import {
  type DossierVersionView,
  type DossierView,
  type SnapshotJson,
  snapshotJsonSchema,
} from '@/lib/dossier/views';
import { isAppError } from '@/lib/errors';
import { requestJson } from './request-json';

/** A project's notes; null while there are none. */
export function dossierQueryOptions(projectId: string) {
  return queryOptions({
    queryKey: ['dossier', projectId, 'now'],
    queryFn: async ({ signal }): Promise<DossierView | null> => {
      try {
        return await requestJson<DossierView>(`/api/dossier/${projectId}`, { signal });
      } catch (error) {
        if (isAppError(error) && error.code === 'not_found') return null;
        throw error;
      }
    },
  });
}

/** What changed, newest first. */
export function dossierVersionsQueryOptions(projectId: string) {
  return queryOptions({
    queryKey: ['dossier', projectId, 'versions'],
    queryFn: ({ signal }) =>
      requestJson<DossierVersionView[]>(`/api/dossier/${projectId}/versions`, { signal }),
  });
}

/** A change by hand: the notes as they were shown when it was made, and as it made them. */
export type DossierChange = {
  base: SnapshotJson;
  mine: SnapshotJson;
  /** The person has seen what others changed and wants it all the same. */
  isInsisted?: boolean;
};
export type UnsavedDossierChange = DossierChange & { error: unknown };

export const EMPTY_SNAPSHOT: SnapshotJson = snapshotJsonSchema.parse({});

/** Changes by hand that could not be saved. They are known to this tab only, until they are saved or given up. */
export function unsavedChangesQueryOptions(projectId: string) {
  return queryOptions({
    queryKey: ['unsaved-dossier-changes', projectId],
    queryFn: (): UnsavedDossierChange[] => [],
    enabled: false,
    initialData: [],
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** @param baseVersion 0 when there was none yet. @throws AppError `conflict` when it changed in the meantime */
export function putDossier(
  projectId: string,
  snapshot: SnapshotJson,
  baseVersion: number,
): Promise<DossierView> {
  return baseVersion === 0
    ? requestJson('/api/dossier', {
        method: 'POST',
        body: { project_id: projectId, snapshot_json: snapshot },
      })
    : requestJson(`/api/dossier/${projectId}`, {
        method: 'PUT',
        body: { snapshot_json: snapshot, base_version: baseVersion },
      });
}

export function restoreDossierVersion(projectId: string, version: number): Promise<DossierView> {
  return requestJson(`/api/dossier/${projectId}/versions/${version}/restore`, { method: 'POST', body: {} });
}
