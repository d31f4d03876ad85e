import 'server-only';
import { describeModels } from '@/lib/ai/models';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { getFfmpegBinaries } from '@/lib/film/ffmpeg-binaries';
import { log } from '@/lib/log';
import { type GuardrailsState, getGuardrailsState } from '@/lib/safety/guardrails-config';
import { getObjectStore } from '@/lib/storage/object-store';
import { getAdminClient } from '@/lib/supabase/admin';

export type ServiceState = 'up' | 'down';
export type Health = {
  status: 'ok' | 'degraded';
  /** Which model writes, as `provider/model`; the second name is the documented one of another dialect. */
  model: string;
  story_model: string;
  /** Transcription is null when nobody writes down recorded speech, moderation when our own rules alone judge texts. */
  models: {
    text: string;
    picture: string;
    speech: string;
    chat: string;
    dossier: string;
    transcription: string | null;
    moderation: string | null;
  };
  services: Record<'database' | 'storage' | 'queue' | 'ffmpeg', ServiceState>;
  /** Whether the guardrails file is in force as it stands; in words when the last good one is, or none. */
  guardrails: { ok: boolean; message: string | null; loaded_at: string | null };
};

type Check = (signal: AbortSignal) => Promise<void>;
export type HealthChecks = Record<keyof Health['services'], Check>;

const TIMEOUT_MS = 2_000;
/** Anybody may ask: many who ask at once, or right after, get one answer. */
const REMEMBERED_MS = 1_000;
const LOCAL_INNGEST_URL = 'http://127.0.0.1:8288';
const INNGEST_CLOUD_URL = 'https://inn.gs';

/** That this process answers, and with which models it works. Asks nobody. `model` is the documented name of another dialect. */
export function describeLife(): Pick<Health, 'model' | 'story_model' | 'models'> & { status: 'ok' } {
  const models = nameModels();
  return { status: 'ok', model: models.text, story_model: models.text, models };
}

let remembered: { answer: Promise<Health>; until: number } | undefined;

/** How we are: asks every service at once, for at most two seconds. Never throws; what does not answer is down. */
export function getHealth(): Promise<Health> {
  if (!remembered || remembered.until < Date.now()) {
    remembered = { answer: checkHealth(CHECKS), until: Date.now() + REMEMBERED_MS };
  }
  return remembered.answer;
}

export async function checkHealth(
  checks: HealthChecks,
  timeoutMs: number = TIMEOUT_MS,
  guardrails: GuardrailsState = getGuardrailsState(),
): Promise<Health> {
  const names = Object.keys(checks) as (keyof HealthChecks)[];
  const states = await Promise.all(names.map((name) => checkService(name, checks[name], timeoutMs)));
  const services = Object.fromEntries(
    names.map((name, index) => [name, states[index]]),
  ) as Health['services'];
  return {
    ...describeLife(),
    // With the last good file in force we can be used; without any nothing passes.
    status: states.every((state) => state === 'up') && guardrails.loadedAt ? 'ok' : 'degraded',
    services,
    guardrails: {
      ok: guardrails.ok,
      message: guardrails.message ?? null,
      loaded_at: guardrails.loadedAt?.toISOString() ?? null,
    },
  };
}

async function checkService(name: string, check: Check, timeoutMs: number): Promise<ServiceState> {
  const signal = AbortSignal.timeout(timeoutMs);
  const timedOut = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    // The race bounds a check that does not listen to its signal.
    await Promise.race([check(signal), timedOut]);
    return 'up';
  } catch (error) {
    log.warn({ err: error, service: name }, 'service is down');
    return 'down';
  }
}

const CHECKS: HealthChecks = {
  async database(signal) {
    const { error } = await getAdminClient().from('profiles').select('id').limit(1).abortSignal(signal);
    if (error) throw error;
  },
  async storage(signal) {
    const store = await getObjectStore();
    await store.check(signal);
  },
  async queue(signal) {
    const { baseUrl, dev, eventKey } = getEnv().inngest;
    const devUrl = dev?.startsWith('http') ? dev : undefined;
    const url = baseUrl ?? devUrl ?? (eventKey ? INNGEST_CLOUD_URL : LOCAL_INNGEST_URL);
    const response = await fetch(new URL('/health', url), { signal, cache: 'no-store' });
    // The cloud has no such page; that it answers is what counts.
    if (response.status >= 500)
      throw new AppError('queue_unavailable', `The queue answered ${response.status}.`);
  },
  async ffmpeg() {
    await getFfmpegBinaries();
  },
};

function nameModels(): Health['models'] {
  const ids = new Map(describeModels().map(({ modality, id }) => [modality, id]));
  return {
    text: ids.get('text') ?? '',
    picture: ids.get('picture') ?? '',
    speech: ids.get('speech') ?? '',
    chat: ids.get('chat') ?? '',
    dossier: ids.get('dossier') ?? '',
    transcription: ids.get('transcription') ?? null,
    moderation: ids.get('moderation') ?? null,
  };
}
