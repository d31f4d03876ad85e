import 'server-only';
import { AppError } from '@/lib/errors';
import { guardText } from '@/lib/safety/guard';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';
import type { Caller } from './caller';

export type ProfileView = {
  user_id: string;
  email: string | null;
  display_name: string;
  avatar_url: string | null;
  created_at: string;
  updated_at: string;
};
type ProfileChanges = {
  email?: string | null | undefined;
  display_name?: string | null | undefined;
  avatar_url?: string | null | undefined;
};

/** Of `display_name` (account-schemas.ts). */
const LONGEST_NAME = 80;
const COLUMNS = 'id, email, display_name, avatar_url, created_at, updated_at' as const;

/** @throws AppError `not_found` for somebody who has no profile yet; writing makes one */
export async function getProfile(caller: Caller): Promise<ProfileView> {
  const { data, error } = await getAdminClient()
    .from('profiles')
    .select(COLUMNS)
    .eq('id', caller.userId)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such user.');
  return toProfileView(data, caller);
}

/**
 * Writes what is given and answers the whole. The email of a profile is what the person wants to be written to; the one
 * that signs in is changed elsewhere. The row may be missing, and users cannot insert it themselves.
 *
 * @throws AppError `guardrail_violation` for a name that cannot be said to a child
 */
export async function saveProfile(caller: Caller, changes: ProfileChanges): Promise<ProfileView> {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value != null));
  const { email, display_name, avatar_url } = given as { [Name in keyof ProfileChanges]?: string };
  const { data, error } = await getAdminClient()
    .from('profiles')
    .upsert(
      {
        id: caller.userId,
        ...(email === undefined ? {} : { email }),
        ...(display_name === undefined ? {} : { display_name: guardName(display_name) }),
        ...(avatar_url === undefined ? {} : { avatar_url }),
      },
      { onConflict: 'id' },
    )
    .select(COLUMNS)
    .single();
  if (error) throw databaseError(error);
  return toProfileView(data, caller);
}

/** Names are told in stories and read aloud. @throws AppError `guardrail_violation` */
export function guardName(name: string): string {
  return name === ''
    ? ''
    : guardText(name, { place: 'profile', field: 'display_name', maxLength: LONGEST_NAME });
}

function toProfileView(
  { id, ...profile }: Omit<ProfileView, 'user_id'> & { id: string },
  caller: Caller,
): ProfileView {
  return { user_id: id, ...profile, email: profile.email ?? caller.email ?? null };
}
