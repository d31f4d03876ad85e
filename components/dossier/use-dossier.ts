'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import {
  dossierQueryOptions,
  EMPTY_SNAPSHOT,
  putDossier,
  restoreDossierVersion,
} from '@/lib/client/dossier-requests';
import type { DossierView, SnapshotJson } from '@/lib/dossier/views';

/** A project's notes and what can be done with them. Edits show at once; a refused one is taken back by reading again. */
export function useDossier(projectId: string, liveVersion: number) {
  const queryClient = useQueryClient();
  const options = dossierQueryOptions(projectId);
  const key: readonly unknown[] = options.queryKey;
  const query = useQuery({
    ...options,
    // Where nothing was noted there is nothing to ask for; the first note comes with its version.
    ...(liveVersion === 0 ? { enabled: false, initialData: null } : {}),
  });
  const version = query.data?.version ?? 0;
  useEffect(() => {
    if (liveVersion > version) void queryClient.invalidateQueries({ queryKey: ['dossier', projectId] });
  }, [liveVersion, version, queryClient, projectId]);
  const show = (view: DossierView) => queryClient.setQueryData(key, view);
  const reread = () => queryClient.invalidateQueries({ queryKey: ['dossier', projectId] });
  const edit = useMutation({
    // One after the other, each made from what the one before it gave.
    scope: { id: `dossier-${projectId}` },
    mutationFn: async (change: (snapshot: SnapshotJson) => SnapshotJson) => {
      const now = queryClient.getQueryData<DossierView | null>(key);
      const next = change(now?.snapshot_json ?? EMPTY_SNAPSHOT);
      if (now) show({ ...now, snapshot_json: next });
      const saved = await putDossier(projectId, next, now?.version ?? 0);
      show(saved);
    },
    onSettled: reread,
  });
  const restore = useMutation({
    mutationFn: (earlier: number) => restoreDossierVersion(projectId, earlier),
    onSettled: reread,
  });
  return { query, snapshot: query.data?.snapshot_json ?? EMPTY_SNAPSHOT, version, edit, restore };
}
