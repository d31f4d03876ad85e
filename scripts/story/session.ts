import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const sessionSchema = z.object({ url: z.string(), accessToken: z.string(), expiresAt: z.number() });
const guestSchema = z.object({ access_token: z.string(), expires_in: z.number() });
const MARGIN_MS = 10 * 60_000;

/** The command line's own guest, kept between calls so that a script of a hundred stories is one guest, not a hundred. */
export async function openGuestSession(
  baseUrl: string,
  call: (path: string, init?: RequestInit) => Promise<Response>,
): Promise<string> {
  const file = path.join(process.env.STORYLOOM_DATA_DIR ?? '.storyloom', 'command-line-session.json');
  const kept = sessionSchema.safeParse(await readJson(file));
  if (kept.success && kept.data.url === baseUrl && kept.data.expiresAt - Date.now() > MARGIN_MS) {
    const answer = await fetch(new URL('/api/auth/me', baseUrl), {
      headers: { authorization: `Bearer ${kept.data.accessToken}` },
    });
    if (answer.ok) return kept.data.accessToken;
  }
  const response = await call('/api/auth/guest', { method: 'POST' });
  const guest = guestSchema.parse(await response.json());
  await mkdir(path.dirname(file), { recursive: true });
  const session = {
    url: baseUrl,
    accessToken: guest.access_token,
    expiresAt: Date.now() + guest.expires_in * 1000,
  };
  await writeFile(file, JSON.stringify(session), { mode: 0o600 });
  return guest.access_token;
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    // No session yet, or one that was cut off while it was written: both mean a new guest.
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
