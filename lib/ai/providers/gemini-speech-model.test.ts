import { generateSpeech } from 'ai';
import { describe, expect, test } from 'vitest';
import { speakTone } from '../../../tests/providers/compose-media.ts';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import { geminiAnswer, geminiBlockedPrompt, geminiSpeech } from '../../../tests/providers/gemini-wire.ts';
import { GEMINI_KEY, standInForGemini } from '../../../tests/providers/stand-in-for-gemini.ts';
import { readWav } from '../../audio/wav.ts';
import { generateNarration } from '../speak.ts';
import { geminiProvider } from './gemini.ts';

/** Gemini over real HTTP, through Google's own package: speech. */
const server = standInForGemini();

function speak(abortSignal?: AbortSignal) {
  return generateSpeech({
    model: need(geminiProvider.createSpeechModel?.('gemini-2.5-flash-preview-tts')),
    text: 'The owl sat still.',
    voice: 'Sulafat',
    instructions: 'Read this to a child.',
    outputFormat: 'wav',
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

describe('speech', () => {
  test('samples become a WAV of the same sound, read as it was told', async () => {
    const wav = speakTone('The owl sat still.');
    server().answer(geminiSpeech(wav));
    const result = await speak();
    expect(Buffer.from(result.audio.uint8Array).equals(Buffer.from(wav))).toBe(true);
    expect(server().requests[0]?.body).toEqual({
      contents: [{ role: 'user', parts: [{ text: 'Read this to a child:\n\nThe owl sat still.' }] }],
      generationConfig: {
        responseModalities: ['AUDIO'],
        speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: 'Sulafat' } } },
      },
      safetySettings: [],
    });
  });

  test('the rate is the one that the service tells, and tokens and seconds are reported', async () => {
    const wav = speakTone('One two.');
    server().answer(geminiSpeech(wav, 16_000));
    const model = need(geminiProvider.createSpeechModel?.('gemini-2.5-flash-preview-tts'));
    const { audio, usage } = await model.doGenerate({ text: 'One two.' });
    expect(readWav(audio as Uint8Array).sampleRate).toBe(16_000);
    const seconds = (wav.length - 44) / 2 / 16_000;
    expect(usage).toEqual({ inputTokens: 22, outputTokens: Math.round(seconds * 25), seconds });
  });

  test('a page becomes a narration with a time for every word', async () => {
    const text = 'The owl sat still. The moon was up.';
    const narration = await generateNarration({
      text,
      voice: 'angus',
      model: need(geminiProvider.createSpeechModel?.('gemini-2.5-flash-preview-tts')),
    });
    expect(narration.words.map((word) => word.text).join(' ')).toBe(text);
    expect(narration.durationMs).toBeGreaterThan(1_500);
    const [bill] = server().billed.slice(-1);
    expect(narration.usage).toEqual({ characters: text.length, ...bill?.units });
    expect(server().requests[0]?.body).toMatchObject({
      generationConfig: { speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: 'Algenib' } } } },
    });
  });

  expectFailures('speech', {
    server,
    call: speak,
    key: GEMINI_KEY,
    failures: [
      { name: 'words that are not let through', answer: geminiBlockedPrompt(), code: 'provider_refused' },
      {
        name: 'an answer without sound',
        answer: geminiAnswer([], { finishReason: 'OTHER' }),
        code: 'provider_bad_output',
      },
    ],
  });
});

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Gemini has no such model.');
  return value;
}
