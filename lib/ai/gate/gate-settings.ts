import { getEnv } from '../../env.ts';

export type GateSettings = {
  /** Calls at once and calls a minute, of all processes together; null: as many as one likes. */
  concurrency: number | null;
  requestsPerMinute: number | null;
  /** A holder that has not been heard of for so long is taken for dead. */
  leaseMs: number;
  /** The longest wait for a place. */
  longestWaitMs: number;
  /** Failures in a row that open the circuit, the pause until one call tries, and how far that grows. */
  failuresToOpen: number;
  pauseMs: number;
  longestPauseMs: number;
};

type Limits = { concurrency: number | null; requestsPerMinute: number | null };

/** What is well below a first account's limits; `PROVIDER_LIMITS` says more. A model server of one's own has one machine. */
const DEFAULT_LIMITS: Record<string, Limits> = {
  openai: { concurrency: 8, requestsPerMinute: 300 },
  anthropic: { concurrency: 4, requestsPerMinute: 50 },
  gemini: { concurrency: 8, requestsPerMinute: 120 },
  huggingface: { concurrency: 4, requestsPerMinute: 60 },
  ollama: { concurrency: 2, requestsPerMinute: null },
  compatible: { concurrency: 4, requestsPerMinute: null },
};
const OTHER_LIMITS: Limits = { concurrency: 4, requestsPerMinute: 60 };

/**
 * Somebody who waits for an answer gives up sooner than a job, whose step is tried only a few times: with few places and many
 * jobs, waiting its turn must not use those up.
 */
const LONGEST_WAIT_MS = { somebody: 90_000, job: 300_000 };

const BEHAVIOUR = {
  leaseMs: 30_000,
  failuresToOpen: 5,
  pauseMs: 15_000,
  longestPauseMs: 600_000,
};

export function readGateSettings(
  provider: string,
  whoWaits: keyof typeof LONGEST_WAIT_MS = 'somebody',
): GateSettings {
  const byDefault = DEFAULT_LIMITS[provider] ?? OTHER_LIMITS;
  const set = getEnv().ai.limits[provider];
  return {
    ...BEHAVIOUR,
    longestWaitMs: LONGEST_WAIT_MS[whoWaits],
    concurrency: set?.concurrency ?? byDefault.concurrency,
    requestsPerMinute: set?.requestsPerMinute ?? byDefault.requestsPerMinute,
  };
}
