import { type FetchPublicWorld, fetchPublic } from '../egress/fetch-public.ts';
import { AppError } from '../errors.ts';
import type { ReadDocument } from './document.ts';
import { readDocument } from './read-document.ts';

const ACCEPT = [
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'application/pdf',
  'application/epub+zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];
const MAX_PAGE_BYTES = 8 * 1024 * 1024;
const TIMEOUT_MS = 15_000;
const REDIRECTS = 4;

/**
 * The main text of a page or document on the internet. Its words are data like an uploaded file's: whoever puts them into a
 * model's prompt quotes them there.
 *
 * @throws AppError `address_not_allowed`, `address_unreachable`, `document_unreadable`
 */
export async function readPage(
  url: string,
  options: { signal?: AbortSignal } = {},
  world: FetchPublicWorld = {},
): Promise<ReadDocument & { url: string }> {
  const answer = await fetchPublic(
    url,
    {
      accept: ACCEPT,
      maxBytes: MAX_PAGE_BYTES,
      timeoutMs: TIMEOUT_MS,
      redirects: REDIRECTS,
      headers: { accept: `${ACCEPT.join(', ')};q=0.9` },
      ...options,
    },
    world,
  );
  if (answer.status !== 200) {
    throw new AppError('address_unreachable', `This address answers with status ${answer.status}.`);
  }
  const document = await readDocument(
    { bytes: answer.body, declaredType: answer.headers['content-type'] },
    options,
  );
  return { ...document, url: answer.finalUrl };
}
