import 'server-only';
import { enterProvider } from '@/lib/ai/gate/enter-provider';
import { readGateSettings } from '@/lib/ai/gate/gate-settings';
import { judgeCall } from '@/lib/ai/gate/judge-call';
import { providerNameOf } from '@/lib/ai/models';
import { toAppError } from '@/lib/errors';
import { begunCall, failCall, reserveCall, settleCall } from '@/lib/ledger/calls';
import { estimateText } from '@/lib/ledger/estimate';
import { judgeFailure } from '@/lib/ledger/judge-failure';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import type { OpenCall } from './ask-for-answer';

/** Somebody looks at an empty bubble meanwhile. */
const LONGEST_WAIT_MS = 15_000;
/** An answer with its tools: the model is asked again after each, with all it was told before. */
const TIMES_TOLD = 2;
const MOST_ANSWER_TOKENS = 2_000;

/**
 * Opens a call of the chat model for one turn: within the caps, and with a place at its provider. An answer comes in pieces,
 * so `payFor` cannot make the call itself.
 */
export function payForAnswer(
  admin: DatabaseClient,
  turn: { ownerId: string; answerId: string; letters: number },
): OpenCall {
  return async (model, signal) => {
    const call = begunCall(
      await reserveCall(admin, {
        payer: { ownerId: turn.ownerId, jobId: null, storyId: null },
        step: 'chat',
        modality: 'chat',
        model,
        request: { answerId: turn.answerId },
        estimate: estimateText(turn.letters * TIMES_TOLD, MOST_ANSWER_TOKENS),
      }),
    );
    const provider = providerNameOf(model);
    const entry = { provider, callId: call.id, signal };
    const settings = { ...readGateSettings(provider), longestWaitMs: LONGEST_WAIT_MS };
    const place = await enterProvider(admin, entry, settings).catch(async (error: unknown) => {
      await failCall(admin, call, 'failed', error);
      throw error;
    });
    return {
      answered: async (units) => {
        await place.leave('answered');
        await settleCall(admin, call, { units });
      },
      failed: async (error, hasBegun) => {
        await place.leave(judgeCall(error), toAppError(error).code);
        await failCall(admin, call, hasBegun ? 'lost' : judgeFailure(error), error);
      },
    };
  };
}
