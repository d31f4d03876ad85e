'use client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { dossierVersionsQueryOptions } from '@/lib/client/dossier-requests';

/** What the conversation added last, once it has added something while somebody looks. */
export function JustNoted({ projectId, version }: { projectId: string; version: number }) {
  const { data = [] } = useQuery({ ...dossierVersionsQueryOptions(projectId), enabled: version > 0 });
  const [openedVersion] = useState(version);
  const newest = data[0];
  if (newest?.changed_by !== 'conversation' || newest.version <= openedVersion) return null;
  return (
    <Alert key={newest.version} className="animate-rise">
      <p>
        <strong>Just noted:</strong> {newest.changes.join(' · ')}
      </p>
    </Alert>
  );
}
