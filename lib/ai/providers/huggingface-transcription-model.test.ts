import { transcribe } from 'ai';
import { describe, expect, test } from 'vitest';
import { speakTone } from '../../../tests/providers/compose-media.ts';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import { hubLoading, hubTranscript } from '../../../tests/providers/huggingface-wire.ts';
import {
  HUGGINGFACE_TOKEN,
  standInForHuggingFace,
} from '../../../tests/providers/stand-in-for-huggingface.ts';
import { durationMsOf, readWav } from '../../audio/wav.ts';
import { huggingfaceProvider } from './huggingface.ts';

/** Hugging Face over real HTTP, through its own package: transcription. */
const server = standInForHuggingFace({ asked: () => hear() });

const MODELS = 'POST /hf-inference/models/{owner}/{name}';

function hear(abortSignal?: AbortSignal) {
  return transcribe({
    model: need(huggingfaceProvider.createTranscriptionModel?.('openai/whisper-large-v3')),
    audio: speakTone('The owl sat still.'),
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

describe('transcription', () => {
  test('a recording is sent as it is; where its words are is told when the model knows', async () => {
    server().answer(
      hubTranscript(' The owl sat still. ', [
        { text: 'The owl', timestamp: [0, 0.8] },
        { text: 'sat still.', timestamp: [0.8, 1.6] },
      ]),
      MODELS,
    );
    const result = await hear();
    expect(result.text).toBe('The owl sat still.');
    expect(result.segments).toHaveLength(2);
    const recording = readWav(speakTone('The owl sat still.'));
    expect(result.durationInSeconds).toBe(durationMsOf(recording) / 1000);
    expect(server().requests[0]?.bytes.equals(Buffer.from(speakTone('The owl sat still.')))).toBe(true);
    expect(server().requests[0]?.headers['content-type']).toBe('audio/wav');
  });

  expectFailures('transcription', {
    server,
    call: hear,
    key: HUGGINGFACE_TOKEN,
    failures: [
      {
        name: 'a model that is being loaded',
        answer: hubLoading(7),
        code: 'provider_failed',
        retryAfterSeconds: 7,
      },
      { name: 'an answer without words', answer: { body: '{"words":[]}' }, code: 'provider_bad_output' },
    ],
  });
});

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Hugging Face has no such model.');
  return value;
}
