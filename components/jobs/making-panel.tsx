import { type BookOpen, Check, Clapperboard, Feather, Film, Minus, Palette, Volume2 } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import { Progress } from '@/components/ui/progress';
import type { StoryPart } from '@/lib/story/nouns';
import type { JobView, StoryView } from '@/lib/story/views';
import { describeWork, listMakingParts, type MakingPart } from './list-making-parts';
import { describeTimeLeft } from './time-left';
import { useTimeLeft } from './use-time-left';

const ICONS: Record<StoryPart, typeof BookOpen> = {
  text: Feather,
  pictures: Palette,
  narration: Volume2,
  film: Clapperboard,
  clips: Film,
};

type MakingPanelProps = {
  job: JobView;
  story: StoryView | undefined;
  /** When the job was last told of, milliseconds since 1970. */
  asOfMs: number;
  /** What stands under the thread, e.g. that the connection is lost. */
  notice: React.ReactNode;
};

/** Where the job is: its parts with what is there of each, a thread as long as the work that is done, and the time it still takes. */
export function MakingPanel({ job, story, asOfMs, notice }: MakingPanelProps) {
  const percent = Math.round(job.progress * 100);
  const parts = listMakingParts(job, story);
  const timeLeftMs = useTimeLeft(job.time_left_ms, asOfMs);
  return (
    <section
      aria-label="How far it is"
      className="relative flex flex-col gap-5 rounded-2xl border bg-card p-5 text-card-foreground shadow-page sm:p-7"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <p role="status" className="font-semibold font-title text-xl">
          {describeWork(job, parts)}…
        </p>
        <p data-testid="time-left" className="text-muted-foreground tabular-nums">
          {timeLeftMs === null ? null : describeTimeLeft(timeLeftMs, job.progress)}
        </p>
      </div>
      <div className="flex items-center gap-4">
        <Progress value={percent} aria-label="How much of the story is made" />
        <span className="w-12 shrink-0 text-right font-bold tabular-nums">{percent}%</span>
      </div>
      {job.kind === 'mend' ? null : (
        <ol className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap sm:gap-3">
          {parts.map((part) => (
            <PartChip key={part.part} part={part} />
          ))}
        </ol>
      )}
      {notice}
    </section>
  );
}

const STATE_CLASSES: Record<MakingPart['state'], string> = {
  waiting: 'border-dashed text-muted-foreground',
  working: 'border-thread bg-accent text-accent-foreground',
  done: 'border-transparent bg-success-soft text-success',
  missing: 'border-dashed text-muted-foreground',
};
const STATE_WORDS: Record<MakingPart['state'], string> = {
  waiting: 'to come',
  working: 'being made',
  done: 'there',
  missing: 'missing',
};

function PartChip({ part }: { part: MakingPart }) {
  const Icon = ICONS[part.part];
  const Mark = part.state === 'done' ? Check : part.state === 'missing' ? Minus : null;
  return (
    <li
      aria-current={part.state === 'working' ? 'step' : undefined}
      className={cn(
        'flex min-h-12 items-center gap-2.5 rounded-full border-2 px-4 font-bold transition-colors duration-500',
        STATE_CLASSES[part.state],
      )}
    >
      <Icon aria-hidden className={cn('size-5 shrink-0', part.state === 'working' && 'animate-breathe')} />
      <span>{part.label}</span>
      <span className="sr-only">{STATE_WORDS[part.state]}</span>
      <span className="ml-auto whitespace-nowrap text-sm tabular-nums">
        {Mark ? <Mark aria-hidden className="size-5" /> : <Amount amount={part.amount} />}
      </span>
    </li>
  );
}

function Amount({ amount }: { amount: MakingPart['amount'] }) {
  if (!amount) return null;
  if ('percent' in amount) return `${amount.percent} %`;
  return (
    <>
      <span aria-hidden>
        {amount.done}/{amount.of}
      </span>
      <span className="sr-only">
        {amount.done} of {amount.of} pages
      </span>
    </>
  );
}
