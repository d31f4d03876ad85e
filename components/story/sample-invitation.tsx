'use client';

import { useQuery } from '@tanstack/react-query';
import { requestJson } from '@/lib/client/request-json';
import type { SampleView } from '@/lib/sample/sample-view';
import { SampleCard } from './sample-card';

/** The sample story where there is nothing else to read yet; an empty place while nobody knows whether there is one. */
export function SampleInvitation() {
  const { data } = useQuery({
    queryKey: ['sample'],
    queryFn: ({ signal }) => requestJson<SampleView>('/api/v1/sample', { signal }),
    // It is only an offer: without an answer the page is whole too.
    retry: false,
  });
  if (data?.status !== 'ready' || data.share_id === null) return null;
  return (
    <div className="mx-auto mt-8 max-w-2xl animate-rise">
      <SampleCard
        sample={{
          state: 'ready',
          shareId: data.share_id,
          title: data.title ?? '',
          coverUrl: data.cover_url,
        }}
      />
    </div>
  );
}
