import sharp from 'sharp';

const SAMPLE_RATE = 24_000;
const SECONDS_PER_WORD = 0.34;
const pictures = new Map<string, Promise<Uint8Array>>();

/** A PNG of this size, the same each time: one hero in one palette on every page. */
export function paintPicture(size: string): Promise<Uint8Array> {
  const known = pictures.get(size);
  if (known) return known;
  const [width = 1024, height = 1024] = size.split('x').map(Number);
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 150 100" preserveAspectRatio="xMidYMid slice">
    <rect width="150" height="100" fill="#2b5fa8"/><rect y="66" width="150" height="34" fill="#3a6b3f"/>
    <circle cx="118" cy="24" r="11" fill="#fff4e6"/><ellipse cx="70" cy="66" rx="26" ry="17" fill="#c86432"/>
    <circle cx="47" cy="52" r="12" fill="#c86432"/><path d="M38 45 40 31 48 42zM48 42 56 31 57 46z" fill="#3a2a20"/></svg>`;
  const painted = sharp(Buffer.from(drawing)).png().toBuffer();
  pictures.set(size, painted);
  return painted;
}

/** A WAV as long as a calm voice needs for these words: mono, 16 bit, a tone that rises and falls with each word. */
export function speakTone(text: string): Uint8Array {
  const words = text.split(/\s+/).filter(Boolean).length;
  const samples = Math.round(words * SECONDS_PER_WORD * SAMPLE_RATE);
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(SAMPLE_RATE, 24);
  wav.writeUInt32LE(SAMPLE_RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index += 1) {
    const seconds = index / SAMPLE_RATE;
    const loudness = Math.abs(Math.sin((Math.PI * seconds) / SECONDS_PER_WORD));
    wav.writeInt16LE(Math.round(9_000 * loudness * Math.sin(2 * Math.PI * 180 * seconds)), 44 + index * 2);
  }
  return wav;
}
