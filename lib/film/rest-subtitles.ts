import { open } from 'node:fs/promises';
import { findBox, readMp4Index } from './mp4-boxes.ts';

/**
 * Turns the subtitle track off until a viewer asks for it. ffmpeg always marks it as enabled, and players that obey would
 * write the captions a second time over those in the picture.
 */
export async function restSubtitles(file: string): Promise<void> {
  const index = await readMp4Index(file);
  if (!index) return;
  const handle = await open(file, 'r+');
  try {
    for (const { kind, box } of index.tracks) {
      const header = kind === 'subtitles' ? findBox(index.bytes, box, ['tkhd']) : null;
      if (!header) continue;
      // tkhd: one byte of version, three of flags; the lowest flag means "enabled".
      const at = header.start + 3;
      const flags = index.bytes.readUInt8(at) & ~1;
      await handle.write(Uint8Array.of(flags), 0, 1, index.offset + at);
    }
  } finally {
    await handle.close();
  }
}
