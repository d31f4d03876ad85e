import { readdirSync, readFileSync, statSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isAppError } from '../errors.ts';
import { closeWorkerPool } from '../worker-pool.ts';
import { type ClipStore, createDirectoryClipStore } from './clip-store.ts';
import { runFfmpeg } from './ffmpeg.ts';
import { getFfmpegBinaries } from './ffmpeg-binaries.ts';
import { createSampleFilm } from './fixtures/sample-film.ts';
import { type FilmInput, renderFilmInFormat } from './render-film.ts';

/** What goes wrong on real machines: broken files, full disks, dying encoders, people who change their mind. */
const SMALL = { width: 320, height: 180, fps: 25 };
const FORGETFUL: ClipStore = { get: async () => null, put: async () => undefined };

let directory = '';
let sample: FilmInput;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'film-faults-test-'));
  sample = await createSampleFilm(path.join(directory, 'source'), {
    texts: ['A mouse woke up.', 'She went home.'],
    msPerWord: 250,
    musicMs: 12_000,
  });
});
afterAll(async () => {
  await closeWorkerPool();
  await rm(directory, { recursive: true, force: true });
});

let workDirs = 0;
async function makeWorkDir(): Promise<string> {
  workDirs += 1;
  const workDir = path.join(directory, `work-${workDirs}`);
  await mkdir(workDir);
  return workDir;
}

async function failureOf(work: Promise<unknown>): Promise<{ code: string; message: string; cause: string }> {
  try {
    await work;
  } catch (error) {
    if (isAppError(error)) return { code: error.code, message: error.message, cause: String(error.cause) };
    throw error;
  }
  throw new Error('it was expected to fail');
}

async function renderWith(
  change: (scene: FilmInput['scenes'][number]) => Partial<FilmInput['scenes'][number]>,
) {
  const scenes = sample.scenes.map((scene, index) => (index === 1 ? { ...scene, ...change(scene) } : scene));
  const work = renderFilmInFormat({ ...sample, scenes }, SMALL, {
    workDir: await makeWorkDir(),
    clips: FORGETFUL,
  });
  return work;
}

async function writeSource(name: string, content: Buffer): Promise<string> {
  const file = path.join(directory, name);
  await writeFile(file, content);
  return file;
}

test('a film of nothing is refused', async () => {
  const workDir = await makeWorkDir();
  const work = renderFilmInFormat({ ...sample, scenes: [] }, SMALL, { workDir, clips: FORGETFUL });
  expect(await failureOf(work)).toMatchObject({ code: 'invalid_request' });
});

test.each([
  ['missing', async () => path.join(directory, 'nowhere.png')],
  ['empty', () => writeSource('empty.png', Buffer.alloc(0))],
  ['not a picture', () => writeSource('text.png', Buffer.from('<html>Too many requests</html>'))],
  [
    'cut short',
    async () => {
      const whole = await readFile(sample.scenes[0]?.picturePath ?? '');
      return writeSource('short.png', whole.subarray(0, whole.length / 2));
    },
  ],
])('a picture that is %s fails the film with its code and scene', async (_, makePicture) => {
  const picturePath = await makePicture();
  const failure = await failureOf(renderWith(() => ({ picturePath })));
  expect(failure.code).toBe('picture_unreadable');
  expect(failure.message).toContain('scene 2');
});

test.each([
  ['missing', async () => path.join(directory, 'nowhere.wav')],
  ['empty', () => writeSource('empty.wav', Buffer.alloc(0))],
  ['not sound', () => writeSource('text.wav', Buffer.from('{"error":"quota exceeded"}'))],
  ['a picture', async () => sample.scenes[0]?.picturePath ?? ''],
])('a narration that is %s fails the film with its code and scene', async (_, makeNarration) => {
  const narrationPath = await makeNarration();
  const failure = await failureOf(renderWith(() => ({ narrationPath })));
  expect(failure.code).toBe('narration_unreadable');
  expect(failure.message).toContain('scene 2');
});

test.each(['mp3', 'm4a', 'ogg'])('narration as %s is fine', async (extension) => {
  const { ffmpegPath } = await getFfmpegBinaries();
  const target = path.join(directory, `voice.${extension}`);
  const codec = { mp3: 'libmp3lame', m4a: 'aac', ogg: 'libopus' }[extension] ?? '';
  await runFfmpeg({
    ffmpegPath,
    inputs: [{ source: sample.scenes[1]?.narrationPath ?? '' }],
    outputs: [{ target, options: ['-c:a', codec] }],
  });
  const film = await renderWith(() => ({ narrationPath: target }));
  expect(film.bytes).toBeGreaterThan(10_000);
});

// Writing to /dev/full fails with the operating system's own "no space left", at the first byte or at the last. It is only
// ever opened for writing, or reached through a link of ours: `copyFile` would remove the device itself when it fails.
test
  .runIf(process.platform === 'linux')
  .each([
    'clip-0.mp4',
    'clip-1.mp4',
    'voice.wav',
    'sound.m4a',
    'clips.txt',
    'subtitles.srt',
    'captions.vtt',
    'poster.jpg',
    'film.mp4',
  ])('a disk that is full when %s is written is reported as such', async (name) => {
  const workDir = await makeWorkDir();
  await symlink('/dev/full', path.join(workDir, name));
  const failure = await failureOf(renderFilmInFormat(sample, SMALL, { workDir, clips: FORGETFUL }));
  expect(failure.code).toBe('disk_full');
});

test.runIf(process.platform === 'linux')('a full disk under the clip store is reported as such', async () => {
  const put: ClipStore['put'] = async (_, file) => writeFile('/dev/full', await readFile(file));
  const workDir = await makeWorkDir();
  const work = renderFilmInFormat(sample, SMALL, { workDir, clips: { get: async () => null, put } });
  expect(await failureOf(work)).toMatchObject({ code: 'disk_full' });

  const folder = path.join(directory, 'full-store');
  await mkdir(folder);
  await symlink('/dev/full', path.join(folder, `abc.mp4.${process.pid}.part`));
  const store = createDirectoryClipStore(folder);
  const kept = store.put('abc', sample.scenes[0]?.picturePath ?? '');
  expect(await failureOf(kept)).toMatchObject({ code: 'disk_full' });
  expect(await store.get('abc')).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  expect(statSync('/dev/full').isCharacterDevice(), 'the device is still there').toBe(true);
});

/** Command lines of living processes that mention a directory; a zombie has none. */
function listProcessesIn(workDir: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        // It ended while we looked.
        return '';
      }
    })
    .filter((line) => line.includes(workDir));
}

test.runIf(process.platform === 'linux')(
  'an abort ends everything at once, and leaves no process behind',
  async () => {
    const workDir = await makeWorkDir();
    const abort = new AbortController();
    const large = { width: 1920, height: 1080, fps: 30 };
    let abortedAt = 0;
    const work = renderFilmInFormat(sample, large, {
      workDir,
      clips: FORGETFUL,
      signal: abort.signal,
      onProgress(fraction) {
        if (fraction < 0.05 || abort.signal.aborted) return;
        expect(listProcessesIn(workDir).length).toBeGreaterThan(0);
        abortedAt = performance.now();
        abort.abort(new Error('changed my mind'));
      },
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(performance.now() - abortedAt).toBeLessThan(1_500);
    expect(listProcessesIn(workDir)).toEqual([]);
    // The threads are free again.
    const film = await renderFilmInFormat(sample, SMALL, { workDir: await makeWorkDir(), clips: FORGETFUL });
    expect(film.bytes).toBeGreaterThan(10_000);
  },
);

test('a signal that has already fired stops the film before it starts', async () => {
  const workDir = await makeWorkDir();
  const signal = AbortSignal.abort(new Error('too late'));
  await expect(renderFilmInFormat(sample, SMALL, { workDir, clips: FORGETFUL, signal })).rejects.toThrow(
    'too late',
  );
  expect(readdirSync(workDir)).toEqual([]);
});

test.runIf(process.platform !== 'win32')(
  'an encoder that crashes fails the film with what it last said',
  async () => {
    const { ffmpegPath } = await getFfmpegBinaries();
    const crashing = path.join(directory, 'crashing-ffmpeg');
    await writeFile(
      crashing,
      `#!/bin/sh\ncase "$*" in *rawvideo*) echo "the encoder tripped over a cable" >&2; kill -SEGV $$;; esac\nexec "${ffmpegPath}" "$@"\n`,
    );
    await chmod(crashing, 0o755);
    vi.resetModules();
    vi.stubEnv('FFMPEG_PATH', crashing);
    try {
      const fresh = await import('./render-film.ts');
      const pool = await import('../worker-pool.ts');
      const workDir = await makeWorkDir();
      const work = fresh.renderFilmInFormat(sample, SMALL, { workDir, clips: FORGETFUL });
      const failure = await work.then(
        () => null,
        (error: unknown) => error as { code: string; cause: unknown },
      );
      expect(failure?.code).toBe('render_failed');
      expect(String(failure?.cause)).toContain('the encoder tripped over a cable');
      await pool.closeWorkerPool();
    } finally {
      vi.unstubAllEnvs();
    }
  },
);
