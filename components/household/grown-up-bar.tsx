'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { grownUpQueryOptions } from '@/lib/client/grown-up-query';

const GrownUpNotice = dynamic(() => import('./grown-up-notice').then((loaded) => loaded.GrownUpNotice));

/** Says that this browser is unlocked, for how long, and locks it. Nothing while it is not. */
export function GrownUpBar() {
  const { data } = useQuery(grownUpQueryOptions);
  return data?.until ? <GrownUpNotice /> : null;
}
