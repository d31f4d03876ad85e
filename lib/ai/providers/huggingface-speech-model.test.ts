import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { generateSpeech } from 'ai';
import { describe, expect, test } from 'vitest';
import { speakTone } from '../../../tests/providers/compose-media.ts';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import { hubBytes, hubLoading } from '../../../tests/providers/huggingface-wire.ts';
import {
  HUGGINGFACE_TOKEN,
  standInForHuggingFace,
} from '../../../tests/providers/stand-in-for-huggingface.ts';
import { durationMsOf, readWav } from '../../audio/wav.ts';
import { getFfmpegBinaries } from '../../film/ffmpeg-binaries.ts';
import { findUsage } from '../../ledger/judge-failure.ts';
import { callProvider } from '../call-provider.ts';
import { huggingfaceProvider } from './huggingface.ts';
import { splitForBark } from './huggingface-speech-model.ts';

/** Hugging Face over real HTTP, through its own package: speech. */
const server = standInForHuggingFace({ asked: () => speak() });

const VOICE = 'facebook/mms-tts-eng';

const MODELS = 'POST /hf-inference/models/{owner}/{name}';

function speak(abortSignal?: AbortSignal, modelId = VOICE, text = 'The owl sat still.') {
  return generateSpeech({
    model: need(huggingfaceProvider.createSpeechModel?.(modelId)),
    text,
    outputFormat: 'wav',
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

describe('speech', () => {
  test('a WAV stays as it is, and characters are reported', async () => {
    const model = need(huggingfaceProvider.createSpeechModel?.(VOICE));
    const { audio, usage } = await model.doGenerate({ text: 'The owl sat still.' });
    expect(Buffer.from(audio as Uint8Array).equals(Buffer.from(speakTone('The owl sat still.')))).toBe(true);
    expect(usage).toEqual({ characters: 18, requests: 1 });
    expect(server().requests[0]?.body).toEqual({ inputs: 'The owl sat still.' });
  });

  test.each([
    ['flac', 'audio/flac', ['-c:a', 'flac']],
    ['mp3', 'audio/mpeg', ['-c:a', 'libmp3lame']],
    ['ogg', 'audio/ogg', ['-c:a', 'libvorbis']],
    ['mp4', 'audio/mp4', ['-c:a', 'aac']],
  ])('%s becomes a WAV of the same length', async (extension, mediaType, options) => {
    const wav = speakTone('One two three four five six.');
    const bytes = await encode(wav, extension, options);
    server().answer(hubBytes(bytes, mediaType), MODELS);
    const sound = readWav((await speak()).audio.uint8Array);
    expect(sound.sampleRate).toBe(24_000);
    expect(Math.abs(durationMsOf(sound) - durationMsOf(readWav(wav)))).toBeLessThan(120);
    expect(Math.max(...(sound.channels[0] ?? []))).toBeGreaterThan(0.2);
  });

  test('Bark gets a page in pieces it can finish, and they come back as one sound', async () => {
    const text = Array.from(
      { length: 8 },
      (_, n) => `Nova took ${n} steps into the dark wood and stopped.`,
    ).join(' ');
    const result = await speak(undefined, 'suno/bark-small', text);
    const asked = server()
      .requests.filter(({ method }) => method === 'POST')
      .map(({ body }) => String(body.inputs));
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.every((piece) => piece.length <= 180)).toBe(true);
    expect(asked.join(' ')).toBe(text);
    const parts = asked.map((piece) => durationMsOf(readWav(speakTone(piece))));
    const whole = parts.reduce((sum, ms) => sum + ms, 0) + 250 * (parts.length - 1);
    expect(Math.abs(durationMsOf(readWav(result.audio.uint8Array)) - whole)).toBeLessThan(2);
  });

  test('of a page whose last piece fails, the pieces before it are on the bill', async () => {
    const sentence = 'Nova took one careful step into the dark wood and stopped to hear the owl call again.';
    const text = Array.from({ length: 4 }, () => sentence).join(' ');
    const piece = hubBytes(speakTone(sentence), 'audio/wav');
    server().answer(piece, MODELS);
    server().answer({ status: 500, body: '{"error":"boom"}' }, MODELS);
    const failure = await callProvider(undefined, () => speak(undefined, 'suno/bark-small', text)).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 'provider_failed' });
    expect(findUsage(failure)).toEqual({ characters: 2 * sentence.length + 1 });
    // The first piece is refused: nothing was spoken, nothing is billed.
    server().answer({ status: 500, body: '{"error":"boom"}' }, MODELS);
    const first = await callProvider(undefined, () => speak(undefined, 'suno/bark-small', text)).catch(
      (error: unknown) => error,
    );
    expect(findUsage(first)).toBeUndefined();
  });

  test('a single sentence that is too long stays whole, and no words are still one request', () => {
    const long = `${'Very '.repeat(60)}long.`;
    expect(splitForBark(`Short. ${long} Short.`)).toEqual(['Short.', long, 'Short.']);
    expect(splitForBark('…')).toEqual(['…']);
  });

  test('sound that cannot be read is told apart from a service that failed', async () => {
    server().answer(hubBytes(new Uint8Array(500).fill(7), 'audio/flac'), MODELS);
    await expect(callProvider(undefined, () => speak())).rejects.toMatchObject({
      code: 'narration_unreadable',
    });
  });

  expectFailures('speech', {
    server,
    call: (signal) => speak(signal),
    key: HUGGINGFACE_TOKEN,
    failures: [
      {
        name: 'a model that is being loaded',
        answer: hubLoading(31),
        code: 'provider_failed',
        retryAfterSeconds: 31,
      },
      { name: 'an answer without sound', answer: { body: '{"audio":null}' }, code: 'provider_bad_output' },
    ],
  });
});

async function encode(wav: Uint8Array, extension: string, options: string[]): Promise<Buffer> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'storyloom-test-'));
  try {
    const [source, target] = [path.join(directory, 'in.wav'), path.join(directory, `out.${extension}`)];
    await writeFile(source, wav);
    const { ffmpegPath } = await getFfmpegBinaries();
    await promisify(execFile)(ffmpegPath, ['-loglevel', 'error', '-i', source, ...options, target]);
    return await readFile(target);
  } finally {
    await rm(directory, { recursive: true });
  }
}

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Hugging Face has no such model.');
  return value;
}
