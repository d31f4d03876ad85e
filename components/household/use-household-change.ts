'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { changeHousehold, householdQueryOptions } from '@/lib/client/household-requests';
import type { HouseholdChange } from '@/lib/household/household-views';

const SCOPE = 'household-settings';

/** Changes a setting where it stands: shown at once, taken back when it could not be saved, one after the other. */
export function useHouseholdChange() {
  const queryClient = useQueryClient();
  const { queryKey } = householdQueryOptions;
  return useMutation({
    mutationKey: [SCOPE],
    scope: { id: SCOPE },
    mutationFn: changeHousehold,
    onMutate: async (change: HouseholdChange) => {
      await queryClient.cancelQueries({ queryKey });
      queryClient.setQueryData(queryKey, (household) => household && { ...household, ...change });
    },
    onError: () => queryClient.invalidateQueries({ queryKey }),
    onSuccess: (household) => {
      // An answer from before the next change was pressed does not know of it.
      if (queryClient.isMutating({ mutationKey: [SCOPE] }) === 1)
        queryClient.setQueryData(queryKey, household);
    },
  });
}
