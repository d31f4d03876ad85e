import { parseReadingSettings, READING_COOKIE, type ReadingSettings } from './reading-settings';

/** What a page's server knows before the first view, so that nothing flashes or jumps. */
export type BookOpening = {
  settings: ReadingSettings;
  /** Counted from 1, as the address has it; null where it names none. */
  page: number | null;
  /** The browser asks for few bytes (the `Save-Data` header). */
  savesData: boolean;
};

/** From a request's cookies, headers and `?page=`; for the page of a story and of a shared one. Pure. */
export function readBookOpening(request: {
  cookies: { get: (name: string) => { value: string } | undefined };
  headers: { get: (name: string) => string | null };
  page: string | string[] | undefined;
}): BookOpening {
  const page = Number(request.page);
  return {
    settings: parseReadingSettings(request.cookies.get(READING_COOKIE)?.value),
    page: Number.isInteger(page) && page >= 1 ? page : null,
    savesData: request.headers.get('save-data')?.toLowerCase() === 'on',
  };
}
