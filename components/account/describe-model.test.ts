import { describe, expect, it } from 'vitest';
import type { ModelView, ProviderView } from '@/lib/ai/model-catalog-view';
import { describeAbilities, describeLimits, describeStanding, describeWork } from './describe-model.ts';

const provider: ProviderView = {
  name: 'openai',
  title: 'OpenAI',
  built_in: false,
  is_free: false,
  is_set_up: true,
  needs: null,
  is_used: true,
  work: ['text', 'picture'],
  circuit: 'closed',
  retry_at: null,
  answers: null,
  checked_at: null,
  error_code: null,
  calls_under_way: 0,
  calls_at_once: 8,
  calls_a_minute: 300,
};
const stand = (more: Partial<ProviderView>, isAsking = false) => {
  const { word, tone, detail } = describeStanding({ ...provider, ...more }, isAsking);
  return [word, tone, detail];
};

describe('how a service stands', () => {
  it('is told by the most pressing thing first', () => {
    expect(stand({ is_set_up: false, needs: 'OPENAI_API_KEY', is_used: false })).toEqual([
      'Not set up',
      'default',
      'It needs OPENAI_API_KEY in the settings.',
    ]);
    expect(stand({ built_in: true })[0]).toBe('Always there');
    expect(stand({ circuit: 'open', answers: true }).slice(0, 2)).toEqual(['Taking a pause', 'destructive']);
    expect(stand({ circuit: 'half-open', answers: false }).slice(0, 2)).toEqual(['Being tried', 'warning']);
    expect(stand({ answers: true }).slice(0, 2)).toEqual(['Answers', 'success']);
  });

  it('says why it does not answer', () => {
    expect(stand({ answers: false, error_code: 'provider_rejected' })[2]).toContain('key');
    expect(stand({ answers: false, error_code: 'provider_failed' })[2]).toContain('reached');
    expect(stand({ answers: false, error_code: 'provider_failed' })[1]).toBe('destructive');
  });

  it('does not call what nobody uses broken', () => {
    expect(stand({ is_used: false, answers: false }).slice(0, 2)).toEqual(['Not used', 'default']);
    expect(stand({ is_used: false, answers: true }).slice(0, 2)).toEqual(['Ready', 'success']);
  });

  it('tells asking from not knowing', () => {
    expect(stand({}, true)[0]).toBe('Asking…');
    expect(stand({})[0]).toBe('Not known');
  });
});

it('limits and work are said in words, and nothing where there is none', () => {
  expect(describeLimits(provider)).toBe('At most 8 calls at once, 300 a minute.');
  expect(describeLimits({ ...provider, calls_at_once: 1, calls_a_minute: null })).toBe(
    'At most 1 call at once.',
  );
  expect(describeLimits({ ...provider, calls_at_once: null, calls_a_minute: null })).toBe('');
  expect(describeWork({ ...provider, work: ['text', 'chat', 'picture'] })).toBe(
    'Stories, conversations and pictures',
  );
});

it('what a model can do is said in words', () => {
  const model = (modality: ModelView['modality'], can: ModelView['can']): ModelView => ({
    modality,
    id: 'openai/x',
    label: 'OpenAI x',
    provider: 'openai',
    built_in: false,
    is_free: false,
    is_default: true,
    is_stand_in: false,
    can,
    circuit: 'closed',
    answers: null,
    checked_at: null,
  });
  const sizes = [{ width: 1, height: 1 }];
  expect(describeAbilities(model('picture', { references: 1, sizes }))).toBe('1 reference picture · 1 shape');
  expect(describeAbilities(model('picture', { references: 0 }))).toBe('Any shape');
  expect(describeAbilities(model('speech', { voices: ['a', 'b', 'c'] }))).toBe('3 voices');
  expect(describeAbilities(model('video', { sizes, seconds: [4, 8, 12] }))).toBe(
    '1 size · clips of 4, 8 and 12 seconds',
  );
  expect(describeAbilities(model('text', {}))).toBe('');
});
