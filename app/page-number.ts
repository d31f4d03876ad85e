/** The one-based page from a `?page=` of an address; anything that is not a page number is the first page. */
export function parsePageNumber(value: string | string[] | undefined): number {
  return typeof value === 'string' && /^[1-9]\d{0,4}$/.test(value) ? Number(value) : 1;
}
