import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const MAX_LISTED = 100;

const storedMailSchema = z.object({
  id: z.string(),
  sentAt: z.string(),
  to: z.string(),
  subject: z.string(),
  html: z.string(),
  /** Absolute URLs in the order they appear. */
  links: z.array(z.string()),
});

/** A mail that would have been sent. */
export type StoredMail = z.infer<typeof storedMailSchema>;

export type Mailbox = {
  deliver(mail: { to: string; subject: string; html?: string; text?: string }): Promise<void>;
  /** Newest first, at most 100. */
  listMails(): Promise<StoredMail[]>;
  /** Deletes every mail to an address. */
  forget(address: string): Promise<void>;
};

/** Keeps every mail as one JSON file in a directory, named so that the newest sorts last. */
export function openMailbox(directory: string): Mailbox {
  const listNames = async () =>
    (await listDirectory(directory)).filter((name) => name.endsWith('.json')).sort();
  /** Nothing when it was deleted meanwhile. */
  const read = async (name: string): Promise<StoredMail[]> => {
    try {
      return [storedMailSchema.parse(JSON.parse(await readFile(path.join(directory, name), 'utf8')))];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  };
  return {
    async deliver(mail) {
      await mkdir(directory, { recursive: true, mode: 0o700 });
      const sentAt = new Date().toISOString();
      const id = `${sentAt.replaceAll(':', '-')}-${randomUUID().slice(0, 8)}`;
      const html = mail.html ?? mail.text ?? '';
      const stored: StoredMail = {
        id,
        sentAt,
        to: mail.to,
        subject: mail.subject,
        html,
        links: findLinks(html),
      };
      const draft = path.join(directory, `.${id}`);
      await writeFile(draft, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600 });
      await rename(draft, path.join(directory, `${id}.json`));
    },
    async listMails() {
      const newest = (await listNames()).reverse().slice(0, MAX_LISTED);
      return (await Promise.all(newest.map(read))).flat();
    },
    async forget(address) {
      for (const name of await listNames()) {
        const [mail] = await read(name);
        if (mail?.to.toLowerCase() !== address.toLowerCase()) continue;
        await rm(path.join(directory, name), { force: true });
      }
    },
  };
}

/** The targets of the links in a mail, unescaped. */
function findLinks(html: string): string[] {
  return [...html.matchAll(/href="([^"]+)"/g)].map(([, target = '']) => target.replaceAll('&amp;', '&'));
}

async function listDirectory(directory: string): Promise<string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    // No mail yet.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
