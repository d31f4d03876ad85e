'use client';

import { type FormEvent, useState } from 'react';
import { Field } from '@/components/auth/field';
import { Button } from '@/components/ui/button';
import { Switch } from '@/components/ui/switch';
import type { Bedtime } from '@/lib/household/bedtime';
import type { HouseholdView } from '@/lib/household/household-views';
import { withOwnZone } from './own-time-zone';
import { Panel } from './panel';
import { SavedNote } from './saved-note';
import { TimeZoneField } from './time-zone-field';
import { useHouseholdChange } from './use-household-change';

const USUAL: Bedtime = { from: '19:00', to: '06:30' };

/** From when to when it is bedtime, and by which clock. */
export function BedtimePanel({ household }: { household: HouseholdView }) {
  const change = useHouseholdChange();
  const { bedtime } = household;
  return (
    <Panel
      title="Bedtime"
      intro="In these hours every new story is told calmly and read slowly, and the pages turn to a warm, dim light."
    >
      <Switch
        label="Bedtime hours"
        checked={bedtime !== null}
        onCheckedChange={(isOn) => change.mutate(withOwnZone(household, { bedtime: isOn ? USUAL : null }))}
      />
      {bedtime ? (
        <HoursForm
          key={`${bedtime.from} ${bedtime.to}`}
          bedtime={bedtime}
          onSave={(hours) => change.mutate({ bedtime: hours })}
        />
      ) : null}
      <SavedNote change={change} />
      <div className="stitch my-6" />
      <TimeZoneField household={household} />
    </Panel>
  );
}

type HoursFormProps = { bedtime: Bedtime; onSave: (bedtime: Bedtime) => void };

function HoursForm({ bedtime, onSave }: HoursFormProps) {
  const [hours, setHours] = useState(bedtime);
  const isChanged = hours.from !== bedtime.from || hours.to !== bedtime.to;
  const isWhole = hours.from !== '' && hours.to !== '' && hours.from !== hours.to;
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && isWhole) onSave(hours);
  };
  return (
    <form onSubmit={save} noValidate className="mt-5 flex flex-wrap items-end gap-4">
      <div className="w-36">
        <Field
          label="From"
          type="time"
          value={hours.from}
          onChange={(event) => setHours({ ...hours, from: event.target.value.slice(0, 5) })}
        />
      </div>
      <div className="w-36">
        <Field
          label="Until"
          type="time"
          value={hours.to}
          onChange={(event) => setHours({ ...hours, to: event.target.value.slice(0, 5) })}
        />
      </div>
      {isChanged ? (
        <Button type="submit" variant="secondary" className="h-12" aria-disabled={!isWhole}>
          Save hours
        </Button>
      ) : null}
      {isWhole ? null : (
        <p role="alert" className="basis-full font-semibold text-destructive text-sm">
          Bedtime begins and ends at two times.
        </p>
      )}
    </form>
  );
}
