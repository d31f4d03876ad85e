'use client';

import { useQuery } from '@tanstack/react-query';
import { useAccount } from '@/components/layout/use-account';
import { householdQueryOptions } from '@/lib/client/household-requests';
import type { HouseholdView } from '@/lib/household/household-views';

/** The household of whoever is looking; undefined for a visitor, and until it is known. */
export function useHousehold(): HouseholdView | undefined {
  const isSomebody = useAccount().kind !== 'visitor';
  const { data } = useQuery({ ...householdQueryOptions, enabled: isSomebody });
  return isSomebody ? data : undefined;
}
