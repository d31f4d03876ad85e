import type { ImageModelV4, LanguageModelV4, SpeechModelV4, TranscriptionModelV4 } from '@ai-sdk/provider';
import type { NamedVoice, PictureQuality, Voice } from '../../story/schema.ts';

/** Options of one provider, under its name. */
type ProviderOptions = Record<string, Record<string, string>>;

export type PictureSize = { width: number; height: number };

/**
 * One service that has models, and where it differs from the others. `provider` of every model it makes is its name,
 * alone or before a full stop (`openai.image`).
 */
export type Provider = {
  name: string;
  /** True when nothing leaves this machine and nothing is billed. */
  builtIn: boolean;
  /** For people: who does the work. */
  label: (modelId: string) => string;
  /** The variable that must be set, when it is not. */
  missingVariable: () => string | undefined;
  createStoryModel: (modelId: string) => LanguageModelV4 | undefined;
  createImageModel: (modelId: string) => ImageModelV4 | undefined;
  createSpeechModel: (modelId: string) => SpeechModelV4 | undefined;
  /** Holds the conversation. */
  createChatModel: (modelId: string) => LanguageModelV4 | undefined;
  /** Reads a conversation and writes down what it learned. */
  createDossierModel: (modelId: string) => LanguageModelV4 | undefined;
  /** Writes down recorded speech. */
  createTranscriptionModel: (modelId: string) => TranscriptionModelV4 | undefined;
  /** Its own voice nearest to each of ours. */
  voices: Record<Voice, string>;
  /** Voices it has under the names of `NAMED_VOICES`. */
  namedVoices?: readonly NamedVoice[];
  /** How the voice is asked to read, where the service takes instructions. */
  speechInstructions?: (modelId: string) => string | undefined;
  /** How the model is asked for a rough or a fine picture, where it can be. */
  pictureOptions?: (modelId: string, quality: PictureQuality | undefined) => ProviderOptions | undefined;
  /** The sizes a model can draw; undefined when it draws any size. */
  pictureSizes: (modelId: string) => PictureSize[] | undefined;
};
