import { createOpenAI } from '@ai-sdk/openai';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { getEnv } from '../../env.ts';
import { NAMED_VOICES } from '../../story/schema.ts';
import type { PictureSize, Provider } from './provider.ts';

const DALL_E_3_SIZES: PictureSize[] = [
  { width: 1024, height: 1024 },
  { width: 1792, height: 1024 },
  { width: 1024, height: 1792 },
];
const DALL_E_2_SIZES: PictureSize[] = [{ width: 1024, height: 1024 }];
const GPT_IMAGE_SIZES: PictureSize[] = [
  { width: 1024, height: 1024 },
  { width: 1536, height: 1024 },
  { width: 1024, height: 1536 },
];

const DALL_E_3_QUALITIES = { draft: 'standard', standard: 'standard', high: 'hd' };
const GPT_IMAGE_QUALITIES = { draft: 'low', standard: 'medium', high: 'high' };

/** OpenAI, or with `OPENAI_BASE_URL` any service that speaks its protocol. */
export const openaiProvider: Provider = {
  name: 'openai',
  builtIn: false,
  label: (modelId) => `OpenAI ${modelId}`,
  missingVariable: () => (getEnv().ai.openai.apiKey ? undefined : 'OPENAI_API_KEY'),
  createStoryModel: createLanguageModel,
  createImageModel: (modelId) => connect().image(modelId),
  createSpeechModel: (modelId) => connect().speech(modelId),
  createChatModel: createLanguageModel,
  createDossierModel: createLanguageModel,
  createTranscriptionModel: (modelId) => connect().transcription(modelId),
  voices: { rosie: 'coral', oliver: 'ash', angus: 'fable' },
  namedVoices: NAMED_VOICES,
  speechInstructions: (modelId) =>
    // tts-1 and tts-1-hd refuse instructions.
    modelId.startsWith('tts-1')
      ? undefined
      : 'Read this picture-book page to a child: warm, calm and unhurried, with a little play in the voices.',
  pictureOptions: (modelId, quality) => {
    // DALL·E 2 has one quality; unset, the others decide for themselves.
    if (!quality || modelId.startsWith('dall-e-2')) return undefined;
    const name = modelId.startsWith('dall-e-3') ? DALL_E_3_QUALITIES[quality] : GPT_IMAGE_QUALITIES[quality];
    return { openai: { quality: name } };
  },
  pictureSizes: (modelId) => {
    if (modelId.startsWith('dall-e-3')) return DALL_E_3_SIZES;
    return modelId.startsWith('dall-e-2') ? DALL_E_2_SIZES : GPT_IMAGE_SIZES;
  },
};

/** Services that imitate OpenAI know chat completions; the responses API is OpenAI's own. */
function createLanguageModel(modelId: string): LanguageModelV4 {
  return getEnv().ai.openai.baseUrl ? connect().chat(modelId) : connect().responses(modelId);
}

/** Named although it is the library's own default: unset, the library reads the variable itself and trips over an empty one. */
const OPENAI_URL = 'https://api.openai.com/v1';

function connect() {
  const { apiKey, baseUrl } = getEnv().ai.openai;
  return createOpenAI({ apiKey, baseURL: baseUrl ?? OPENAI_URL });
}
