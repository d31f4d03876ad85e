'use client';

import { useQuery } from '@tanstack/react-query';
import { errorSentence } from '@/components/error-sentence';
import { LocalTime } from '@/components/local-time';
import { deliveryQueryOptions } from '@/lib/client/webhook-requests';

/** Each attempt of a call, and what was sent. `attempts` grows with a new one: then the log is asked for again. */
export function DeliveryAttempts({ deliveryId, attempts }: { deliveryId: string; attempts: number }) {
  const { data, error } = useQuery(deliveryQueryOptions(deliveryId, attempts));
  if (error) return <p role="alert">{errorSentence(error)}</p>;
  if (!data) return <p className="text-muted-foreground text-sm">One moment…</p>;
  return (
    <div className="mt-2 space-y-3 rounded-lg bg-muted p-4 text-sm">
      <ol className="space-y-1">
        {data.log.map((attempt) => (
          <li key={attempt.at} className="flex flex-wrap gap-x-3">
            <LocalTime iso={attempt.at} className="tabular-nums" />
            <span className="font-bold tabular-nums">{attempt.status ?? 'no answer'}</span>
            <span className="text-muted-foreground tabular-nums">{attempt.duration_ms} ms</span>
            {attempt.status === null && attempt.error ? <span>{attempt.error}</span> : null}
          </li>
        ))}
      </ol>
      <p className="break-all text-muted-foreground">
        <code className="font-mono">webhook-id: {data.webhook_id}</code>
      </p>
      <pre className="overflow-x-auto whitespace-pre-wrap break-all font-mono">
        {JSON.stringify(data.payload, null, 2)}
      </pre>
    </div>
  );
}
