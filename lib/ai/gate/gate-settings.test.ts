import { afterEach, expect, test, vi } from 'vitest';
import { readGateSettings } from './gate-settings.ts';

afterEach(() => vi.unstubAllEnvs());

test('a job waits longer for its turn than somebody who looks at an empty page', () => {
  const { longestWaitMs } = readGateSettings('ollama', 'job');
  expect(longestWaitMs).toBeGreaterThan(readGateSettings('ollama').longestWaitMs);
});

test('PROVIDER_LIMITS goes before what a provider usually gets, in either half', () => {
  vi.stubEnv('PROVIDER_LIMITS', 'openai=3, gemini=/7');
  expect(readGateSettings('openai')).toMatchObject({ concurrency: 3, requestsPerMinute: 300 });
  expect(readGateSettings('gemini')).toMatchObject({ concurrency: 8, requestsPerMinute: 7 });
  expect(readGateSettings('nobody-knows')).toMatchObject({ concurrency: 4, requestsPerMinute: 60 });
});
