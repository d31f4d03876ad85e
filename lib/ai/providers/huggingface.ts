import type { LanguageModelV4 } from '@ai-sdk/provider';
import { getEnv } from '../../env.ts';
import { askInWords } from './ask-in-words.ts';
import { getFromHub } from './huggingface-client.ts';
import { createHuggingFaceImageModel } from './huggingface-image-model.ts';
import { createHuggingFaceLanguageModel } from './huggingface-language-model.ts';
import { createHuggingFaceSpeechModel } from './huggingface-speech-model.ts';
import { createHuggingFaceTranscriptionModel } from './huggingface-transcription-model.ts';
import { limitAnswer } from './limit-answer.ts';
import type { Provider } from './provider.ts';

/** Any model of the hub that an inference provider serves: `huggingface/owner/model`. Which one does what is not in its name. */
export const huggingfaceProvider: Provider = {
  name: 'huggingface',
  builtIn: false,
  answerRoom: 2_000,
  label: (modelId) => `Hugging Face ${modelId}`,
  missingVariable: () => (getEnv().ai.huggingface.token ? undefined : 'HUGGINGFACE_API_TOKEN'),
  createStoryModel: createWriter,
  createChatModel: (modelId) => limitAnswer(createHuggingFaceLanguageModel(modelId)),
  createDossierModel: createWriter,
  createImageModel: createHuggingFaceImageModel,
  createSpeechModel: createHuggingFaceSpeechModel,
  createTranscriptionModel: createHuggingFaceTranscriptionModel,
  ping: async (signal) => {
    await getFromHub('/api/whoami-v2', signal);
  },
};

/** Not every service that serves a model takes a schema. */
function createWriter(modelId: string): LanguageModelV4 {
  const server = { baseUrl: getEnv().ai.huggingface.baseUrl ?? '', refuses: 'every schema' } as const;
  return limitAnswer(askInWords(createHuggingFaceLanguageModel(modelId), server));
}
