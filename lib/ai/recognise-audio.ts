/**
 * Which of the containers that transcription services take these bytes are, by how they begin. What a sender calls them
 * does not count.
 * @returns undefined for anything else
 */
export function recogniseAudio(bytes: Uint8Array): string | undefined {
  const ascii = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WAVE') return 'audio/wav';
  if (ascii(0, 4) === 'OggS') return 'audio/ogg';
  if (ascii(0, 4) === 'fLaC') return 'audio/flac';
  if (ascii(4, 8) === 'ftyp') return 'audio/mp4';
  // EBML, the beginning of WebM and Matroska.
  if (ascii(0, 4) === '\x1a\x45\xdf\xa3') return 'audio/webm';
  if (ascii(0, 3) === 'ID3') return 'audio/mpeg';
  // The first frame of an MP3 without tags: eleven set bits, then layer III.
  const [first = 0, second = 0] = bytes;
  return first === 0xff && (second & 0xe6) === 0xe2 ? 'audio/mpeg' : undefined;
}
