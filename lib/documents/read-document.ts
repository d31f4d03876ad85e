import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../errors.ts';
import { type DocumentFile, MAX_DOCUMENT_BYTES, type ReadDocument } from './document.ts';
import { runIsolated } from './run-isolated.ts';

const LIMITS = { heapMb: 256, memoryMb: 384, timeoutMs: 30_000 };
/** Threads that read at the same time in one process; a third document waits for its turn. */
const MOST_AT_ONCE = 2;

let reading = 0;
const waiting: (() => void)[] = [];

/**
 * The words of a .txt, .md, .html, .docx, .pdf or .epub file, with its title if it has one. What the file is is seen in its
 * bytes; its name and declared type only tell Markdown and fragments of HTML from plain text. What it says is data: nothing in
 * it is run, fetched or followed.
 *
 * @throws AppError `document_unreadable` (unknown, damaged, locked, without text, or made to be unreadable) with a sentence for people
 */
export async function readDocument(
  file: Omit<DocumentFile, 'bytes'> & ({ bytes: Uint8Array } | { path: string }),
  options: { signal?: AbortSignal; timeoutMs?: number } = {},
): Promise<ReadDocument> {
  const bytes = 'bytes' in file ? file.bytes : await readWhole(file.path);
  if (bytes.byteLength > MAX_DOCUMENT_BYTES) throw tooLarge();
  if (bytes.byteLength === 0) throw new AppError('document_unreadable', 'The document is empty.');
  await takeTurn();
  try {
    const input: DocumentFile = { bytes, name: file.name, declaredType: file.declaredType };
    return await runIsolated<DocumentFile, ReadDocument>('lib/documents/read-document.worker.ts', input, {
      ...LIMITS,
      timeoutMs: options.timeoutMs ?? LIMITS.timeoutMs,
      signal: options.signal,
    });
  } finally {
    giveTurn();
  }
}

async function readWhole(path: string): Promise<Uint8Array> {
  if ((await stat(path)).size > MAX_DOCUMENT_BYTES) throw tooLarge();
  return readFile(path);
}

/** A turn is handed on, not given back and taken: whoever comes in between cannot make one too many. */
async function takeTurn(): Promise<void> {
  if (reading < MOST_AT_ONCE) reading += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
}

function giveTurn(): void {
  const next = waiting.shift();
  if (next) next();
  else reading -= 1;
}

function tooLarge(): AppError {
  return new AppError('document_unreadable', 'A document has at most 50 MB.');
}
