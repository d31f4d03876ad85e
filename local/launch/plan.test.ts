import { describe, expect, test } from 'vitest';
import { LaunchError, planLaunch } from './plan.ts';

describe('planning a start', () => {
  test('with nothing configured, everything is local on the standard ports', () => {
    const plan = planLaunch({}, '/srv/storyloom');
    expect(plan.supabase).toEqual({ kind: 'local', url: 'http://127.0.0.1:54321' });
    expect(plan.inngest).toEqual({ kind: 'local', url: 'http://127.0.0.1:8288' });
    expect(plan.dataDir).toBe('/srv/storyloom/.storyloom');
    expect(plan.publicUrl).toBe('http://localhost:3000');
  });

  test.each(['SUPABASE_URL', 'NEXT_PUBLIC_SUPABASE_URL'])('%s means hosted Supabase', (name) => {
    const plan = planLaunch({ [name]: 'https://abc.supabase.co' }, '/srv');
    expect(plan.supabase).toEqual({ kind: 'hosted', url: 'https://abc.supabase.co' });
  });

  test.each([
    [{ INNGEST_BASE_URL: 'http://inngest:8288' }, 'http://inngest:8288'],
    [{ INNGEST_DEV: '1' }, 'http://127.0.0.1:8288'],
    [{ INNGEST_DEV: 'http://127.0.0.1:9999' }, 'http://127.0.0.1:9999'],
    [{ INNGEST_EVENT_KEY: 'k', INNGEST_SIGNING_KEY: 's' }, 'https://api.inngest.com'],
  ])('%o means that somebody else runs the queue', (environment, url) => {
    expect(planLaunch(environment, '/srv').inngest).toEqual({ kind: 'elsewhere', url });
  });

  test('INNGEST_DEV=0 means production, as the SDK has it, and the local runner is production enough', () => {
    expect(planLaunch({ INNGEST_DEV: '0' }, '/srv').inngest.kind).toBe('local');
  });

  test.each(['0', '70000', 'abc', '80.5'])('the port “%s” is refused by name', (port) => {
    expect(() => planLaunch({ SUPABASE_PORT: port }, '/srv')).toThrow(LaunchError);
    expect(() => planLaunch({ SUPABASE_PORT: port }, '/srv')).toThrow(/SUPABASE_PORT/);
  });
});
