import 'server-only';
import { z } from 'zod';
import { AppError, toAppError } from '@/lib/errors';
import { type PaidWork, payFor } from '@/lib/ledger/pay-for';
import { log } from '@/lib/log';
import { type DecisionAction, type DecisionPlace, noteDecision } from '@/lib/safety/decisions';
import { RULE_SENTENCES, type SafetyRule } from '@/lib/safety/safety-rules';
import { hashContent } from '@/lib/story/content-hash';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { callProvider } from './call-provider';
import { getCallTimeoutMs } from './call-timeouts';
import { listCandidates } from './models';
import { findBrokenRule, MODERATION_CATEGORIES, type ModerationListener } from './moderation/categories';
import { batchTexts, cutText } from './moderation/cut-text';
import type { ModerationModel, ModerationVerdict } from './moderation/moderation-model';

export type TextToModerate = {
  text: string;
  place: DecisionPlace;
  /** Where it stands in the caller's request, in dot notation; otherwise the place. */
  field?: string;
};

export type ModerationContext = {
  payer: { ownerId: string; jobId?: string | null; storyId?: string | null };
  /** Without an age the youngest listener is assumed. */
  listener?: ModerationListener | undefined;
  /** What the brief allows this story. */
  maxCostMicros?: number | undefined;
  signal?: AbortSignal | undefined;
  /** What becomes of a text that breaks a rule; told text (`page`, `story`) is noted by whoever has it mended. */
  outcome?: DecisionAction | 'unnoted';
  admin?: DatabaseClient;
};

/** Calls of one request at once; the gate keeps all of them together in bounds. */
const AT_ONCE = 3;
const MENDED: ReadonlySet<DecisionPlace> = new Set(['page', 'story']);

/** Whether texts are judged by a model besides our own rules. */
export function isModerated(): boolean {
  return listCandidates('moderation').length > 0;
}

/**
 * Has `MODERATION_MODEL` judge texts that our own rules have let pass; without that setting it does nothing. Long texts are
 * judged in parts, many in few calls; the same owner's same texts are not asked about again (`MODEL_CACHE`). Not retried here.
 * @throws AppError `guardrail_violation` (rule `moderation`, the sentence of our rule it is about); fails closed, without a
 *   verdict, with `provider_failed`, `provider_rate_limited`, or `provider_unavailable` for whatever else keeps the judge from
 *   judging; `spend_cap_reached`, `job_cancelled`
 */
export async function moderateTexts(
  texts: readonly TextToModerate[],
  context: ModerationContext,
): Promise<void> {
  const [candidate] = listCandidates('moderation');
  if (!candidate) return;
  const said = texts.filter(({ text }) => text.trim() !== '');
  if (said.length === 0) return;
  const verdicts = await judgeAll(candidate.create, said, context);
  for (const { text, verdict } of verdicts) {
    const rule = findBrokenRule(verdict.scores, context.listener);
    if (rule) throw refuse(text, rule, context.outcome);
    // The service would not show it to grown-ups; to this listener it may be told.
    if (verdict.isFlagged) noteDecision({ action: 'flagged', rule: 'moderation', ...text });
  }
}

type Judged = { text: TextToModerate; verdict: ModerationVerdict };

async function judgeAll(
  create: () => ModerationModel,
  texts: readonly TextToModerate[],
  context: ModerationContext,
): Promise<Judged[]> {
  try {
    const model = create();
    const parts = texts.flatMap((text) =>
      cutText(text.text, model.limits.lettersOfText)
        .filter((part) => part.trim() !== '')
        .map((part) => ({ text, part })),
    );
    const distinct = [...new Set(parts.map(({ part }) => part))];
    const known = new Map<string, ModerationVerdict>();
    const waiting = batchTexts(distinct, model.limits);
    const work = async () => {
      for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
        for (const [part, verdict] of await judgeBatch(model, batch, context)) known.set(part, verdict);
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, waiting.length) }, work));
    return parts.map(({ text, part }) => {
      const verdict = known.get(part);
      if (!verdict) throw new AppError('internal', 'A part of a text was not judged.');
      return { text, verdict };
    });
  } catch (error) {
    throw toClosedDoor(error, context.signal);
  }
}

/** A judge that refuses to read a text has judged it: where there were several, each is asked about alone. */
async function judgeBatch(
  model: ModerationModel,
  batch: readonly string[],
  context: ModerationContext,
): Promise<[string, ModerationVerdict][]> {
  try {
    const verdicts = await askJudge(model, batch, context);
    return verdicts.map((verdict, index) => [batch[index] ?? '', verdict]);
  } catch (error) {
    if (toAppError(error).code !== 'provider_refused') throw error;
    const [only] = batch;
    if (batch.length === 1 && only !== undefined) return [[only, { scores: { other: 1 }, isFlagged: true }]];
    const halves = [batch.slice(0, batch.length / 2), batch.slice(batch.length / 2)];
    const judged = [];
    for (const half of halves) judged.push(...(await judgeBatch(model, half, context)));
    return judged;
  }
}

function askJudge(
  model: ModerationModel,
  batch: readonly string[],
  { payer, signal, maxCostMicros, admin = getAdminClient() }: ModerationContext,
): Promise<ModerationVerdict[]> {
  const request = { texts: batch };
  const work: PaidWork<ModerationVerdict[]> = {
    readAnswer: (answer) => keptVerdictsSchema.parse(answer),
    call: async (tools) => {
      const { verdicts, units, providerId } = await callProvider(
        tools.signal,
        (stop) => model.judge(batch, stop),
        getCallTimeoutMs('moderation'),
      );
      return { result: verdicts, answer: verdicts, units, providerId };
    },
  };
  return payFor(
    admin,
    {
      payer: { ownerId: payer.ownerId, jobId: payer.jobId ?? null, storyId: payer.storyId ?? null },
      // Named after its texts: several may be under way in one job, and a retry finds its own.
      step: `moderation:${hashContent(request).slice(0, 12)}`,
      modality: 'moderation',
      model,
      request,
      estimate: model.estimate(batch),
      maxCostMicros,
    },
    work,
    { signal },
  );
}

/** What stands in the ledger: numbers, never words. Judged anew by our limits whenever it is read. */
const keptVerdictsSchema = z.array(
  z.object({
    scores: z.partialRecord(z.enum(MODERATION_CATEGORIES), z.number()),
    isFlagged: z.boolean(),
  }),
);

function refuse(
  { text, place, field: path = place }: TextToModerate,
  rule: SafetyRule,
  outcome: ModerationContext['outcome'] = MENDED.has(place) ? 'unnoted' : 'refused',
): AppError {
  if (outcome !== 'unnoted') noteDecision({ action: outcome, rule: 'moderation', place, text });
  const message = RULE_SENTENCES[rule];
  return new AppError('guardrail_violation', message, { rule: 'moderation', fields: [{ path, message }] });
}

/** What is wrong with the judge, its key or its answer is not the text's fault, and may be mended: never a refusal, never a pass. */
const NOT_THE_TEXTS = new Set(['provider_rejected', 'provider_bad_output', 'misconfigured']);

function toClosedDoor(error: unknown, signal: AbortSignal | undefined): unknown {
  if (signal?.aborted) return error;
  const failure = toAppError(error);
  if (!NOT_THE_TEXTS.has(failure.code)) return error;
  log.error({ err: failure }, 'texts cannot be judged');
  return new AppError(
    'provider_unavailable',
    'The service that checks texts cannot be asked at the moment, so nothing was sent on. Please try again later.',
    { cause: error },
  );
}
