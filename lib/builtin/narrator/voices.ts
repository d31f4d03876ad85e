import type { Voice } from '../../story/schema.ts';

const PACES = ['normal', 'calm', 'slow'] as const;
export type Pace = (typeof PACES)[number];

/**
 * Our voices and the flite voice behind each. `stretch` evens out their natural speeds, so that the same text takes
 * about the same time whoever reads it; `presenceDb` lifts the consonants that the synthesiser's vocoder dulls.
 */
export const NARRATOR_VOICES: Record<Voice, { flite: string; stretch: number; presenceDb: number }> = {
  rosie: { flite: 'slt', stretch: 1.06, presenceDb: 4 },
  oliver: { flite: 'rms', stretch: 0.95, presenceDb: 4 },
  angus: { flite: 'awb', stretch: 1.08, presenceDb: 4 },
};

/** A bedtime reader takes about 140 words a minute, rests included. */
export const PACE_STRETCH: Record<Pace, number> = { normal: 1, calm: 1.12, slow: 1.28 };
export const PACE_RESTS: Record<Pace, number> = { normal: 0.75, calm: 1, slow: 1.3 };
