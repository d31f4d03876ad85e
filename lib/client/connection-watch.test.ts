import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConnectionWatch } from './connection-watch';

const isOffline = () => false;

describe('the watch over the connection', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('believes no suspicion that an answer disproves', async () => {
    const onReturn = vi.fn();
    const watch = createConnectionWatch({ reach: async () => {}, isOffline, onReturn });
    await watch.ask();
    expect(watch.getConnection()).toBe('there');
    expect(onReturn).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks until somebody answers, then says so once', async () => {
    const reach = vi.fn().mockRejectedValueOnce(new TypeError()).mockRejectedValueOnce(new TypeError());
    const [onReturn, listener] = [vi.fn(), vi.fn()];
    const watch = createConnectionWatch({ reach, isOffline, onReturn });
    watch.subscribe(listener);
    await watch.ask();
    expect([watch.getConnection(), listener.mock.calls.length]).toEqual(['lost', 1]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect([watch.getConnection(), listener.mock.calls.length]).toEqual(['lost', 1]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect([watch.getConnection(), listener.mock.calls.length]).toEqual(['there', 2]);
    expect(onReturn).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('asks once at a time, and once more for whoever doubted meanwhile', async () => {
    const reach = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve, 100)));
    const watch = createConnectionWatch({ reach, isOffline, onReturn: () => {} });
    const asked = [watch.ask(), watch.ask(), watch.ask()];
    await vi.advanceTimersByTimeAsync(99);
    expect(reach).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(101);
    await Promise.all(asked);
    expect(reach).toHaveBeenCalledTimes(2);
  });

  it('sees that it is gone although an earlier question was still answered', async () => {
    const reach = vi
      .fn()
      .mockImplementationOnce(() => new Promise<void>((resolve) => setTimeout(resolve, 100)))
      .mockRejectedValue(new TypeError());
    const watch = createConnectionWatch({ reach, isOffline, onReturn: () => {} });
    watch.subscribe(() => {});
    const asked = [watch.ask(), watch.ask()];
    await vi.advanceTimersByTimeAsync(100);
    await Promise.all(asked);
    expect(watch.getConnection()).toBe('lost');
  });

  it('believes one answer for a moment only while the browser says that there is no network', async () => {
    const reach = vi.fn().mockResolvedValueOnce(undefined).mockRejectedValue(new TypeError());
    const watch = createConnectionWatch({ reach, isOffline: () => true, onReturn: () => {} });
    watch.subscribe(() => {});
    await watch.ask();
    expect(watch.getConnection()).toBe('there');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(watch.getConnection()).toBe('lost');
  });
});
