import { expect, it } from 'vitest';
import { readSettings } from './settings.ts';

it('works without any setting: unsigned, on the usual port', () => {
  expect(readSettings({ INNGEST_SIGNING_KEY: '' })).toMatchObject({
    dataDir: '.storyloom',
    port: 8288,
    signingKey: undefined,
    retentionMs: 7 * 86_400_000,
  });
});

it.each([
  ['INNGEST_PORT', { INNGEST_PORT: 'eight' }],
  ['INNGEST_APP_URL', { INNGEST_APP_URL: 'ftp://127.0.0.1/x' }],
  ['INNGEST_SIGNING_KEY', { INNGEST_SIGNING_KEY: 'secret', INNGEST_EVENT_KEY: 'key' }],
  ['INNGEST_EVENT_KEY', { INNGEST_SIGNING_KEY: 'signkey-test-abcd' }],
])('names %s when it is wrong or missing', (name, environment) => {
  expect(() => readSettings(environment)).toThrow(
    expect.objectContaining({ code: 'misconfigured', message: expect.stringContaining(name) }),
  );
});
