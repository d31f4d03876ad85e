/**
 * Whether the client has this version already: If-None-Match by weak comparison (RFC 9110, sections 8.8.3.2 and 13.1.2).
 * @param etag with its quotes
 * @returns null when the request asks no such question
 */
export function matchesEtag(request: Request, etag: string): boolean | null {
  const tags = request.headers.get('if-none-match');
  if (tags === null) return null;
  return tags.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag);
}
