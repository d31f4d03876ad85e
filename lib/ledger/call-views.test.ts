import { describe, expect, it } from 'vitest';
import { buildJobCallsView, buildUsageView, type CallRow } from './call-views';

const row: CallRow = {
  id: '7a1c8f0e-6f0b-4d6c-9a55-0d2f3a3f8f11',
  step: 'picture:1',
  modality: 'picture',
  provider: 'openai',
  model: 'gpt-image-1',
  attempt: 1,
  status: 'settled',
  is_answered: true,
  is_cached: false,
  units: { pictures: 1 },
  counted_micros: 63_000,
  error_code: null,
  error_message: null,
  created_at: '2026-11-21T10:00:00Z',
  finished_at: '2026-11-21T10:00:12Z',
};
const lost: CallRow = { ...row, status: 'lost', is_answered: false, counted_micros: 80_000 };
const build = (rows: CallRow[], paused: { provider: string; until: string }[] = []) =>
  buildJobCallsView({ jobId: row.id, quotedMicros: 0, capMicros: Number.POSITIVE_INFINITY, rows, paused });

describe('buildJobCallsView', () => {
  it('adds up what is known, and apart from it what may have been billed', () => {
    const failed: CallRow = { ...row, status: 'failed', counted_micros: 0, error_code: 'provider_failed' };
    const view = build([failed, lost, row]);
    expect(view).toMatchObject({ total_micros: 63_000, may_be_billed_micros: 80_000, cap_micros: null });
    expect(view.quoted_micros).toBeNull();
    expect(view.calls[1]).toMatchObject({ cost_micros: 0, reserved_micros: 80_000 });
  });

  it('knows the cost of a lost call whose answer was counted', () => {
    expect(build([{ ...lost, is_answered: true, counted_micros: 61_000 }])).toMatchObject({
      total_micros: 61_000,
      may_be_billed_micros: 0,
    });
  });

  it('tells of paused providers only where the job asked them', () => {
    const until = '2026-11-21T10:05:00Z';
    const view = build(
      [row],
      [
        { provider: 'openai', until },
        { provider: 'gemini', until },
      ],
    );
    expect(view.paused_providers).toEqual([{ provider: 'openai', label: 'OpenAI', until }]);
  });
});

describe('buildUsageView', () => {
  const spend = {
    userDayMicros: 2_000_000,
    installationDayMicros: 45_000_000,
    userExpectedMicros: 500_000,
    installationExpectedMicros: 1_000_000,
  };

  it('leaves what the nearer cap leaves, stories that are being made included', () => {
    const caps = { storyMicros: 3_000_000, userDayMicros: 10_000_000, installationDayMicros: 50_000_000 };
    expect(buildUsageView(spend, caps, new Date('2026-11-21T23:59:59Z'))).toEqual({
      currency: 'USD',
      day: '2026-11-21',
      spent_micros: 2_000_000,
      expected_micros: 500_000,
      caps: { story_micros: 3_000_000, user_day_micros: 10_000_000, left_micros: 4_000_000 },
    });
  });

  it('leaves nothing rather than less than nothing, and no number without a cap', () => {
    const none = Number.POSITIVE_INFINITY;
    const tight = { storyMicros: none, userDayMicros: 1_000_000, installationDayMicros: none };
    expect(buildUsageView(spend, tight, new Date()).caps.left_micros).toBe(0);
    const free = { storyMicros: none, userDayMicros: none, installationDayMicros: none };
    expect(buildUsageView(spend, free, new Date()).caps).toEqual({
      story_micros: null,
      user_day_micros: null,
      left_micros: null,
    });
  });
});
