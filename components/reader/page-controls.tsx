import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { PageTurning } from './use-page-turning';

type PageControlsProps = {
  turning: PageTurning;
  pageCount: number;
  /** What stands between back and forward. */
  children: ReactNode;
};

/**
 * Back, forward, and a dot for every page. On a small screen they stay at its foot, where the thumb is, however long the
 * page. `aria-disabled` keeps the focus where it is on the first and last page.
 */
export function PageControls({ turning, pageCount, children }: PageControlsProps) {
  return (
    <div className="mt-5 space-y-4 max-sm:sticky max-sm:bottom-0 max-sm:-mx-4 max-sm:space-y-1 max-sm:border-t max-sm:bg-background max-sm:px-4 max-sm:pt-2 max-sm:pb-[max(0.5rem,env(safe-area-inset-bottom))]">
      <div className="flex items-center justify-center gap-3">
        <Button
          variant="outline"
          size="icon"
          aria-label="Page before"
          aria-disabled={turning.turnBack === null}
          onClick={() => turning.turnBack?.()}
        >
          <ChevronLeft aria-hidden />
        </Button>
        {children}
        <span aria-hidden className="text-muted-foreground tabular-nums sm:hidden">
          {turning.pageIndex + 1} / {pageCount}
        </span>
        <Button
          variant="outline"
          size="icon"
          aria-label="Next page"
          aria-disabled={turning.turnForward === null}
          onClick={() => turning.turnForward?.()}
        >
          <ChevronRight aria-hidden />
        </Button>
      </div>
      <ul className="flex justify-center">
        {Array.from({ length: pageCount }, (_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its page's number
          <li key={index} className="min-w-0 max-w-8 flex-1">
            <button
              type="button"
              aria-label={`Go to page ${index + 1}`}
              aria-current={index === turning.pageIndex ? 'page' : undefined}
              onClick={() => turning.turnTo(index)}
              className="group grid h-8 w-full place-items-center rounded-full"
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
