'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { deliveriesQueryOptions } from '@/lib/client/webhook-requests';
import { DeliveryRow } from './delivery-row';

/** Which programs were told that this job has ended, and how that went; nothing where nobody asked to be told. */
export function JobCalls({ jobId }: { jobId: string }) {
  const { data } = useInfiniteQuery(deliveriesQueryOptions(jobId));
  const deliveries = data?.pages.flatMap((page) => page.deliveries) ?? [];
  if (deliveries.length === 0) return null;
  return (
    <details className="rounded-lg border-2 border-input/60 px-5 py-3">
      <summary className="cursor-pointer rounded-md py-1 font-bold">
        Programs that were told ({deliveries.length})
      </summary>
      <ul aria-label="Calls about this story" className="mt-2 divide-y border-t">
        {deliveries.map((delivery) => (
          <DeliveryRow key={delivery.id} delivery={delivery} />
        ))}
      </ul>
    </details>
  );
}
