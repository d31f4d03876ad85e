import { KeyRound } from 'lucide-react';
import Link from 'next/link';
import { isJobRunning } from '@/components/jobs/job-status';
import { Button } from '@/components/ui/button';
import type { JobView } from '@/lib/story/views';
import { ClosedBook } from './closed-book';

/** In place of the pages, of a story that a grown-up looks at first. */
export function ClosedJob({ job }: { job: JobView }) {
  return (
    <section aria-label="The story, closed" className="grid justify-items-center gap-4 text-center">
      <ClosedBook className="h-56 max-w-lg rounded-2xl" />
      {isJobRunning(job) ? (
        <p className="text-lg text-muted-foreground">It stays closed until a grown-up has looked at it.</p>
      ) : null}
      {job.status === 'completed' && job.story_id ? (
        <Button asChild>
          <Link href={`/stories/${job.story_id}`}>
            <KeyRound aria-hidden />
            For the grown-ups
          </Link>
        </Button>
      ) : null}
    </section>
  );
}
