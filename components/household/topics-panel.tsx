'use client';

import { ToggleChips } from '@/components/ui/toggle-chips';
import type { HouseholdView } from '@/lib/household/household-views';
import { Panel } from './panel';
import { SavedNote } from './saved-note';
import { TOPIC_CHOICES } from './topic-labels';
import { useHouseholdChange } from './use-household-change';

export function TopicsPanel({ household }: { household: HouseholdView }) {
  const change = useHouseholdChange();
  return (
    <Panel
      title="What your stories leave out"
      intro="Violence, hate and everything else that is not for children is never in a story. These are up to you."
    >
      <ToggleChips
        legend="Leave out"
        choices={TOPIC_CHOICES}
        values={household.avoid_topics}
        onValuesChange={(avoid_topics) => change.mutate({ avoid_topics })}
      />
      <SavedNote change={change} />
    </Panel>
  );
}
