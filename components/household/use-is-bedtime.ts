'use client';

import { isBedtime } from '@/lib/household/bedtime';
import { useHousehold } from './use-household';
import { useNow } from './use-now';

const LOOK_EVERY_MS = 20_000;

/** Whether it is bedtime in this household, by its clock; as the server saw it in the first view. */
export function useIsBedtime(): boolean {
  const household = useHousehold();
  const nowMs = useNow(household?.bedtime ? LOOK_EVERY_MS : null);
  if (!household?.bedtime) return false;
  if (nowMs === null) return household.is_bedtime;
  return isBedtime(household.bedtime, household.time_zone, new Date(nowMs));
}
