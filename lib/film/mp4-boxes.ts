import { type FileHandle, open } from 'node:fs/promises';

/** Reading the boxes an mp4 file is made of (ISO/IEC 14496-12). */
export type Box = { type: string; start: number; end: number };

/** The index (`moov`) of a file, in memory. */
export type Mp4Index = {
  bytes: Buffer;
  /** Where it begins in the file. */
  offset: number;
  /** True when it comes before the media. */
  isFirst: boolean;
  tracks: { kind: 'video' | 'sound' | 'subtitles' | 'other'; box: Box }[];
};

/** The boxes between two positions; `start` is past each box's header. */
function listBoxes(bytes: Buffer, from: number, until: number): Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= until; ) {
    let size = bytes.readUInt32BE(at);
    let header = 8;
    if (size === 1 && at + 16 <= until) {
      size = Number(bytes.readBigUInt64BE(at + 8));
      header = 16;
    }
    if (size < header) break;
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at + header, end: at + size });
    at += size;
  }
  return boxes;
}

/** The first box at the end of a path of types inside another box. */
export function findBox(bytes: Buffer, within: Box, path: string[]): Box | null {
  const [type, ...rest] = path;
  if (type === undefined) return within;
  for (const box of listBoxes(bytes, within.start, Math.min(within.end, bytes.length))) {
    const found = box.type === type ? findBox(bytes, box, rest) : null;
    if (found) return found;
  }
  return null;
}

const TRACK_KINDS: Record<string, Mp4Index['tracks'][number]['kind']> = {
  vide: 'video',
  soun: 'sound',
  sbtl: 'subtitles',
  text: 'subtitles',
};

/** @returns null when the file is not a whole mp4: cut short, empty or something else */
export async function readMp4Index(file: string): Promise<Mp4Index | null> {
  const handle = await open(file, 'r');
  try {
    return await readIndexFrom(handle);
  } finally {
    await handle.close();
  }
}

async function readIndexFrom(handle: FileHandle): Promise<Mp4Index | null> {
  const { size } = await handle.stat();
  const header = Buffer.alloc(16);
  const order: string[] = [];
  let bytes: Buffer | null = null;
  let offset = 0;
  let at = 0;
  while (at + 8 <= size) {
    await handle.read(header, 0, 16, at);
    const short = header.readUInt32BE(0);
    const length = short === 1 ? Number(header.readBigUInt64BE(8)) : short;
    const type = header.toString('latin1', 4, 8);
    if (length < 8 || at + length > size) return null;
    order.push(type);
    if (type === 'moov') {
      bytes = Buffer.alloc(length);
      offset = at;
      await handle.read(bytes, 0, length, at);
    }
    at += length;
  }
  if (!bytes || at !== size || !order.includes('mdat')) return null;
  return {
    bytes,
    offset,
    isFirst: order.indexOf('moov') < order.indexOf('mdat'),
    tracks: listTracks(bytes),
  };
}

function listTracks(bytes: Buffer): Mp4Index['tracks'] {
  return listBoxes(bytes, 8, bytes.length)
    .filter((box) => box.type === 'trak')
    .map((box) => {
      const handler = findBox(bytes, box, ['mdia', 'hdlr']);
      const type = handler ? bytes.toString('latin1', handler.start + 8, handler.start + 12) : '';
      return { kind: TRACK_KINDS[type] ?? 'other', box };
    });
}
