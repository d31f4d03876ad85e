import { describe, expect, it, vi } from 'vitest';
import { createToastStore } from './toast-store';

describe('the messages on the page', () => {
  it('stay in the order they came, and the oldest makes room for a fourth', () => {
    const store = createToastStore();
    const onLeave = vi.fn();
    store.showToast({ title: 'one', onLeave });
    for (const title of ['two', 'three']) store.showToast({ title });
    expect(onLeave).not.toHaveBeenCalled();
    store.showToast({ title: 'four' });
    expect(store.getShown().map(({ title }) => title)).toEqual(['two', 'three', 'four']);
    expect(onLeave).toHaveBeenCalledOnce();
  });

  it('say that they left, but not when their action was pressed, and neither twice', () => {
    const store = createToastStore();
    const [onLeave, onPress] = [vi.fn(), vi.fn()];
    const message = { title: 'Deleted', action: { label: 'Undo', onPress }, onLeave };
    const pressed = store.showToast(message);
    store.pressToast(pressed);
    store.dismissToast(pressed);
    expect([onPress.mock.calls.length, onLeave.mock.calls.length]).toEqual([1, 0]);
    const left = store.showToast(message);
    store.dismissToast(left);
    store.dismissToast(left);
    store.pressToast(left);
    expect([onPress.mock.calls.length, onLeave.mock.calls.length]).toEqual([1, 1]);
  });

  it('are told to whoever listens, until they stop', () => {
    const store = createToastStore();
    const listener = vi.fn();
    const stop = store.subscribe(listener);
    store.showToast({ title: 'one' });
    stop();
    store.showToast({ title: 'two' });
    expect(listener).toHaveBeenCalledOnce();
  });
});
