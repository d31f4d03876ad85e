import 'server-only';
import { createHash } from 'node:crypto';
import { readAsset } from '@/lib/storage/read-asset';
import type { AssetRow } from '@/lib/story/rows';
import { runInWorker } from '@/lib/worker-pool';
import type { ShareCardInput } from './share-card.worker';

/** About 100 kB each. */
const MAX_KEPT = 60;
/** Changes with the drawing. */
const LOOK = '1';

const kept = new Map<string, Promise<Uint8Array>>();

type Cover = { title: string; cover: AssetRow | null };

/** What the picture is made of: the same title and cover are the same picture. */
export function nameShareCard({ title, cover }: Cover): string {
  return createHash('sha256')
    .update([LOOK, cover?.id ?? '', title].join('\n'))
    .digest('base64url')
    .slice(0, 22);
}

/** The picture of 1200 × 630 pixels beside a link, as a JPEG; asked for by many at once it is drawn once. */
export function drawShareCard(story: Cover): Promise<Uint8Array> {
  const name = nameShareCard(story);
  const known = kept.get(name);
  kept.delete(name);
  const card = known ?? draw(story);
  kept.set(name, card);
  if (!known) card.catch(() => kept.delete(name));
  const [oldest] = kept.keys();
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest);
  return card;
}

async function draw({ title, cover }: Cover): Promise<Uint8Array> {
  const picture = cover ? await readAsset(cover.path) : null;
  return runInWorker<ShareCardInput, Uint8Array>('lib/share/share-card.worker.ts', { title, picture });
}
