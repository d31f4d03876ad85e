import { expect, test } from 'vitest';
import { findDashboardUrl } from './find-dashboard-url';

const none = {
  baseUrl: undefined,
  eventKey: undefined,
  signingKey: undefined,
  signingKeyFallback: undefined,
  dev: undefined,
  dashboardUrl: undefined,
};

test('the address that was set counts for everybody', () => {
  const inngest = { ...none, baseUrl: 'http://inngest:8288', dashboardUrl: 'https://queue.example.com/runs' };
  expect(findDashboardUrl(inngest, 'storyloom.example.com')).toBe('https://queue.example.com/runs');
});

test.each([
  [
    'the runner of this machine, for its own browser',
    { baseUrl: 'http://127.0.0.1:8288' },
    'localhost:3000',
    true,
  ],
  [
    'a dev server of this machine, for its own browser',
    { dev: 'http://localhost:8288' },
    '127.0.0.1:3000',
    true,
  ],
  ['this machine’s for a phone', { baseUrl: 'http://127.0.0.1:8288' }, '192.168.1.5:3000', false],
  ['a name of the inner network', { baseUrl: 'http://inngest:8288' }, 'localhost:3000', false],
  ['a switch without an address', { dev: '1' }, 'localhost:3000', false],
  ['nothing at all', {}, 'localhost:3000', false],
])('%s', (_name, inngest, host, isThere) => {
  expect(findDashboardUrl({ ...none, ...inngest }, host) !== null).toBe(isThere);
});
