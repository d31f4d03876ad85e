import { AppError } from '../errors.ts';
import { type Archive, openArchive } from './archive.ts';
import { decodeText } from './decode-text.ts';
import { type DocumentFile, type DocumentKind, READABLE_FILES } from './document.ts';

/** How files begin that people mistake for readable ones, with what to tell them. */
const KNOWN_OTHERS: readonly [begin: string, what: string][] = [
  [
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    'an old Word file, or one that is locked with a password. Save it as .docx without one',
  ],
  ['{\\rtf', 'an RTF file. Save it as .docx or .txt'],
  ['Rar!\x1a\x07', 'an archive'],
  ['7z\xbc\xaf\x27\x1c', 'an archive'],
  ['\x1f\x8b', 'a packed file'],
  ['BZh91AY&SY', 'a packed file'],
  ['\xfd7zXZ', 'a packed file'],
  ['\x28\xb5\x2f\xfd', 'a packed file'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF87a', 'a picture'],
  ['GIF89a', 'a picture'],
  ['\x7fELF', 'a program'],
  ['MZ\x90', 'a program'],
];
/** A file in it, or the end of an empty one. */
const ARCHIVE_BEGINS = ['PK\x03\x04', 'PK\x05\x06'];
const PDF_HEADER = '%PDF-';
/** Readers look for the header in the first KiB (Annex H of Adobe's PDF reference 1.7). */
const PDF_HEADER_WITHIN = 1_024;
const HTML_BEGIN = /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<(!doctype\s+html|html|head|body)[\s>]/i;

/** What a file is by its bytes, and the opened archive if it is one. */
export async function recogniseDocument(
  file: DocumentFile,
): Promise<{ kind: DocumentKind; archive?: Archive }> {
  const begin = Buffer.from(file.bytes.subarray(0, PDF_HEADER_WITHIN)).toString('latin1');
  if (begin.includes(PDF_HEADER)) return { kind: 'pdf' };
  if (ARCHIVE_BEGINS.some((bytes) => begin.startsWith(bytes)))
    return recogniseArchive(await openArchive(file.bytes));
  const other = KNOWN_OTHERS.find(([bytes]) => begin.startsWith(bytes));
  if (other)
    throw new AppError('document_unreadable', `This is ${other[1]}. Readable are ${READABLE_FILES}.`);
  return { kind: recogniseText(file) };
}

function recogniseArchive(archive: Archive): { kind: DocumentKind; archive: Archive } {
  if (archive.files.has('word/document.xml')) return { kind: 'docx', archive };
  if (archive.files.has('META-INF/container.xml')) return { kind: 'epub', archive };
  throw new AppError(
    'document_unreadable',
    `This is an archive, but neither a Word file nor a book. Readable are ${READABLE_FILES}.`,
  );
}

function recogniseText(file: DocumentFile): DocumentKind {
  const text = decodeText(file.bytes, file.declaredType);
  if (countControls(text) > text.length / 200)
    throw new AppError('document_unreadable', `This is not a text. Readable are ${READABLE_FILES}.`);
  const extension = /\.([a-z0-9]+)$/i.exec(file.name ?? '')?.[1]?.toLowerCase() ?? '';
  const declared = file.declaredType?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (HTML_BEGIN.test(text.slice(0, 4_096))) return 'html';
  if (['html', 'htm', 'xhtml'].includes(extension)) return 'html';
  if (['md', 'markdown', 'mdown'].includes(extension) || declared === 'text/markdown') return 'markdown';
  if (extension === '' && ['text/html', 'application/xhtml+xml'].includes(declared)) return 'html';
  return 'text';
}

function countControls(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is counted.
  return text.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u0084\u0086-\u009f]/g)?.length ?? 0;
}
