import { describe, expect, it } from 'vitest';
import { MAX_SAMPLE_TRIES, planSample, type SampleFacts } from './plan-sample';

const plan = (facts: Partial<SampleFacts>) =>
  planSample({ row: null, jobStatus: null, othersAtWork: 0, ...facts });
const begun = { tries: 1, hasStory: true, isEnded: false };

describe('the sample story', () => {
  it('is begun at a quiet moment only', () => {
    expect(plan({})).toEqual({ act: 'begin', isRetry: false });
    expect(plan({ othersAtWork: 1 })).toEqual({ act: 'wait' });
  });

  it('is begun again where the first try died before there was a story', () => {
    expect(plan({ row: { ...begun, hasStory: false } })).toEqual({ act: 'begin', isRetry: false });
  });

  it('is waited for while it is made, and shared when it is ready', () => {
    for (const jobStatus of ['pending', 'processing'] as const) {
      expect(plan({ row: begun, jobStatus })).toEqual({ act: 'wait' });
    }
    expect(plan({ row: begun, jobStatus: 'completed', othersAtWork: 9 })).toEqual({ act: 'share' });
  });

  it('is tried again after a failure, at a quiet moment, and given up after some tries', () => {
    expect(plan({ row: begun, jobStatus: 'failed' })).toEqual({ act: 'begin', isRetry: true });
    expect(plan({ row: begun, jobStatus: 'failed', othersAtWork: 2 })).toEqual({ act: 'wait' });
    expect(plan({ row: { ...begun, tries: MAX_SAMPLE_TRIES }, jobStatus: 'failed' })).toEqual({ act: 'end' });
  });

  it('is never made again once it was deleted, cancelled or done with', () => {
    expect(plan({ row: begun, jobStatus: null })).toEqual({ act: 'end' });
    expect(plan({ row: begun, jobStatus: 'cancelled' })).toEqual({ act: 'end' });
    expect(plan({ row: { ...begun, isEnded: true }, jobStatus: 'completed' })).toEqual({ act: 'end' });
  });
});
