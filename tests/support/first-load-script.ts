import { gzipSync } from 'node:zlib';

/** A script of ours, and its bytes on the way to a browser that takes gzip. */
export type LoadedScript = { path: string; gzipBytes: number };
export type FirstLoad = { scripts: LoadedScript[]; gzipBytes: number };

/**
 * What a page's HTML has a modern browser load before anybody does anything: every script and every script that is fetched
 * ahead. Left out is the one file of polyfills (`noModule`), which no browser of the last years asks for.
 * @param headers who asks, as `cookie`
 */
export async function measureFirstLoad(
  url: string,
  headers: Record<string, string> = {},
): Promise<FirstLoad> {
  const page = await fetch(url, { headers: { ...headers, accept: 'text/html' } });
  if (!page.ok) throw new Error(`${url} answered ${page.status}.`);
  const scripts = await Promise.all(
    findScripts(await page.text()).map(async (path) => {
      const answer = await fetch(new URL(path, url), { headers: { 'accept-encoding': 'identity' } });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}.`);
      // As our server packs it: level 6, zlib's own.
      return { path, gzipBytes: gzipSync(Buffer.from(await answer.arrayBuffer()), { level: 6 }).byteLength };
    }),
  );
  scripts.sort((a, b) => b.gzipBytes - a.gzipBytes);
  return { scripts, gzipBytes: scripts.reduce((sum, { gzipBytes }) => sum + gzipBytes, 0) };
}

/** Paths of the scripts in the HTML, each once, in its order. */
export function findScripts(html: string): string[] {
  const paths = new Set<string>();
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
    const isScript = tag.startsWith('<script') && !/\snomodule\b/i.test(tag);
    const isAhead = /\srel="(?:modulepreload|preload)"/.test(tag) && /\sas="script"|modulepreload/.test(tag);
    const path = /\s(?:src|href)="([^"]+\.js(?:\?[^"]*)?)"/.exec(tag)?.[1];
    if ((isScript || isAhead) && path) paths.add(path.replaceAll('&amp;', '&'));
  }
  return [...paths];
}
