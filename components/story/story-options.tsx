'use client';

import { ChoiceChips } from '@/components/ui/choice-chips';
import type { AgeGroup, AspectRatio, IllustrationStyle, Tone, Voice } from '@/lib/story/schema';
import { MoreOptionsDrawer } from './more-options-drawer';
import { AGE_GROUP_CHOICES, PAGE_COUNT_CHOICES } from './story-choices';
import { formatMinutes, readingMinutes, STORY_LENGTHS, type StoryLength } from './story-length';
import { StyleChoice } from './style-choice';
import { VoiceChoice } from './voice-choice';

export type StoryOptionValues = {
  ageGroup: AgeGroup;
  pageCount: string;
  length: StoryLength;
  style: IllustrationStyle;
  tone: Tone;
  voice: Voice;
  aspectRatio: AspectRatio;
};

export const DEFAULT_STORY_OPTIONS: StoryOptionValues = {
  ageGroup: '6-8',
  pageCount: '4',
  length: 'usual',
  style: 'storybook',
  tone: 'gentle',
  voice: 'rosie',
  aspectRatio: '16:9',
};

export type StoryOptionsProps = {
  options: StoryOptionValues;
  onOptionsChange: (options: StoryOptionValues) => void;
  /** Messages by field path of the API's request. */
  errors: Record<string, string>;
};

const LENGTH_LABELS: Record<StoryLength, string> = { short: 'Short', usual: 'Usual', long: 'Long' };

/** The choices below the box. Everything has a sensible default, so all of it can be left alone. */
export function StoryOptions({ options, onOptionsChange, errors }: StoryOptionsProps) {
  const change = (part: Partial<StoryOptionValues>) => onOptionsChange({ ...options, ...part });
  const { ageGroup, pageCount } = options;
  return (
    <div className="space-y-7">
      <div className="grid gap-x-8 gap-y-7 md:grid-cols-2">
        <ChoiceChips
          legend="How old are the listeners?"
          name="age_group"
          choices={AGE_GROUP_CHOICES}
          value={ageGroup}
          onValueChange={(value) => change({ ageGroup: value })}
          error={errors.age_group}
        />
        <ChoiceChips
          legend="How many pages?"
          name="num_illustrations"
          choices={PAGE_COUNT_CHOICES}
          value={pageCount}
          onValueChange={(value) => change({ pageCount: value })}
          error={errors.num_illustrations}
        />
        <ChoiceChips
          legend="How long?"
          name="target_length"
          choices={STORY_LENGTHS.map((value) => ({
            value,
            label: LENGTH_LABELS[value],
            hint: formatMinutes(readingMinutes({ ageGroup, pages: Number(pageCount), length: value })),
          }))}
          value={options.length}
          onValueChange={(length) => change({ length })}
          error={errors.target_length}
        />
        <VoiceChoice
          value={options.voice}
          onValueChange={(voice) => change({ voice })}
          error={errors.voice}
        />
      </div>
      <StyleChoice value={options.style} onValueChange={(style) => change({ style })} error={errors.style} />
      <MoreOptionsDrawer options={options} onOptionsChange={onOptionsChange} errors={errors} />
    </div>
  );
}
