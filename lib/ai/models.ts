import type { ImageModelV4, LanguageModelV4, SpeechModelV4, TranscriptionModelV4 } from '@ai-sdk/provider';
import { getEnv } from '../env.ts';
import { AppError } from '../errors.ts';
import { builtinProvider } from './providers/builtin.ts';
import { openaiProvider } from './providers/openai.ts';
import type { Modality, Provider } from './providers/provider.ts';

/**
 * Which model does what: the only file that knows every provider. `STORY_MODEL`, `IMAGE_MODEL`, `SPEECH_MODEL`,
 * `CHAT_MODEL`, `DOSSIER_MODEL` and `TRANSCRIPTION_MODEL` are `provider/model`. Unset means the built-in engine even when
 * a key is set: spending money must be asked for. Only transcription has no built-in engine: unset means none.
 */
const PROVIDERS: Provider[] = [builtinProvider, openaiProvider];

type Choice<Model> = {
  modality: Modality;
  variable: string;
  chosen: () => string | undefined;
  /** Undefined where nothing is built in: then unset means that nobody does this work. */
  builtInId: string | undefined;
  /** For the message about a wrong setting. */
  example: string;
  create: (provider: Provider, modelId: string) => Model | undefined;
};

const STORY: Choice<LanguageModelV4> = {
  modality: 'text',
  variable: 'STORY_MODEL',
  chosen: () => getEnv().ai.lists.story[0],
  builtInId: 'builtin/storyteller',
  example: 'builtin/storyteller',
  create: (provider, modelId) => provider.createStoryModel?.(modelId),
};
const IMAGE: Choice<ImageModelV4> = {
  modality: 'picture',
  variable: 'IMAGE_MODEL',
  chosen: () => getEnv().ai.lists.image[0],
  builtInId: 'builtin/illustrator',
  example: 'builtin/illustrator',
  create: (provider, modelId) => provider.createImageModel?.(modelId),
};
const SPEECH: Choice<SpeechModelV4> = {
  modality: 'speech',
  variable: 'SPEECH_MODEL',
  chosen: () => getEnv().ai.lists.speech[0],
  builtInId: 'builtin/narrator',
  example: 'builtin/narrator',
  create: (provider, modelId) => provider.createSpeechModel?.(modelId),
};
const CHAT: Choice<LanguageModelV4> = {
  modality: 'chat',
  variable: 'CHAT_MODEL',
  chosen: () => getEnv().ai.lists.chat[0],
  builtInId: 'builtin/interviewer',
  example: 'builtin/interviewer',
  create: (provider, modelId) => provider.createChatModel?.(modelId),
};
const DOSSIER: Choice<LanguageModelV4> = {
  modality: 'dossier',
  variable: 'DOSSIER_MODEL',
  chosen: () => getEnv().ai.lists.dossier[0],
  builtInId: 'builtin/extractor',
  example: 'builtin/extractor',
  create: (provider, modelId) => provider.createDossierModel?.(modelId),
};
const TRANSCRIPTION: Choice<TranscriptionModelV4> = {
  modality: 'transcription',
  variable: 'TRANSCRIPTION_MODEL',
  chosen: () => getEnv().ai.lists.transcription[0],
  builtInId: undefined,
  example: 'openai/gpt-4o-mini-transcribe',
  create: (provider, modelId) => provider.createTranscriptionModel?.(modelId),
};
const CHOICES: Choice<unknown>[] = [STORY, IMAGE, SPEECH, CHAT, DOSSIER, TRANSCRIPTION];

type ModelDescription = {
  modality: Modality;
  id: string;
  builtIn: boolean;
  label: string;
};

/** @throws AppError `misconfigured` naming the variable, like the ones after it */
export function getStoryModel(): LanguageModelV4 {
  return createChosen(STORY);
}

export function getImageModel(): ImageModelV4 {
  return createChosen(IMAGE);
}

export function getSpeechModel(): SpeechModelV4 {
  return createChosen(SPEECH);
}

export function getChatModel(): LanguageModelV4 {
  return createChosen(CHAT);
}

export function getDossierModel(): LanguageModelV4 {
  return createChosen(DOSSIER);
}

/** Undefined when none was chosen: nothing on this machine writes down recorded speech. */
export function getTranscriptionModel(): TranscriptionModelV4 | undefined {
  return isChosen(TRANSCRIPTION) ? createChosen(TRANSCRIPTION) : undefined;
}

/** What stands in when a chosen model fails for good. */
export function getBuiltInImageModel(): ImageModelV4 {
  return builtinProvider.createImageModel?.('illustrator') as ImageModelV4;
}

export function getBuiltInSpeechModel(): SpeechModelV4 {
  return builtinProvider.createSpeechModel?.('narrator') as SpeechModelV4;
}

/**
 * Tries every choice without calling anything, for the start and `/health`.
 * @returns what is wrong, one sentence each, naming the variable; empty when all is well
 */
export function checkModelConfiguration(): string[] {
  return CHOICES.filter(isChosen).flatMap((choice) => {
    try {
      createChosen(choice);
      return [];
    } catch (error) {
      if (error instanceof AppError && error.code === 'misconfigured') return [error.message];
      throw error;
    }
  });
}

/** Who does the work, for people; work that nobody does is left out. A wrong setting is described by its own text; `checkModelConfiguration` tells more. */
export function describeModels(): ModelDescription[] {
  return CHOICES.flatMap(({ modality, chosen, builtInId }) => {
    const id = chosen() ?? builtInId;
    if (!id) return [];
    const { provider, modelId } = split(id);
    return [{ modality, id, builtIn: provider?.builtIn ?? false, label: provider?.label(modelId) ?? id }];
  });
}

/** `openai/gpt-image-1`: one name for a model wherever it is stored or shown. */
export function modelName(model: { provider: string; modelId: string }): string {
  return `${providerNameOf(model)}/${model.modelId}`;
}

/** Where the provider of a model differs from others; undefined for a model none of ours made. */
export function findProvider(model: { provider: string }): Provider | undefined {
  return PROVIDERS.find((provider) => provider.name === providerNameOf(model));
}

export function providerNameOf(model: { provider: string }): string {
  return model.provider.split('.', 1)[0] ?? model.provider;
}

function split(id: string): { provider: Provider | undefined; modelId: string } {
  const slash = id.indexOf('/');
  const name = slash < 0 ? id : id.slice(0, slash);
  return {
    provider: PROVIDERS.find((candidate) => candidate.name === name),
    modelId: slash < 0 ? '' : id.slice(slash + 1),
  };
}

function isChosen({ chosen, builtInId }: Choice<unknown>): boolean {
  return (chosen() ?? builtInId) !== undefined;
}

function createChosen<Model>({ variable, chosen, builtInId, example, create }: Choice<Model>): Model {
  const id = chosen() ?? builtInId ?? '';
  const { provider, modelId } = split(id);
  if (!provider || modelId === '') {
    const names = PROVIDERS.map(({ name }) => name).join(', ');
    throw new AppError(
      'misconfigured',
      `${variable} is "${id}", but must be provider/model with one of the providers ${names}; for example ${example}.`,
    );
  }
  const missing = provider.missingVariable();
  if (missing)
    throw new AppError('misconfigured', `${variable} is "${id}", which needs ${missing} to be set.`);
  const model = create(provider, modelId);
  if (!model) {
    throw new AppError(
      'misconfigured',
      `${variable} is "${id}", but ${provider.name} has no such model; for example ${example}.`,
    );
  }
  return model;
}
