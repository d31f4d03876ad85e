import { open } from 'node:fs/promises';

/** What the boxes of an mp4 file say (ISO/IEC 14496-12), read without starting a program. */
export type Mp4Facts = {
  /** True when the index comes first, so that a player can start before the whole file has arrived. */
  isFastStart: boolean;
  /** Frames in the video track. */
  videoFrames: number;
  /** The decoder's parameter sets (`avcC`), in hex; clips that agree on it can be joined. */
  decoderConfig: string;
};

type Box = { type: string; start: number; end: number };

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

function findBox(bytes: Buffer, within: Box, path: string[]): Box | null {
  const [type, ...rest] = path;
  if (type === undefined) return within;
  for (const box of listBoxes(bytes, within.start, Math.min(within.end, bytes.length))) {
    const found = box.type === type ? findBox(bytes, box, rest) : null;
    if (found) return found;
  }
  return null;
}

/** @returns null when the file is not a whole mp4 with a video track: cut short, empty or something else */
export async function readMp4Facts(file: string): Promise<Mp4Facts | null> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const order: string[] = [];
    let index: Buffer | null = null;
    const header = Buffer.alloc(16);
    let at = 0;
    while (at + 8 <= size) {
      await handle.read(header, 0, 16, at);
      const short = header.readUInt32BE(0);
      const length = short === 1 ? Number(header.readBigUInt64BE(8)) : short;
      const type = header.toString('latin1', 4, 8);
      if (length < 8 || at + length > size) return null;
      order.push(type);
      if (type === 'moov') {
        index = Buffer.alloc(length);
        await handle.read(index, 0, length, at);
      }
      at += length;
    }
    if (!index || at !== size || !order.includes('mdat')) return null;
    return readIndex(index, order.indexOf('moov') < order.indexOf('mdat'));
  } finally {
    await handle.close();
  }
}

function readIndex(index: Buffer, isFastStart: boolean): Mp4Facts | null {
  const moov: Box = { type: 'moov', start: 8, end: index.length };
  for (const track of listBoxes(index, moov.start, moov.end)) {
    if (track.type !== 'trak') continue;
    const handler = findBox(index, track, ['mdia', 'hdlr']);
    if (!handler || index.toString('latin1', handler.start + 8, handler.start + 12) !== 'vide') continue;
    const table = findBox(index, track, ['mdia', 'minf', 'stbl']);
    const sizes = table && findBox(index, table, ['stsz']);
    const description = table && findBox(index, table, ['stsd']);
    if (!sizes || !description) return null;
    // stsd: 8 bytes of header, then one sample entry: 8 bytes of box header and 78 of fields before its own boxes.
    const entry: Box = { type: 'avc1', start: description.start + 8 + 8 + 78, end: description.end };
    const config = findBox(index, entry, ['avcC']);
    if (!config) return null;
    return {
      isFastStart,
      videoFrames: index.readUInt32BE(sizes.start + 8),
      decoderConfig: index.toString('hex', config.start, config.end),
    };
  }
  return null;
}
