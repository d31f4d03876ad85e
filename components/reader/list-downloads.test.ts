import { expect, it } from 'vitest';
import type { Manifest } from '@/lib/story/manifest';
import { formatBytes, listDownloads } from './list-downloads.ts';

type ManifestFile = Manifest['files'][number];
const file = (role: ManifestFile['role'], scene: number | null): ManifestFile => ({
  role,
  scene,
  name: `${role}-${scene}`,
  url: `/${role}/${scene}`,
  bytes: 1_000,
  sha256: '0'.repeat(64),
  media_type: 'image/png',
  etag: '"1"',
  duration_ms: null,
});

it('groups a story’s files as people look for them', () => {
  const groups = listDownloads([
    file('captions', null),
    file('picture', 0),
    file('narration', 1),
    file('film', null),
    file('audio', null),
  ]);
  expect(groups.map(({ title, files }) => [title, ...files.map(({ what }) => what)])).toEqual([
    ['The film', 'Film', 'Captions'],
    ['The voice', 'The whole story', 'Page 2'],
    ['The pictures', 'Page 1'],
  ]);
});

it.each([
  [12, '1 kB'],
  [640_400, '640 kB'],
  [10_614_515, '10.6 MB'],
])('writes %d bytes as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));
