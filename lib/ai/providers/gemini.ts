import type { LanguageModelV4 } from '@ai-sdk/provider';
import { z } from 'zod';
import { getEnv } from '../../env.ts';
import { createChatJudge } from '../moderation/chat-judge.ts';
import { askInWords } from './ask-in-words.ts';
import { getFromGemini, keyHeaderFor } from './gemini-client.ts';
import { createGeminiImageModel, GEMINI_PICTURE_SIZES } from './gemini-image-model.ts';
import { createGeminiLanguageModel } from './gemini-language-model.ts';
import { createGeminiSpeechModel } from './gemini-speech-model.ts';
import { createGeminiTranscriptionModel } from './gemini-transcription-model.ts';
import { createGeminiVideoModel, listVeoShapes } from './gemini-video-model.ts';
import { limitAnswer } from './limit-answer.ts';
import type { Provider } from './provider.ts';

/** Google's models through `@google/generative-ai`, and Veo, for which that package has nothing, beside it. */
export const geminiProvider: Provider = {
  name: 'gemini',
  builtIn: false,
  label: (modelId) => `Google ${modelId}`,
  missingVariable: () => (getEnv().ai.gemini.apiKey ? undefined : 'GEMINI_API_KEY'),
  createStoryModel: createWriter,
  createChatModel: createTalker,
  createDossierModel: createWriter,
  createImageModel: (modelId) =>
    kindOf(modelId) === 'picture' ? createGeminiImageModel(modelId) : undefined,
  createSpeechModel: (modelId) =>
    kindOf(modelId) === 'speech' ? createGeminiSpeechModel(modelId) : undefined,
  createTranscriptionModel: (modelId) =>
    kindOf(modelId) === 'text' ? createGeminiTranscriptionModel(modelId) : undefined,
  createModerationModel: (modelId) => {
    const model = createWriter(modelId);
    return model && createChatJudge(model);
  },
  createVideoModel: (modelId) => (kindOf(modelId) === 'video' ? createGeminiVideoModel(modelId) : undefined),
  // https://ai.google.dev/gemini-api/docs/speech-generation#voices: warm, friendly, gravelly.
  voices: { rosie: 'Sulafat', oliver: 'Achird', angus: 'Algenib' },
  speechInstructions: () =>
    'Read this picture-book page aloud to a child, warm, calm and unhurried, with a little play in the voices.',
  pictureOptions: (modelId, quality) =>
    // Gemini 2 knows one size.
    quality === 'high' && !modelId.startsWith('gemini-2') ? { gemini: { imageSize: '2K' } } : undefined,
  pictureSizes: () => GEMINI_PICTURE_SIZES,
  // "works best with up to 3 images as input"; Gemini 3 keeps 4 (Flash) or 5 (Pro) characters alike.
  pictureReferences: (modelId) => {
    if (kindOf(modelId) !== 'picture') return 0;
    if (modelId.startsWith('gemini-2')) return 3;
    return modelId.includes('pro') ? 5 : 4;
  },
  videoJobs: { downloadHeaders: keyHeaderFor },
  videoShapes: listVeoShapes,
  ping: async (signal) => {
    await getFromGemini('models?pageSize=1', z.object({ models: z.array(z.unknown()) }), signal);
  },
};

/** A schema that Google finds too large to serve (400) is put in words instead. */
function createWriter(modelId: string): LanguageModelV4 | undefined {
  if (kindOf(modelId) !== 'text') return undefined;
  const server = { baseUrl: getEnv().ai.gemini.baseUrl ?? '', refuses: 'one schema' } as const;
  return limitAnswer(askInWords(createGeminiLanguageModel(modelId), server));
}

function createTalker(modelId: string): LanguageModelV4 | undefined {
  return kindOf(modelId) === 'text' ? limitAnswer(createGeminiLanguageModel(modelId)) : undefined;
}

/** Google has one name space for all of them and says in the name what a model does. */
function kindOf(modelId: string): 'text' | 'picture' | 'speech' | 'video' | undefined {
  if (!/^[\w.-]+$/.test(modelId) || /embedding|^imagen/.test(modelId)) return undefined;
  if (modelId.startsWith('veo-')) return 'video';
  if (modelId.includes('-tts')) return 'speech';
  return modelId.includes('-image') ? 'picture' : 'text';
}
