import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LaunchError } from './plan.ts';

const SOURCES = [
  '{app,components,lib,inngest,public}/**/*.*',
  '{package-lock.json,next.config.ts,tsconfig.json,postcss.config.mjs,proxy.ts}',
];

/** A digest of everything that goes into the build, so that a pulled change rebuilds and a plain restart does not. */
async function digestSources(root: string): Promise<string> {
  const files: string[] = [];
  for (const pattern of SOURCES) {
    for await (const entry of glob(pattern, { cwd: root, withFileTypes: true })) {
      // A folder can have a dot in its name too: `[...path]`.
      if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) {
        files.push(path.relative(root, path.join(entry.parentPath, entry.name)));
      }
    }
  }
  const hash = createHash('sha256').update(process.version);
  for (const file of files.sort()) hash.update(file).update(await readFile(path.join(root, file)));
  return hash.digest('hex');
}

/** Builds the application unless this very source was built before. */
export async function ensureBuilt(root: string, log: (line: string) => void): Promise<void> {
  const stampFile = path.join(root, '.next', 'storyloom-build.txt');
  const digest = await digestSources(root);
  if (existsSync(path.join(root, '.next', 'BUILD_ID'))) {
    const built = existsSync(stampFile) ? await readFile(stampFile, 'utf8') : '';
    if (built === digest) return;
  }
  log('building the application (only after a change) …');
  const startedAt = Date.now();
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Next's page table is noise at a start, but it is all there is to go by when a build fails.
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) {
    process.stderr.write(Buffer.concat(output));
    throw new LaunchError('The application could not be built. The reason is above.');
  }
  await mkdir(path.dirname(stampFile), { recursive: true });
  await writeFile(stampFile, digest);
  log(`built in ${((Date.now() - startedAt) / 1000).toFixed(0)} s`);
}
