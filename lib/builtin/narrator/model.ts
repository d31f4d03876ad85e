import type { JSONObject, SharedV4Warning, SpeechModelV4 } from '@ai-sdk/provider';
import { VOICES, type Voice } from '../../story/schema.ts';
import { narrate } from './narrate.ts';

const DEFAULT_VOICE: Voice = 'rosie';

/**
 * The built-in narrator as an AI SDK speech model. Voices: rosie, oliver, angus; `speed` 0.5 … 2; always WAV.
 * `providerMetadata.builtin` is `{ words: WordTiming[], durationMs }`.
 */
export function createNarratorModel(): SpeechModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'builtin',
    modelId: 'narrator',
    async doGenerate({ text, voice, outputFormat, speed, instructions, language, abortSignal }) {
      const warnings: SharedV4Warning[] = [];
      const unsupported = (feature: string, details: string) =>
        warnings.push({ type: 'unsupported', feature, details });
      const chosen = VOICES.find((name) => name === voice);
      if (voice !== undefined && !chosen) unsupported('voice', `Voices are ${VOICES.join(', ')}.`);
      if (outputFormat !== undefined && outputFormat !== 'wav') unsupported('outputFormat', 'Always WAV.');
      if (instructions !== undefined) unsupported('instructions', 'The voices have one manner of reading.');
      if (language !== undefined && !/^(en|auto)/.test(language)) unsupported('language', 'English only.');

      const narration = await narrate({ text, voice: chosen ?? DEFAULT_VOICE, speed, signal: abortSignal });
      const words: JSONObject[] = narration.words.map((word) => ({ ...word }));
      return {
        audio: narration.wav,
        warnings,
        usage: { characters: text.length },
        response: {
          timestamp: new Date(),
          modelId: 'narrator',
          headers: { 'content-type': 'audio/wav' },
        },
        providerMetadata: { builtin: { words, durationMs: narration.durationMs } },
      };
    },
  };
}
