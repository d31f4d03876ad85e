import { transcribe } from 'ai';
import { describe, expect, test } from 'vitest';
import { speakTone } from '../../../tests/providers/compose-media.ts';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import { geminiBlockedPrompt, geminiText } from '../../../tests/providers/gemini-wire.ts';
import { GEMINI_KEY, standInForGemini } from '../../../tests/providers/stand-in-for-gemini.ts';
import { durationMsOf, readWav } from '../../audio/wav.ts';
import { geminiProvider } from './gemini.ts';

/** Gemini over real HTTP, through Google's own package: transcription. */
const server = standInForGemini();

function hear(abortSignal?: AbortSignal) {
  return transcribe({
    model: need(geminiProvider.createTranscriptionModel?.('gemini-2.5-flash')),
    audio: speakTone('The owl sat still.'),
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

describe('transcription', () => {
  test('a recording is sent as it is and comes back as words', async () => {
    server().answer(geminiText('{"text":" The owl sat still. ","language":"en"}'));
    const result = await hear();
    const seconds = durationMsOf(readWav(speakTone('The owl sat still.'))) / 1000;
    expect(result).toMatchObject({ text: 'The owl sat still.', language: 'en', durationInSeconds: seconds });
    const [{ parts } = { parts: [] }] = (server().requests[0]?.body.contents ?? []) as { parts: unknown[] }[];
    expect(parts[0]).toEqual({
      inlineData: {
        mimeType: 'audio/wav',
        data: Buffer.from(speakTone('The owl sat still.')).toString('base64'),
      },
    });
  });

  expectFailures('transcription', {
    server,
    call: hear,
    key: GEMINI_KEY,
    failures: [
      { name: 'no transcript', answer: geminiText('The owl'), code: 'provider_bad_output' },
      {
        name: 'a recording that is not let through',
        answer: geminiBlockedPrompt(),
        code: 'provider_refused',
      },
    ],
  });
});

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Gemini has no such model.');
  return value;
}
