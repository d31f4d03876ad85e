'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { EditableLine } from '@/components/dossier/editable-line';
import { errorSentence } from '@/components/error-sentence';
import { LocalTime } from '@/components/local-time';
import { Badge } from '@/components/ui/badge';
import type { ApiKeyView } from '@/lib/auth/api-key-schemas';
import { apiKeysQueryOptions, renameApiKey } from '@/lib/client/api-key-requests';
import { RevokeKeyButton } from './revoke-key-button';

/** One key: its name (edited where it stands), how it begins, what it may, when it was last used. */
export function ApiKeyRow({ apiKey }: { apiKey: ApiKeyView }) {
  const queryClient = useQueryClient();
  const renaming = useMutation({
    mutationFn: (name: string) => renameApiKey(apiKey.id, name),
    onSettled: () => queryClient.invalidateQueries(apiKeysQueryOptions),
  });
  const isRevoked = apiKey.revoked_at !== null;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
      <div className="min-w-52 flex-1 max-sm:basis-full">
        {isRevoked ? (
          <p className="break-words font-bold text-muted-foreground line-through">{apiKey.name}</p>
        ) : (
          <EditableLine
            label={`Name of the key ${apiKey.prefix}`}
            value={apiKey.name}
            longest={80}
            className="-ml-3 font-bold"
            onSave={(name) => name && renaming.mutate(name)}
          />
        )}
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground text-sm">
          <code className="font-mono">{apiKey.prefix}…</code>
          <span>
            Made <LocalTime iso={apiKey.created_at} />
          </span>
          <span>
            {apiKey.last_used_at ? (
              <>
                Last used <LocalTime iso={apiKey.last_used_at} />
              </>
            ) : (
              'Never used'
            )}
          </span>
          {apiKey.revoked_at ? (
            <span>
              Revoked <LocalTime iso={apiKey.revoked_at} />
            </span>
          ) : null}
        </p>
        {renaming.isError ? (
          <p role="alert" className="font-semibold text-destructive text-sm">
            {errorSentence(renaming.error)}
          </p>
        ) : null}
      </div>
      <Badge>{apiKey.scopes.includes('write') ? 'Read and write' : 'Read only'}</Badge>
      {isRevoked ? null : <RevokeKeyButton apiKey={apiKey} />}
    </li>
  );
}
