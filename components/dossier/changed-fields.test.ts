import { describe, expect, it } from 'vitest';
import { snapshotJsonSchema } from '@/lib/dossier/views';
import { changedFields } from './changed-fields';

const nova = { name: 'Nova', description: 'a fox', relationships: ['Pip’s friend'], character_arc: null };
const before = snapshotJsonSchema.parse({ title: 'The lamp', characters: [nova], locations: ['the beach'] });

describe('the fields that changed', () => {
  it('are none when nothing did, whether a field is absent or null', () => {
    expect(changedFields(before, { ...before, tone: null })).toEqual([]);
  });

  it('are named each by itself', () => {
    const after = {
      ...before,
      title: 'The fox',
      tone: 'funny' as const,
      locations: ['the beach', 'a cave'],
      characters: [{ ...nova, description: 'a red fox', relationships: ['Pip’s friend', 'Tom’s neighbour'] }],
    };
    expect(changedFields(before, after)).toEqual([
      'title',
      'tone',
      'locations/a cave',
      'characters/Nova/description',
      'characters/Nova/relationships/Tom’s neighbour',
    ]);
  });

  it('name somebody new as a whole', () => {
    const pip = { ...nova, name: 'Pip' };
    expect(changedFields(before, { ...before, characters: [nova, pip] })).toEqual(['characters/Pip']);
  });
});
