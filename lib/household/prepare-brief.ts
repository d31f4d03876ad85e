import 'server-only';
import type { ReaderProfile, StoryBrief } from '@/lib/story/schema';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { isBedtime } from './bedtime';
import type { ReaderView } from './household-views';
import { type HouseholdSettings, readHousehold } from './households';
import { getReader } from './readers';

/**
 * What a household adds to every story that is asked for, whoever asks and by whatever call: who listens, what it leaves
 * out, and whether it is bedtime. How many a day is counted where the rows are written (SQLSTATE SL429).
 * @param asked.client the owner's own, or the admin's: the queries name the owner
 * @param asked.isAgeOpen the request named no age: the reader's counts
 * @throws AppError `not_found` for a reader who is not of this household
 */
export async function prepareBrief<Brief extends StoryBrief>(
  asked: { client: DatabaseClient; ownerId: string; isAgeOpen?: boolean | undefined; now?: Date },
  brief: Brief,
): Promise<Brief> {
  const { client, ownerId, isAgeOpen = false, now = new Date() } = asked;
  const [household, reader] = await Promise.all([
    readHousehold(client, ownerId),
    brief.readerId === undefined ? null : getReader(client, ownerId, brief.readerId),
  ]);
  return addHousehold(brief, { household, reader, isAgeOpen, now });
}

/** The same with what is known. Pure: fields that are not needed stay absent, so that a brief without a household is as it was. */
export function addHousehold<Brief extends StoryBrief>(
  brief: Brief,
  home: {
    household: Pick<HouseholdSettings, 'avoidTopics' | 'bedtime' | 'timeZone'>;
    reader: ReaderView | null;
    isAgeOpen: boolean;
    now: Date;
  },
): Brief {
  const { household, reader, isAgeOpen, now } = home;
  const avoidTopics = [...new Set([...(brief.avoidTopics ?? []), ...household.avoidTopics])];
  const profile = fillProfile(brief.profile, reader);
  return {
    ...brief,
    ...(reader && isAgeOpen && { ageGroup: reader.age_group }),
    ...(profile && { profile }),
    ...(avoidTopics.length > 0 && { avoidTopics }),
    ...((brief.bedtime || isBedtime(household.bedtime, household.timeZone, now)) && {
      bedtime: true as const,
    }),
  };
}

/** What the request says about who listens counts; what it leaves open is the reader's. */
function fillProfile(asked: ReaderProfile | undefined, reader: ReaderView | null): ReaderProfile | undefined {
  if (!reader) return asked;
  const choose = (said: readonly string[] | undefined, known: readonly string[]) => [
    ...(said && said.length > 0 ? said : known),
  ];
  const mood = asked?.mood ?? (reader.mood || undefined);
  const routine = asked?.routine ?? (reader.routine || undefined);
  const profile = {
    ...(mood && { mood }),
    ...(routine && { routine }),
    preferences: choose(asked?.preferences, reader.preferences),
    favouriteCharacters: choose(asked?.favouriteCharacters, reader.favourite_characters),
    calmingElements: choose(asked?.calmingElements, reader.calming_elements),
  };
  const isEmpty = Object.values(profile).every((value) => value.length === 0);
  return isEmpty ? asked : profile;
}
