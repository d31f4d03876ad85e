import {
  JSONParseError,
  type TranscriptionModelV4,
  type TranscriptionModelV4CallOptions,
} from '@ai-sdk/provider';
import { convertBase64ToUint8Array, convertToBase64 } from '@ai-sdk/provider-utils';
import { z } from 'zod';
import { measureSeconds } from '../../audio/measure-seconds.ts';
import { countGeminiTokens, refuseIfBlocked } from './gemini-answer.ts';
import { generateGeminiContent } from './gemini-client.ts';

const INSTRUCTIONS =
  'Write down word for word what is said in this recording, in the language it is said in, and nothing else. When nobody speaks, the text is empty.';

const transcriptSchema = z.object({ text: z.string(), language: z.string().nullable() });

/**
 * Any Gemini model that hears, asked to write down what it hears. Reports tokens (a second of sound is 32), and
 * the length of the recording, which is measured here: the model tells none.
 * @throws AppError `provider_refused`; otherwise as `generateGeminiContent`
 */
export function createGeminiTranscriptionModel(modelId: string): TranscriptionModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'gemini',
    modelId,
    doGenerate: async ({ audio, mediaType, abortSignal }: TranscriptionModelV4CallOptions) => {
      const bytes = typeof audio === 'string' ? convertBase64ToUint8Array(audio) : audio;
      const seconds = await measureSeconds(bytes, abortSignal);
      const answer = await generateGeminiContent({
        modelId,
        signal: abortSignal,
        request: {
          contents: [
            {
              role: 'user',
              parts: [
                { inlineData: { mimeType: mediaType, data: convertToBase64(audio) } },
                { text: INSTRUCTIONS },
              ],
            },
          ],
          generationConfig: {
            temperature: 0,
            responseMimeType: 'application/json',
            responseSchema: {
              type: 'object',
              properties: {
                text: { type: 'string' },
                language: { type: 'string', nullable: true, description: 'ISO 639-1, in two letters.' },
              },
              required: ['text', 'language'],
              propertyOrdering: ['text', 'language'],
            },
          },
        },
      });
      refuseIfBlocked(answer);
      const { text, language } = readTranscript(answer.parts.map((part) => part.text ?? '').join(''));
      const { inputTokens, outputTokens } = countGeminiTokens(answer.usage);
      return {
        text: text.trim(),
        segments: [],
        language: language ?? undefined,
        durationInSeconds: seconds,
        warnings: [],
        usage: {
          ...(inputTokens !== undefined && { inputTokens }),
          ...(outputTokens !== undefined && { outputTokens }),
        },
        response: { timestamp: new Date(), modelId: answer.modelVersion ?? modelId },
      };
    },
  };
}

function readTranscript(text: string): z.infer<typeof transcriptSchema> {
  try {
    return transcriptSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new JSONParseError({ text, cause: error });
  }
}
