import { describe, expect, it } from 'vitest';
import { recogniseAudio } from './recognise-audio.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('recogniseAudio', () => {
  it.each([
    ['audio/wav', 'RIFF\x24\0\0\0WAVEfmt '],
    ['audio/webm', '\x1a\x45\xdf\xa3\x9f'],
    ['audio/ogg', 'OggS\0\x02'],
    ['audio/mp4', '\0\0\0\x18ftypM4A '],
    ['audio/flac', 'fLaC\0'],
    ['audio/mpeg', 'ID3\x04'],
    ['audio/mpeg', '\xff\xfb\x90\x64'],
  ])('knows %s by its beginning', (mediaType, beginning) => {
    expect(recogniseAudio(bytes(beginning))).toBe(mediaType);
  });

  it.each([
    ['text', 'Once upon a time'],
    ['text in UTF-16', '\xff\xfeO\0n\0'],
    ['a picture', '\x89PNG\r\n'],
    ['a RIFF that is no sound', 'RIFF\x24\0\0\0WEBPVP8 '],
    ['nothing', ''],
  ])('takes %s for no sound', (_what, beginning) => {
    expect(recogniseAudio(bytes(beginning))).toBeUndefined();
  });
});
