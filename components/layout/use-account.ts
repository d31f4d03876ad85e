'use client';

import { useQuery } from '@tanstack/react-query';
import { type Account, accountQueryOptions } from '@/lib/client/account-query';

/** Who is looking, as it is by now: somebody may have become a guest since the page was rendered. */
export function useAccount(): Account {
  const { data } = useQuery(accountQueryOptions);
  return data ?? { kind: 'visitor' };
}
