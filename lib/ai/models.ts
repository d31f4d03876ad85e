import type {
  ImageModelV4,
  LanguageModelV4,
  SpeechModelV4,
  TranscriptionModelV4,
  Experimental_VideoModelV4 as VideoModelV4,
} from '@ai-sdk/provider';
import { getEnv } from '../env.ts';
import { AppError } from '../errors.ts';
import { getBuiltInId, getListVariable, getStandInId, readModelList } from './model-lists.ts';
import type { ModerationModel } from './moderation/moderation-model.ts';
import { anthropicProvider } from './providers/anthropic.ts';
import { builtinProvider } from './providers/builtin.ts';
import { compatibleProvider } from './providers/compatible.ts';
import { geminiProvider } from './providers/gemini.ts';
import { huggingfaceProvider } from './providers/huggingface.ts';
import { ollamaProvider } from './providers/ollama.ts';
import { openaiProvider } from './providers/openai.ts';
import { MODALITIES, type Modality, type Provider } from './providers/provider.ts';

/**
 * Which model does what: the only file that knows every provider. What each kind of work is asked of stands in
 * lib/ai/model-lists.ts; a request may choose others that the installation allows (lib/ai/chosen-models.ts).
 */
export const PROVIDERS: readonly Provider[] = [
  builtinProvider,
  openaiProvider,
  anthropicProvider,
  ollamaProvider,
  compatibleProvider,
  geminiProvider,
  huggingfaceProvider,
];

type ModelOf = {
  text: LanguageModelV4;
  chat: LanguageModelV4;
  dossier: LanguageModelV4;
  picture: ImageModelV4;
  speech: SpeechModelV4;
  video: VideoModelV4;
  transcription: TranscriptionModelV4;
  moderation: ModerationModel;
};

/** One model of a list. */
export type Candidate<Model> = {
  /** `provider/model`: one name for a model wherever it is stored or shown. */
  id: string;
  modelId: string;
  provider: Provider;
  /** @throws AppError `misconfigured` naming what is not set */
  create: () => Model;
};

const CREATE: { [M in Modality]: (provider: Provider, modelId: string) => ModelOf[M] | undefined } = {
  text: (provider, modelId) => provider.createStoryModel?.(modelId),
  chat: (provider, modelId) => provider.createChatModel?.(modelId),
  dossier: (provider, modelId) => provider.createDossierModel?.(modelId),
  picture: (provider, modelId) => provider.createImageModel?.(modelId),
  speech: (provider, modelId) => provider.createSpeechModel?.(modelId),
  video: (provider, modelId) => provider.createVideoModel?.(modelId),
  transcription: (provider, modelId) => provider.createTranscriptionModel?.(modelId),
  moderation: (provider, modelId) => provider.createModerationModel?.(modelId),
};

const EXAMPLES: Partial<Record<Modality, string>> = {
  video: 'openai/sora-2',
  transcription: 'openai/gpt-4o-mini-transcribe',
  moderation: 'openai/omni-moderation-latest',
};

/**
 * The models that are tried for one kind of work, first choice first; pictures and voices end with the built-in engine.
 * Empty where nobody does this work.
 * @param chosen `provider/model, provider/model` of a request instead of the installation's own list
 * @throws AppError `misconfigured` naming the variable
 */
export function listCandidates<M extends Modality>(modality: M, chosen?: string): Candidate<ModelOf[M]>[] {
  const { ids, variable } =
    chosen === undefined
      ? readModelList(modality)
      : { ids: splitModelList(chosen), variable: getListVariable(modality) };
  const standIn = getStandInId(modality);
  const all = standIn ? [...ids, standIn] : ids;
  return [...new Set(all.map(nameFully))].map((id) => buildCandidate(modality, id, variable));
}

/** A model by its name, for a step that took it from a chain. @throws AppError `misconfigured` */
export function getCandidate<M extends Modality>(modality: M, id: string): Candidate<ModelOf[M]> {
  return buildCandidate(modality, nameFully(id), getListVariable(modality));
}

export type ModelDescription = {
  modality: Modality;
  id: string;
  builtIn: boolean;
  label: string;
};

/** Who does the work, for people: the first of each list; work that nobody does is left out. */
export function describeModels(): ModelDescription[] {
  return MODALITIES.flatMap((modality) => {
    const [written] = readModelList(modality).ids;
    if (written === undefined) return [];
    const id = nameFully(written);
    const { provider } = splitModelId(id);
    return [{ modality, id, builtIn: provider?.builtIn ?? false, label: labelModel(id) }];
  });
}

/** A model by its name, for people; one that nobody knows any more goes by its name. */
export function labelModel(id: string): string {
  const { provider, modelId } = splitModelId(id);
  return provider?.label(modelId) ?? id;
}

/** `openai/gpt-image-1`: one name for a model wherever it is stored or shown. */
export function modelName(model: { provider: string; modelId: string }): string {
  return `${providerNameOf(model)}/${model.modelId}`;
}

export function findProvider(model: { provider: string }): Provider | undefined {
  return PROVIDERS.find((provider) => provider.name === providerNameOf(model));
}

export function providerNameOf(model: { provider: string }): string {
  return model.provider.split('.', 1)[0] ?? model.provider;
}

/** `a/b, c/d` → its names, in full. */
function splitModelList(list: string): string[] {
  return list
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)
    .map(nameFully);
}

/** With Hugging Face's token a name that begins with no provider is one of its models, as Dream Flow writes them. */
export function nameFully(id: string): string {
  const { provider } = splitModelId(id);
  return !provider && id.includes('/') && getEnv().ai.huggingface.token ? `huggingface/${id}` : id;
}

/** `provider/model`, whose second part may hold slashes; an unknown provider is undefined. */
export function splitModelId(id: string): { provider: Provider | undefined; modelId: string } {
  const slash = id.indexOf('/');
  const name = slash < 0 ? id : id.slice(0, slash);
  return {
    provider: PROVIDERS.find((candidate) => candidate.name === name),
    modelId: slash < 0 ? '' : id.slice(slash + 1),
  };
}

/** @param variable to be named when something is wrong · @throws AppError `misconfigured` */
export function buildCandidate<M extends Modality>(
  modality: M,
  id: string,
  variable: string,
): Candidate<ModelOf[M]> {
  const { provider, modelId } = splitModelId(id);
  const example = getBuiltInId(modality) ?? EXAMPLES[modality];
  if (!provider || modelId === '') throw unknownProvider(variable, id, example);
  return {
    id,
    modelId,
    provider,
    create: () => {
      const missing = provider.missingVariable();
      if (missing) {
        throw new AppError('misconfigured', `${variable} is "${id}", which needs ${missing} to be set.`);
      }
      const model = CREATE[modality](provider, modelId);
      if (model) return model;
      throw new AppError(
        'misconfigured',
        `${variable} is "${id}", but ${provider.name} has no such model; for example ${example}.`,
      );
    },
  };
}

export function unknownProvider(variable: string, id: string, example: string | undefined): AppError {
  const names = PROVIDERS.map(({ name }) => name).join(', ');
  return new AppError(
    'misconfigured',
    `${variable} is "${id}", but must be provider/model with one of the providers ${names}; for example ${example}.`,
  );
}
