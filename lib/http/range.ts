/** Both ends count, as in the header. */
export type ByteRange = { start: number; end: number };

/**
 * Reads a Range header (RFC 9110, section 14). Null means "send it all": no header, another unit, several ranges, or a
 * header that is not well formed, which a server may ignore.
 */
export function parseRange(header: string | null, totalBytes: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes\s*=\s*(\d*)\s*-\s*(\d*)$/i.exec(header?.trim() ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (!match || (first === '' && last === '')) {
    return null;
  }
  if (first === '') {
    // The last N bytes.
    const length = Math.min(Number(last), totalBytes);
    return length === 0 ? 'unsatisfiable' : { start: totalBytes - length, end: totalBytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? totalBytes - 1 : Math.min(Number(last), totalBytes - 1);
  if (last !== '' && Number(last) < start) {
    return null;
  }
  return start >= totalBytes ? 'unsatisfiable' : { start, end };
}
