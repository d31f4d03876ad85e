import { cookies, headers } from 'next/headers';
import { type BookOpening, readBookOpening } from '@/components/reader/book-opening';

/** How the book of a page is opened: as this browser's reader likes it, at the page the address names. */
export async function readPageOpening(
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<BookOpening> {
  const [jar, sent, { page }] = await Promise.all([cookies(), headers(), searchParams]);
  return readBookOpening({ cookies: jar, headers: sent, page });
}
