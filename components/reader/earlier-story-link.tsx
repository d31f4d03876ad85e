import { MoonStar } from 'lucide-react';
import Link from 'next/link';
import type { StoryView } from '@/lib/story/views';

/** The way back to the story this one goes on from; nothing for a first one, or when that is gone. */
export function EarlierStoryLink({ earlier }: { earlier: StoryView['sequel_of'] }) {
  if (!earlier) return null;
  return (
    <Link
      href={`/stories/${earlier.id}`}
      className="inline-flex min-h-11 items-center gap-2 rounded-md text-muted-foreground underline decoration-thread underline-offset-4 hover:text-foreground"
    >
      <MoonStar aria-hidden className="size-4 shrink-0" />
      After: {earlier.title}
    </Link>
  );
}
