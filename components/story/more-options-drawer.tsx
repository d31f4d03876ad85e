'use client';

import { ChevronDown } from 'lucide-react';
import { type ComponentType, useEffect, useState } from 'react';
import { cn } from '@/components/ui/cn';
import { aspectRatioLabel, toneLabel } from './story-choices';
import type { StoryOptionsProps } from './story-options';

type Part = ComponentType<StoryOptionsProps>;

/** Opens the rest of the choices, and says what they are while it is shut. Fetched at the first sign of interest. */
export function MoreOptionsDrawer(props: StoryOptionsProps) {
  const { options, errors } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [More, setMore] = useState<Part>();
  const [hasFailed, setHasFailed] = useState(false);
  const load = () => {
    if (More) return;
    import('./more-options').then(
      (loaded) => {
        setMore(() => loaded.MoreOptions);
        setHasFailed(false);
      },
      // The connection is gone: what was chosen so far still counts, and another press tries again.
      () => setHasFailed(true),
    );
  };
  const isShown = isOpen || Boolean(errors.tone || errors.aspect_ratio);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when a mistake in them opens them
  useEffect(() => {
    if (isShown) load();
  }, [isShown]);
  return (
    <div>
      <button
        type="button"
        aria-expanded={isShown}
        aria-controls="more-options"
        onPointerEnter={load}
        onFocus={load}
        onClick={() => {
          load();
          setIsOpen(!isShown);
        }}
        className="-ml-1 inline-flex min-h-11 flex-wrap items-center gap-x-2 rounded-md px-1 text-left font-bold text-primary"
      >
        <ChevronDown aria-hidden className={cn('size-5 transition-transform', isShown && 'rotate-180')} />
        Feeling and picture shape
        <span className="font-normal text-muted-foreground">
          {toneLabel(options.tone)}, {aspectRatioLabel(options.aspectRatio).toLowerCase()}
        </span>
      </button>
      <div id="more-options" hidden={!isShown}>
        {More ? <More {...props} /> : null}
        {hasFailed ? (
          <p role="status" className="pt-2 text-muted-foreground">
            These choices could not be fetched. Your story can begin without them.
          </p>
        ) : null}
      </div>
    </div>
  );
}
