import 'server-only';
import { modelName, providerNameOf } from '@/lib/ai/models';
import { log } from '@/lib/log';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import type { StoryKey } from './story-in-making';

/** One call of a model: kept once per job and step however often the step is repeated, each time when there is no job. */
export async function recordUsage(
  admin: DatabaseClient,
  key: (StoryKey & { jobId: string }) | { ownerId: string; storyId: null; jobId: null },
  call: {
    step: string;
    modality: 'text' | 'picture' | 'speech' | 'transcription';
    model: { provider: string; modelId: string };
    units: Record<string, number | undefined>;
  },
): Promise<void> {
  log.info({ jobId: key.jobId, step: call.step, model: modelName(call.model) }, 'model called');
  const { error } = await admin.from('usage').upsert(
    {
      owner_id: key.ownerId,
      job_id: key.jobId,
      story_id: key.storyId,
      step: call.step,
      provider: providerNameOf(call.model),
      model: call.model.modelId,
      modality: call.modality,
      units: Object.fromEntries(
        Object.entries(call.units).filter(([, value]) => value !== undefined),
      ) as Record<string, number>,
    },
    { onConflict: 'job_id,step', ignoreDuplicates: true },
  );
  if (error) throw databaseError(error);
}
