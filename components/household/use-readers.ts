'use client';

import { useQuery } from '@tanstack/react-query';
import { useAccount } from '@/components/layout/use-account';
import { readersQueryOptions } from '@/lib/client/household-requests';
import type { ReaderView } from '@/lib/household/household-views';

/** Who reads in the household of whoever is looking; nobody for a visitor, and until it is known. */
export function useReaders(): readonly ReaderView[] {
  const isSomebody = useAccount().kind !== 'visitor';
  const { data } = useQuery({ ...readersQueryOptions, enabled: isSomebody });
  return isSomebody && data ? data : NOBODY;
}

const NOBODY: readonly ReaderView[] = [];
