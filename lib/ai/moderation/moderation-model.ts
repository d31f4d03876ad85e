import type { ModerationScores } from './categories.ts';

/** What a service says about one text. */
export type ModerationVerdict = {
  scores: ModerationScores;
  /** The service's own opinion, made for grown-ups; ours is lib/ai/moderation/categories.ts. */
  isFlagged: boolean;
};

export type ModerationUnits = { inputTokens?: number | undefined; outputTokens?: number | undefined };

/** A model that judges texts and writes none. */
export type ModerationModel = {
  provider: string;
  modelId: string;
  /** How much it is given in one call; a longer text is cut at the ends of sentences. */
  limits: { texts: number; letters: number; lettersOfText: number };
  /** The most that one call may use, for the ledger. */
  estimate: (texts: readonly string[]) => ModerationUnits;
  /**
   * Judges texts in one call. Throws what the call throws, and `InvalidResponseDataError` or `NoObjectGeneratedError` for an
   * answer that leaves a text out.
   * @returns as many verdicts as texts, in their order
   */
  judge: (
    texts: readonly string[],
    signal: AbortSignal,
  ) => Promise<{ verdicts: ModerationVerdict[]; units: ModerationUnits; providerId?: string | undefined }>;
};
