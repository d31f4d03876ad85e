'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import {
  type DossierChange,
  dossierQueryOptions,
  EMPTY_SNAPSHOT,
  putDossier,
  restoreDossierVersion,
  unsavedChangesQueryOptions,
} from '@/lib/client/dossier-requests';
import type { DossierView } from '@/lib/dossier/views';
import { AppError, isAppError } from '@/lib/errors';
import { mergeSnapshots } from './merge-snapshots';

/** Notes that change at each try are being written by somebody else just now. */
const MOST_TRIES = 3;

/**
 * A project's notes and what can be done with them. A change shows at once and goes in beside what others changed
 * meanwhile; one that could not be saved, or that touches what others changed too, waits in `unsaved` with its words.
 */
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

  // Kept with the queries: a sheet that is closed while a change is on its way must not take its words with it.
  const unsavedOptions = unsavedChangesQueryOptions(projectId);
  const { data: unsaved = [] } = useQuery(unsavedOptions);
  const forget = (change: DossierChange) =>
    queryClient.setQueryData(unsavedOptions.queryKey, (changes = []) =>
      changes.filter(({ mine }) => JSON.stringify(mine) !== JSON.stringify(change.mine)),
    );

  const edit = useMutation({
    // One after the other, each made from what the one before it gave.
    scope: { id: `dossier-${projectId}` },
    mutationFn: async ({ base, mine, isInsisted = false }: DossierChange) => {
      let now = queryClient.getQueryData<DossierView | null>(key);
      for (let tries = 1; ; tries += 1) {
        const { merged, hasClash } = mergeSnapshots(base, mine, now?.snapshot_json ?? EMPTY_SNAPSHOT);
        if (hasClash && !isInsisted) {
          throw new AppError('conflict', 'Somebody changed the same thing in these notes meanwhile.');
        }
        if (now) show({ ...now, snapshot_json: merged });
        try {
          return show(await putDossier(projectId, merged, now?.version ?? 0));
        } catch (error) {
          if (!isAppError(error) || error.code !== 'conflict' || tries === MOST_TRIES) throw error;
          now = await queryClient.fetchQuery({ ...options, staleTime: 0 });
        }
      }
    },
    onMutate: forget,
    onError: (error, change) => {
      forget(change);
      queryClient.setQueryData(unsavedOptions.queryKey, (changes = []) => [...changes, { ...change, error }]);
    },
    onSettled: reread,
  });
  const restore = useMutation({
    mutationFn: (earlier: number) => restoreDossierVersion(projectId, earlier),
    onSettled: reread,
  });
  return {
    query,
    snapshot: query.data?.snapshot_json ?? EMPTY_SNAPSHOT,
    version,
    edit: edit.mutate,
    restore,
    unsaved,
    forget,
  };
}
