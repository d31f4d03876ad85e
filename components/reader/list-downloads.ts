import type { Manifest } from '@/lib/story/manifest';

export type ListedDownload = { name: string; what: string; url: string; bytes: number };
export type DownloadGroup = { title: string; files: ListedDownload[] };

type ManifestFile = Manifest['files'][number];
type Role = ManifestFile['role'];

const GROUPS: readonly { title: string; roles: readonly Role[]; what: (file: ManifestFile) => string }[] = [
  {
    title: 'The film',
    roles: ['film', 'captions', 'poster'],
    what: ({ role }) => (role === 'film' ? 'Film' : role === 'captions' ? 'Captions' : 'Its first picture'),
  },
  {
    title: 'The voice',
    roles: ['audio', 'narration'],
    what: ({ role, scene }) => (role === 'audio' ? 'The whole story' : `Page ${(scene ?? 0) + 1}`),
  },
  { title: 'The pictures', roles: ['picture'], what: ({ scene }) => `Page ${(scene ?? 0) + 1}` },
  { title: 'Moving clips', roles: ['clip', 'video'], what: ({ scene }) => `Page ${(scene ?? 0) + 1}` },
];

/** A story's files as people look for them; groups without a file are left out. Pure. */
export function listDownloads(files: readonly ManifestFile[]): DownloadGroup[] {
  return GROUPS.map(({ title, roles, what }) => ({
    title,
    files: files
      .filter(({ role }) => roles.includes(role))
      .toSorted((a, b) => roles.indexOf(a.role) - roles.indexOf(b.role))
      .map((file) => ({ name: file.name, what: what(file), url: file.url, bytes: file.bytes })),
  })).filter((group) => group.files.length > 0);
}

/** "640 kB", "10.6 MB". */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
