import { createOpenAI } from '@ai-sdk/openai';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenAIServer, readFixture, startOpenAIServer } from '../../tests/providers/openai-server.ts';
import { measureLoudness } from '../audio/loudness.ts';
import { readWav, writeWav } from '../audio/wav.ts';
import { readAloud } from '../builtin/narrator/read-aloud.ts';
import { splitWords } from '../builtin/narrator/spoken-text.ts';
import { closeWorkerPool } from '../worker-pool.ts';
import { getCandidate } from './models.ts';
import { buildReadingManner } from './reading-manner.ts';
import { generateNarration } from './speak.ts';

const TEXT = 'The owl sat still. Nobody moved, and then the bell rang.';

let server: OpenAIServer;
beforeAll(async () => {
  server = await startOpenAIServer();
});
afterAll(async () => {
  await server.close();
  await closeWorkerPool();
});

function speak(modelId = 'gpt-4o-mini-tts') {
  const model = createOpenAI({ apiKey: 'sk-test', baseURL: server.baseUrl }).speech(modelId);
  return generateNarration({ model, text: TEXT, voice: 'oliver' });
}

/** A quiet stereo reading at 24 kHz whose header does not know its length, as the speech service streams it. */
async function recordSpeech(): Promise<Uint8Array> {
  const read = await readAloud(TEXT, { voice: 'awb', stretch: 1.1, restFactor: 1 });
  if (!read) throw new Error('The text can be read.');
  const quiet = read.samples.map((sample) => sample * 0.1);
  const wav = writeWav({ sampleRate: 16_000, channels: [quiet, quiet] });
  new DataView(wav.buffer).setUint32(40, 0xffffffff, true);
  return wav;
}

test('another service’s voice gets our loudness and a timing for every word', async () => {
  server.answer({ headers: { 'content-type': 'audio/wav' }, body: await recordSpeech() });
  const narration = await speak();
  expect(server.requests.at(-1)).toMatchObject({
    path: '/v1/audio/speech',
    body: { model: 'gpt-4o-mini-tts', input: TEXT, voice: 'ash', response_format: 'wav' },
  });
  expect(String(server.requests.at(-1)?.body.instructions)).toContain('calm');
  const sound = readWav(narration.bytes);
  expect(sound.channels).toHaveLength(1);
  expect(measureLoudness(sound)).toBeCloseTo(-18, 0);
  expect(
    Math.abs(narration.durationMs - ((sound.channels[0]?.length ?? 0) / sound.sampleRate) * 1000),
  ).toBeLessThan(1);
  expect(narration.words.map((word) => word.text)).toEqual(splitWords(TEXT));
  expect(narration.words.at(-1)?.endMs).toBeLessThanOrEqual(narration.durationMs);
  expect(narration.usage).toEqual({ characters: TEXT.length });
});

test('an old speech model is not given instructions it refuses', async () => {
  server.answer({ headers: { 'content-type': 'audio/wav' }, body: await recordSpeech() });
  await speak('tts-1');
  expect(server.requests.at(-1)?.body).not.toHaveProperty('instructions');
});

test('sound that is no WAV cannot be used', async () => {
  server.answer({
    headers: { 'content-type': 'audio/mpeg' },
    body: new Uint8Array([0xff, 0xfb, 0x90, 0, 1, 2]),
  });
  await expect(speak()).rejects.toMatchObject({ code: 'narration_unreadable' });
});

test('an empty answer is bad output', async () => {
  server.answer({ headers: { 'content-type': 'audio/wav' }, body: new Uint8Array() });
  await expect(speak()).rejects.toMatchObject({ code: 'provider_bad_output' });
});

test.each([
  [400, 'error-content-policy.json', 'provider_refused'],
  [429, 'error-rate-limit.json', 'provider_rate_limited'],
  [500, 'error-server.json', 'provider_failed'],
])('a %i with %s is %s', async (status, fixture, code) => {
  server.answer({ status, body: readFixture(fixture) });
  await expect(speak()).rejects.toMatchObject({ code });
});

test('the built-in narrator’s own timings are kept', async () => {
  const narration = await generateNarration({
    model: getCandidate('speech', 'builtin/narrator').create(),
    text: TEXT,
    voice: 'rosie',
  });
  expect(narration.mediaType).toBe('audio/wav');
  expect(narration.words.map((word) => word.text)).toEqual(splitWords(TEXT));
});

test('a slower reading is longer, and every word still has its time', async () => {
  const read = (bedtime?: true) =>
    generateNarration({
      model: getCandidate('speech', 'builtin/narrator').create(),
      text: TEXT,
      voice: 'rosie',
      manner: buildReadingManner({ bedtime }),
    });
  const [always, slow] = [await read(), await read(true)];
  expect(slow.durationMs / always.durationMs).toBeCloseTo(1 / 0.88, 1);
  expect(slow.words.map(({ text }) => text)).toEqual(splitWords(TEXT));
  slow.words.forEach((word, index) => {
    expect(word.endMs).toBeGreaterThan(word.startMs);
    expect(word.startMs).toBeGreaterThanOrEqual(slow.words[index - 1]?.endMs ?? 0);
    expect(word.startMs / (always.words[index]?.startMs || word.startMs)).toBeGreaterThanOrEqual(1);
  });
  expect(slow.words.at(-1)?.endMs).toBeLessThanOrEqual(slow.durationMs);
});

test('a service is told the pace as a number where its voices take one, else in words', async () => {
  const manner = buildReadingManner({ bedtime: true });
  const asked = async (modelId: string) => {
    server.answer({ headers: { 'content-type': 'audio/wav' }, body: await recordSpeech() });
    const model = createOpenAI({ apiKey: 'sk-test', baseURL: server.baseUrl }).speech(modelId);
    await generateNarration({ model, text: TEXT, voice: 'oliver', manner });
    return server.requests.at(-1)?.body;
  };
  const old = await asked('tts-1-hd');
  expect(old).toMatchObject({ speed: 0.88 });
  expect(old).not.toHaveProperty('instructions');
  const fresh = await asked('gpt-4o-mini-tts');
  expect(fresh).not.toHaveProperty('speed');
  expect(String(fresh?.instructions)).toContain('slowly and softly');
});
