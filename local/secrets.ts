import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../lib/errors.ts';

const localSecretsSchema = z.object({
  jwtSecret: z.string().min(32),
  publishableKey: z.string().startsWith('sb_publishable_'),
  secretKey: z.string().startsWith('sb_secret_'),
  postgresPassword: z.string().min(16),
  inngestEventKey: z.string().min(16),
  inngestSigningKey: z.string().regex(/^signkey-prod-[0-9a-f]{64}$/),
});

/** Keys of the local services, in the forms the hosted ones use. */
export type LocalSecrets = z.infer<typeof localSecretsSchema>;

/**
 * Makes the data directory. Only its owner may look inside; when that owner is root, others may pass through it (not
 * list it), because Postgres then runs as an unprivileged user and must reach its own folder.
 */
export function ensureDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  chmodSync(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
}

/**
 * The secrets of this installation, made at random at the first call and kept in `<dataDir>/secrets.json` (mode 0600).
 * Several processes may make the first call at once: one of them wins and all get the same answer.
 *
 * @throws AppError `misconfigured` when the file exists but cannot be understood
 */
export function loadLocalSecrets(dataDir: string): LocalSecrets {
  const file = path.join(dataDir, 'secrets.json');
  const existing = readSecrets(file);
  if (existing) return existing;

  ensureDataDir(dataDir);
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${JSON.stringify(createSecrets(), null, 2)}\n`, { mode: 0o600 });
  try {
    // A hard link appears complete or not at all, and fails when somebody else was first.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  const written = readSecrets(file);
  if (!written) throw new AppError('misconfigured', `${file} disappeared while it was being made.`);
  return written;
}

function createSecrets(): LocalSecrets {
  const random = (bytes: number) => randomBytes(bytes).toString('base64url');
  return {
    jwtSecret: random(48),
    publishableKey: `sb_publishable_${random(24)}`,
    secretKey: `sb_secret_${random(24)}`,
    postgresPassword: random(24),
    inngestEventKey: random(32),
    inngestSigningKey: `signkey-prod-${randomBytes(32).toString('hex')}`,
  };
}

function readSecrets(file: string): LocalSecrets | null {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new AppError('misconfigured', `${file} cannot be read.`, { cause: error });
  }
  try {
    return localSecretsSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new AppError(
      'misconfigured',
      `${file} is damaged. Restore it, or delete the whole data directory to start anew.`,
      { cause: error },
    );
  }
}
