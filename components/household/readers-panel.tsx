'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { readersQueryOptions } from '@/lib/client/household-requests';
import { MAX_READERS } from '@/lib/household/review';
import { Panel } from './panel';
import { ReaderCard } from './reader-card';
import { ReaderForm } from './reader-form';

export function ReadersPanel() {
  const { data: readers, error } = useQuery(readersQueryOptions);
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Panel
      title="Who reads here"
      intro="Choose one of them for a story, and it fits their age and what they love. A nickname is enough."
    >
      {readers ? null : error ? (
        <Alert variant="destructive">{errorSentence(error)}</Alert>
      ) : (
        <Skeleton className="h-28 rounded-lg" />
      )}
      {readers?.length === 0 && !isAdding ? (
        <p className="mb-4 text-muted-foreground">Nobody yet. Stories are for everybody then.</p>
      ) : null}
      {readers && readers.length > 0 ? (
        <ul aria-label="Readers" className="mb-4 grid gap-3">
          {readers.map((reader) => (
            <li key={reader.id}>
              <ReaderCard reader={reader} />
            </li>
          ))}
        </ul>
      ) : null}
      {isAdding ? <ReaderForm onDone={() => setIsAdding(false)} /> : null}
      {readers && !isAdding && readers.length < MAX_READERS ? (
        <Button variant="secondary" onClick={() => setIsAdding(true)}>
          <Plus aria-hidden />
          Add a reader
        </Button>
      ) : null}
    </Panel>
  );
}
