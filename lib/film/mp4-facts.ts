import { type Box, findBox, readMp4Index } from './mp4-boxes.ts';

/** What an mp4 file says about itself, read without starting a program. */
export type Mp4Facts = {
  /** True when the index comes first, so that a player can start before the whole file has arrived. */
  isFastStart: boolean;
  /** Frames in the video track. */
  videoFrames: number;
  /** The decoder's parameter sets (`avcC`), in hex; clips that agree on it can be joined. */
  decoderConfig: string;
};

/** @returns null when the file is not a whole mp4 with an H.264 track: cut short, empty or something else */
export async function readMp4Facts(file: string): Promise<Mp4Facts | null> {
  const index = await readMp4Index(file);
  const video = index?.tracks.find((track) => track.kind === 'video');
  if (!index || !video) return null;
  const { bytes } = index;
  const table = findBox(bytes, video.box, ['mdia', 'minf', 'stbl']);
  const sizes = table && findBox(bytes, table, ['stsz']);
  const description = table && findBox(bytes, table, ['stsd']);
  if (!sizes || !description) return null;
  // stsd: 8 bytes of header, then one sample entry: 8 bytes of box header and 78 of fields before its own boxes.
  const entry: Box = { type: 'avc1', start: description.start + 8 + 8 + 78, end: description.end };
  const config = findBox(bytes, entry, ['avcC']);
  if (!config) return null;
  return {
    isFastStart: index.isFirst,
    videoFrames: bytes.readUInt32BE(sizes.start + 8),
    decoderConfig: bytes.toString('hex', config.start, config.end),
  };
}
