'use client';

import { Volume2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import type { ExplainedPart } from './find-hard-word';

export type WordHelp = {
  /** Somebody wants to know a word: the voice waits meanwhile. */
  onAsk: () => void;
  /** Says the word of this index on the page; null where there is no voice. */
  onHear: ((wordIndex: number) => void) | null;
};

type HardWordProps = { part: ExplainedPart; wordIndex: number; help: WordHelp };

/** A word of the page that can be pressed: what it means, and how it sounds. */
export function HardWord({ part, wordIndex, help }: HardWordProps) {
  const { onHear } = help;
  return (
    <>
      {part.before}
      <Popover onOpenChange={(isOpen) => isOpen && help.onAsk()}>
        <PopoverTrigger className="cursor-help rounded-sm underline decoration-2 decoration-thread decoration-dotted underline-offset-4 hover:decoration-solid data-[state=open]:decoration-solid">
          {part.word}
        </PopoverTrigger>
        <PopoverContent label={`What “${part.word}” means`} className="space-y-2">
          <p className="font-semibold font-title text-xl leading-tight">{part.word}</p>
          <p className="text-lg leading-snug">{part.meaning}</p>
          {onHear ? (
            <Button variant="outline" size="sm" onClick={() => onHear(wordIndex)}>
              <Volume2 aria-hidden />
              Hear it
            </Button>
          ) : null}
        </PopoverContent>
      </Popover>
      {part.after}
    </>
  );
}
