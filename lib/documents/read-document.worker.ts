import { parentPort, workerData } from 'node:worker_threads';
import { AppError, toAppError } from '../errors.ts';
import { packWorkerError } from '../worker-error.ts';
import { decodeHtml, decodeText } from './decode-text.ts';
import { type DocumentFile, MAX_DOCUMENT_LETTERS, type ReadDocument } from './document.ts';
import { recogniseDocument } from './recognise-document.ts';
import type { IsolatedAnswer } from './run-isolated.ts';
import { tidyText, tidyTitle } from './tidy-text.ts';

/** A library is loaded only for the kind it reads: a text file needs none of them. */
async function readWords(file: DocumentFile): Promise<ReadDocument> {
  const { kind, archive } = await recogniseDocument(file);
  const words = await (async () => {
    if (kind === 'pdf') return (await import('./read-pdf.ts')).readPdf(file.bytes);
    if (kind === 'docx' && archive) return (await import('./read-docx.ts')).readDocx(archive);
    if (kind === 'epub' && archive) return (await import('./read-epub.ts')).readEpub(archive);
    if (kind === 'html') {
      return (await import('./read-html.ts')).readHtml(decodeHtml(file.bytes, file.declaredType));
    }
    const text = decodeText(file.bytes, file.declaredType);
    if (kind === 'markdown') return (await import('./read-markdown.ts')).readMarkdown(text);
    return { text };
  })();
  const text = tidyText(words.text);
  if (text.length > MAX_DOCUMENT_LETTERS)
    throw new AppError('document_unreadable', 'There is more text in the document than can be read here.');
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const why = kind === 'pdf' ? ' Scanned pages are pictures; a version with real text can be read.' : '';
    throw new AppError('document_unreadable', `There is no text in the document.${why}`);
  }
  const title = tidyTitle('title' in words ? words.title : undefined);
  return { ...(title && { title }), text, kind };
}

async function answer(): Promise<IsolatedAnswer<ReadDocument>> {
  try {
    return { result: await readWords(workerData as DocumentFile) };
  } catch (error) {
    // Whatever a library stumbles over was in the file: it is the file that cannot be read.
    const known = toAppError(error, 'document_unreadable', 'The document is damaged and cannot be read.');
    return { error: packWorkerError(known) };
  }
}

parentPort?.postMessage(await answer());
