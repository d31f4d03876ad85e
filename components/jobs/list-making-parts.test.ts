import { describe, expect, it } from 'vitest';
import type { JobView, StoryView } from '@/lib/story/views';
import { describeWork, listMakingParts } from './list-making-parts';

const job = {
  kind: 'story',
  status: 'processing',
  stage: 'illustrating',
  progress: 0.2,
  parts: ['text', 'pictures', 'narration', 'film'],
} as JobView;
const page = (image: boolean, audio: boolean) => ({
  image_url: image ? '/picture' : null,
  audio_url: audio ? '/voice' : null,
});
const story = { scenes: [page(true, true), page(true, false), page(false, false)], film: null } as StoryView;
const states = (of: JobView, told: StoryView | undefined) =>
  Object.fromEntries(listMakingParts(of, told).map(({ part, state }) => [part, state]));

describe('listMakingParts', () => {
  it('counts what the pages have', () => {
    expect(listMakingParts(job, story)).toMatchObject([
      { part: 'text', state: 'done' },
      { part: 'pictures', state: 'working', amount: { done: 2, of: 3 } },
      { part: 'narration', state: 'working', amount: { done: 1, of: 3 } },
      { part: 'film', state: 'waiting', amount: null },
    ]);
  });

  it('has only what was asked for', () => {
    expect(listMakingParts({ ...job, parts: ['text', 'narration'] }, story).map(({ part }) => part)).toEqual([
      'text',
      'narration',
    ]);
  });

  it('says how far a film is, and of a job that ended early what is missing', () => {
    const whole = { ...story, scenes: [page(true, true)] } as StoryView;
    const filming = { ...job, stage: 'filming', progress: 0.685 } as JobView;
    expect(listMakingParts(filming, whole)[3]).toMatchObject({ state: 'working', amount: { percent: 50 } });
    expect(states({ ...filming, status: 'failed', stage: 'done' }, whole)).toEqual({
      text: 'done',
      pictures: 'done',
      narration: 'done',
      film: 'missing',
    });
  });

  it('begins with the words', () => {
    const writing = { ...job, stage: 'writing', progress: 0.02 } as JobView;
    expect(states(writing, undefined)).toMatchObject({ text: 'working', pictures: 'waiting' });
  });
});

describe('describeWork', () => {
  const say = (of: JobView, told?: StoryView) => describeWork(of, listMakingParts(of, told));
  it('says what is being done, page by page', () => {
    expect(say({ ...job, status: 'pending' } as JobView)).toBe('Waiting for its turn');
    expect(say(job)).toBe('Writing the story');
    expect(say(job, story)).toBe('Painting page 3 of 3');
    expect(say({ ...job, kind: 'mend' } as JobView, story)).toBe('Making the page again');
  });
});
