'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useLazyPart } from '@/components/reader/use-lazy-part';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/select';
import { SORT_CHOICES } from './filter-choices';
import { countFilters } from './shelf-address';
import { type FilterProps, ShelfFilters } from './shelf-filters';
import { ShelfSearch } from './shelf-search';

/** Search, order and filters. */
export function ShelfBar({ total, ...filters }: FilterProps & { total: number | undefined }) {
  const { address, change } = filters;
  const sheet = useLazyPart(() => import('./shelf-sheet').then(({ ShelfSheet }) => ShelfSheet));
  const ShelfSheet = sheet.part;
  const count = countFilters({ ...address, q: '' });
  return (
    <div className="mt-6 grid gap-3">
      <div className="flex items-center gap-2">
        <ShelfSearch q={address.q} change={change} />
        <Select
          aria-label="In which order"
          choices={SORT_CHOICES}
          value={address.sort}
          onValueChange={(sort) => change({ sort })}
          className="hidden md:inline-flex"
        />
        <Button
          ref={sheet.button}
          variant="outline"
          aria-haspopup="dialog"
          onClick={sheet.open}
          className="h-12 px-4 md:hidden"
        >
          <SlidersHorizontal aria-hidden />
          Filters
          {count > 0 ? (
            <span className="grid size-6 place-items-center rounded-full bg-primary text-primary-foreground text-sm">
              <span className="sr-only">in use: </span>
              {count}
            </span>
          ) : null}
        </Button>
      </div>
      <ShelfFilters {...filters} />
      {ShelfSheet ? (
        <ShelfSheet {...filters} total={total} isOpen={sheet.isOpen} setIsOpen={sheet.setIsOpen} />
      ) : null}
    </div>
  );
}
