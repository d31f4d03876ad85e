import type { Choice } from '@/components/ui/choice-chips';
import type { StoryTopic } from '@/lib/story/schema';

/** The subjects a household can leave out, as people say them. */
const TOPIC_LABELS: Record<StoryTopic, string> = {
  'ghosts-and-monsters': 'Ghosts and monsters',
  'magic-and-witches': 'Magic and witches',
  'fights-and-battles': 'Fights and battles',
  'death-and-loss': 'Dying and losing somebody',
  'illness-and-hospital': 'Being ill, hospitals',
  'family-break-up': 'Parents who part',
  romance: 'Falling in love',
  religion: 'Religion',
  'scary-animals': 'Animals that frighten',
  'natural-disasters': 'Storms, floods and fires',
};

export const TOPIC_CHOICES: readonly Choice<StoryTopic>[] = (
  Object.entries(TOPIC_LABELS) as [StoryTopic, string][]
).map(([value, label]) => ({ value, label }));
