'use client';

import { Volume2 } from 'lucide-react';
import type { RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { Popover, PopoverAnchor, PopoverContent } from '@/components/ui/popover';
import type { ExplainedPart } from './find-hard-word';

type WordMeaningProps = {
  part: ExplainedPart;
  /** What was pressed: it stands beside it. */
  word: RefObject<HTMLButtonElement | null>;
  onHear: (() => void) | null;
  onClose: () => void;
};

/** What a word means, beside it on the page. */
export function WordMeaning({ part, word, onHear, onClose }: WordMeaningProps) {
  return (
    <Popover open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <PopoverAnchor virtualRef={word as RefObject<HTMLButtonElement>} />
      <PopoverContent label={`What “${part.word}” means`} className="space-y-2">
        <p className="font-semibold font-title text-xl leading-tight">{part.word}</p>
        <p className="text-lg leading-snug">{part.meaning}</p>
        {onHear ? (
          <Button variant="outline" size="sm" onClick={onHear}>
            <Volume2 aria-hidden />
            Hear it
          </Button>
        ) : null}
      </PopoverContent>
    </Popover>
  );
}
