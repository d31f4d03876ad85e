import { describe, expect, it } from 'vitest';
import { type DossierVersionView, snapshotJsonSchema } from '@/lib/dossier/views';
import { findNews } from './find-news';

const version = (number: number, author: DossierVersionView['changed_by'], locations: string[]) => ({
  version: number,
  changes: [`Change ${number}`],
  changed_by: author,
  created_at: '2026-11-21T12:00:00Z',
  snapshot_json: snapshotJsonSchema.parse({ locations }),
});
const versions = [
  version(4, 'conversation', ['a cave', 'the beach', 'a ship']),
  version(3, 'person', ['a cave', 'the beach']),
  version(2, 'conversation', ['a cave']),
  version(1, 'conversation', []),
];

describe('news in the notes', () => {
  it('is what the conversation noted since somebody looked, and not what was written by hand', () => {
    expect(findNews(versions, 1)).toEqual({
      fields: new Set(['locations/a ship', 'locations/a cave']),
      changes: ['Change 2', 'Change 4'],
    });
  });

  it('is nothing once everything was seen', () => {
    expect(findNews(versions, 4)).toEqual({ fields: new Set(), changes: [] });
  });
});
