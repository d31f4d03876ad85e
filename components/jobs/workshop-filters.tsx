'use client';

import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Select } from '@/components/ui/select';
import type { JobKind, JobSort } from '@/lib/story/nouns';
import { JobStatusFilter } from './job-status-filter';
import {
  buildWorkshopHref,
  changeWorkshop,
  isWholeWorkshop,
  type Period,
  parseWorkshopAddress,
  WHOLE_WORKSHOP,
  type WorkshopAddress,
} from './workshop-address';

/** Somebody who types is not asked about every letter. */
const TYPING_MS = 300;

const KINDS: { value: JobKind | 'all'; label: string }[] = [
  { value: 'all', label: 'Stories and changes' },
  { value: 'story', label: 'New stories' },
  { value: 'mend', label: 'Changes of a story' },
];
const PERIODS: { value: Period | 'all'; label: string }[] = [
  { value: 'all', label: 'Any time' },
  { value: 'day', label: 'Today' },
  { value: 'week', label: 'The last 7 days' },
  { value: 'month', label: 'The last 30 days' },
];
const SORTS: { value: JobSort; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'longest', label: 'Longest work first' },
];

/** What is shown of the list. Every change is in the page's address at once, without a visit of its own in the history. */
export function WorkshopFilters({ address }: { address: WorkshopAddress }) {
  const show = (change: Partial<WorkshopAddress>) => {
    // Not from the `address` that is shown: it may be one choice behind.
    const latest = parseWorkshopAddress(new URLSearchParams(window.location.search));
    window.history.replaceState(null, '', buildWorkshopHref(changeWorkshop(latest, change)));
  };
  const [text, setText] = useTypedText(address.text, (typed) => show({ text: typed }));
  return (
    <search aria-label="Find stories on the loom" className="block space-y-4">
      <JobStatusFilter address={address} />
      <div className="flex flex-wrap items-end gap-3">
        <div className="relative min-w-0 flex-1 basis-64">
          <Label htmlFor="workshop-text" className="sr-only">
            Words of a title or a wish
          </Label>
          <Search
            aria-hidden
            className="pointer-events-none absolute top-1/2 left-4 size-5 -translate-y-1/2 text-muted-foreground"
          />
          <Input
            id="workshop-text"
            type="search"
            value={text}
            maxLength={200}
            placeholder="Find by title or wish"
            onChange={(event) => setText(event.target.value)}
            className="h-11 rounded-full pl-11"
          />
        </div>
        <Select
          className="max-sm:flex-1 max-sm:basis-36"
          aria-label="What was asked for"
          choices={KINDS}
          value={address.kind ?? 'all'}
          onValueChange={(kind) => show({ kind: kind === 'all' ? null : kind })}
        />
        <Select
          className="max-sm:flex-1 max-sm:basis-36"
          aria-label="When"
          choices={PERIODS}
          value={address.period ?? 'all'}
          onValueChange={(period) => show({ period: period === 'all' ? null : period })}
        />
        <Select
          className="max-sm:flex-1 max-sm:basis-36"
          aria-label="Order"
          choices={SORTS}
          value={address.sort}
          onValueChange={(sort) => show({ sort })}
        />
        {isWholeWorkshop(address) ? null : (
          <Button variant="ghost" onClick={() => show({ ...WHOLE_WORKSHOP, sort: address.sort })}>
            <X aria-hidden />
            Show all
          </Button>
        )}
      </div>
    </search>
  );
}

/** What stands in the box: the typing of this moment, and what the address says when that changes by something else. */
function useTypedText(shown: string, onTyped: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(shown);
  const [told, setTold] = useState(shown);
  const handle = useRef(onTyped);
  handle.current = onTyped;
  if (shown !== told) {
    setTold(shown);
    if (shown !== text.trim()) setText(shown);
  }
  useEffect(() => {
    if (text.trim() === told) return;
    const timer = setTimeout(() => handle.current(text.trim()), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text, told]);
  return [text, setText];
}
