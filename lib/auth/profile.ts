import 'server-only';
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

const COLUMNS = 'id, email, display_name, avatar_url, created_at, updated_at' as const;

export async function getProfile(caller: Caller): Promise<ProfileView> {
  return saveProfile(caller, {});
}

/**
 * Writes what is given and answers the whole. The email of a profile is what the person wants to be written to; the one
 * that signs in is changed elsewhere. The row may be missing, and users cannot insert it themselves.
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
        ...(display_name === undefined ? {} : { display_name }),
        ...(avatar_url === undefined ? {} : { avatar_url }),
      },
      { onConflict: 'id' },
    )
    .select(COLUMNS)
    .single();
  if (error) throw databaseError(error);
  const { id, ...profile } = data;
  return { user_id: id, ...profile, email: profile.email ?? caller.email ?? null };
}
