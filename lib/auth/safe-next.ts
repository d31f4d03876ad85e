/**
 * Where to go after a link from a mail. Only a path of ours: `//host`, `/\host`, other schemes and control characters,
 * which browsers read as another site, lead to the fallback.
 */
export function safeNext(next: string | undefined, fallback: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them, so "/\t/evil" would become "//evil".
  if (!next?.startsWith('/') || /[\\\x00-\x1f\x7f]/.test(next)) {
    return fallback;
  }
  const base = 'http://own.invalid';
  const url = URL.canParse(next, base) ? new URL(next, base) : null;
  return url && url.origin === base && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : fallback;
}
