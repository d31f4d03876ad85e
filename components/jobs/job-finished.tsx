'use client';

import { BookOpen } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { pictureAtWidth } from '@/lib/story/picture-widths';
import type { JobView, StoryView } from '@/lib/story/views';
import { Celebration } from './celebration';
import { sayFinished } from './job-status';
import { formatSpan } from './time-left';

type JobFinishedProps = {
  job: JobView;
  story: StoryView | undefined;
  /** Whoever watched it being made gets a few stars; whoever comes later only the book. */
  wasWatched: boolean;
};

/** The story is ready: the book opens with one press. */
export function JobFinished({ job, story, wasWatched }: JobFinishedProps) {
  const cover = story?.scenes.find((scene) => scene.image_url)?.image_url;
  return (
    <section
      aria-label="The finished story"
      className="relative isolate overflow-hidden rounded-2xl border bg-card text-card-foreground shadow-page"
    >
      {wasWatched ? <Celebration /> : null}
      <div className="grid items-center gap-5 p-5 sm:grid-cols-[auto_1fr] sm:gap-8 sm:p-7">
        {cover ? (
          // biome-ignore lint/performance/noImgElement: our own media route, already the right size
          <img
            src={pictureAtWidth(cover, 640)}
            alt=""
            className="book-spine aspect-[4/3] w-full animate-picture-in rounded-lg object-cover shadow-cover sm:w-56"
          />
        ) : null}
        <div className="space-y-4">
          <div role="status">
            <p className="font-semibold font-title text-2xl sm:text-3xl">{sayFinished(job)}</p>
            <p className="mt-1 text-muted-foreground">{describeMaking(job)}</p>
          </div>
          {story ? (
            <Button asChild size="lg" className="max-sm:w-full">
              <Link href={`/stories/${story.id}`}>
                <BookOpen aria-hidden />
                Open the story
              </Link>
            </Button>
          ) : null}
        </div>
      </div>
    </section>
  );
}

function describeMaking(job: JobView): string {
  const pages = job.num_scenes === 1 ? '1 page' : `${job.num_scenes} pages`;
  if (!job.started_at || !job.finished_at || job.kind === 'mend') return pages;
  return `${pages}, made in ${formatSpan(Date.parse(job.finished_at) - Date.parse(job.started_at))}.`;
}
