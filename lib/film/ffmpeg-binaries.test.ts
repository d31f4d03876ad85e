import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

let directory = '';
beforeEach(async () => {
  vi.resetModules();
  directory = await mkdtemp(path.join(tmpdir(), 'ffmpeg-binaries-test-'));
  vi.stubEnv('FFMPEG_PATH', '');
  vi.stubEnv('FFPROBE_PATH', '');
  vi.stubEnv('PATH', `${directory}${path.delimiter}/bin${path.delimiter}/usr/bin`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(directory, { recursive: true, force: true });
});

async function install(name: string, versionText: string): Promise<string> {
  const file = path.join(directory, name);
  await writeFile(file, `#!/bin/sh\ncat <<'END'\n${versionText}\nEND\n`);
  await chmod(file, 0o755);
  return file;
}

/** A fresh module, because the choice is made once per process. */
async function choose() {
  const { getFfmpegBinaries } = await import('./ffmpeg-binaries.ts');
  return getFfmpegBinaries();
}

const release = (name: string, libavutil: string, configuration = '--enable-libx264') =>
  `${name} Copyright (c) the FFmpeg developers\nconfiguration: ${configuration}\nlibavutil      ${libavutil}`;

test('takes a system ffmpeg of 4.3 or later', async () => {
  const file = await install('ffmpeg', release('ffmpeg version 4.3.1', '56. 51.100'));
  expect(await choose()).toMatchObject({
    ffmpegPath: file,
    version: expect.stringContaining('ffmpeg version 4.3.1'),
  });
});

test.each([
  ['older', release('ffmpeg version 4.2.7', '56. 31.100')],
  ['without x264', release('ffmpeg version 7.1', '59. 39.100', '--disable-gpl')],
  ['broken', 'Segmentation fault'],
])('passes by a system ffmpeg that is %s and takes the bundled one', async (_, versionText) => {
  const file = await install('ffmpeg', versionText);
  const { ffmpegPath, version } = await choose();
  expect(ffmpegPath).not.toBe(file);
  expect(ffmpegPath).toContain('node_modules');
  expect(version).toMatch(/^ffmpeg version/u);
});

test('FFMPEG_PATH comes before everything', async () => {
  await install('ffmpeg', release('ffmpeg version 7.1', '59. 39.100'));
  const mine = await install('my-ffmpeg', release('ffmpeg version mine', '56. 0.100'));
  vi.stubEnv('FFMPEG_PATH', mine);
  expect((await choose()).ffmpegPath).toBe(mine);
});

test('an FFMPEG_PATH that does not run is a mistake to be told, not passed by', async () => {
  vi.stubEnv('FFMPEG_PATH', path.join(directory, 'nothing-here'));
  await expect(choose()).rejects.toMatchObject({ code: 'misconfigured' });
});
