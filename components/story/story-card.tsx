'use client';

import { BookOpen } from 'lucide-react';
import Link from 'next/link';
import { ClosedBook } from '@/components/household/closed-book';
import { LocalTime } from '@/components/local-time';
import { formatDuration } from '@/components/reader/format-duration';
import { useBrokenPicture } from '@/components/reader/use-broken-picture';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { HIDDEN_TITLES } from '@/lib/household/review';
import type { StorySummaryView } from '@/lib/story/views';
import { ageGroupLabel } from './story-choices';

/** A book on the shelf. The whole card is the link, by its title. */
export function StoryCard({ story }: { story: StorySummaryView }) {
  const isMaking = story.status === 'making' && story.job_id !== null;
  const { review } = story;
  const isClosed = review === 'waiting' || review === 'declined';
  // Also for a grown-up, who is told its title here: a child may look over their shoulder.
  const title = isClosed ? HIDDEN_TITLES[review] : story.title;
  const { isBroken, ...watching } = useBrokenPicture(story.cover_url);
  return (
    <Card className="group relative flex h-full flex-col overflow-hidden transition-transform has-[a:focus-visible]:outline-3 has-[a:focus-visible]:outline-ring has-[a:focus-visible]:outline-offset-2 motion-safe:hover:-translate-y-1">
      <div className="relative aspect-video overflow-hidden bg-secondary">
        {isClosed ? (
          <ClosedBook />
        ) : story.cover_url && !isBroken ? (
          // biome-ignore lint/performance/noImgElement: our own media route; next/image refuses private addresses
          <img
            {...watching}
            src={story.cover_url}
            alt=""
            loading="lazy"
            className="size-full animate-picture-in object-cover"
          />
        ) : (
          <div className="grid size-full place-items-center text-muted-foreground">
            <BookOpen aria-hidden className="size-10" />
          </div>
        )}
        {story.duration_ms === null || isClosed ? null : (
          <span className="absolute right-3 bottom-3 rounded-full bg-black/75 px-2.5 py-0.5 font-bold text-sm text-white tabular-nums">
            <span className="sr-only">Film of </span>
            {formatDuration(story.duration_ms)}
          </span>
        )}
      </div>
      <div className="flex flex-1 flex-col gap-3 p-5">
        <h2 className="line-clamp-2 font-semibold text-xl leading-snug">
          <Link
            href={isMaking ? `/jobs/${story.job_id}` : `/stories/${story.id}`}
            className="outline-none after:absolute after:inset-0"
          >
            {title}
          </Link>
        </h2>
        <div className="mt-auto flex flex-wrap items-center gap-2">
          <Badge variant="accent">{ageGroupLabel(story.age_group)}</Badge>
          {isMaking ? <Badge className="motion-safe:animate-breathe">On the loom</Badge> : null}
          <LocalTime iso={story.created_at} className="ml-auto text-muted-foreground text-sm" />
        </div>
      </div>
    </Card>
  );
}
