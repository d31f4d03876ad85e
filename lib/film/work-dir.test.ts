import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { removeStaleWorkDirs, withWorkDir } from './work-dir.ts';

let parent = '';
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'work-dir-test-'));
  vi.stubEnv('STORYLOOM_TMP_DIR', path.join(parent, 'work'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(parent, { recursive: true, force: true });
});

const listLeft = () => readdir(path.join(parent, 'work'));

test('gives a directory that is gone afterwards, with all that was in it', async () => {
  const result = await withWorkDir('film', async (directory) => {
    expect(directory.startsWith(path.join(parent, 'work', 'storyloom-film-'))).toBe(true);
    await mkdir(path.join(directory, 'deep'));
    await writeFile(path.join(directory, 'deep', 'file'), 'x');
    return 42;
  });
  expect(result).toBe(42);
  expect(await listLeft()).toEqual([]);
});

test('is removed when the work throws, and the error is the one thrown', async () => {
  const work = withWorkDir('film', async (directory) => {
    await writeFile(path.join(directory, 'file'), 'x');
    throw new Error('on purpose');
  });
  await expect(work).rejects.toThrow('on purpose');
  expect(await listLeft()).toEqual([]);
});

test('what a killed process left is removed; what living ones use stays', async () => {
  const sleeper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)']);
  const dead = spawn(process.execPath, ['-e', '']);
  await once(dead, 'exit');
  const work = path.join(parent, 'work');
  const names = {
    dead: `storyloom-film-${dead.pid}-abc123`,
    living: `storyloom-film-${sleeper.pid}-abc123`,
    formerLife: `storyloom-film-${process.pid}-abc123`,
    foreign: 'somebody-elses-1-abc123',
  };
  for (const name of Object.values(names)) await mkdir(path.join(work, name), { recursive: true });
  try {
    await withWorkDir('film', async (directory) => {
      expect(await removeStaleWorkDirs()).toBe(2);
      expect(existsSync(directory)).toBe(true);
    });
    expect((await listLeft()).sort()).toEqual([names.foreign, names.living].sort());
  } finally {
    sleeper.kill();
    await once(sleeper, 'exit');
  }
});

test('a parent directory that does not exist yet has nothing stale', async () => {
  expect(await removeStaleWorkDirs()).toBe(0);
});
