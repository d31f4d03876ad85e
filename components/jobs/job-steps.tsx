import { Check } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { Progress } from '@/components/ui/progress';
import type { JobView } from '@/lib/story/views';
import { JOB_STEPS, jobStageSentence } from './job-status';

/** Where the job is: the three steps, and a thread as long as the work that is done. */
export function JobSteps({ job }: { job: JobView }) {
  const percent = Math.round(job.progress * 100);
  const current = JOB_STEPS.findIndex((step) => step.stage === job.stage);
  return (
    <div className="space-y-4">
      <ol className="flex flex-wrap gap-x-4 gap-y-2 sm:gap-x-6">
        {JOB_STEPS.map((step, index) => {
          const isDone = current > index;
          const isCurrent = current === index;
          return (
            <li
              key={step.stage}
              aria-current={isCurrent ? 'step' : undefined}
              className={cn(
                'flex items-center gap-1.5 font-semibold max-sm:text-sm sm:gap-2',
                !isCurrent && !isDone && 'text-muted-foreground',
                isDone && 'text-success',
              )}
            >
              <span
                className={cn(
                  'grid size-7 place-items-center rounded-full border-2 border-current text-sm tabular-nums',
                  isCurrent && 'border-primary bg-primary text-primary-foreground',
                )}
              >
                {isDone ? <Check aria-hidden className="size-4" /> : index + 1}
              </span>
              {step.label}
            </li>
          );
        })}
      </ol>
      <Progress value={percent} aria-label="How much of the story is made" />
      <p className="flex justify-between gap-4 text-muted-foreground">
        <span role="status">{jobStageSentence(job)}…</span>
        <span className="tabular-nums">{percent}%</span>
      </p>
    </div>
  );
}
