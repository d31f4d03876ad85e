import {
  InvalidResponseDataError,
  type SpeechModelV4,
  type SpeechModelV4CallOptions,
} from '@ai-sdk/provider';
import { wavHeader } from '../../audio/wav.ts';
import { countGeminiTokens, refuseIfBlocked } from './gemini-answer.ts';
import { generateGeminiContent } from './gemini-client.ts';

const DEFAULT_VOICE = 'Sulafat';
const DEFAULT_SAMPLE_RATE = 24_000;

/**
 * A Gemini model that speaks ("gemini-2.5-flash-preview-tts" and its kin). It has no place for instructions: how to read
 * stands before what is read. Its sound is bare samples (L16, little-endian, mono), which become a WAV here.
 * Reports tokens, which is how Google bills it, and the seconds of sound.
 * @throws AppError `provider_refused`; otherwise as `generateGeminiContent`
 */
export function createGeminiSpeechModel(modelId: string): SpeechModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'gemini',
    modelId,
    doGenerate: async ({ text, voice, instructions, abortSignal }: SpeechModelV4CallOptions) => {
      const asked = instructions ? `${instructions.trim().replace(/[.:]+$/, '')}:\n\n${text}` : text;
      const answer = await generateGeminiContent({
        modelId,
        signal: abortSignal,
        request: {
          contents: [{ role: 'user', parts: [{ text: asked }] }],
          generationConfig: {
            responseModalities: ['AUDIO'],
            speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: voice ?? DEFAULT_VOICE } } },
          },
        },
      });
      refuseIfBlocked(answer);
      const sounds = answer.parts.flatMap(({ inlineData }) => inlineData ?? []);
      const [first] = sounds;
      if (!first) {
        throw new InvalidResponseDataError({
          data: { finishReason: answer.finishReason },
          message: 'Gemini answered without sound.',
        });
      }
      const bytes = Buffer.concat(sounds.map(({ data }) => Buffer.from(data, 'base64')));
      const isWav = /^audio\/(x-)?wav/i.test(first.mimeType);
      const sampleRate = Number(/rate=(\d+)/.exec(first.mimeType)?.[1] ?? DEFAULT_SAMPLE_RATE);
      const { inputTokens, outputTokens } = countGeminiTokens(answer.usage);
      const tokens = {
        ...(inputTokens !== undefined && { inputTokens }),
        ...(outputTokens !== undefined && { outputTokens }),
      };
      return {
        audio: isWav ? bytes : wrap(bytes, sampleRate),
        warnings: [],
        usage: { ...tokens, ...(!isWav && { seconds: bytes.length / 2 / sampleRate }) },
        // `generateSpeech` hands on this and not the usage.
        providerMetadata: { gemini: tokens },
        response: { timestamp: new Date(), modelId: answer.modelVersion ?? modelId },
      };
    },
  };
}

function wrap(samples: Buffer, sampleRate: number): Uint8Array {
  const frames = Math.floor(samples.length / 2);
  return Buffer.concat([wavHeader({ sampleRate, channelCount: 1, frames }), samples.subarray(0, frames * 2)]);
}
