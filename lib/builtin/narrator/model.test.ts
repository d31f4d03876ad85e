import { generateSpeech } from 'ai';
import { afterAll, expect, test } from 'vitest';
import { closeWorkerPool } from '../../worker-pool.ts';
import { createNarratorModel } from './model.ts';

afterAll(closeWorkerPool);

test('the AI SDK gets a WAV and the timing of every word', async () => {
  const result = await generateSpeech({
    model: createNarratorModel(),
    text: 'The moon rose.',
    voice: 'oliver',
    outputFormat: 'wav',
  });
  expect(result.audio.mediaType).toBe('audio/wav');
  expect(result.providerMetadata.builtin).toMatchObject({
    words: [{ text: 'The' }, { text: 'moon' }, { text: 'rose.' }],
    durationMs: expect.any(Number),
  });
  expect(result.warnings).toEqual([]);
});

test('what the voice cannot do is a warning, not a failure', async () => {
  const result = await createNarratorModel().doGenerate({
    text: 'Hello.',
    voice: 'alloy',
    outputFormat: 'mp3',
    instructions: 'Whisper.',
    language: 'fr',
  });
  expect(result.warnings.map((warning) => warning.type === 'unsupported' && warning.feature)).toEqual([
    'voice',
    'outputFormat',
    'instructions',
    'language',
  ]);
});
