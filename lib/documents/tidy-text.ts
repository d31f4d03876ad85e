const LONGEST_TITLE = 200;

/**
 * Text as the rest of Storyloom likes it: composed letters, one kind of line end and of space, no control or invisible
 * direction marks, at most one empty line in a row.
 */
export function tidyText(text: string): string {
  return (
    text
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?|[\u2028\u2029\u0085\f\v]/g, '\n')
      // Soft hyphens, zero-width characters, direction overrides and tags say nothing aloud, but can hide words from people.
      .replace(/[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]|[\u{e0000}-\u{e007f}]/gu, '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out.
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '')
      .replace(/[\t\u00a0\u2000-\u200a\u202f\u205f\u3000 ]+/g, ' ')
      .replace(/ *\n */g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()
  );
}

/** On one line and not longer than a title; undefined when nothing is left. */
export function tidyTitle(title: string | undefined): string | undefined {
  const line = tidyText(title ?? '').replace(/\s+/g, ' ');
  const short = line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…` : line;
  return short.toWellFormed() || undefined;
}
