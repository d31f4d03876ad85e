import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '@/lib/chat/schema';
import { messageText, upsertMessage } from './merge-messages';

const said = (id: string, text: string): ChatMessage => ({
  id,
  role: 'user',
  parts: [{ type: 'text', text }],
});

describe('merging messages', () => {
  it('replaces one that is there, in its place', () => {
    const merged = upsertMessage([said('a', 'one'), said('b', 'two')], said('a', 'three'));
    expect(merged.map(messageText)).toEqual(['three', 'two']);
  });

  it('adds a new one at the end and leaves the given list alone', () => {
    const before = [said('a', 'one')];
    expect(upsertMessage(before, said('b', 'two')).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(before).toHaveLength(1);
  });
});
