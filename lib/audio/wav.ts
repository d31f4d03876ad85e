import { AppError } from '../errors.ts';

/** Sound in memory: one array of samples (−1 … 1) per channel, all of the same length. */
export type Sound = { sampleRate: number; channels: Float32Array[] };

const HEADER_BYTES = 44;
const FORMAT_PCM = 1;
const FORMAT_FLOAT = 3;
const FORMAT_EXTENSIBLE = 0xfffe;

/** Samples in one channel. */
export function countFrames(sound: Sound): number {
  return sound.channels[0]?.length ?? 0;
}

export function durationMsOf(sound: Sound): number {
  return (countFrames(sound) / sound.sampleRate) * 1000;
}

/** 16-bit PCM RIFF/WAVE. Samples beyond ±1 are clamped. */
export function writeWav(sound: Sound): Uint8Array<ArrayBuffer> {
  const channelCount = sound.channels.length;
  const frames = countFrames(sound);
  const bytes = new Uint8Array(HEADER_BYTES + frames * channelCount * 2);
  bytes.set(wavHeader({ sampleRate: sound.sampleRate, channelCount, frames }));

  // 44 is even, so the samples can be written as 16-bit words; every platform Node runs on is little-endian.
  const samples = new Int16Array(bytes.buffer, HEADER_BYTES, frames * channelCount);
  for (let channel = 0; channel < channelCount; channel++) {
    const source = sound.channels[channel] as Float32Array;
    for (let frame = 0; frame < frames; frame++) {
      const value = Math.max(-1, Math.min(1, source[frame] as number));
      samples[frame * channelCount + channel] = Math.round(value * 32767);
    }
  }
  return bytes;
}

/** The 44 bytes before interleaved 16-bit samples. */
export function wavHeader(format: {
  sampleRate: number;
  channelCount: number;
  frames: number;
}): Uint8Array<ArrayBuffer> {
  const { sampleRate, channelCount, frames } = format;
  const dataBytes = frames * channelCount * 2;
  const bytes = new Uint8Array(HEADER_BYTES);
  const view = new DataView(bytes.buffer);
  const writeTag = (offset: number, tag: string) => {
    for (let index = 0; index < 4; index++) view.setUint8(offset + index, tag.charCodeAt(index));
  };
  writeTag(0, 'RIFF');
  view.setUint32(4, 36 + dataBytes, true);
  writeTag(8, 'WAVE');
  writeTag(12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, FORMAT_PCM, true);
  view.setUint16(22, channelCount, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channelCount * 2, true);
  view.setUint16(32, channelCount * 2, true);
  view.setUint16(34, 16, true);
  writeTag(36, 'data');
  view.setUint32(40, dataBytes, true);
  return bytes;
}

function isWav(bytes: Uint8Array): boolean {
  return bytes.length >= 12 && readTag(bytes, 0) === 'RIFF' && readTag(bytes, 8) === 'WAVE';
}

/**
 * Reads 8-, 16-, 24- and 32-bit PCM and 32-bit float. A stream written before its length was known (sizes of 0 or
 * 0xFFFFFFFF, as OpenAI's speech sends) is read to its end.
 * @throws AppError `narration_unreadable` when it is not a WAV file with samples
 */
export function readWav(bytes: Uint8Array): Sound {
  if (!isWav(bytes)) throw new AppError('narration_unreadable', 'The sound is not a WAV file.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let format: { tag: number; channelCount: number; sampleRate: number; bits: number } | undefined;
  let offset = 12;
  while (offset + 8 <= bytes.length) {
    const tag = readTag(bytes, offset);
    const declared = view.getUint32(offset + 4, true);
    const start = offset + 8;
    if (tag === 'fmt ' && start + 16 <= bytes.length) {
      const formatTag = view.getUint16(start, true);
      format = {
        tag:
          formatTag === FORMAT_EXTENSIBLE && start + 26 <= bytes.length
            ? view.getUint16(start + 24, true)
            : formatTag,
        channelCount: view.getUint16(start + 2, true),
        sampleRate: view.getUint32(start + 4, true),
        bits: view.getUint16(start + 14, true),
      };
    }
    if (tag === 'data' && format) {
      const rest = bytes.length - start;
      const length = declared === 0 ? rest : Math.min(declared, rest);
      return readSamples(view, start, length, format);
    }
    // Chunks are padded to an even length.
    offset = start + declared + (declared % 2);
  }
  throw new AppError('narration_unreadable', 'The WAV file has no samples.');
}

function readSamples(
  view: DataView,
  start: number,
  length: number,
  format: { tag: number; channelCount: number; sampleRate: number; bits: number },
): Sound {
  const bytesPerSample = format.bits / 8;
  const readable =
    (format.tag === FORMAT_PCM && [8, 16, 24, 32].includes(format.bits)) ||
    (format.tag === FORMAT_FLOAT && format.bits === 32);
  if (!readable || format.channelCount < 1 || format.channelCount > 8 || format.sampleRate < 4_000) {
    throw new AppError('narration_unreadable', 'The WAV file has a format that cannot be read.');
  }
  const frames = Math.floor(length / (bytesPerSample * format.channelCount));
  const channels = Array.from({ length: format.channelCount }, () => new Float32Array(frames));
  const readSample = sampleReader(view, format);
  for (let frame = 0; frame < frames; frame++) {
    for (let channel = 0; channel < format.channelCount; channel++) {
      const at = start + (frame * format.channelCount + channel) * bytesPerSample;
      (channels[channel] as Float32Array)[frame] = readSample(at);
    }
  }
  return { sampleRate: format.sampleRate, channels };
}

function sampleReader(view: DataView, format: { tag: number; bits: number }): (at: number) => number {
  if (format.tag === FORMAT_FLOAT) return (at) => view.getFloat32(at, true);
  if (format.bits === 8) return (at) => (view.getUint8(at) - 128) / 128;
  if (format.bits === 16) return (at) => view.getInt16(at, true) / 32768;
  if (format.bits === 24) return (at) => (view.getInt16(at + 1, true) * 256 + view.getUint8(at)) / 8388608;
  return (at) => view.getInt32(at, true) / 2147483648;
}

function readTag(bytes: Uint8Array, offset: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + 4));
}
