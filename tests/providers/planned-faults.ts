import { createHash } from 'node:crypto';
import type { Answer, RecordedRequest } from './provider-server.ts';

export type FaultKind = 'rate_limited' | 'server_error' | 'overloaded' | 'broken_off' | 'never_answers';

export type FaultPlan = {
  /** 0 to 1: the share of calls that fail once; the same question is answered when it is asked again. */
  share: number;
  /** The same seed makes the same calls fail. */
  seed: number;
  kinds: readonly FaultKind[];
  /** In the `retry-after` of a 429; default 1. */
  retryAfterSeconds?: number;
  /** Which requests may fail at all; default: those that start work (POST). */
  concerns?: (request: RecordedRequest) => boolean;
};

/** Of each question how often it was answered, and whether its last asking failed. */
export type AskedQuestions = Map<string, { answered: number; hasFailed: boolean }>;

/**
 * Whether a request fails now. The same question may be asked many times (two pages, twenty jobs): whether an asking fails
 * hangs on the seed, the question and how often it was answered before, never on the time; after a failure the next asking
 * is answered.
 */
export function decideFault(
  { plan, asked }: { plan: FaultPlan; asked: AskedQuestions },
  request: RecordedRequest,
): Answer | undefined {
  const concerns = plan.concerns ?? (({ method }) => method === 'POST');
  if (!concerns(request)) return undefined;
  const question = describeQuestion(request);
  const { answered, hasFailed } = asked.get(question) ?? { answered: 0, hasFailed: false };
  const chance = readChance(plan.seed, `${answered} ${question}`);
  const fails = !hasFailed && chance < plan.share;
  asked.set(question, { answered: fails ? answered : answered + 1, hasFailed: fails });
  if (!fails) return undefined;
  const kind = plan.kinds[Math.floor((chance / plan.share) * plan.kinds.length)];
  return kind && composeFault(kind, plan.retryAfterSeconds);
}

/** Without what differs between two sendings of the same: headers and the boundary of a form. */
function describeQuestion({ method, path, body }: RecordedRequest): string {
  const fields = JSON.stringify(body, (_, value: unknown) =>
    value instanceof Blob ? { size: value.size, type: value.type } : value,
  );
  return `${method} ${path} ${fields}`;
}

/** 0 to 1, the same for the same words. */
function readChance(seed: number, words: string): number {
  const digest = createHash('sha256').update(`${seed} ${words}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}

export function composeFault(kind: FaultKind, retryAfterSeconds = 1): Answer {
  const body = JSON.stringify({
    error: { message: `A planned fault: ${kind}.`, type: 'server_error', code: kind, status: kind },
  });
  switch (kind) {
    case 'rate_limited':
      return { status: 429, headers: { 'retry-after': String(retryAfterSeconds) }, body };
    case 'server_error':
      return { status: 500, body };
    case 'overloaded':
      return { status: 529, body };
    case 'broken_off':
      return { body: '{"id":"this answer is never finished', breakOffAfter: 20 };
    case 'never_answers':
      return { body: '', neverAnswers: true };
  }
}
