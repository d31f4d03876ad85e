import { describe, expect, it } from 'vitest';
import type { JobEventView, JobView } from '@/lib/story/views';
import { applyJobEvent } from './apply-job-event';

const job: JobView = {
  job_id: '7a1c8f0e-6f0b-4d6c-9a55-0d2f3a3f8f11',
  status: 'processing',
  story_id: null,
  error: null,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  error_code: null,
  stage: 'illustrating',
  progress: 0.4,
  warnings: [],
  started_at: null,
  finished_at: null,
  title: '',
  prompt: 'A mouse',
  age_group: '6-8',
  num_scenes: 4,
  review: 'none',
  kind: 'story',
  parts: ['text', 'pictures', 'narration', 'film'],
  time_left_ms: null,
};
const event: JobEventView = {
  id: 7,
  type: 'stage',
  job_id: job.job_id,
  status: 'processing',
  stage: 'filming',
  progress: 0.7,
  created_at: '2026-01-01T00:00:05Z',
};

describe('applyJobEvent', () => {
  it('moves status, stage and progress along', () => {
    expect(applyJobEvent(job, event)).toMatchObject({
      status: 'processing',
      stage: 'filming',
      progress: 0.7,
    });
  });

  it('ignores an event that is told again and lies behind the row', () => {
    expect(applyJobEvent(job, { ...event, stage: 'writing', progress: 0.1 })).toBe(job);
  });

  it('does not wake a job that has ended', () => {
    const cancelled: JobView = { ...job, status: 'cancelled', stage: 'done' };
    expect(applyJobEvent(cancelled, event)).toBe(cancelled);
  });
});
