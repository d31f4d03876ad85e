'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import type { CreatedApiKeyView } from '@/lib/auth/api-key-schemas';
import { apiKeysQueryOptions } from '@/lib/client/api-key-requests';
import { ApiKeyRow } from './api-key-row';
import { NewKeyForm } from './new-key-form';
import { NewKeyShown } from './new-key-shown';

/** The keys with which programs act for this account: made, shown once, named, revoked. */
export function ApiKeysPanel() {
  const { data: keys = [] } = useQuery(apiKeysQueryOptions);
  const [created, setCreated] = useState<CreatedApiKeyView | null>(null);
  const inUse = keys.filter((key) => key.revoked_at === null);
  const revoked = keys.filter((key) => key.revoked_at !== null);
  return (
    <Card className="mt-6 p-5 sm:p-7">
      <h2 className="font-semibold text-2xl">API keys</h2>
      <p className="mt-2 text-muted-foreground">
        A program that sends a key as <code className="font-mono text-sm">Authorization: Bearer sl_…</code>{' '}
        acts for you. Give each its own, so that you can take one away without the others.
      </p>
      {created ? (
        <NewKeyShown created={created} onDone={() => setCreated(null)} />
      ) : (
        <NewKeyForm onCreated={setCreated} />
      )}
      {inUse.length > 0 ? (
        <ul aria-label="Keys in use" className="mt-6 divide-y border-y">
          {inUse.map((key) => (
            <ApiKeyRow key={key.id} apiKey={key} />
          ))}
        </ul>
      ) : (
        <p className="mt-6 text-muted-foreground">No program has a key yet.</p>
      )}
      {revoked.length > 0 ? (
        <details className="mt-4">
          <summary className="cursor-pointer rounded-md py-2 font-bold">
            Revoked keys ({revoked.length})
          </summary>
          <ul className="divide-y border-y">
            {revoked.map((key) => (
              <ApiKeyRow key={key.id} apiKey={key} />
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}
