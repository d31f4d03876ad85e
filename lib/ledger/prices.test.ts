import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { log } from '../log.ts';
import { parsePrices } from './price-file.ts';
import { checkPrices, createPriceFinder, findPrice } from './prices.ts';

const openai = (modelId: string) => ({ provider: 'openai.chat', modelId });
const at = (day: string) => new Date(`${day}T12:00:00Z`);

describe('the price file that comes with Storyloom', () => {
  test('is valid', () => expect(checkPrices).not.toThrow());

  test.each([
    ['gpt-5', 'text', { inputTokens: 1_250_000, outputTokens: 10_000_000 }],
    ['gpt-5-2025-08-07', 'text', { inputTokens: 1_250_000 }],
    ['gpt-5-mini', 'chat', { inputTokens: 250_000, outputTokens: 2_000_000 }],
    ['gpt-4.1-mini', 'dossier', { inputTokens: 400_000 }],
    ['gpt-4o-mini', 'text', { inputTokens: 150_000 }],
    ['gpt-4o-mini-tts', 'speech', { characters: 22_000_000 }],
    ['tts-1-hd', 'speech', { characters: 30_000_000 }],
    ['whisper-1', 'transcription', { second: 100 }],
    ['gpt-4o-mini-transcribe', 'transcription', { second: 50 }],
    ['sora-2', 'video', { second: 100_000 }],
  ] as const)('knows what openai/%s costs for %s', (modelId, modality, expected) => {
    const price = findPrice({ model: openai(modelId), modality, at: at('2026-11-21') });
    expect(price).toMatchObject(expected);
    expect(price.isGuess).toBeUndefined();
  });

  test.each([
    ['gpt-image-1', '1024x1024 low', 11_000],
    ['gpt-image-1', '1536x1024 high', 250_000],
    ['gpt-image-1', '1280x720 medium', 63_000],
    ['gpt-image-1', undefined, 250_000],
    ['dall-e-3', '1792x1024 hd', 120_000],
    ['dall-e-3', '1024x1024 standard', 40_000],
  ])('a picture of openai/%s in %s costs %d micro-dollars', (modelId, sort, micros) => {
    expect(findPrice({ model: openai(modelId), modality: 'picture', sort }).picture).toBe(micros);
  });
});

test.each([
  'gemini/veo-3.1-generate-preview',
  'gemini/veo-3.1-fast-generate-preview',
  'gemini/veo-3.0-generate-001',
  'openai/sora-2-pro',
])('a film of %s costs the same in either shape', (id) => {
  const [provider = '', modelId = ''] = id.split('/');
  const priceOf = (sort: string) =>
    findPrice({ model: { provider, modelId }, modality: 'video', sort }).second ?? 0;
  expect(priceOf('720x1280')).toBe(priceOf('1280x720'));
  expect(priceOf('1080x1920')).toBe(priceOf('1920x1080'));
  expect(priceOf('1280x720')).toBeGreaterThan(0);
});

describe('a price', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'prices-'));
    file = path.join(folder, 'prices.yaml');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(rows: string, modifiedSeconds = 1_000): void {
    writeFileSync(file, `prices:\n${rows}`);
    utimesSync(file, modifiedSeconds, modifiedSeconds);
  }
  const find = (finder: ReturnType<typeof createPriceFinder>, modelId: string, day = '2026-06-15') =>
    finder.findPrice({ model: openai(modelId), modality: 'text', at: at(day) });

  test('is the newest that holds on the day of the call', () => {
    write(`  - { model: openai/a, for: text, from: 2026-01-01, input_tokens: 1 }
  - { model: openai/a, for: text, from: 2026-06-15, input_tokens: 2 }
  - { model: openai/a, for: text, from: 2026-06-16, input_tokens: 3 }
`);
    const finder = createPriceFinder(file);
    expect(find(finder, 'a', '2026-06-14')).toMatchObject({ from: '2026-01-01', inputTokens: 1_000_000 });
    expect(find(finder, 'a').inputTokens).toBe(2_000_000);
    expect(find(finder, 'a', '2026-07-01').inputTokens).toBe(3_000_000);
  });

  test('is of the row that names the model best', () => {
    write(`  - { model: openai/*, for: text, from: 2026-01-01, input_tokens: 1 }
  - { model: openai/a-b*, for: text, from: 2026-01-01, input_tokens: 2 }
  - { model: openai/a-b, for: text, from: 2025-01-01, input_tokens: 3 }
`);
    const finder = createPriceFinder(file);
    expect(['c', 'a-b-2026', 'a-b'].map((modelId) => find(finder, modelId).row)).toEqual([
      'openai/*',
      'openai/a-b*',
      'openai/a-b',
    ]);
  });

  test('that nobody knows is the dearest of the provider for the same work, and the log says so once', () => {
    write(`  - { model: openai/a, for: text, from: 2026-01-01, input_tokens: 1, output_tokens: 2 }
  - { model: openai/b, for: text, from: 2026-01-01, input_tokens: 5, output_tokens: 5 }
  - { model: openai/c, for: speech, from: 2026-01-01, characters: 99 }
  - { model: other/d, for: text, from: 2026-01-01, input_tokens: 50, output_tokens: 50 }
`);
    const warn = vi.spyOn(log, 'warn').mockImplementation(() => undefined);
    const finder = createPriceFinder(file);
    expect(find(finder, 'unheard-of')).toMatchObject({ row: 'openai/b', isGuess: true });
    find(finder, 'unheard-of');
    expect(warn).toHaveBeenCalledTimes(1);
    warn.mockRestore();
  });

  test('of the built-in engines is nothing', () => {
    write('  - { model: openai/a, for: text, from: 2026-01-01, input_tokens: 1 }\n');
    const model = { provider: 'builtin', modelId: 'storyteller' };
    expect(createPriceFinder(file).findPrice({ model, modality: 'text' })).toEqual({ row: 'free' });
  });

  test('follows the file, and the last good one stays while it is broken', () => {
    const error = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    write('  - { model: openai/a, for: text, from: 2026-01-01, input_tokens: 1 }\n');
    const finder = createPriceFinder(file);
    expect(find(finder, 'a').inputTokens).toBe(1_000_000);
    write('  - { model: openai/a, for: text, from: 2026-01-01, input_tokens: 7 }\n', 2_000);
    expect(find(finder, 'a').inputTokens).toBe(7_000_000);
    write('  - { model: openai/a, for: text, from: never, input_tokens: 8 }\n', 3_000);
    expect(find(finder, 'a').inputTokens).toBe(7_000_000);
    expect(error).toHaveBeenCalledTimes(1);
    error.mockRestore();
  });

  test.each([
    [
      '- { model: openai/a, for: text, from: 2026-01-01, input_tokens: cheap }',
      'line 3: prices.1.input_tokens',
    ],
    ['- { model: openai/a, for: text, from: 2026-02-31, input_tokens: 1 }', 'line 3: prices.1.from'],
    ['- { model: gpt-5, for: text, from: 2026-01-01, input_tokens: 1 }', 'line 3: prices.1.model'],
    ['- { model: openai/a, for: songs, from: 2026-01-01, input_tokens: 1 }', 'line 3: prices.1.for'],
    ['- { model: openai/a, for: text, from: 2026-01-01, input_token: 1 }', 'line 3: prices.1'],
    ['- { model: openai/a, for: text, from: 2026-01-01 }', 'A row needs a price'],
    [
      '- { model: openai/a, for: picture, from: 2026-01-01, picture: { low: -1 } }',
      'line 3: prices.1.picture',
    ],
    ['- { model: openai/a', 'line 4'],
  ])('that is written wrong is named with its line and field: %s', (row, message) => {
    const good = '- { model: openai/a, for: text, from: 2026-01-01, input_tokens: 1 }';
    expect(() => parsePrices(`prices:\n  ${good}\n  ${row}\n`, 'prices.yaml')).toThrow(message);
  });
});
