'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useEffect } from 'react';
import { Button } from '@/components/ui/button';
import { grownUpQueryOptions, tellGrownUpMode } from '@/lib/client/grown-up-query';
import { lockHousehold } from '@/lib/client/household-requests';
import { formatWait } from './format-wait';
import { useNow } from './use-now';

const LOOK_EVERY_MS = 5_000;

/** That this browser is unlocked, for how long, and a button that locks it. */
export function GrownUpNotice() {
  const queryClient = useQueryClient();
  const { data } = useQuery(grownUpQueryOptions);
  const until = data?.until ?? null;
  const nowMs = useNow(until === null ? null : LOOK_EVERY_MS);
  const locking = useMutation({
    mutationFn: lockHousehold,
    onSuccess: () => tellGrownUpMode(queryClient, null),
  });
  const leftMs = until === null || nowMs === null ? null : Date.parse(until) - nowMs;
  const isOver = leftMs !== null && leftMs <= 0;
  useEffect(() => {
    if (isOver) void tellGrownUpMode(queryClient, null);
  }, [isOver, queryClient]);
  if (until === null || isOver) return null;
  return (
    <aside aria-label="Grown-up mode" className="border-b bg-accent text-accent-foreground">
      <p className="mx-auto flex max-w-6xl flex-wrap items-center justify-center gap-x-2 px-4 py-1 text-sm sm:px-6">
        <ShieldCheck aria-hidden className="size-4" />
        <strong>Grown-up mode</strong>
        {leftMs === null ? null : <span>· ends in {formatWait(leftMs)} ·</span>}
        <Button
          variant="ghost"
          size="sm"
          className="px-2 text-accent-foreground underline underline-offset-4 hover:bg-card hover:text-card-foreground"
          onClick={() => locking.mutate()}
          disabled={locking.isPending}
        >
          Lock now
        </Button>
        {locking.isError ? <span role="alert">It could not be locked. Try again.</span> : null}
      </p>
    </aside>
  );
}
