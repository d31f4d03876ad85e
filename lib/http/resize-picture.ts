import 'server-only';
import sharp from 'sharp';
import { AppError } from '@/lib/errors';
import type { PictureWidth } from '@/lib/story/picture-widths';

/** Of pictures that were made smaller, in bytes; the oldest unused go first. A shelf of 24 covers is about 0.5 MB. */
const MAX_KEPT_BYTES = 32 * 1024 * 1024;
/** What a picture may weigh to be held whole while it is made smaller. */
const MAX_SOURCE_BYTES = 40 * 1024 * 1024;
const QUALITY = 80;
/** So many sources are held at once; whoever comes later waits. */
const MOST_AT_ONCE = 4;

const kept = new Map<string, Buffer>();
let keptBytes = 0;
const inWork = new Map<string, Promise<Buffer>>();
let places = MOST_AT_ONCE;
const waiting: (() => void)[] = [];

export type PictureToResize = {
  /** The asset's id: made from the bytes, so a picture never changes under it. */
  id: string;
  bytes: number;
  open: () => Promise<ReadableStream<Uint8Array>>;
};

/**
 * The picture as a WebP of this width, or of its own where it is narrower. libvips works in threads of its own. Asked for
 * twice at once it is made once, for whoever asks: one who leaves does not stop it.
 *
 * @throws AppError `picture_unreadable`; whatever `open` throws
 */
export async function resizePicture(picture: PictureToResize, width: PictureWidth): Promise<Buffer> {
  const key = `${picture.id}-${width}`;
  const known = kept.get(key);
  if (known) {
    kept.delete(key);
    kept.set(key, known);
    return known;
  }
  const making = inWork.get(key) ?? makeInTurn(picture, width).finally(() => inWork.delete(key));
  inWork.set(key, making);
  const made = await making;
  keep(key, made);
  return made;
}

/** Whether a file of this type and size can be asked for at another width. */
export function isResizable(mediaType: string, bytes: number): boolean {
  return /^image\/(png|jpeg|webp)$/.test(mediaType) && bytes <= MAX_SOURCE_BYTES;
}

async function makeInTurn(picture: PictureToResize, width: PictureWidth): Promise<Buffer> {
  if (places > 0) places -= 1;
  else await new Promise<void>((proceed) => waiting.push(proceed));
  try {
    return await make(picture, width);
  } finally {
    // A place goes to the next in the queue, or back.
    const next = waiting.shift();
    if (next) next();
    else places += 1;
  }
}

async function make(picture: PictureToResize, width: PictureWidth): Promise<Buffer> {
  const source = Buffer.from(await new Response(await picture.open()).arrayBuffer());
  try {
    return await sharp(source)
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: QUALITY, effort: 3 })
      .toBuffer();
  } catch (cause) {
    throw new AppError('picture_unreadable', 'The picture cannot be read.', { cause });
  }
}

function keep(key: string, made: Buffer): void {
  if (kept.has(key)) return;
  kept.set(key, made);
  keptBytes += made.byteLength;
  for (const [oldest, bytes] of kept) {
    if (keptBytes <= MAX_KEPT_BYTES) return;
    kept.delete(oldest);
    keptBytes -= bytes.byteLength;
  }
}
