import type { SceneView, StoryView } from '@/lib/story/views';

/** What a book is made of. Nothing in it says whose it is, so a shared story's page shows the same one. */
export type BookStory = Pick<
  StoryView,
  'id' | 'title' | 'status' | 'aspect_ratio' | 'moral' | 'language' | 'film' | 'audio'
> & {
  scenes: readonly [SceneView, ...SceneView[]];
  reading: { hard_words: NonNullable<StoryView['reading']>['hard_words'] } | null;
};

/** Whether there is a page to open. */
export function hasPages<Story extends { scenes: readonly SceneView[] }>(
  story: Story,
): story is Story & { scenes: readonly [SceneView, ...SceneView[]] } {
  return story.scenes.length > 0;
}
