'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import { dossierVersionsQueryOptions } from '@/lib/client/dossier-requests';
import { findNews, type News } from './find-news';

/** How long what is new stays marked; then it fades. */
const SHOWN_MS = 6_000;

/** What the conversation noted that whoever looks has not seen yet; told as seen after a while. */
export function useNews(options: {
  projectId: string;
  version: number;
  seenVersion: number;
  onSeen: (version: number) => void;
}): News {
  const { projectId, version, seenVersion } = options;
  const { data: versions = [] } = useQuery({
    ...dossierVersionsQueryOptions(projectId),
    enabled: version > 0,
  });
  const onSeen = useEffectEvent(options.onSeen);
  const newest = versions[0]?.version ?? 0;
  useEffect(() => {
    if (newest <= seenVersion) return;
    const timer = setTimeout(() => onSeen(newest), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [newest, seenVersion]);
  return findNews(versions, seenVersion);
}
