import type {
  ImageModelV4,
  JSONValue,
  LanguageModelV4,
  SpeechModelV4,
  TranscriptionModelV4,
  Experimental_VideoModelV4 as VideoModelV4,
} from '@ai-sdk/provider';
import type { NamedVoice, PictureQuality, Voice } from '../../story/schema.ts';
import type { ModerationModel } from '../moderation/moderation-model.ts';

/** Options of one provider, under its name. */
type ProviderOptions = Record<string, Record<string, string>>;

export type PictureSize = { width: number; height: number };

/** What a model does. `text` is a story's writer, `chat` the conversation, `dossier` its reader, `moderation` judges texts. */
export const MODALITIES = [
  'text',
  'chat',
  'dossier',
  'picture',
  'speech',
  'video',
  'transcription',
  'moderation',
] as const;
export type Modality = (typeof MODALITIES)[number];

/**
 * What is asked of a service about a film besides the model's own `doStart` and `doStatus`. `operation` is what `doStart`
 * answered. While it waits, `doStatus` may tell `providerMetadata.<provider>.progress` (0…100); of one that failed,
 * `providerMetadata.<provider>.refused` is true when the service's safety system stopped it.
 */
export type VideoJobs = {
  /** Sent when a finished film is fetched from the address `doStatus` gave. */
  downloadHeaders?: (url: string) => Record<string, string>;
  /**
   * The operation of a film that was begun with exactly these words since then, or null when the service knows of none.
   * Absent: it cannot be asked, and a film of which it is not known whether it was begun is not begun again.
   */
  findStarted?: (begun: {
    modelId: string;
    prompt: string;
    since: Date;
    signal: AbortSignal;
  }) => Promise<JSONValue | null>;
  /** Stops a film nobody waits for any more, or removes it. */
  cancel?: (operation: JSONValue, signal: AbortSignal) => Promise<void>;
};

/**
 * One service that has models, and where it differs from the others. `provider` of every model it makes is its name,
 * alone or before a full stop (`openai.image`). A kind of model it does not have: the function is absent, or answers undefined.
 */
export type Provider = {
  name: string;
  /** True when nothing leaves this machine and nothing is billed. */
  builtIn: boolean;
  /** True when its calls cost nothing although they leave the process: a model server of one's own. */
  isFree?: boolean;
  /** Tokens for thoughts beside an answer, where plenty of them would be refused: some hosts want answer and question to fit the context. */
  answerRoom?: number;
  /** For people: who does the work. */
  label: (modelId: string) => string;
  /** The variable that must be set, when it is not. */
  missingVariable: () => string | undefined;
  createStoryModel?: (modelId: string) => LanguageModelV4 | undefined;
  createImageModel?: (modelId: string) => ImageModelV4 | undefined;
  createSpeechModel?: (modelId: string) => SpeechModelV4 | undefined;
  /** Holds the conversation. */
  createChatModel?: (modelId: string) => LanguageModelV4 | undefined;
  /** Reads a conversation and writes down what it learned. */
  createDossierModel?: (modelId: string) => LanguageModelV4 | undefined;
  /** Writes down recorded speech. */
  createTranscriptionModel?: (modelId: string) => TranscriptionModelV4 | undefined;
  /** Judges whether a text suits children. */
  createModerationModel?: (modelId: string) => ModerationModel | undefined;
  /** With `doStart` and `doStatus`: a film is waited for between steps, never inside one. */
  createVideoModel?: (modelId: string) => VideoModelV4 | undefined;
  /** Its own voice nearest to each of ours; absent: it has no voices to choose from. */
  voices?: Record<Voice, string>;
  /** Voices it has under the names of `NAMED_VOICES`. */
  namedVoices?: readonly NamedVoice[];
  /** How the voice is asked to read, where the service takes instructions. */
  speechInstructions?: (modelId: string) => string | undefined;
  /** Whether a voice takes a pace as a number (`speed`, 1 is as always). */
  takesSpeechSpeed?: (modelId: string) => boolean;
  /** How the model is asked for a rough or a fine picture, where it can be. */
  pictureOptions?: (modelId: string, quality: PictureQuality | undefined) => ProviderOptions | undefined;
  /** The sizes a model can draw; undefined when it draws any size. */
  pictureSizes?: (modelId: string) => PictureSize[] | undefined;
  /** How many reference pictures a model takes beside the words; 0 or absent: none. */
  pictureReferences?: (modelId: string) => number;
  videoJobs?: VideoJobs;
  /** The lengths in seconds and the sizes of clips a model films, shortest and smallest first. */
  videoShapes?: (modelId: string) => { seconds: number[]; sizes: PictureSize[] };
  /** Looks whether the service answers and accepts our key, with the cheapest call it has. Throws what the call throws. */
  ping?: (signal: AbortSignal) => Promise<void>;
};
