'use client';

import { ChoiceInput } from '@/components/ui/choice-input';
import type { IllustrationStyle } from '@/lib/story/schema';
import { STYLE_CHOICES } from './story-choices';

type StyleChoiceProps = {
  value: IllustrationStyle;
  onValueChange: (style: IllustrationStyle) => void;
  error?: string | undefined;
};

/** How the pictures look: the same page, drawn by each hand. */
export function StyleChoice({ value, onValueChange, error }: StyleChoiceProps) {
  return (
    <fieldset className="min-w-0" aria-describedby={error ? 'style-error' : undefined}>
      <legend className="mb-2.5 font-bold text-base">How should the pictures look?</legend>
      <div className="grid grid-cols-3 gap-2.5 sm:grid-cols-6 sm:gap-3">
        {STYLE_CHOICES.map((choice) => (
          <label
            key={choice.value}
            className="group relative isolate cursor-pointer overflow-hidden rounded-lg border-2 border-edge bg-paper text-center transition-colors hover:border-ring has-checked:border-primary has-checked:bg-primary has-checked:text-primary-foreground has-focus-visible:outline-3 has-focus-visible:outline-ring has-focus-visible:outline-offset-2"
          >
            <ChoiceInput
              type="radio"
              name="style"
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onValueChange(choice.value)}
            />
            {/* biome-ignore lint/performance/noImgElement: drawn at the size it is shown, and ours */}
            <img
              src={`/examples/style-${choice.value}.webp`}
              alt=""
              width={256}
              height={192}
              loading="lazy"
              decoding="async"
              className="aspect-4/3 w-full object-cover"
            />
            <span className="block px-1 py-1.5 font-semibold text-sm leading-tight">{choice.label}</span>
          </label>
        ))}
      </div>
      {error ? (
        <p id="style-error" className="mt-2 text-destructive text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
