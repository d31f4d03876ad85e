'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { deliveriesQueryOptions } from '@/lib/client/webhook-requests';
import { DeliveryRow } from './delivery-row';

/** What was told to whom and how it went, newest first. */
export function DeliveriesPanel() {
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage, isPending } = useInfiniteQuery(
    deliveriesQueryOptions(),
  );
  const deliveries = data?.pages.flatMap((page) => page.deliveries) ?? [];
  return (
    <Card className="mt-6 p-5 sm:p-7">
      <h2 className="font-semibold text-2xl">Calls</h2>
      <p className="mt-2 text-muted-foreground">
        A call that fails is tried again for a day, with growing pauses.
      </p>
      {deliveries.length > 0 ? (
        <ul aria-label="Calls" className="mt-4 divide-y border-y">
          {deliveries.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} />
          ))}
        </ul>
      ) : (
        <p className="mt-4 text-muted-foreground">{isPending ? 'One moment…' : 'No calls yet.'}</p>
      )}
      {hasNextPage ? (
        <Button
          variant="outline"
          size="sm"
          className="mt-4"
          aria-disabled={isFetchingNextPage}
          onClick={() => isFetchingNextPage || void fetchNextPage()}
        >
          {isFetchingNextPage ? 'Fetching…' : 'Older'}
        </Button>
      ) : null}
    </Card>
  );
}
