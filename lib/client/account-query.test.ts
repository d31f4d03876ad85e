import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Account, accountQueryOptions, followAccount, tellAccountChanged } from './account-query';

const answer = (status: number, body: object) => async () => Response.json(body, { status });

afterEach(() => vi.unstubAllGlobals());

describe('who is looking', () => {
  it('is a guest once the visitor has become one, without a reload and in the other tabs too', async () => {
    vi.stubGlobal('fetch', answer(200, { user_id: 'x', email: null, is_guest: true }));
    const [here, elsewhere] = [new QueryClient(), new QueryClient()];
    const observers = [here, elsewhere].map((client) => {
      client.setQueryData(accountQueryOptions.queryKey, { kind: 'visitor' });
      return new QueryObserver(client, accountQueryOptions).subscribe(() => {});
    });
    const stops = [followAccount(here), followAccount(elsewhere)];
    tellAccountChanged();
    await vi.waitFor(() => {
      for (const client of [here, elsewhere]) {
        expect(client.getQueryData(accountQueryOptions.queryKey)).toEqual({ kind: 'guest' });
      }
    });
    for (const stop of [...stops, ...observers]) stop();
  });

  it('is nobody after signing out, in every tab, and nobody is asked', async () => {
    const member: Account = { kind: 'member', email: 'ada@example.com' };
    // A visitor who asks is refused, which the browser writes down as an error.
    const fetch = vi.fn();
    vi.stubGlobal('fetch', fetch);
    const [here, elsewhere] = [new QueryClient(), new QueryClient()];
    const observers = [here, elsewhere].map((client) => {
      client.setQueryData(accountQueryOptions.queryKey, () => member);
      return new QueryObserver(client, accountQueryOptions).subscribe(() => {});
    });
    const stops = [followAccount(here), followAccount(elsewhere)];
    tellAccountChanged('signed-out');
    await vi.waitFor(() => {
      for (const client of [here, elsewhere]) {
        expect(client.getQueryData(accountQueryOptions.queryKey)).toEqual({ kind: 'visitor' });
      }
    });
    expect(fetch).not.toHaveBeenCalled();
    for (const stop of [...stops, ...observers]) stop();
  });

  it('is nobody when the session is over', async () => {
    vi.stubGlobal('fetch', answer(401, { code: 'unauthenticated', title: 'Sign in first.' }));
    await expect(new QueryClient().fetchQuery(accountQueryOptions)).resolves.toEqual({ kind: 'visitor' });
  });

  it('is not taken for nobody when the server cannot tell', async () => {
    vi.stubGlobal('fetch', answer(503, { code: 'database_failed', title: 'Away.' }));
    await expect(new QueryClient().fetchQuery(accountQueryOptions)).rejects.toMatchObject({
      code: 'database_failed',
    });
  });
});
