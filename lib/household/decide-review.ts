import 'server-only';
import type { Caller } from '@/lib/auth/caller';
import { AppError } from '@/lib/errors';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';
import { findGrownUpProof } from './grown-up';
import { type ApprovalView, reviewSchema } from './household-views';

/**
 * Writes down what a grown-up decided about a story; the same again changes nothing, and they may think better of it. The
 * database shows its words again, or takes them aside, with the same update.
 * @param id a story's id, or its job's
 * @returns the decision, and the job whose listeners are to be told of an approval
 * @throws AppError `not_found`; `conflict` for a story that is not finished, or that nobody asked to look at
 */
export async function decideReview(
  caller: Pick<Caller, 'client' | 'userId' | 'via' | 'grownUpProof'>,
  id: string,
  decision: 'approve' | 'decline',
): Promise<ApprovalView & { jobId: string | null }> {
  const story = await findStory(caller, id);
  const before = reviewSchema.parse(story.review);
  const review = decision === 'approve' ? 'approved' : 'declined';
  if (before === 'none') throw new AppError('conflict', 'Nobody asked for this story to be looked at.');
  if (story.status !== 'ready') throw new AppError('conflict', 'This story is not finished yet.');
  if (before === review) return { story_id: story.id, review, reviewed_at: story.reviewed_at, jobId: null };
  const { data, error } = await getAdminClient()
    .from('stories')
    .update({ review, reviewed_at: new Date().toISOString(), reviewed_by: await findGrownUpProof(caller) })
    .eq('id', story.id)
    .eq('owner_id', caller.userId)
    .neq('review', review)
    .select('reviewed_at, jobs(id, kind, status)')
    .maybeSingle();
  if (error) throw databaseError(error);
  // Somebody else decided the same in this moment, and tells of it.
  if (!data) return decideReview(caller, story.id, decision);
  const made = data.jobs.find(({ kind, status }) => kind === 'story' && status === 'completed');
  const job = review === 'approved' ? made : undefined;
  return { story_id: story.id, review, reviewed_at: data.reviewed_at, jobId: job?.id ?? null };
}

async function findStory({ client }: Pick<Caller, 'client'>, id: string) {
  const columns = 'id, status, review, reviewed_at' as const;
  const byStory = await client.from('stories').select(columns).eq('id', id).maybeSingle();
  if (byStory.error) throw databaseError(byStory.error);
  if (byStory.data) return byStory.data;
  const byJob = await client
    .from('jobs')
    .select(`story:stories!jobs_story_id_fkey!inner(${columns})`)
    .eq('id', id)
    .maybeSingle();
  if (byJob.error) throw databaseError(byJob.error);
  if (!byJob.data) throw new AppError('not_found', 'There is no such story.');
  return byJob.data.story;
}
