'use client';

import { cn } from '@/components/ui/cn';
import type { ExplainedPart } from './find-hard-word';
import { useLazyPart } from './use-lazy-part';

export type WordHelp = {
  /** Somebody wants to know a word: the voice waits meanwhile. */
  onAsk: () => void;
  /** Says the word of this index on the page; null where there is no voice. */
  onHear: ((wordIndex: number) => void) | null;
};

type HardWordProps = { part: ExplainedPart; wordIndex: number; help: WordHelp };

/** A word of the page that can be pressed: what it means, and how it sounds. */
export function HardWord({ part, wordIndex, help }: HardWordProps) {
  const meaning = useLazyPart(() => import('./word-meaning').then(({ WordMeaning }) => WordMeaning));
  const WordMeaning = meaning.part;
  return (
    <>
      {part.before}
      <button
        ref={meaning.button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={meaning.isOpen}
        onClick={() => {
          help.onAsk();
          meaning.open();
        }}
        className={cn(
          'cursor-help rounded-sm underline decoration-2 decoration-thread decoration-dotted underline-offset-4 hover:decoration-solid',
          meaning.isOpen && 'decoration-solid',
        )}
      >
        {part.word}
      </button>
      {WordMeaning && meaning.isOpen ? (
        <WordMeaning
          part={part}
          word={meaning.button}
          onHear={help.onHear && (() => help.onHear?.(wordIndex))}
          onClose={() => meaning.setIsOpen(false)}
        />
      ) : null}
      {part.after}
    </>
  );
}
