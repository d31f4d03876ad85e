/**
 * The `Link` header of a page of a list (RFC 8288): the next page, where there is one, and the first. The next one goes by
 * cursor whatever this one went by; all other parameters stay.
 *
 * @param nextCursor of the list's last row, or null on the last page
 */
export function buildPageLinks(request: Request, nextCursor: string | null): string {
  const { pathname, searchParams } = new URL(request.url);
  const link = (cursor: string | null, relation: string) => {
    const parameters = new URLSearchParams(searchParams);
    parameters.delete('offset');
    parameters.delete('cursor');
    if (cursor) parameters.set('cursor', cursor);
    const query = parameters.toString();
    return `<${pathname}${query ? `?${query}` : ''}>; rel="${relation}"`;
  };
  return [...(nextCursor ? [link(nextCursor, 'next')] : []), link(null, 'first')].join(', ');
}
