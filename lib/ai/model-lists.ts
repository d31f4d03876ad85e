import { getEnv } from '../env.ts';
import type { Modality } from './providers/provider.ts';

/**
 * Which models are asked for each kind of work, as the environment says it. In this order: the list of its own variable;
 * for words `LLM_PROVIDER`; with Hugging Face's token and nobody else named, what Dream Flow uses; else what is built in.
 * Any other key alone changes nothing: spending money must be asked for.
 */

type ModelList = {
  /** As they were written, first choice first; empty: nobody does this work. */
  ids: readonly string[];
  /** The variable to mend when one of them is wrong. */
  variable: string;
};

type ListName = keyof ReturnType<typeof getEnv>['ai']['lists'];
/** Of judges there is one: another one asked instead would let other things pass. */
type ListedModality = Exclude<Modality, 'moderation'>;

const LISTS: Record<ListedModality, { list: ListName; variable: string }> = {
  text: { list: 'story', variable: 'STORY_MODEL' },
  chat: { list: 'chat', variable: 'CHAT_MODEL' },
  dossier: { list: 'dossier', variable: 'DOSSIER_MODEL' },
  picture: { list: 'image', variable: 'IMAGE_MODEL' },
  speech: { list: 'speech', variable: 'SPEECH_MODEL' },
  video: { list: 'video', variable: 'VIDEO_MODEL' },
  transcription: { list: 'transcription', variable: 'TRANSCRIPTION_MODEL' },
};

const MODERATION = 'MODERATION_MODEL';

/** What is built in; nothing here writes down recorded speech, and a page that moves is no model's work (lib/making/clip-scene.ts). */
const BUILT_IN: Partial<Record<Modality, string>> = {
  text: 'builtin/storyteller',
  chat: 'builtin/interviewer',
  dossier: 'builtin/extractor',
  picture: 'builtin/illustrator',
  speech: 'builtin/narrator',
};

/** A picture or a voice that fails for good is made here instead; nobody's words are exchanged for other words unasked. */
const STAND_INS: Partial<Record<Modality, string>> = {
  picture: 'builtin/illustrator',
  speech: 'builtin/narrator',
};

const WORDS: ReadonlySet<Modality> = new Set(['text', 'chat', 'dossier']);

/** What `LLM_PROVIDER` alone means: of each the one that writes well for little money and that nobody has announced the end of (2026-11). */
const DEFAULT_WRITERS = {
  openai: 'gpt-6-luna',
  anthropic: 'claude-sonnet-5-5',
  gemini: 'gemini-3.5-flash-lite',
  huggingface: 'meta-llama/Llama-3.2-1B-Instruct',
  ollama: 'llama3.2',
} as const;

/** What Dream Flow uses unless it is told otherwise. */
const DREAM_FLOW: Partial<Record<Modality, string>> = {
  text: 'huggingface/meta-llama/Llama-3.2-1B-Instruct',
  picture: 'huggingface/black-forest-labs/FLUX.1-schnell',
  speech: 'huggingface/suno/bark-small',
};

/** The models of one kind of work, without the stand-in. */
export function readModelList(modality: Modality): ModelList {
  const { lists, llmProvider, ollama, huggingface, moderation } = getEnv().ai;
  if (modality === 'moderation') return { ids: moderation ? [moderation] : [], variable: MODERATION };
  const { list, variable } = LISTS[modality];
  if (lists[list].length > 0) return { ids: lists[list], variable };
  if (llmProvider && WORDS.has(modality)) {
    const model =
      llmProvider === 'ollama' ? (ollama.model ?? DEFAULT_WRITERS.ollama) : DEFAULT_WRITERS[llmProvider];
    return { ids: [`${llmProvider}/${model}`], variable: 'LLM_PROVIDER' };
  }
  const builtIn = BUILT_IN[modality];
  const dreamFlow = DREAM_FLOW[modality];
  if (huggingface.token && dreamFlow && builtIn && isNobodyElseNamed()) {
    return { ids: [dreamFlow, builtIn], variable: 'HUGGINGFACE_API_TOKEN' };
  }
  return { ids: builtIn ? [builtIn] : [], variable };
}

export function getBuiltInId(modality: Modality): string | undefined {
  return BUILT_IN[modality];
}

/** Stands in when every model of the list has failed for good. */
export function getStandInId(modality: Modality): string | undefined {
  return STAND_INS[modality];
}

export function getListVariable(modality: Modality): string {
  return modality === 'moderation' ? MODERATION : LISTS[modality].variable;
}

/** Whether anything but the built-in engines is asked for: only then is there something to check at the start. */
export function isAnyModelNamed(ai: ReturnType<typeof getEnv>['ai']): boolean {
  return (
    Object.values(ai.lists).some((ids) => ids.length > 0) ||
    ai.allowed.length > 0 ||
    ai.moderation !== undefined ||
    Object.keys(ai.limits).length > 0 ||
    ai.llmProvider !== undefined ||
    ai.huggingface.token !== undefined
  );
}

/** Somebody who uses another service and sets the token for one model has not asked for the other two. */
function isNobodyElseNamed(): boolean {
  const { lists, llmProvider } = getEnv().ai;
  if (llmProvider && llmProvider !== 'huggingface') return false;
  return Object.values(lists)
    .flat()
    .every((id) => id.startsWith('builtin/') || isHuggingFace(id));
}

function isHuggingFace(id: string): boolean {
  return !OTHER_SERVICES.some((name) => id.startsWith(`${name}/`));
}

const OTHER_SERVICES = ['openai', 'anthropic', 'gemini', 'ollama', 'compatible'];
