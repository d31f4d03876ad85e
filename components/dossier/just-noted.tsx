'use client';
import { useQuery } from '@tanstack/react-query';
import { Alert } from '@/components/ui/alert';
import { dossierVersionsQueryOptions } from '@/lib/client/dossier-requests';

type JustNotedProps = { projectId: string; version: number; seenVersion: number };

/** What the conversation added last, once it has added something while somebody looks. */
export function JustNoted({ projectId, version, seenVersion }: JustNotedProps) {
  const { data = [] } = useQuery({ ...dossierVersionsQueryOptions(projectId), enabled: version > 0 });
  const newest = data[0];
  if (newest?.changed_by !== 'conversation' || newest.version <= seenVersion) return null;
  return (
    <Alert key={newest.version} className="animate-rise">
      <p>
        <strong>Just noted:</strong> {newest.changes.join(' · ')}
      </p>
    </Alert>
  );
}
