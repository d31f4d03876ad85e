import { describe, expect, test, vi } from 'vitest';
import { createPendingDeletions } from './pending-deletions';

function setUp(remove: (id: string) => Promise<void> = () => Promise.resolve()) {
  const requests = { remove: vi.fn(remove), removeOnLeaving: vi.fn() };
  return { ...requests, deletions: createPendingDeletions(requests) };
}

describe('a deletion that can be undone', () => {
  test('takes the book off the shelf at once and asks nobody yet', () => {
    const { deletions, remove } = setUp();
    const listener = vi.fn();
    deletions.subscribe(listener);
    deletions.hide('a');
    expect([...deletions.getPending()]).toEqual(['a']);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(remove).not.toHaveBeenCalled();
  });

  test('is undone: the book is back, and what comes later deletes nothing', async () => {
    const { deletions, remove, removeOnLeaving } = setUp();
    deletions.hide('a');
    deletions.bringBack('a');
    await deletions.commit('a', vi.fn());
    deletions.leave();
    expect([...deletions.getPending()]).toEqual([]);
    expect(remove).not.toHaveBeenCalled();
    expect(removeOnLeaving).not.toHaveBeenCalled();
  });

  test('is done once, and the book is out of what was fetched before it stops to be hidden', async () => {
    const { deletions, remove, removeOnLeaving } = setUp();
    deletions.hide('a');
    const onGone = vi.fn(() => expect(deletions.getPending().has('a')).toBe(true));
    const committing = deletions.commit('a', onGone);
    deletions.bringBack('a');
    deletions.leave();
    await Promise.all([committing, deletions.commit('a', vi.fn())]);
    expect(onGone).toHaveBeenCalledTimes(1);
    expect(remove).toHaveBeenCalledTimes(1);
    expect(removeOnLeaving).not.toHaveBeenCalled();
    expect([...deletions.getPending()]).toEqual([]);
  });

  test('that fails brings the book back and says so', async () => {
    const { deletions } = setUp(() => Promise.reject(new Error('away')));
    const onGone = vi.fn();
    deletions.hide('a');
    await expect(deletions.commit('a', onGone)).rejects.toThrow('away');
    expect(onGone).not.toHaveBeenCalled();
    expect([...deletions.getPending()]).toEqual([]);
  });

  test('is done when the page is left, for every book once', () => {
    const { deletions, removeOnLeaving } = setUp();
    deletions.hide('a');
    deletions.hide('b');
    deletions.leave();
    deletions.leave();
    expect(removeOnLeaving.mock.calls).toEqual([['a'], ['b']]);
  });
});
