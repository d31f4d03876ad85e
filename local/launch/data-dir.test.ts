import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareDataDir } from './data-dir.ts';
import { LaunchError } from './plan.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'storyloom-data-dir-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a data folder is made with its parents, spaces in its name or not, and kept when it is there', async () => {
  const dataDir = path.join(folder, 'my data', 'storyloom');
  await prepareDataDir(dataDir);
  await prepareDataDir(dataDir);
  expect((await stat(dataDir)).isDirectory()).toBe(true);
});

test('a data folder that cannot be is told by name, with the variable to set', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, '');
  for (const dataDir of [file, path.join(file, 'below')]) {
    const refusal = await prepareDataDir(dataDir).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(LaunchError);
    expect((refusal as LaunchError).message).toContain(dataDir);
    expect((refusal as LaunchError).message).toContain('STORYLOOM_DATA_DIR');
  }
});
