import type { StoryPart } from '@/lib/story/nouns';
import type { JobView, StoryView } from '@/lib/story/views';
import { isJobRunning } from './job-status';

export type MakingPart = {
  part: StoryPart;
  label: string;
  state: 'waiting' | 'working' | 'done' | 'missing';
  /** How many pages have it, of how many; or how much of it is there, 0…100. Null where neither is known. */
  amount: { done: number; of: number } | { percent: number } | null;
};

const LABELS: Record<StoryPart, string> = {
  text: 'Words',
  pictures: 'Pictures',
  narration: 'Voice',
  film: 'Film',
  clips: 'Clips',
};
/** Where the film begins in a job's progress, and where it ends (lib/making/job-news.ts). */
const FILM_FROM = 0.4;
const FILM_TO = 0.97;

/** Every part of a story that was asked for, and how far it is: from the story's own pages, not from a guess. */
export function listMakingParts(job: JobView, story: StoryView | undefined): MakingPart[] {
  return job.parts.map((part) => ({ part, label: LABELS[part], ...judge(part, job, story) }));
}

function judge(
  part: StoryPart,
  job: JobView,
  story: StoryView | undefined,
): Pick<MakingPart, 'state' | 'amount'> {
  const isRunning = isJobRunning(job);
  const scenes = story?.scenes ?? [];
  if (part === 'text') {
    return {
      state: pick({ isDone: scenes.length > 0, isBegun: job.status !== 'pending', isRunning }),
      amount: null,
    };
  }
  if (part === 'pictures' || part === 'narration') {
    const made = scenes.filter((scene) => (part === 'pictures' ? scene.image_url : scene.audio_url) !== null);
    return {
      state: pick({
        isDone: scenes.length > 0 && made.length === scenes.length,
        isBegun: scenes.length > 0,
        isRunning,
      }),
      amount: scenes.length > 0 ? { done: made.length, of: scenes.length } : null,
    };
  }
  const isDone =
    job.status === 'completed' ||
    (part === 'film' ? Boolean(story?.film) : scenes.length > 0 && scenes.every((scene) => scene.video_url));
  const isBegun = job.stage === 'filming';
  const percent = Math.round((100 * (job.progress - FILM_FROM)) / (FILM_TO - FILM_FROM));
  return {
    state: pick({ isDone, isBegun, isRunning }),
    amount: isBegun && isRunning && !isDone ? { percent: Math.min(100, Math.max(0, percent)) } : null,
  };
}

function pick(of: { isDone: boolean; isBegun: boolean; isRunning: boolean }): MakingPart['state'] {
  if (of.isDone) return 'done';
  if (!of.isRunning) return 'missing';
  return of.isBegun ? 'working' : 'waiting';
}

/** What is being done at this moment, for whoever listens: "Painting page 3 of 6". */
export function describeWork(job: JobView, parts: readonly MakingPart[]): string {
  if (job.status === 'pending') return 'Waiting for its turn';
  if (job.kind === 'mend')
    return job.stage === 'filming' ? 'Putting the film together again' : 'Making the page again';
  const working = parts.find(({ state }) => state === 'working');
  if (!working)
    return parts.some(({ state }) => state === 'waiting') ? 'Getting the film ready' : 'Finishing';
  if (working.part === 'text') return 'Writing the story';
  const { amount } = working;
  const pages =
    amount && 'of' in amount ? ` page ${Math.min(amount.of, amount.done + 1)} of ${amount.of}` : '';
  if (working.part === 'pictures') return `Painting${pages}`;
  if (working.part === 'narration') return `Reading${pages} aloud`;
  return working.part === 'film' ? 'Putting the film together' : 'Making the clips';
}
