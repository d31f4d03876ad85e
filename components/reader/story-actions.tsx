'use client';

import { MendButton } from '@/components/mending/mend-button';
import { ShareButton } from '@/components/share/share-button';
import type { StoryView } from '@/lib/story/views';
import { DeleteStoryButton } from './delete-story-button';
import { StoryDownloads } from './story-downloads';

/**
 * What the story's owner can do with it, in one row under the title: each part brings its own button, and what is behind
 * the press is loaded with the press.
 */
export function StoryActions({ story }: { story: StoryView }) {
  return (
    <section aria-label="What you can do with this story" className="flex flex-wrap items-center gap-2">
      {story.status === 'ready' ? <MendButton story={story} /> : null}
      {story.status === 'ready' ? <ShareButton story={story} /> : null}
      <StoryDownloads story={story} />
      <DeleteStoryButton storyId={story.id} title={story.title} />
    </section>
  );
}
