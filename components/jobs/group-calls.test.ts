import { describe, expect, it } from 'vitest';
import type { ModelCallView } from '@/lib/story/spend-views';
import { groupCalls } from './group-calls';
import { stepName } from './step-name';

let count = 0;
function call(changes: Partial<ModelCallView>): ModelCallView {
  count += 1;
  return {
    id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
    step: 'picture:1',
    modality: 'picture',
    provider: 'openai',
    model: 'gpt-image-1',
    label: 'OpenAI gpt-image-1',
    attempt: 1,
    status: 'settled',
    units: { pictures: 1 },
    cost_micros: 63_000,
    reserved_micros: 0,
    is_cached: false,
    is_free: false,
    error_code: null,
    error_message: null,
    created_at: '2026-11-21T10:00:00.000Z',
    finished_at: '2026-11-21T10:00:12.000Z',
    ...changes,
  };
}

describe('groupCalls', () => {
  it('orders the words first, then the portraits, then page by page with the picture before the voice', () => {
    const steps = [
      'narration:2',
      'picture:10',
      'picture:2',
      'character:nova',
      'critique',
      'outline',
      'draft',
    ];
    const rows = groupCalls(steps.map((step) => call({ step })));
    expect(rows.map(({ step }) => step)).toEqual([
      'outline',
      'draft',
      'critique',
      'character:nova',
      'picture:2',
      'narration:2',
      'picture:10',
    ]);
  });

  it('tells how often each was asked, what went wrong, and what was paid in all', () => {
    const [row] = groupCalls([
      call({ status: 'failed', cost_micros: 0, error_code: 'provider_failed' }),
      call({ status: 'failed', cost_micros: 0, error_code: 'provider_failed', attempt: 2 }),
      call({ provider: 'builtin', label: 'Built-in illustrator', is_free: true, cost_micros: 0 }),
    ]);
    expect(row).toMatchObject({
      label: 'Built-in illustrator',
      tries: 3,
      state: 'done',
      costMicros: 0,
      isFree: false,
      models: [
        { label: 'OpenAI gpt-image-1', tries: 2 },
        { label: 'Built-in illustrator', tries: 1 },
      ],
      troubles: [{ label: 'OpenAI gpt-image-1', code: 'provider_failed', times: 2 }],
    });
  });

  it('keeps apart what was paid and what may have been billed', () => {
    const [row] = groupCalls([
      call({ status: 'lost', cost_micros: 0, reserved_micros: 80_000 }),
      call({ attempt: 2, finished_at: '2026-11-21T10:01:00.000Z' }),
    ]);
    expect(row).toMatchObject({ state: 'done', costMicros: 63_000, mayBeBilledMicros: 80_000, tries: 2 });
    expect(row?.durationMs).toBe(60_000);
  });

  it('is running while any call is, and does not count what was there from before as a try', () => {
    expect(groupCalls([call({ status: 'reserved', finished_at: null })])[0]).toMatchObject({
      state: 'running',
      durationMs: undefined,
    });
    expect(groupCalls([call({ is_cached: true, cost_micros: 0 })])[0]).toMatchObject({
      state: 'cached',
      tries: 0,
    });
  });
});

describe('stepName', () => {
  it.each([
    ['picture:3', 'Page 3, picture'],
    ['narration:12', 'Page 12, voice'],
    ['character:nova', 'A portrait of Nova'],
    ['chapter:2', 'Chapter 2'],
    ['outline', 'The plan of the story'],
    ['picture:3:redraw', 'Page 3, picture again'],
    ['something-new', 'Something new'],
  ])('calls %s "%s"', (step, name) => {
    expect(stepName(step)).toBe(name);
  });
});
