'use client';

import { useQuery } from '@tanstack/react-query';
import { LocalTime } from '@/components/local-time';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { ProviderView } from '@/lib/ai/model-catalog-view';
import { modelsQueryOptions } from '@/lib/client/model-requests';
import { describeLimits, describeStanding, describeWork } from './describe-model';

/** Every service Storyloom knows: what it can do, and whether it answers. */
export function ProvidersPanel() {
  const { data, isFetching } = useQuery(modelsQueryOptions);
  const providers = data?.providers ?? [];
  const isInUse = ({ is_set_up, is_used }: ProviderView) => is_set_up && is_used;
  const inUse = providers.filter(isInUse);
  const others = providers.filter((provider) => !isInUse(provider));
  return (
    <Card className="mt-6 p-5 sm:p-7">
      <h2 className="font-semibold text-2xl">Services</h2>
      <p className="mt-2 text-muted-foreground">
        Asked once a minute while you look. One that keeps failing gets a pause, and others do its work.
      </p>
      <ul aria-label="Services in use" className="mt-5 divide-y border-y">
        {inUse.map((provider) => (
          <ProviderRow key={provider.name} provider={provider} isAsking={isFetching} />
        ))}
      </ul>
      {others.length > 0 ? (
        <details className="mt-4">
          <summary className="cursor-pointer rounded-md py-2 font-bold">
            Not used here ({others.length})
          </summary>
          <ul className="divide-y border-y">
            {others.map((provider) => (
              <ProviderRow key={provider.name} provider={provider} isAsking={false} />
            ))}
          </ul>
        </details>
      ) : null}
    </Card>
  );
}

function ProviderRow({ provider, isAsking }: { provider: ProviderView; isAsking: boolean }) {
  const { tone, word, detail } = describeStanding(provider, isAsking);
  const limits = provider.is_set_up && provider.is_used ? describeLimits(provider) : '';
  return (
    <li className="flex items-start justify-between gap-4 py-4">
      <div className="min-w-0 flex-1">
        <h3 className="font-bold">{provider.title}</h3>
        <p className="text-muted-foreground text-sm">
          {describeWork(provider)}. {limits}
          {provider.calls_under_way > 0 ? ` ${provider.calls_under_way} under way now.` : ''}
        </p>
        <p className="text-sm not-empty:mt-1">
          {detail}
          {provider.circuit !== 'closed' && provider.retry_at && detail.endsWith('until') ? (
            <>
              {' '}
              <LocalTime iso={provider.retry_at} />.
            </>
          ) : null}
        </p>
      </div>
      <Badge variant={tone} className="shrink-0">
        <span className="sr-only">{provider.title}: </span>
        {word}
      </Badge>
    </li>
  );
}
