import type { Tone } from '../../story/schema.ts';

const KIN: Partial<Record<Tone, Tone>> = {
  suspenseful: 'mysterious',
  uplifting: 'heartwarming',
  dark: 'mysterious',
  whimsical: 'funny',
};

/** The tone whose plots and last words fit another as well; those with plots of their own are their own kin. */
export function kinTone(tone: Tone): Tone {
  return KIN[tone] ?? tone;
}
