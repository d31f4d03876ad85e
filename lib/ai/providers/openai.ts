import { createOpenAI } from '@ai-sdk/openai';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { getEnv } from '../../env.ts';
import { NAMED_VOICES } from '../../story/schema.ts';
import { createChatJudge } from '../moderation/chat-judge.ts';
import { createOpenAIModerationModel } from '../moderation/openai-moderation.ts';
import { limitAnswer } from './limit-answer.ts';
import { markRefusals } from './mark-refusals.ts';
import {
  buildOpenAIPictureOptions,
  countOpenAIPictureReferences,
  listOpenAIPictureSizes,
} from './openai-pictures.ts';
import {
  createOpenAIVideoJobs,
  createOpenAIVideoModel,
  listOpenAIVideoShapes,
  type OpenAIConnection,
} from './openai-video.ts';
import { pingAddress } from './ping-address.ts';
import type { Provider } from './provider.ts';

/** OpenAI, or with `OPENAI_BASE_URL` any service that speaks its protocol and takes a key. */
export const openaiProvider: Provider = {
  name: 'openai',
  builtIn: false,
  label: (modelId) => `OpenAI ${modelId}`,
  missingVariable: () => (getEnv().ai.openai.apiKey ? undefined : 'OPENAI_API_KEY'),
  createStoryModel: createLanguageModel,
  createImageModel: (modelId) => createClient().image(modelId),
  createSpeechModel: (modelId) => createClient().speech(modelId),
  createChatModel: createLanguageModel,
  createDossierModel: createLanguageModel,
  createTranscriptionModel: (modelId) => createClient().transcription(modelId),
  createModerationModel: (modelId) => {
    if (/moderation/.test(modelId)) return createOpenAIModerationModel('openai', modelId, connect);
    return WORDLESS.test(modelId) ? undefined : createChatJudge(createLanguageModel(modelId));
  },
  createVideoModel: (modelId) => createOpenAIVideoModel(modelId, connect),
  voices: { rosie: 'coral', oliver: 'ash', angus: 'fable' },
  namedVoices: NAMED_VOICES,
  speechInstructions: (modelId) =>
    // tts-1 and tts-1-hd refuse instructions.
    modelId.startsWith('tts-1')
      ? undefined
      : 'Read this picture-book page to a child: warm, calm and unhurried, with a little play in the voices.',
  // Only these two take a speed: https://platform.openai.com/docs/api-reference/audio/createSpeech
  takesSpeechSpeed: (modelId) => modelId.startsWith('tts-1'),
  pictureOptions: (modelId, quality) => {
    const openai = buildOpenAIPictureOptions(modelId, quality);
    return openai && { openai };
  },
  pictureSizes: listOpenAIPictureSizes,
  pictureReferences: countOpenAIPictureReferences,
  videoShapes: listOpenAIVideoShapes,
  videoJobs: createOpenAIVideoJobs(connect),
  ping: (signal) => {
    const { baseUrl, apiKey } = connect();
    return pingAddress(`${baseUrl}/models`, { authorization: `Bearer ${apiKey}` }, signal);
  },
};

/** Names of models that draw, speak, hear, film or count: none of them can be asked about a text. */
const WORDLESS =
  /^(?:gpt-image|dall-e|chatgpt-image|tts-|whisper|sora|text-embedding)|-(?:tts|transcribe|realtime|audio)\b/;

/** Services that imitate OpenAI know chat completions; the responses API is OpenAI's own. */
function createLanguageModel(modelId: string): LanguageModelV4 {
  const client = createClient();
  return limitAnswer(
    getEnv().ai.openai.baseUrl ? markRefusals(client.chat(modelId)) : client.responses(modelId),
  );
}

/** Named although it is the library's own default: unset, the library reads the variable itself and trips over an empty one. */
const OPENAI_URL = 'https://api.openai.com/v1';

function connect(): OpenAIConnection {
  const { apiKey, baseUrl } = getEnv().ai.openai;
  return { apiKey: apiKey ?? '', baseUrl: baseUrl ?? OPENAI_URL };
}

function createClient() {
  const { apiKey, baseUrl } = connect();
  return createOpenAI({ apiKey, baseURL: baseUrl });
}
