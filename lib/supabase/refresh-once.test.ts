import { describe, expect, it } from 'vitest';
import { createRefreshOnceFetch } from './refresh-once';

const URL_OF_REFRESH = 'http://127.0.0.1:54321/auth/v1/token?grant_type=refresh_token';

function countingFetch(status = 200) {
  let calls = 0;
  const answer: typeof fetch = async () => Response.json({ call: ++calls }, { status });
  return { answer, calls: () => calls };
}

const refreshWith = (token: string) => ({ method: 'POST', body: JSON.stringify({ refresh_token: token }) });

describe('createRefreshOnceFetch', () => {
  it('asks once when many requests hold the same refresh token, and gives all of them the answer', async () => {
    const { answer, calls } = countingFetch();
    const refresh = createRefreshOnceFetch(answer);
    const responses = await Promise.all(
      Array.from({ length: 12 }, () => refresh(URL_OF_REFRESH, refreshWith('same'))),
    );
    expect(calls()).toBe(1);
    for (const response of responses) {
      expect(await response.json()).toEqual({ call: 1 });
    }
  });

  it('shares the answer between copies of itself in one process', async () => {
    const { answer, calls } = countingFetch();
    await createRefreshOnceFetch(answer)(URL_OF_REFRESH, refreshWith('shared'));
    await createRefreshOnceFetch(answer)(URL_OF_REFRESH, refreshWith('shared'));
    expect(calls()).toBe(1);
  });

  it('does not mix the sessions of two people', async () => {
    const { answer, calls } = countingFetch();
    const refresh = createRefreshOnceFetch(answer);
    await refresh(URL_OF_REFRESH, refreshWith('anna'));
    await refresh(URL_OF_REFRESH, refreshWith('ben'));
    expect(calls()).toBe(2);
  });

  it('forgets an answer after half a minute, and a failure of the service at once', async () => {
    let nowMs = 0;
    const good = countingFetch();
    const refresh = createRefreshOnceFetch(good.answer, () => nowMs);
    await refresh(URL_OF_REFRESH, refreshWith('later'));
    nowMs = 31_000;
    await refresh(URL_OF_REFRESH, refreshWith('later'));
    expect(good.calls()).toBe(2);

    const down = countingFetch(503);
    const failing = createRefreshOnceFetch(down.answer);
    await failing(URL_OF_REFRESH, refreshWith('down'));
    await failing(URL_OF_REFRESH, refreshWith('down'));
    expect(down.calls()).toBe(2);
  });

  it('leaves every other request alone', async () => {
    const { answer, calls } = countingFetch();
    const refresh = createRefreshOnceFetch(answer);
    await refresh('http://127.0.0.1:54321/auth/v1/user', { method: 'GET' });
    await refresh('http://127.0.0.1:54321/auth/v1/user', { method: 'GET' });
    expect(calls()).toBe(2);
  });
});
