import 'server-only';
import { getEnv } from '@/lib/env';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { readGateSettings } from './gate/gate-settings';
import { CLOSED_GATE, type ProviderGate, readGates } from './gate/read-gates';
import type { ModelCatalog, ModelView, ProviderView } from './model-catalog-view';
import { readModelList } from './model-lists';
import { type Candidate, listCandidates, nameFully, PROVIDERS } from './models';
import { type Ping, pingProvider } from './ping-providers';
import { MODALITIES, type Modality, type Provider } from './providers/provider';

const TITLES: Record<string, string> = {
  builtin: 'Built in',
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  gemini: 'Google Gemini',
  ollama: 'Ollama',
  huggingface: 'Hugging Face',
  compatible: 'A server like OpenAI’s',
};

const CREATORS = {
  text: 'createStoryModel',
  chat: 'createChatModel',
  dossier: 'createDossierModel',
  picture: 'createImageModel',
  speech: 'createSpeechModel',
  video: 'createVideoModel',
  transcription: 'createTranscriptionModel',
  moderation: 'createModerationModel',
} as const satisfies Record<Modality, keyof Provider>;

/** Nothing on this machine films or writes down speech as a model, though the provider's shape has the functions. */
const NOT_BUILT_IN: readonly Modality[] = ['video', 'transcription'];

/**
 * Every model of this installation in the order in which it is asked, and every service Storyloom knows.
 * @param options.asksProviders also asks whether they answer: a call each, at most one a minute
 */
export async function readModelCatalog(
  admin: DatabaseClient,
  options: { asksProviders: boolean },
): Promise<ModelCatalog> {
  const [gates, providers] = await Promise.all([
    readGates(admin),
    Promise.all(
      PROVIDERS.map(async (provider) => ({
        provider,
        ping: options.asksProviders ? await pingProvider(provider) : undefined,
      })),
    ),
  ]);
  const views = providers.map(({ provider, ping }) =>
    describeProvider(provider, gates.get(provider.name) ?? CLOSED_GATE, ping),
  );
  return {
    models: MODALITIES.flatMap((modality) => describeList(modality, views)),
    providers: views,
    allowed: getEnv().ai.allowed.map(nameFully),
  };
}

function describeProvider(provider: Provider, gate: ProviderGate, ping: Ping | undefined): ProviderView {
  const { name, builtIn } = provider;
  const needs = provider.missingVariable() ?? null;
  const { concurrency, requestsPerMinute } = readGateSettings(name);
  return {
    name,
    title: TITLES[name] ?? name,
    built_in: builtIn,
    is_free: builtIn || (provider.isFree ?? false),
    is_set_up: needs === null,
    needs,
    is_used: builtIn || listUsedIds().some((id) => id.startsWith(`${name}/`)),
    work: MODALITIES.filter(
      (modality) =>
        provider[CREATORS[modality]] !== undefined && !(builtIn && NOT_BUILT_IN.includes(modality)),
    ),
    circuit: gate.circuit,
    retry_at: gate.retryAt,
    answers: builtIn ? true : (ping?.answers ?? null),
    checked_at: ping?.checkedAt ?? null,
    error_code: ping?.errorCode ?? gate.errorCode,
    calls_under_way: gate.callsUnderWay,
    calls_at_once: builtIn ? null : concurrency,
    calls_a_minute: builtIn ? null : requestsPerMinute,
  };
}

function listUsedIds(): string[] {
  return [...MODALITIES.flatMap((modality) => readModelList(modality).ids), ...getEnv().ai.allowed].map(
    nameFully,
  );
}

function describeList(modality: Modality, providers: readonly ProviderView[]): ModelView[] {
  const chosen = readModelList(modality).ids.map(nameFully);
  return listCandidates(modality).flatMap((candidate, index) => {
    const provider = providers.find(({ name }) => name === candidate.provider.name);
    if (!provider) return [];
    return {
      modality,
      id: candidate.id,
      label: candidate.provider.label(candidate.modelId),
      provider: provider.name,
      built_in: provider.built_in,
      is_free: provider.is_free,
      is_default: index === 0,
      is_stand_in: !chosen.includes(candidate.id),
      can: describeAbilities(modality, candidate),
      circuit: provider.circuit,
      answers: provider.answers,
      checked_at: provider.checked_at,
    };
  });
}

function describeAbilities(modality: Modality, { provider, modelId }: Candidate<unknown>): ModelView['can'] {
  if (modality === 'picture') {
    const sizes = provider.pictureSizes?.(modelId);
    return { references: provider.pictureReferences?.(modelId) ?? 0, ...(sizes && { sizes }) };
  }
  if (modality === 'speech') {
    const voices = [...Object.values(provider.voices ?? {}), ...(provider.namedVoices ?? [])];
    return { voices: [...new Set(voices)] };
  }
  if (modality === 'video') {
    const shapes = provider.videoShapes?.(modelId);
    return shapes ? { sizes: shapes.sizes, seconds: shapes.seconds } : {};
  }
  return {};
}
