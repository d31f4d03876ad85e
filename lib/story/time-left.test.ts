import { describe, expect, it } from 'vitest';
import { estimateTimeLeft, type JobFacts, type Paces } from './time-left';

const paces: Paces = {
  writing: { pageMs: 500, wordMs: null },
  illustrating: { pageMs: 2_000, wordMs: null },
  filming: { pageMs: 1_000, wordMs: 40 },
};
const job: JobFacts = {
  kind: 'story',
  stage: 'writing',
  progress: 0.02,
  stageBeganMs: 0,
  newsMs: 0,
  pages: 4,
  words: null,
  stages: ['writing', 'illustrating', 'filming'],
};

describe('estimateTimeLeft', () => {
  it('is all that is to come at the beginning, page by page', () => {
    expect(estimateTimeLeft(job, paces, 0)).toBe(2_000 + 8_000 + 4_000);
  });

  it('goes by the words of a film once they are known', () => {
    expect(estimateTimeLeft({ ...job, words: 200 }, paces, 0)).toBe(2_000 + 8_000 + 8_000);
  });

  it('counts only the stages that the job goes through', () => {
    expect(estimateTimeLeft({ ...job, stages: ['writing'] }, paces, 0)).toBe(2_000);
    expect(estimateTimeLeft({ ...job, stage: 'waiting' }, paces, 0)).toBeNull();
    expect(estimateTimeLeft({ ...job, stage: 'done' }, paces, 0)).toBeNull();
  });

  it('is null where nobody knows how long a stage to come takes, and known once that is over', () => {
    const { writing, ...others } = paces;
    expect(writing).toBeDefined();
    expect(estimateTimeLeft(job, others, 0)).toBeNull();
    expect(estimateTimeLeft({ ...job, stage: 'filming', progress: 0.4 }, others, 0)).toBe(4_000);
  });

  it('is drawn towards the job’s own pace the further that is', () => {
    // Half of the pictures took as long as all usually do: half of what is left goes by that.
    const half = {
      ...job,
      stage: 'illustrating',
      progress: 0.25,
      newsMs: 8_000,
      stages: ['illustrating'],
    } as const;
    expect(estimateTimeLeft(half, paces, 8_000)).toBe(6_000);
  });

  it('runs down while there is no news, ever more slowly, and never below nothing', () => {
    const only: JobFacts = { ...job, stages: ['writing'] };
    let before = estimateTimeLeft(only, paces, 0) ?? 0;
    expect(estimateTimeLeft(only, paces, 1_000)).toBe(1_000);
    for (let nowMs = 100; nowMs < 60_000; nowMs += 100) {
      const left = estimateTimeLeft(only, paces, nowMs) ?? -1;
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(before);
      expect(before - left).toBeLessThanOrEqual(101);
      before = left;
    }
  });

  it('does not mind a clock that stands before the news', () => {
    expect(estimateTimeLeft({ ...job, newsMs: 5_000 }, paces, 0)).toBe(14_000);
  });
});
