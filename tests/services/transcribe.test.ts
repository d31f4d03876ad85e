import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeWav } from '../../lib/audio/wav.ts';
import { problemSchema } from '../../lib/story/views.ts';
import { type OpenAIServer, startOpenAIServer } from '../providers/openai-server.ts';
import { type Client, createGuest } from '../support/client.ts';
import { type RunningApp, startApp } from '../support/start-app.ts';

/** A whole Storyloom with a model that writes down speech, over real HTTP and with the real SDK. */
let provider: OpenAIServer;
let app: RunningApp;
let client: Client;

/** Half a second of a 440 Hz tone. */
const TONE = writeWav({
  sampleRate: 16_000,
  channels: [
    Float32Array.from({ length: 8_000 }, (_, index) => 0.3 * Math.sin((index * 440 * Math.PI) / 8_000)),
  ],
});

beforeAll(async () => {
  provider = await startOpenAIServer();
  app = await startApp({
    OPENAI_API_KEY: 'sk-test-not-a-secret-4711',
    OPENAI_BASE_URL: provider.baseUrl,
    TRANSCRIPTION_MODEL: 'openai/whisper-1',
  });
  client = await createGuest(app.url);
});
afterAll(async () => {
  await app.stop();
  await provider.close();
});

function sendForm(sound: Uint8Array<ArrayBuffer>, field = 'audio') {
  const body = new FormData();
  body.set(field, new Blob([sound], { type: 'audio/webm' }), 'speech');
  return client.request('/api/transcribe', { method: 'POST', body });
}
const sendRaw = (sound: Uint8Array<ArrayBuffer>, mediaType = 'audio/wav') =>
  client.request('/api/transcribe', { method: 'POST', headers: { 'content-type': mediaType }, body: sound });
const answer = (body: object) => provider.answer({ body: JSON.stringify(body) });
const codeOf = async (response: Response) => problemSchema.parse(await response.json()).code;

describe('POST /api/transcribe', () => {
  test('writes down a recording sent as a form or as the body, whatever the sender calls it', async () => {
    for (const send of [sendForm, sendRaw]) {
      provider.requests.length = 0;
      answer({ text: ' A fox named Rusty. ', language: 'english', duration: 0.5 });
      const response = await send(TONE);
      expect(response.status).toBe(200);
      expect(await response.json()).toEqual({
        text: 'A fox named Rusty.',
        language: 'en',
        duration_seconds: 0.5,
      });
      expect(provider.requests.map(({ path }) => path)).toEqual(['/v1/audio/transcriptions']);
      const file = provider.requests[0]?.body.file as Blob;
      expect(file.type).toBe('audio/wav');
      expect(Buffer.from(await file.arrayBuffer()).equals(TONE)).toBe(true);
    }
  });

  test('answers no words for silence', async () => {
    answer({ text: '' });
    const response = await sendRaw(TONE);
    expect([response.status, await response.json()]).toEqual([200, { text: '' }]);
  });

  test('lets no forbidden word through, and says when the service fails', async () => {
    answer({ text: 'Then he murdered them all with a machine gun and there was blood everywhere.' });
    const refused = await sendRaw(TONE);
    expect([refused.status, await codeOf(refused)]).toEqual([422, 'guardrail_violation']);
    provider.answer({ status: 503, body: '{"error":{"message":"down"}}' });
    const failed = await sendRaw(TONE);
    expect([failed.status, await codeOf(failed)]).toEqual([502, 'provider_failed']);
  });

  test('asks nobody about what is too large, no sound, or missing', async () => {
    provider.requests.length = 0;
    const text = new TextEncoder().encode('Once upon a time');
    const large = new Uint8Array(25 * 1024 * 1024 + 1);
    large.set(TONE);
    const answers = [
      await sendForm(text),
      await sendRaw(text, 'audio/wav'),
      await sendRaw(text, 'text/plain'),
      await sendForm(large),
      await sendRaw(large),
      await sendForm(TONE, 'file'),
      await sendRaw(new Uint8Array(0)),
      await sendRaw(TONE, 'multipart/form-data; boundary=x'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([415, 415, 415, 413, 413, 400, 400, 400]);
    expect(provider.requests).toEqual([]);
  });
});
