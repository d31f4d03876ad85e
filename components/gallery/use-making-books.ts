'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readStories } from '@/lib/client/gallery-requests';
import { changeOnShelves } from '@/lib/client/shelf-query';
import type { StorySummaryView } from '@/lib/story/views';

const LOOK_EVERY_MS = 3_000;
/** As many as one question can name. */
const AT_ONCE = 50;

/** Titles and covers of what is on the loom come by themselves; only those books are asked for, not the whole shelf. */
export function useMakingBooks(stories: readonly StorySummaryView[]): void {
  const queryClient = useQueryClient();
  const ids = stories
    .filter(({ status }) => status === 'making' || status === 'draft')
    .slice(0, AT_ONCE)
    .map(({ id }) => id);
  const { data } = useQuery({
    queryKey: ['stories', 'making', ids],
    queryFn: ({ signal }) => readStories(ids, signal),
    enabled: ids.length > 0,
    refetchInterval: LOOK_EVERY_MS,
    staleTime: LOOK_EVERY_MS,
    gcTime: 0,
  });
  const asked = ids.join(',');
  useEffect(() => {
    if (!data) return;
    const found = new Map(data.stories.map((story) => [story.id, story]));
    for (const id of asked.split(',')) {
      // One that is not there any more was deleted in another window.
      changeOnShelves(queryClient, id, () => found.get(id) ?? null);
    }
  }, [asked, data, queryClient]);
}
