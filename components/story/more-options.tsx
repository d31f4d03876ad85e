'use client';

import { ChoiceChips } from '@/components/ui/choice-chips';
import { AspectRatioIcon } from './aspect-ratio-icon';
import { ASPECT_RATIO_CHOICES, TONE_CHOICES } from './story-choices';
import type { StoryOptionsProps } from './story-options';

/** What most people leave alone; its own file, because it is fetched when somebody asks for it. */
export function MoreOptions({ options, onOptionsChange, errors }: StoryOptionsProps) {
  return (
    <div className="grid animate-rise gap-7 pt-3">
      <ChoiceChips
        legend="What should it feel like?"
        name="tone"
        choices={TONE_CHOICES}
        value={options.tone}
        onValueChange={(tone) => onOptionsChange({ ...options, tone })}
        error={errors.tone}
      />
      <ChoiceChips
        legend="Which shape are the pictures?"
        name="aspect_ratio"
        choices={ASPECT_RATIO_CHOICES.map((choice) => ({
          ...choice,
          icon: <AspectRatioIcon ratio={choice.value} />,
        }))}
        value={options.aspectRatio}
        onValueChange={(aspectRatio) => onOptionsChange({ ...options, aspectRatio })}
        error={errors.aspect_ratio}
      />
    </div>
  );
}
