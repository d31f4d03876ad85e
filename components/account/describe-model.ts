import type { ModelView, ProviderView } from '@/lib/ai/model-catalog-view';
import type { Modality } from '@/lib/ai/providers/provider';

/** What a person reads about a kind of work, a model and a service. */

export const WORK: Record<Modality, { title: string; short: string; none: string }> = {
  text: { title: 'Writes the story', short: 'stories', none: 'Nobody writes stories here.' },
  chat: { title: 'Talks with you', short: 'conversations', none: 'Nobody talks with you here.' },
  dossier: { title: 'Takes notes while you talk', short: 'notes', none: 'Nobody takes notes here.' },
  picture: { title: 'Paints the pictures', short: 'pictures', none: 'Nobody paints here.' },
  speech: { title: 'Reads aloud', short: 'voices', none: 'Nobody reads aloud here.' },
  video: {
    title: 'Films the scenes',
    short: 'clips',
    none: 'No service: pages that move are made of their pictures, built in.',
  },
  transcription: {
    title: 'Writes down what you say',
    short: 'dictation',
    none: 'No service: your browser does it where it can.',
  },
  moderation: {
    title: 'Checks texts',
    short: 'checking texts',
    none: 'No service: our own rules alone, on every text.',
  },
};

/** "3 reference pictures · 3 shapes", empty for a model of which there is nothing to tell. */
export function describeAbilities({ modality, can }: ModelView): string {
  const parts = [
    can.references ? countOf(can.references, 'reference picture') : '',
    can.sizes && can.sizes.length > 0
      ? countOf(can.sizes.length, modality === 'video' ? 'size' : 'shape')
      : '',
    modality === 'picture' && !can.sizes ? 'any shape' : '',
    can.voices && can.voices.length > 0 ? countOf(can.voices.length, 'voice') : '',
    can.seconds && can.seconds.length > 0 ? `clips of ${listOf(can.seconds.map(String))} seconds` : '',
  ];
  return toSentenceStart(parts.filter(Boolean).join(' · '));
}

/** "at most 8 calls at once, 300 a minute" */
export function describeLimits({ calls_at_once, calls_a_minute }: ProviderView): string {
  const parts = [
    calls_at_once === null ? '' : `${countOf(calls_at_once, 'call')} at once`,
    calls_a_minute === null ? '' : `${calls_a_minute} a minute`,
  ].filter(Boolean);
  return parts.length === 0 ? '' : `At most ${parts.join(', ')}.`;
}

export function describeWork(provider: ProviderView): string {
  const words = provider.work.map((modality) => WORK[modality].short);
  return toSentenceStart(listOf(words));
}

export type Standing = {
  tone: 'success' | 'warning' | 'destructive' | 'default';
  word: string;
  /** One sentence more, where there is something to say. */
  detail: string;
};

/** How a service stands, the most pressing thing first. */
export function describeStanding(provider: ProviderView, isAsking: boolean): Standing {
  if (!provider.is_set_up) {
    return { tone: 'default', word: 'Not set up', detail: `It needs ${provider.needs} in the settings.` };
  }
  if (provider.built_in) return { tone: 'success', word: 'Always there', detail: '' };
  if (provider.circuit === 'open') {
    return { tone: 'destructive', word: 'Taking a pause', detail: 'It kept failing and is left alone until' };
  }
  if (provider.circuit === 'half-open') {
    return {
      tone: 'warning',
      word: 'Being tried',
      detail: 'Its pause is over; the next call tries whether it is back.',
    };
  }
  if (!provider.is_used) return describeUnused(provider);
  if (provider.answers === true) return { tone: 'success', word: 'Answers', detail: '' };
  if (provider.answers === false) {
    return { tone: 'destructive', word: 'Does not answer', detail: explain(provider.error_code) };
  }
  return isAsking
    ? { tone: 'default', word: 'Asking…', detail: '' }
    : { tone: 'default', word: 'Not known', detail: 'It has no call that asks it without cost.' };
}

function describeUnused({ answers }: ProviderView): Standing {
  return answers === true
    ? { tone: 'success', word: 'Ready', detail: 'Name one of its models in the settings, and it works here.' }
    : { tone: 'default', word: 'Not used', detail: 'No setting names one of its models.' };
}

function explain(code: string | null): string {
  if (code === 'provider_rejected') return 'It did not accept the key, or has no credit left.';
  if (code === 'provider_bad_output') return 'It answered with something that cannot be read.';
  return 'It could not be reached.';
}

function countOf(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function toSentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
