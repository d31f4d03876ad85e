'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useHousehold } from '@/components/household/use-household';
import { useIsBedtime } from '@/components/household/use-is-bedtime';
import { useMediaQuery } from '@/components/ui/use-media-query';
import {
  buildLightCookies,
  chooseLight,
  findLight,
  findTheme,
  GROUNDS,
  type Light,
  type LightChoice,
  lightQueryOptions,
} from '@/lib/client/page-light';

const NOTHING_CHOSEN: LightChoice = { light: 'device', tonight: null };

/** The light of the page: keeps it as it is chosen and as the hours turn, and the browser's own bar with it. */
export function usePageLight() {
  const queryClient = useQueryClient();
  const bedtime = useHousehold()?.bedtime ?? null;
  const isBedtime = useIsBedtime();
  const { data: choice = NOTHING_CHOSEN } = useQuery(lightQueryOptions);
  const theme = findTheme(choice, isBedtime);
  const isDeviceDark = useMediaQuery('(prefers-color-scheme: dark)');

  useEffect(() => {
    // The server has lit the first view; this follows the clock and the menu.
    const { dataset } = document.documentElement;
    if (theme) dataset.theme = theme;
    else delete dataset.theme;
    const ground = GROUNDS[theme ?? (isDeviceDark ? 'dark' : 'light')];
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
      meta.content = ground;
    }
  }, [theme, isDeviceDark]);

  function keep(next: LightChoice): void {
    for (const cookie of buildLightCookies(next)) {
      // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser, and these are two cookies
      document.cookie = cookie;
    }
    queryClient.setQueryData(lightQueryOptions.queryKey, next);
  }

  // What was said for tonight has done its service when the hours turn.
  const wasBedtime = useRef(isBedtime);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the turn of the hours is the reason
  useEffect(() => {
    if (wasBedtime.current !== isBedtime && choice.tonight !== null) keep({ ...choice, tonight: null });
    wasBedtime.current = isBedtime;
  }, [isBedtime]);

  return {
    light: findLight(choice, isBedtime),
    bedtime,
    choose: (next: Light) => keep(chooseLight(next, choice, { isBedtime, hasHours: bedtime !== null })),
  };
}
