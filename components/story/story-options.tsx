'use client';

import { ChevronDown } from 'lucide-react';
import { ChoiceChips } from '@/components/ui/choice-chips';
import type { AgeGroup, AspectRatio, IllustrationStyle, Tone, Voice } from '@/lib/story/schema';
import { AspectRatioIcon } from './aspect-ratio-icon';
import {
  AGE_GROUP_CHOICES,
  ASPECT_RATIO_CHOICES,
  PAGE_COUNT_CHOICES,
  STYLE_CHOICES,
  TONE_CHOICES,
  VOICE_CHOICES,
} from './story-choices';
import { StyleSwatch } from './style-swatch';

export type StoryOptionValues = {
  ageGroup: AgeGroup;
  pageCount: string;
  style: IllustrationStyle;
  tone: Tone;
  voice: Voice;
  aspectRatio: AspectRatio;
};

export const DEFAULT_STORY_OPTIONS: StoryOptionValues = {
  ageGroup: '6-8',
  pageCount: '4',
  style: 'storybook',
  tone: 'gentle',
  voice: 'rosie',
  aspectRatio: '16:9',
};

type StoryOptionsProps = {
  options: StoryOptionValues;
  onOptionsChange: (options: StoryOptionValues) => void;
  /** Messages by field path of the API's request. */
  errors: Record<string, string>;
};

/** The choices below the box. Everything has a sensible default, so all of it can be left alone. */
export function StoryOptions({ options, onOptionsChange, errors }: StoryOptionsProps) {
  const change = (part: Partial<StoryOptionValues>) => onOptionsChange({ ...options, ...part });
  const hasHiddenError = ['tone', 'voice', 'aspect_ratio'].some((path) => errors[path]);
  return (
    <div className="space-y-7">
      <div className="grid gap-7 md:grid-cols-2">
        <ChoiceChips
          legend="How old are the listeners?"
          name="age_group"
          choices={AGE_GROUP_CHOICES}
          value={options.ageGroup}
          onValueChange={(ageGroup) => change({ ageGroup })}
          error={errors.age_group}
        />
        <ChoiceChips
          legend="How many pages?"
          name="num_illustrations"
          choices={PAGE_COUNT_CHOICES}
          value={options.pageCount}
          onValueChange={(pageCount) => change({ pageCount })}
          error={errors.num_illustrations}
        />
      </div>
      <ChoiceChips
        legend="How should the pictures look?"
        layout="grid"
        name="style"
        choices={STYLE_CHOICES.map((choice) => ({ ...choice, icon: <StyleSwatch style={choice.value} /> }))}
        value={options.style}
        onValueChange={(style) => change({ style })}
        error={errors.style}
      />
      <details className="group" open={hasHiddenError || undefined}>
        <summary className="inline-flex min-h-11 list-none items-center gap-2 rounded-full pr-4 font-bold text-primary [&::-webkit-details-marker]:hidden">
          <ChevronDown aria-hidden className="size-5 transition-transform group-open:rotate-180" />
          Tone, voice and picture shape
        </summary>
        <div className="mt-4 grid gap-7 md:grid-cols-2">
          <ChoiceChips
            legend="What should it feel like?"
            name="tone"
            choices={TONE_CHOICES}
            value={options.tone}
            onValueChange={(tone) => change({ tone })}
            error={errors.tone}
            className="md:col-span-2"
          />
          <ChoiceChips
            legend="Who reads it?"
            name="voice"
            choices={VOICE_CHOICES}
            value={options.voice}
            onValueChange={(voice) => change({ voice })}
            error={errors.voice}
          />
          <ChoiceChips
            legend="Which shape are the pictures?"
            name="aspect_ratio"
            choices={ASPECT_RATIO_CHOICES.map((choice) => ({
              ...choice,
              icon: <AspectRatioIcon ratio={choice.value} />,
            }))}
            value={options.aspectRatio}
            onValueChange={(aspectRatio) => change({ aspectRatio })}
            error={errors.aspect_ratio}
          />
        </div>
      </details>
    </div>
  );
}
