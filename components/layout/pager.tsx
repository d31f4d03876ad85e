import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button';

type PagerProps = {
  path: '/stories' | '/jobs';
  /** Kept in the links beside the page number. */
  search?: Record<string, string>;
  page: number;
  pageCount: number;
};

/** Links to the page before and the page after; nothing when everything fits on one. */
export function Pager({ path, search = {}, page, pageCount }: PagerProps) {
  if (pageCount <= 1) return null;
  const hrefOf = (target: number) => ({
    pathname: path,
    query: { ...search, ...(target > 1 ? { page: String(target) } : {}) },
  });
  return (
    <nav aria-label="Pages of this list" className="mt-8 flex items-center justify-center gap-4">
      {page > 1 ? (
        <Link href={hrefOf(page - 1)} className={buttonVariants({ variant: 'outline', size: 'sm' })}>
          <ChevronLeft aria-hidden />
          Newer
        </Link>
      ) : null}
      <span className="text-muted-foreground tabular-nums">
        {page} of {pageCount}
      </span>
      {page < pageCount ? (
        <Link href={hrefOf(page + 1)} className={buttonVariants({ variant: 'outline', size: 'sm' })}>
          Older
          <ChevronRight aria-hidden />
        </Link>
      ) : null}
    </nav>
  );
}
