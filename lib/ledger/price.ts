import type { Modality } from '../ai/providers/provider.ts';

/** What a call used, or may use at most. Absent: not known, or not how this model is billed. */
export type Units = {
  inputTokens?: number | undefined;
  outputTokens?: number | undefined;
  pictures?: number | undefined;
  characters?: number | undefined;
  /** Of film made, or of speech heard. */
  seconds?: number | undefined;
  bytes?: number | undefined;
};

/** One model's price on one day, all in whole micro-dollars: tokens and characters by the million, pictures and seconds each. */
export type Price = {
  /** The row of the price file: `openai/gpt-5`, `huggingface/*`; `free` where nothing is billed. */
  row: string;
  /** Since when, `2025-08-07`. */
  from?: string | undefined;
  /** Set where the file has no row for the model and another's stands in. */
  isGuess?: true;
  inputTokens?: number | undefined;
  outputTokens?: number | undefined;
  picture?: number | undefined;
  characters?: number | undefined;
  second?: number | undefined;
};

/** What a price row is for; conversation, notes and verdicts are text too. */
export type PricedWork = 'text' | 'picture' | 'speech' | 'video' | 'transcription';

export function pricedWork(modality: Modality): PricedWork {
  return modality === 'chat' || modality === 'dossier' || modality === 'moderation' ? 'text' : modality;
}

export const FREE: Price = { row: 'free' };

const MILLION = 1_000_000n;

/**
 * Micro-dollars for what was used, rounded up once for the whole call. A model that draws or speaks and says how many tokens
 * it wrote is billed by those, else by the picture or by the letters it was given.
 */
export function computeCostMicros(price: Price, units: Units): number {
  const isByToken = price.outputTokens !== undefined && units.outputTokens !== undefined;
  const millionths =
    whole(units.inputTokens) * whole(price.inputTokens) +
    whole(units.outputTokens) * whole(price.outputTokens) +
    (isByToken
      ? 0n
      : whole(units.characters) * whole(price.characters) +
        whole(units.pictures) * whole(price.picture) * MILLION) +
    // Seconds have fractions: counted to the millisecond, rounded up.
    whole((units.seconds ?? 0) * 1_000) * whole(price.second) * 1_000n;
  return Number((millionths + MILLION - 1n) / MILLION);
}

/**
 * What is billed where a provider does not say all that it used: the most it may have been. A call that is paid for never counts
 * nothing because an answer left its usage out.
 */
export function completeUnits(price: Price, units: Units, estimate: Units): Units {
  const complete = { ...units };
  // Of a picture or a voice, the piece or its letters stand for the tokens it was made of.
  const hasPiece = price.picture !== undefined || price.characters !== undefined;
  if (price.outputTokens !== undefined && !hasPiece) complete.outputTokens ??= estimate.outputTokens;
  if (price.inputTokens !== undefined) complete.inputTokens ??= estimate.inputTokens;
  if (price.picture !== undefined) complete.pictures ??= estimate.pictures;
  if (price.characters !== undefined) complete.characters ??= estimate.characters;
  if (price.second !== undefined) complete.seconds ??= estimate.seconds;
  return complete;
}

/** Rounded up; floating point may have left a millionth too much. */
function whole(value: number | undefined): bigint {
  return BigInt(Math.ceil(Math.max(0, value ?? 0) - 1e-6));
}
