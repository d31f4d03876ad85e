/** What may be Base64: nobody writes words of this length. */
const CODED = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{16,4000}={0,2}(?![A-Za-z0-9+/=])/g;
const MOST_PIECES = 5;

/** What stands in a text as Base64, when it is words. */
export function readCoded(text: string): string[] {
  const pieces = text.match(CODED) ?? [];
  return pieces.slice(0, MOST_PIECES).flatMap((piece) => {
    if (/^(?:[a-z]+|[A-Z]+|\d+)$/.test(piece)) return [];
    const words = Buffer.from(piece, 'base64').toString('latin1');
    return /^[\x20-\x7e\n]{8,}$/.test(words) && / /.test(words) ? [words] : [];
  });
}
