'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { LocalTime } from '@/components/local-time';
import { Badge, type BadgeVariant } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { replayDelivery } from '@/lib/client/webhook-requests';
import type { DeliveryView } from '@/lib/webhooks/schemas';
import { DeliveryAttempts } from './delivery-attempts';

const STATES: Record<DeliveryView['state'], { label: string; variant: BadgeVariant }> = {
  pending: { label: 'Under way', variant: 'accent' },
  delivered: { label: 'Delivered', variant: 'success' },
  failed: { label: 'Failed', variant: 'destructive' },
};
const EVENTS: Record<string, string> = {
  'story.completed': 'A story is finished',
  'story.failed': 'A story has failed',
  'story.cancelled': 'A story was stopped',
  'webhook.test': 'A test',
};

/** One call: what it told, where to, how it went, each attempt on wish, and telling it again. */
export function DeliveryRow({ delivery }: { delivery: DeliveryView }) {
  const [isOpen, setIsOpen] = useState(false);
  const queryClient = useQueryClient();
  const replaying = useMutation({
    mutationFn: () => replayDelivery(delivery.id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['webhook-deliveries'] }),
  });
  const { label, variant } = STATES[delivery.state];
  const event = EVENTS[delivery.type] ?? delivery.type;
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-52 flex-1">
          <p className="font-bold">{event}</p>
          <p className="break-all text-muted-foreground text-sm">{delivery.url}</p>
          <p className="text-muted-foreground text-sm">
            <LocalTime iso={delivery.created_at} />
            {delivery.state === 'pending' && delivery.attempts > 0 && delivery.next_attempt_at ? (
              <>
                , next attempt <LocalTime iso={delivery.next_attempt_at} />
              </>
            ) : null}
          </p>
          {delivery.last_error ? <p className="text-destructive text-sm">{delivery.last_error}</p> : null}
        </div>
        <Badge variant={variant}>{label}</Badge>
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        {delivery.attempts > 0 ? (
          <Button
            variant="ghost"
            size="sm"
            aria-expanded={isOpen}
            onClick={() => setIsOpen((before) => !before)}
          >
            {delivery.attempts === 1 ? '1 attempt' : `${delivery.attempts} attempts`}
          </Button>
        ) : null}
        {delivery.state === 'pending' ? null : (
          <Button
            variant="secondary"
            size="sm"
            aria-disabled={replaying.isPending}
            onClick={() => replaying.isPending || replaying.mutate()}
          >
            {replaying.isPending ? 'Sending…' : 'Send again'}
          </Button>
        )}
      </div>
      {replaying.isError ? (
        <p role="alert" className="font-semibold text-destructive text-sm">
          {errorSentence(replaying.error)}
        </p>
      ) : null}
      {isOpen ? <DeliveryAttempts deliveryId={delivery.id} attempts={delivery.attempts} /> : null}
    </li>
  );
}
