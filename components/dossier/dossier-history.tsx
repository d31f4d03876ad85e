'use client';
import { useQuery } from '@tanstack/react-query';
import { LocalTime } from '@/components/local-time';
import { Button } from '@/components/ui/button';
import { dossierVersionsQueryOptions } from '@/lib/client/dossier-requests';

const AUTHORS = { conversation: 'From the conversation', person: 'By hand', restore: 'Went back' };

type DossierHistoryProps = { projectId: string; version: number; onRestore: (version: number) => void };

/** What changed, by whom and when, newest first; one tap goes back. */
export function DossierHistory({ projectId, version, onRestore }: DossierHistoryProps) {
  const { data = [] } = useQuery({ ...dossierVersionsQueryOptions(projectId), enabled: version > 0 });
  if (data.length === 0) return null;
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2 font-bold">What changed</summary>
      <ol className="space-y-3">
        {data.map((entry) => (
          <li key={entry.version} className="rounded-md bg-secondary p-3 text-secondary-foreground">
            <p className="text-sm">
              {AUTHORS[entry.changed_by]} · <LocalTime iso={entry.created_at} />
            </p>
            <p>{entry.changes.join(' · ')}</p>
            {entry.version === version ? null : (
              <Button variant="outline" onClick={() => onRestore(entry.version)}>
                Go back to this
              </Button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
