import {
  type InfiniteData,
  infiniteQueryOptions,
  type QueryClient,
  type QueryKey,
} from '@tanstack/react-query';
import type { StoryListRequest } from '@/lib/story/story-list-query';
import type { StoryListView, StorySummaryView } from '@/lib/story/views';
import { requestJson } from './request-json';

export type ShelfPages = InfiniteData<StoryListView, string | null>;

/** Long enough to read one of the books and come back to the same place. */
const KEPT_MS = 30 * 60_000;
/** A longer shelf is not fetched again as a whole only because somebody looks at it once more. */
const PAGES_FETCHED_AGAIN = 3;

/** A page of the list as the API is asked for it; lists become `a,b`. */
export function buildListSearch(request: StoryListRequest): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(request)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.toString();
}

/**
 * The caller's stories, page after page.
 * @param request filters and order, without a cursor
 * @param start the cursor of the first page; null: the beginning
 */
export function shelfQueryOptions(request: StoryListRequest, start: string | null) {
  const isShort = (query: { state: { data?: unknown } }) =>
    ((query.state.data as ShelfPages | undefined)?.pages.length ?? 0) <= PAGES_FETCHED_AGAIN;
  return infiniteQueryOptions<StoryListView, Error, ShelfPages, QueryKey, string | null>({
    queryKey: ['stories', 'list', buildListSearch(request), start],
    queryFn: ({ pageParam, signal }) =>
      requestJson<StoryListView>(
        `/api/v1/stories?${buildListSearch(pageParam === null ? request : { ...request, cursor: pageParam })}`,
        { signal },
      ),
    initialPageParam: start,
    getNextPageParam: (page) => page.next_cursor,
    gcTime: KEPT_MS,
    refetchOnMount: isShort,
    refetchOnWindowFocus: isShort,
  });
}

/** Changes one story wherever it stands on a shelf that was fetched; null takes it off. */
export function changeOnShelves(
  queryClient: QueryClient,
  storyId: string,
  change: (story: StorySummaryView) => StorySummaryView | null,
): void {
  queryClient.setQueriesData<ShelfPages>({ queryKey: ['stories', 'list'] }, (shelf) => {
    if (!shelf?.pages?.some(({ stories }) => stories.some(({ id }) => id === storyId))) return shelf;
    let removed = 0;
    const pages = shelf.pages.map((page) => ({
      ...page,
      stories: page.stories.flatMap((story) => {
        if (story.id !== storyId) return [story];
        const changed = change(story);
        if (!changed) removed += 1;
        return changed ? [changed] : [];
      }),
    }));
    return { ...shelf, pages: pages.map((page) => ({ ...page, total: page.total - removed })) };
  });
}
