import { mkdirSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/**
 * A Chromium that came with `npm ci`, so that no download and no Debian package is needed. Where npm has none for the
 * platform, CHROMIUM_PATH or Playwright's own browser is used.
 */
export async function findChromium(): Promise<string | undefined> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: chromium } = await import('@sparticuz/chromium');
  // It unpacks itself into the temp dir: ours, so that neither another user's nor an older version's is picked up.
  const systemTempDir = process.env.TMPDIR;
  const unpackDir = path.join(ROOT, 'node_modules/.cache/chromium');
  mkdirSync(unpackDir, { recursive: true });
  process.env.TMPDIR = unpackDir;
  try {
    return await chromium.executablePath();
  } finally {
    if (systemTempDir === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = systemTempDir;
  }
}
