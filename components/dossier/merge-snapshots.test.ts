import { describe, expect, it } from 'vitest';
import { type SnapshotJson, snapshotJsonSchema } from '@/lib/dossier/views';
import { mergeSnapshots } from './merge-snapshots';

const nova = { name: 'Nova', description: 'a fox', relationships: [], character_arc: null };
const base: SnapshotJson = snapshotJsonSchema.parse({
  title: 'The lamp',
  characters: [nova],
  locations: ['a lighthouse', 'the beach'],
});
const change = (part: Partial<SnapshotJson>): SnapshotJson => ({ ...base, ...part });

describe('a change by hand to notes that changed meanwhile', () => {
  it('goes in beside what somebody else changed elsewhere', () => {
    const { merged, hasClash } = mergeSnapshots(
      base,
      change({ title: 'The fox', locations: ['a lighthouse', 'the dunes'] }),
      change({
        characters: [nova, { ...nova, name: 'Pip' }],
        tone: 'funny',
        locations: [...base.locations, 'a cave'],
      }),
    );
    expect(hasClash).toBe(false);
    expect(merged).toMatchObject({
      title: 'The fox',
      tone: 'funny',
      locations: ['a lighthouse', 'the dunes', 'a cave'],
    });
    expect(merged.characters.map(({ name }) => name)).toEqual(['Nova', 'Pip']);
  });

  it('goes in field by field for a character whom somebody else told more about', () => {
    const { merged, hasClash } = mergeSnapshots(
      base,
      change({ characters: [{ ...nova, name: 'Luna' }] }),
      change({ characters: [{ ...nova, character_arc: 'learns to wait', relationships: ['Pip’s friend'] }] }),
    );
    expect(hasClash).toBe(false);
    expect(merged.characters).toEqual([
      { ...nova, name: 'Luna', character_arc: 'learns to wait', relationships: ['Pip’s friend'] },
    ]);
  });

  it('is no clash when both did the same', () => {
    const both = change({ title: 'The fox', locations: ['a lighthouse', 'the dunes'] });
    expect(mergeSnapshots(base, both, both)).toEqual({ merged: both, hasClash: false });
  });

  it('takes out what was taken out here and keeps what was added there', () => {
    const { merged } = mergeSnapshots(
      base,
      change({ locations: ['the beach'] }),
      change({ locations: [...base.locations, 'a cave'] }),
    );
    expect(merged.locations).toEqual(['the beach', 'a cave']);
  });

  it.each<[string, Partial<SnapshotJson>, Partial<SnapshotJson>, Partial<SnapshotJson>]>([
    ['a title both gave', { title: 'Mine' }, { title: 'Theirs' }, { title: 'Mine' }],
    [
      'a line both put differently',
      { locations: ['a tower', 'the beach'] },
      { locations: ['a castle', 'the beach'] },
      { locations: ['a castle', 'the beach', 'a tower'] },
    ],
    [
      'somebody changed here and taken out there',
      { characters: [{ ...nova, description: 'a red fox' }] },
      { characters: [] },
      { characters: [{ ...nova, description: 'a red fox' }] },
    ],
    [
      'somebody taken out here and told more about there',
      { characters: [] },
      { characters: [{ ...nova, description: 'a red fox' }] },
      { characters: [] },
    ],
  ])('asks first about %s, and loses neither', (_what, mine, theirs, merged) => {
    const result = mergeSnapshots(base, change(mine), change(theirs));
    expect(result.hasClash).toBe(true);
    expect(result.merged).toMatchObject(merged);
  });
});
