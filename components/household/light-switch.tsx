'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Moon, Sun } from 'lucide-react';
import { useEffect } from 'react';
import { buildLightCookie, isBedtimeLight, type Light, lightQueryOptions } from '@/lib/client/bedtime-light';
import { useHousehold } from './use-household';
import { useIsBedtime } from './use-is-bedtime';

/** Turns the warm, dim light of bedtime on and off in this browser, and keeps the page in it when the hours come. */
export function LightSwitch() {
  const queryClient = useQueryClient();
  const household = useHousehold();
  const isBedtime = useIsBedtime();
  const { data: chosen = null } = useQuery(lightQueryOptions);
  const isDim = isBedtimeLight(chosen, isBedtime);
  useEffect(() => {
    // The server has lit the first view; this follows the clock and the switch.
    const { dataset } = document.documentElement;
    if (isDim) dataset.theme = 'bedtime';
    else delete dataset.theme;
  }, [isDim]);
  const choose = (next: Light) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, and this is one cookie
    document.cookie = buildLightCookie(next, { isBedtime, hasHours: Boolean(household?.bedtime) });
    queryClient.setQueryData(lightQueryOptions.queryKey, next);
  };
  return (
    <button
      type="button"
      aria-pressed={isDim}
      aria-label="Bedtime light"
      title={isDim ? 'Back to the usual light' : 'Warm, dim light for bedtime'}
      onClick={() => choose(isDim ? 'day' : 'bedtime')}
      className="grid size-9 shrink-0 place-items-center rounded-full text-muted-foreground transition-colors hover:bg-accent hover:text-accent-foreground max-[21.5rem]:size-7 max-[26rem]:size-8"
    >
      {isDim ? <Sun aria-hidden className="size-5" /> : <Moon aria-hidden className="size-5" />}
    </button>
  );
}
