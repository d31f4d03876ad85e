/** Where a story stands with its household's grown-ups. Apart from the schemas, so that a page may ask without loading those. */
export const REVIEWS = ['none', 'waiting', 'approved', 'declined'] as const;
export type Review = (typeof REVIEWS)[number];

/** Whether nothing of a story may reach a child. */
export function isHidden(review: Review): review is 'waiting' | 'declined' {
  return review === 'waiting' || review === 'declined';
}

/** What a story is called of which not even the title may be seen. */
export const HIDDEN_TITLES = {
  waiting: 'A story that waits for a grown-up',
  declined: 'A story that a grown-up has put away',
} as const;

/** A household has at most so many readers. */
export const MAX_READERS = 12;
