import { createOpenAI } from '@ai-sdk/openai';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  fillFixture,
  type OpenAIServer,
  readFixture,
  startOpenAIServer,
} from '../../tests/providers/openai-server.ts';
import type { Depiction } from '../builtin/illustrator/depiction.ts';
import { closeWorkerPool } from '../worker-pool.ts';
import { generatePicture, nearestSize } from './draw-picture.ts';
import { getCandidate } from './models.ts';

const depiction: Depiction = {
  setting: { place: 'forest', timeOfDay: 'night', weather: 'clear', mood: 'calm' },
  characters: [],
  props: ['lantern'],
  style: 'storybook',
  aspectRatio: '16:9',
  seed: 1,
  sceneIndex: 0,
};
const size = { width: 1600, height: 900 };

let server: OpenAIServer;
let wide: Buffer;
beforeAll(async () => {
  server = await startOpenAIServer();
  wide = await sharp({ create: { width: 1536, height: 1024, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();
});
afterAll(async () => {
  await server.close();
  await closeWorkerPool();
});

function draw(modelId = 'gpt-image-1') {
  const model = createOpenAI({ apiKey: 'sk-test', baseURL: server.baseUrl }).image(modelId);
  return generatePicture({ model, depiction, prompt: 'A fox.', size });
}

test('a picture is asked for in the nearest shape and comes in exactly the size wanted', async () => {
  server.answer({ body: fillFixture('image.json', wide.toString('base64')) });
  const picture = await draw();
  expect(server.requests.at(-1)).toMatchObject({
    path: '/v1/images/generations',
    body: { model: 'gpt-image-1', prompt: 'A fox.', size: '1536x1024' },
  });
  expect(picture).toMatchObject({ mediaType: 'image/png', width: 1600, height: 900 });
  expect(await sharp(picture.bytes).metadata()).toMatchObject({ format: 'png', width: 1600, height: 900 });
  expect(picture.usage).toEqual({ pictures: 1, inputTokens: 164, outputTokens: 4096 });
});

test.each([
  ['bytes that are no picture', () => Buffer.from('this is not a picture at all')],
  ['a picture that breaks off', () => wide.subarray(0, wide.length - 900)],
  ['a header without a picture', () => wide.subarray(0, 40)],
])('%s cannot be used', async (_, bytes) => {
  server.answer({ body: fillFixture('image.json', bytes().toString('base64')) });
  await expect(draw()).rejects.toMatchObject({ code: 'picture_unreadable' });
});

test('a broken picture of exactly the size wanted is found too', async () => {
  const exact = await sharp({ create: { ...size, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();
  server.answer({
    body: fillFixture('image.json', exact.subarray(0, exact.length - 200).toString('base64')),
  });
  await expect(draw()).rejects.toMatchObject({ code: 'picture_unreadable' });
});

test.each([
  [400, 'error-content-policy.json', 'provider_refused'],
  [429, 'error-rate-limit.json', 'provider_rate_limited'],
  [500, 'error-server.json', 'provider_failed'],
])('a %i is %s → %s', async (status, fixture, code) => {
  server.answer({ status, body: readFixture(fixture) });
  await expect(draw()).rejects.toMatchObject({ code });
});

test('an answer without a picture is bad output', async () => {
  server.answer({ body: '{"created":1,"data":[]}' });
  await expect(draw()).rejects.toMatchObject({ code: 'provider_bad_output' });
  server.answer({ body: '{"created":1,"da' });
  await expect(draw()).rejects.toMatchObject({ code: 'provider_bad_output' });
});

test('the built-in illustrator draws the depiction in exactly the size wanted', async () => {
  const picture = await generatePicture({
    model: getCandidate('picture', 'builtin/illustrator').create(),
    depiction,
    prompt: 'A forest.',
    size,
  });
  expect(picture).toMatchObject({ mediaType: 'image/png', ...size });
});

test('of the sizes a model knows the nearest shape is taken', () => {
  const sizes = [
    { width: 1024, height: 1024 },
    { width: 1536, height: 1024 },
    { width: 1024, height: 1536 },
  ];
  expect(nearestSize({ width: 900, height: 1600 }, sizes)).toEqual(sizes[2]);
  expect(nearestSize({ width: 1100, height: 1100 }, sizes)).toEqual(sizes[0]);
  expect(nearestSize(size, undefined)).toEqual(size);
});
