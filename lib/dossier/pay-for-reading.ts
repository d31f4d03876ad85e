import 'server-only';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { PayForReading } from '@/lib/ai/read-conversation';
import { estimateText } from '@/lib/ledger/estimate';
import { payFor } from '@/lib/ledger/pay-for';
import type { DatabaseClient } from '@/lib/supabase/database-client';

const MOST_TOKENS = { decide: 300, extract: 4_000 };

/** Each question about a conversation is a call of its owner's; no job pays for it. */
export function payForReading(
  admin: DatabaseClient,
  reading: { ownerId: string; model: LanguageModelV4; request: unknown; signal?: AbortSignal | undefined },
): PayForReading {
  const { ownerId, model, request, signal } = reading;
  return ({ task, letters, run }) =>
    payFor(
      admin,
      {
        payer: { ownerId, jobId: null, storyId: null },
        step: 'dossier',
        modality: 'dossier',
        model,
        request: { task, request },
        estimate: estimateText(letters, MOST_TOKENS[task]),
      },
      {
        call: async (tools) => {
          const { answer, units } = await run(tools.signal);
          return { result: answer, units };
        },
      },
      { signal },
    );
}
