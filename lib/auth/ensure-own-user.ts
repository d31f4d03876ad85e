import 'server-only';
import { randomBytes } from 'node:crypto';
import { getAdminClient } from '@/lib/supabase/admin';
import { authError } from './auth-error';

/** A user that is nobody's: the installation's own. */
export type OwnUser = {
  /** Fixed, so that all instances mean the same one. */
  id: string;
  /** How its address begins; the rest is random, so that nobody can sign up with it first. It has no password. */
  mailName: string;
  displayName: string;
};

/** Makes the user where there is none yet. @throws AppError `database_failed` */
export async function ensureOwnUser({ id, mailName, displayName }: OwnUser): Promise<void> {
  const { admin } = getAdminClient().auth;
  const known = await admin.getUserById(id);
  if (known.data.user) return;
  if (known.error && known.error.code !== 'user_not_found') throw authError(known.error);
  const { error } = await admin.createUser({
    id,
    email: `${mailName}-${randomBytes(8).toString('hex')}@storyloom.invalid`,
    email_confirm: true,
    user_metadata: { display_name: displayName },
  });
  if (!error) return;
  // Another instance was quicker.
  const again = await admin.getUserById(id);
  if (!again.data.user) throw authError(error);
}
