import { afterEach, describe, expect, it, vi } from 'vitest';
import { getCallTimeoutMs } from './call-timeouts.ts';

afterEach(() => vi.unstubAllEnvs());

describe('getCallTimeoutMs', () => {
  it('has a time for each kind of work, and takes another from MODEL_TIMEOUTS', () => {
    expect(getCallTimeoutMs('picture')).toBe(180_000);
    vi.stubEnv('MODEL_TIMEOUTS', 'picture=240, speech=2.5');
    expect(getCallTimeoutMs('picture')).toBe(240_000);
    expect(getCallTimeoutMs('speech')).toBe(2_500);
    expect(getCallTimeoutMs('text')).toBe(180_000);
  });

  it('leaves our own engines their time', () => {
    vi.stubEnv('MODEL_TIMEOUTS', 'speech=2');
    expect(getCallTimeoutMs('speech', { builtIn: true })).toBe(120_000);
    expect(getCallTimeoutMs('speech', { builtIn: false })).toBe(2_000);
  });

  it('refuses what is no kind of work', () => {
    vi.stubEnv('MODEL_TIMEOUTS', 'poems=2');
    expect(() => getCallTimeoutMs('text')).toThrow(/MODEL_TIMEOUTS/);
  });
});
