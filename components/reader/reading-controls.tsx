'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { PageTurning } from './use-page-turning';

type ReadingControlsProps = {
  turning: PageTurning;
  pageCount: number;
  /** Read from right to left: forward points the other way. */
  isRtl: boolean;
  /** At the foot of the screen at any width, not of a small one alone: a scroll's own foot is far away. */
  isSticky: boolean;
  /** What stands between back and forward. */
  children: ReactNode;
};

/**
 * Back, forward, and a dot for every page. On a small screen they stay at its foot, where the thumb is, however long the
 * page. `aria-disabled` keeps the focus where it is on the first and last page.
 */
export function ReadingControls({ turning, pageCount, isRtl, isSticky, children }: ReadingControlsProps) {
  const [Back, Forward] = isRtl ? [ChevronRight, ChevronLeft] : [ChevronLeft, ChevronRight];
  return (
    <div
      data-book-controls
      className={cn(
        'mt-5 space-y-2 max-sm:sticky max-sm:bottom-0 max-sm:z-10 max-sm:-mx-4 max-sm:space-y-0 max-sm:border-t max-sm:bg-background max-sm:px-4 max-sm:pt-2 max-sm:pb-[max(0.25rem,env(safe-area-inset-bottom))]',
        isSticky &&
          'sm:sticky sm:bottom-0 sm:z-10 sm:border-t sm:bg-background sm:pt-3 sm:pb-[max(0.5rem,env(safe-area-inset-bottom))]',
      )}
    >
      <div className="flex items-center justify-center gap-2 sm:gap-3">
        <Button
          variant="outline"
          size="icon"
          aria-label="Page before"
          aria-disabled={turning.turnBack === null}
          onClick={() => turning.turnBack?.()}
        >
          <Back aria-hidden />
        </Button>
        {children}
        <Button
          variant="outline"
          size="icon"
          aria-label="Next page"
          aria-disabled={turning.turnForward === null}
          onClick={() => turning.turnForward?.()}
        >
          <Forward aria-hidden />
        </Button>
      </div>
      <ul className="flex justify-center">
        {Array.from({ length: pageCount }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its page's number
          <li key={index} className="min-w-0 max-w-11 flex-1">
            <button
              type="button"
              aria-label={`Go to page ${index + 1}`}
              aria-current={index === turning.pageIndex ? 'page' : undefined}
              onClick={() => turning.turnTo(index)}
              className="group grid h-9 w-full place-items-center rounded-full pointer-coarse:h-11"
            >
              <span
                className={cn(
                  'size-3 rounded-full bg-input transition-[background-color,width] group-hover:bg-primary',
                  index === turning.pageIndex && 'w-5 bg-primary sm:w-6',
                )}
              />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
