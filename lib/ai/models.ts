import type { ImageModelV4, LanguageModelV4, SpeechModelV4 } from '@ai-sdk/provider';
import { getEnv } from '../env.ts';
import { AppError } from '../errors.ts';
import { builtinProvider } from './providers/builtin.ts';
import { openaiProvider } from './providers/openai.ts';
import type { Provider } from './providers/provider.ts';

/**
 * Which model does what: the only file that knows every provider. `STORY_MODEL`, `IMAGE_MODEL` and `SPEECH_MODEL` are
 * `provider/model`. Unset means the built-in engine even when a key is set: spending money must be asked for.
 */
const PROVIDERS: Provider[] = [builtinProvider, openaiProvider];

type Choice<Model> = {
  modality: 'text' | 'picture' | 'speech';
  variable: string;
  chosen: () => string | undefined;
  builtInId: string;
  create: (provider: Provider, modelId: string) => Model | undefined;
};

const STORY: Choice<LanguageModelV4> = {
  modality: 'text',
  variable: 'STORY_MODEL',
  chosen: () => getEnv().storyModel,
  builtInId: 'builtin/storyteller',
  create: (provider, modelId) => provider.createStoryModel(modelId),
};
const IMAGE: Choice<ImageModelV4> = {
  modality: 'picture',
  variable: 'IMAGE_MODEL',
  chosen: () => getEnv().imageModel,
  builtInId: 'builtin/illustrator',
  create: (provider, modelId) => provider.createImageModel(modelId),
};
const SPEECH: Choice<SpeechModelV4> = {
  modality: 'speech',
  variable: 'SPEECH_MODEL',
  chosen: () => getEnv().speechModel,
  builtInId: 'builtin/narrator',
  create: (provider, modelId) => provider.createSpeechModel(modelId),
};
const CHOICES: Choice<unknown>[] = [STORY, IMAGE, SPEECH];

type ModelDescription = {
  modality: 'text' | 'picture' | 'speech';
  id: string;
  builtIn: boolean;
  label: string;
};

/** @throws AppError `misconfigured` naming the variable, like the two after it */
export function getStoryModel(): LanguageModelV4 {
  return createChosen(STORY);
}

export function getImageModel(): ImageModelV4 {
  return createChosen(IMAGE);
}

export function getSpeechModel(): SpeechModelV4 {
  return createChosen(SPEECH);
}

/** What stands in when a chosen model fails for good. */
export function getBuiltInImageModel(): ImageModelV4 {
  return builtinProvider.createImageModel('illustrator') as ImageModelV4;
}

export function getBuiltInSpeechModel(): SpeechModelV4 {
  return builtinProvider.createSpeechModel('narrator') as SpeechModelV4;
}

/**
 * Tries every choice without calling anything, for the start and `/health`.
 * @returns what is wrong, one sentence each, naming the variable; empty when all is well
 */
export function checkModelConfiguration(): string[] {
  return CHOICES.flatMap((choice) => {
    try {
      createChosen(choice);
      return [];
    } catch (error) {
      if (error instanceof AppError && error.code === 'misconfigured') return [error.message];
      throw error;
    }
  });
}

/** Who does the work, for people. A wrong setting is described by its own text; `checkModelConfiguration` tells more. */
export function describeModels(): ModelDescription[] {
  return CHOICES.map(({ modality, chosen, builtInId }) => {
    const id = chosen() ?? builtInId;
    const { provider, modelId } = split(id);
    return { modality, id, builtIn: provider?.builtIn ?? false, label: provider?.label(modelId) ?? id };
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

function createChosen<Model>({ variable, chosen, builtInId, create }: Choice<Model>): Model {
  const id = chosen() ?? builtInId;
  const { provider, modelId } = split(id);
  if (!provider || modelId === '') {
    const names = PROVIDERS.map(({ name }) => name).join(', ');
    throw new AppError(
      'misconfigured',
      `${variable} is "${id}", but must be provider/model with one of the providers ${names}; for example ${builtInId}.`,
    );
  }
  const missing = provider.missingVariable();
  if (missing)
    throw new AppError('misconfigured', `${variable} is "${id}", which needs ${missing} to be set.`);
  const model = create(provider, modelId);
  if (!model) {
    throw new AppError(
      'misconfigured',
      `${variable} is "${id}", but ${provider.name} has no such model; for example ${builtInId}.`,
    );
  }
  return model;
}
