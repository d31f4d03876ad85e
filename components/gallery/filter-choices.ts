import type { StorySort } from '@/lib/story/story-sorts';
import type { ShelfState } from './shelf-address';

/** What people read for each order and state. */
export const SORT_CHOICES: readonly { value: StorySort; label: string }[] = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
  { value: 'title', label: 'By title' },
  { value: 'changed', label: 'Last changed' },
  { value: 'longest', label: 'Longest film' },
];

export const STATE_CHOICES: readonly { value: ShelfState; label: string }[] = [
  { value: 'ready', label: 'Finished' },
  { value: 'making', label: 'On the loom' },
  { value: 'waiting', label: 'Waits for a grown-up' },
  { value: 'failed', label: 'Not finished' },
];

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** “German” */
export function nameLanguage(language: string): string {
  return names.of(language) ?? language;
}
