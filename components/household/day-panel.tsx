'use client';

import { type Choice, ChoiceChips } from '@/components/ui/choice-chips';
import { Switch } from '@/components/ui/switch';
import type { HouseholdView } from '@/lib/household/household-views';
import { withOwnZone } from './own-time-zone';
import { Panel } from './panel';
import { SavedNote } from './saved-note';
import { useHouseholdChange } from './use-household-change';

const NO_LIMIT = 'none';
const LIMITS = [1, 2, 3, 5, 10];

/** How many stories a day, and whether a grown-up looks at them first. */
export function DayPanel({ household }: { household: HouseholdView }) {
  const limiting = useHouseholdChange();
  const approving = useHouseholdChange();
  const { daily_limit: limit, begun_today: begun, approval_is_required_here: isRequiredHere } = household;
  return (
    <Panel title="How many, and who looks first">
      <ChoiceChips
        legend="Stories a day"
        name="daily_limit"
        choices={limitChoices(limit)}
        value={String(limit ?? NO_LIMIT)}
        onValueChange={(value) =>
          limiting.mutate(withOwnZone(household, { daily_limit: value === NO_LIMIT ? null : Number(value) }))
        }
      />
      <p className="mt-3 text-muted-foreground">
        {begun === 0 ? 'None begun today.' : `${begun} begun today.`}
        {limit === null ? null : ' A new day begins at midnight, by the clock of your household.'}
      </p>
      <SavedNote change={limiting} />
      <div className="stitch my-6" />
      <Switch
        label="A grown-up looks first"
        hint={
          isRequiredHere
            ? 'Whoever runs this Storyloom has set this for every household.'
            : 'A new story stays closed, its words and pictures too, until you have seen it and said yes.'
        }
        checked={household.require_approval || isRequiredHere}
        disabled={isRequiredHere}
        onCheckedChange={(require_approval) => approving.mutate({ require_approval })}
      />
      <SavedNote change={approving} />
    </Panel>
  );
}

function limitChoices(limit: number | null): Choice<string>[] {
  const numbers =
    limit === null || LIMITS.includes(limit) ? LIMITS : [...LIMITS, limit].toSorted((a, b) => a - b);
  return [
    { value: NO_LIMIT, label: 'As many as they like' },
    ...numbers.map((number) => ({ value: String(number), label: String(number) })),
  ];
}
