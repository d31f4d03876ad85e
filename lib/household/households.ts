import 'server-only';
import { z } from 'zod';
import type { Caller } from '@/lib/auth/caller';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { STORY_TOPICS, type StoryTopic } from '@/lib/story/schema';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { type Bedtime, endOfDay, isBedtime, localDate } from './bedtime';
import { findGrownUpProof, getPinVersion } from './grown-up';
import type { HouseholdChange, HouseholdView } from './household-views';

/** What a household has set; who has set nothing has these too. */
export type HouseholdSettings = {
  timeZone: string;
  avoidTopics: StoryTopic[];
  dailyLimit: number | null;
  requireApproval: boolean;
  bedtime: Bedtime | null;
};
type Household = HouseholdSettings & { day: string | null; begunToday: number };

const COLUMNS =
  'time_zone, avoid_topics, daily_limit, require_approval, bedtime_from, bedtime_to, day, begun_today' as const;
const topicsColumnSchema = z.array(z.enum(STORY_TOPICS));
const UNSET: Household = {
  timeZone: 'UTC',
  avoidTopics: [],
  dailyLimit: null,
  requireApproval: false,
  bedtime: null,
  day: null,
  begunToday: 0,
};

/** @param client the caller's own, or the admin's: the query names the owner */
export async function readHousehold(client: DatabaseClient, ownerId: string): Promise<Household> {
  const { data, error } = await client
    .from('households')
    .select(COLUMNS)
    .eq('owner_id', ownerId)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) return UNSET;
  const { bedtime_from: from, bedtime_to: to } = data;
  return {
    timeZone: data.time_zone,
    avoidTopics: topicsColumnSchema.parse(data.avoid_topics),
    dailyLimit: data.daily_limit,
    requireApproval: data.require_approval,
    // Postgres writes seconds.
    bedtime: from && to ? { from: from.slice(0, 5), to: to.slice(0, 5) } : null,
    day: data.day,
    begunToday: data.begun_today,
  };
}

export async function getHousehold(
  caller: Pick<Caller, 'client' | 'userId' | 'via' | 'grownUpProof'>,
  now = new Date(),
): Promise<HouseholdView> {
  const [household, pinVersion, proof] = await Promise.all([
    readHousehold(caller.client, caller.userId),
    getPinVersion(caller.userId),
    findGrownUpProof(caller),
  ]);
  const { timeZone, bedtime } = household;
  return {
    time_zone: timeZone,
    avoid_topics: household.avoidTopics,
    daily_limit: household.dailyLimit,
    require_approval: household.requireApproval,
    bedtime,
    approval_is_required_here: getEnv().requireApproval,
    begun_today: household.day === localDate(timeZone, now) ? household.begunToday : 0,
    day_ends_at: endOfDay(timeZone, now).toISOString(),
    is_bedtime: isBedtime(bedtime, timeZone, now),
    has_pin: pinVersion !== null,
    is_grown_up: proof !== null,
  };
}

/** SQLSTATE of a zone that the database does not know. */
const UNKNOWN_ZONE = '22023';

/** Written by the server, which has seen the grown-up's proof; the owner's own token may only read. */
export async function saveHousehold(ownerId: string, change: HouseholdChange): Promise<void> {
  const { bedtime, ...columns } = change;
  const { error } = await getAdminClient()
    .from('households')
    .upsert({
      owner_id: ownerId,
      ...columns,
      ...(columns.avoid_topics && { avoid_topics: [...new Set(columns.avoid_topics)] }),
      ...(bedtime !== undefined && { bedtime_from: bedtime?.from ?? null, bedtime_to: bedtime?.to ?? null }),
    });
  if (error?.code === UNKNOWN_ZONE) {
    const message = 'This time zone is not known here.';
    throw new AppError('invalid_request', message, {
      cause: error,
      fields: [{ path: 'time_zone', message }],
    });
  }
  if (error) throw databaseError(error);
}
