import { generateSpeech, transcribe } from 'ai';
import { describe, expect, test } from 'vitest';
import { speakTone } from '../../../tests/providers/compose-media.ts';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import {
  openaiError,
  openaiRateLimit,
  openaiSpeech,
  openaiTranscript,
} from '../../../tests/providers/openai-wire.ts';
import { need, serverForTests } from '../../../tests/providers/server-for-tests.ts';
import { openaiProvider } from './openai.ts';

const KEY = 'sk-test-not-a-secret-4711';
const server = serverForTests((origin) => ({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${origin}/v1` }));

function speak(abortSignal?: AbortSignal) {
  return generateSpeech({
    model: need(openaiProvider.createSpeechModel?.('gpt-4o-mini-tts')),
    text: 'The owl sat still.',
    voice: 'ash',
    instructions: 'Calm.',
    outputFormat: 'wav',
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

function listen(abortSignal?: AbortSignal, modelId = 'gpt-4o-mini-transcribe') {
  return transcribe({
    model: need(openaiProvider.createTranscriptionModel?.(modelId)),
    audio: speakTone('Good night.'),
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

describe('speech', () => {
  test('a page is read as a WAV, in the manner asked for', async () => {
    const wav = speakTone('The owl sat still.');
    server().answer(openaiSpeech(wav));
    const { audio } = await speak();
    expect(Buffer.from(audio.uint8Array).equals(Buffer.from(wav))).toBe(true);
    expect(server().requests).toMatchObject([
      {
        path: '/v1/audio/speech',
        body: {
          model: 'gpt-4o-mini-tts',
          input: 'The owl sat still.',
          voice: 'ash',
          instructions: 'Calm.',
          response_format: 'wav',
        },
      },
    ]);
  });

  test.each([
    ['tts-1', false],
    ['tts-1-hd-1106', false],
    ['gpt-4o-mini-tts', true],
  ])('%s takes instructions: %s', (modelId, takes) => {
    expect(openaiProvider.speechInstructions?.(modelId) !== undefined).toBe(takes);
  });

  expectFailures('speech', {
    server,
    call: speak,
    key: KEY,
    failures: [
      { name: 'a 429', answer: openaiRateLimit(3), code: 'provider_rate_limited', retryAfterSeconds: 3 },
      { name: 'a 500', answer: openaiError(500, { code: null }), code: 'provider_failed' },
      {
        name: 'a wrong key',
        answer: openaiError(401, { code: 'invalid_api_key' }),
        code: 'provider_rejected',
      },
      { name: 'silence', answer: openaiSpeech(new Uint8Array()), code: 'provider_bad_output' },
    ],
  });
});

describe('transcription', () => {
  test('recorded speech is written down', async () => {
    server().answer(openaiTranscript('Good night.'));
    expect((await listen()).text).toBe('Good night.');
    expect(server().requests).toMatchObject([
      { path: '/v1/audio/transcriptions', body: { model: 'gpt-4o-mini-transcribe' } },
    ]);
    const file = server().requests[0]?.body.file as File;
    expect([file.name, file.size]).toEqual(['audio.wav', speakTone('Good night.').length]);
  });

  test('a model that is paid by the second says how many', async () => {
    server().answer(openaiTranscript('Good night.', 4));
    expect((await listen(undefined, 'whisper-1')).durationInSeconds).toBe(4);
  });

  expectFailures('transcription', {
    server,
    call: listen,
    key: KEY,
    failures: [
      { name: 'a 429', answer: openaiRateLimit(2), code: 'provider_rate_limited', retryAfterSeconds: 2 },
      { name: 'a 500', answer: openaiError(500, { code: null }), code: 'provider_failed' },
      {
        name: 'sound nobody can read',
        answer: openaiError(400, { code: 'invalid_value', message: 'Audio file might be corrupted.' }),
        code: 'provider_rejected',
      },
      { name: 'broken JSON', answer: { body: '{"text":"Go' }, code: 'provider_bad_output' },
    ],
  });
});
