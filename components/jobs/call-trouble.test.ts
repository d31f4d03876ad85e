import { describe, expect, it } from 'vitest';
import { takeoverSentence, troubleSentences } from './call-trouble';
import type { StepSummary } from './group-calls';

const step: StepSummary = {
  step: 'picture:3',
  label: 'Built-in, no AI service',
  model: 'illustrator',
  models: [
    { label: 'OpenAI gpt-image-1', tries: 2, isFree: false },
    { label: 'Google gemini-2.5-flash-image', tries: 1, isFree: false },
    { label: 'Built-in, no AI service', tries: 1, isFree: true },
  ],
  tries: 4,
  state: 'done',
  costMicros: 0,
  mayBeBilledMicros: 0,
  isFree: false,
  durationMs: 1_000,
  troubles: [
    { label: 'OpenAI gpt-image-1', code: 'provider_rate_limited', message: 'HTTP 429', times: 2 },
    { label: 'Google gemini-2.5-flash-image', code: 'provider_refused', message: null, times: 1 },
  ],
};

describe('what went wrong in a step', () => {
  it('is said in the words of a person, with who and how often, and never in the service’s own', () => {
    expect(troubleSentences(step)).toEqual([
      'OpenAI gpt-image-1 was busy twice.',
      'Google gemini-2.5-flash-image found this unsuitable.',
    ]);
  });

  it('says who took over, and nothing where one model did it all', () => {
    expect(takeoverSentence(step)).toBe('Then Google gemini-2.5-flash-image, then our own engine.');
    expect(takeoverSentence({ ...step, models: step.models.slice(0, 1) })).toBeUndefined();
  });
});
