import { isTimeZone } from '@/lib/household/bedtime';
import type { HouseholdChange, HouseholdView } from '@/lib/household/household-views';

/** What a household has that never chose one. */
const UNSET_ZONE = 'UTC';

/** The zone of the device somebody sits at; undefined where it does not say. */
export function findOwnZone(): string | undefined {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return isTimeZone(timeZone) ? timeZone : undefined;
}

/** A first change that goes by the clock takes the zone of the device along: hardly anybody thinks of it. */
export function withOwnZone(household: HouseholdView, change: HouseholdChange): HouseholdChange {
  const own = household.time_zone === UNSET_ZONE ? findOwnZone() : undefined;
  return own && own !== UNSET_ZONE ? { ...change, time_zone: own } : change;
}
