import { describe, expect, it } from 'vitest';
import { joinDrafts, keepDraft, readDraft } from './draft-store';

function createStorage() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
    kept,
  };
}

describe('drafts', () => {
  it('are kept for each conversation until they are emptied', () => {
    const storage = createStorage();
    keepDraft(storage, 'one', 'A mouse');
    keepDraft(storage, 'two', 'A moon');
    keepDraft(storage, 'two', '');
    expect(readDraft(storage, 'one', undefined)).toBe('A mouse');
    expect(readDraft(storage, 'two', undefined)).toBe('');
    expect(storage.kept.size).toBe(1);
  });

  it('are not offered again when they turn out to have been said', () => {
    const storage = createStorage();
    keepDraft(storage, 'one', 'A mouse\n');
    expect(readDraft(storage, 'one', 'A mouse')).toBe('');
    expect(storage.kept.size).toBe(0);
  });

  it('keep what was written while refused words were on their way', () => {
    expect(joinDrafts('A mouse', 'and a moon')).toBe('A mouse\nand a moon');
    expect(joinDrafts('A mouse', ' ')).toBe('A mouse');
    expect(joinDrafts('', 'and a moon')).toBe('and a moon');
  });
});
