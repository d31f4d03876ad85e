import 'server-only';
import { z } from 'zod';
import { moderateTexts } from '@/lib/ai/moderate-texts';
import { guardText } from '@/lib/safety/guard';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { guardTexts } from './guard-texts';

/** Conversations held elsewhere (on a phone) and kept here: the StoryMimi document's transcripts. */

const MAX_TRANSCRIPT_LENGTH = 20_000;

/** Whose: one's own id, or `me`. */
export const meOrIdSchema = z.union([z.literal('me'), z.uuid()]);
export const transcriptListQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(5),
});

const requirementsSchema = z.looseObject({
  title: z.string().max(200).nullish(),
  prompt: z.string().max(4_000).nullish(),
  style: z.string().max(100).nullish(),
  num_scenes: z.int().min(1).max(12).nullish(),
});

export const saveTranscriptSchema = z.object({
  text: z.string().trim().min(1, 'There is nothing to keep.').max(MAX_TRANSCRIPT_LENGTH),
  /** Read from the text when they are left out. */
  requirements: requirementsSchema
    .refine((value) => JSON.stringify(value).length <= MAX_TRANSCRIPT_LENGTH, 'These are too many.')
    .nullish(),
});

export const transcriptViewSchema = z.object({
  id: z.uuid(),
  user_id: z.uuid(),
  transcript_text: z.string(),
  requirements_extracted: z.record(z.string(), z.unknown()),
  created_at: z.string(),
});
export type TranscriptView = z.infer<typeof transcriptViewSchema>;

const COLUMNS = 'id, owner_id, text, requirements, created_at';

/**
 * @throws AppError `guardrail_violation` when the text, or a requirement, is not for children; nothing is kept then
 */
export async function saveTranscript(
  client: DatabaseClient,
  ownerId: string,
  transcript: z.infer<typeof saveTranscriptSchema>,
  readRequirements: (text: string) => object,
): Promise<TranscriptView> {
  const text = guardText(transcript.text, { place: 'chat', field: 'text', maxLength: MAX_TRANSCRIPT_LENGTH });
  const requirements = guardTexts(transcript.requirements ?? readRequirements(text), {
    field: 'requirements',
    outcome: 'refused',
  });
  await moderateTexts(
    [
      { text, place: 'chat', field: 'text' },
      { text: JSON.stringify(requirements), place: 'chat', field: 'requirements' },
    ],
    { payer: { ownerId } },
  );
  const { data, error } = await client
    .from('conversation_transcripts')
    // Through JSON: what is not JSON (undefined) is left out.
    .insert({
      owner_id: ownerId,
      text,
      requirements: JSON.parse(JSON.stringify(requirements)),
    })
    .select(COLUMNS)
    .single();
  if (error) throw databaseError(error);
  return toView(data);
}

/** The caller's transcripts, the newest first. */
export async function listTranscripts(client: DatabaseClient, limit: number): Promise<TranscriptView[]> {
  const { data, error } = await client
    .from('conversation_transcripts')
    .select(COLUMNS)
    .order('created_at', { ascending: false })
    .order('id', { ascending: false })
    .limit(limit);
  if (error) throw databaseError(error);
  return data.map(toView);
}

function toView(row: {
  id: string;
  owner_id: string;
  text: string;
  requirements: unknown;
  created_at: string;
}): TranscriptView {
  return transcriptViewSchema.parse({
    id: row.id,
    user_id: row.owner_id,
    transcript_text: row.text,
    requirements_extracted: row.requirements,
    created_at: row.created_at,
  });
}
