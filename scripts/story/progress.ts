import { Presets, SingleBar } from 'cli-progress';
import type { JobEventView } from '../../lib/story/views.ts';

const STAGE_WORDS: Record<JobEventView['stage'], string> = {
  waiting: 'waiting',
  writing: 'writing the story',
  illustrating: 'drawing and reading',
  filming: 'making the film',
  done: 'done',
};

/** A bar on stderr that follows the job's events; plain lines when stderr is not a terminal. */
export function createProgress({ quiet }: { quiet: boolean }): {
  show: (event: JobEventView) => void;
  stop: () => void;
} {
  if (quiet) return { show: () => {}, stop: () => {} };
  const bar = new SingleBar(
    {
      format: '{bar} {percentage}%  {stage}  {duration_formatted}',
      stream: process.stderr,
      noTTYOutput: true,
      notTTYSchedule: 1_000,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  bar.start(100, 0, { stage: STAGE_WORDS.waiting });
  return {
    show: (event) => bar.update(Math.round(event.progress * 100), { stage: STAGE_WORDS[event.stage] }),
    stop: () => bar.stop(),
  };
}
