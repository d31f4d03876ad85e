'use client';

import { useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Label } from '@/components/ui/label';
import type { HouseholdView } from '@/lib/household/household-views';
import { findOwnZone } from './own-time-zone';
import { SavedNote } from './saved-note';
import { useHouseholdChange } from './use-household-change';

/** By whose clock the household lives. */
export function TimeZoneField({ household }: { household: HouseholdView }) {
  const id = useId();
  const change = useHouseholdChange();
  const { time_zone: zone } = household;
  // The browser's own list and place: the server knows neither.
  const [here, setHere] = useState<{ zones: string[]; own: string | undefined }>({
    zones: [],
    own: undefined,
  });
  useEffect(() => setHere({ zones: Intl.supportedValuesOf('timeZone'), own: findOwnZone() }), []);
  const zones = here.zones.includes(zone) ? here.zones : [zone, ...here.zones];
  return (
    <div>
      <Label htmlFor={id} className="mb-1.5">
        The clock of your household
      </Label>
      <div className="flex flex-wrap items-center gap-3">
        <select
          id={id}
          value={zone}
          onChange={(event) => change.mutate({ time_zone: event.target.value })}
          className="h-12 max-w-full rounded-md border-2 border-input bg-card px-3 text-base text-foreground"
        >
          {zones.map((name) => (
            <option key={name} value={name}>
              {name.replaceAll('_', ' ')}
            </option>
          ))}
        </select>
        {here.own && here.own !== zone ? (
          <Button variant="ghost" size="sm" onClick={() => change.mutate({ time_zone: here.own as string })}>
            This device is in {here.own.replaceAll('_', ' ')}: use that
          </Button>
        ) : null}
      </div>
      <SavedNote change={change} />
    </div>
  );
}
