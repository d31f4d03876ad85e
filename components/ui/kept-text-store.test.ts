import { describe, expect, it } from 'vitest';
import { createKeptTextStore } from './kept-text-store';

function createStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    kept,
  };
}

describe('a text that is typed', () => {
  it('is there again for the next document of the tab, under its own key only', () => {
    const storage = createStorage();
    createKeptTextStore(() => storage).keep('prompt', 'A mouse');
    const reloaded = createKeptTextStore(() => storage);
    expect(reloaded.read('prompt')).toBe('A mouse');
    expect(reloaded.read('sequel.1')).toBeNull();
  });

  it('is gone for good when it was sent', () => {
    const storage = createStorage();
    const store = createKeptTextStore(() => storage);
    store.keep('prompt', 'A mouse');
    store.keep('prompt', null);
    expect(store.read('prompt')).toBeNull();
    expect(storage.kept.size).toBe(0);
  });

  it('tells every box of its key, and no other, until they leave', () => {
    const store = createKeptTextStore(createStorage);
    const heard: string[] = [];
    const leave = store.subscribe('prompt', () => heard.push('one'));
    store.subscribe('prompt', () => heard.push('two'));
    store.subscribe('sequel.1', () => heard.push('other'));
    store.keep('prompt', 'A');
    leave();
    store.keep('prompt', 'A mouse');
    expect(heard).toEqual(['one', 'two', 'two']);
  });

  it('lives on in the document where the browser forbids storage or has no room', () => {
    const forbidden = createKeptTextStore(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    const full = createKeptTextStore(() => ({
      ...createStorage(),
      setItem: () => {
        throw new DOMException('Full.', 'QuotaExceededError');
      },
    }));
    for (const store of [forbidden, full]) {
      expect(store.read('prompt')).toBeNull();
      store.keep('prompt', 'A mouse');
      expect(store.read('prompt')).toBe('A mouse');
    }
  });

  it('hides no mistake of ours', () => {
    const broken = createKeptTextStore(() => {
      throw new TypeError('window is not defined');
    });
    expect(() => broken.read('prompt')).toThrow(TypeError);
  });
});
