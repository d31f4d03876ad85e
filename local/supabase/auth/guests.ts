import { randomUUID } from 'node:crypto';
import { hash } from 'bcryptjs';
import { inTransaction, type Sql } from '../connection.ts';
import { AuthError } from './auth-error.ts';
import { checkEmail, checkPassword, PASSWORD_COST, toAuthError } from './credentials.ts';
import { createSession, type SessionJson, type SessionSettings } from './sessions.ts';
import { saveEmailIdentity, toUserJson, type UserJson, type UserRow } from './users.ts';

/** What `auth.signInAnonymously` does: a user with no address and no password, and a session for it. */
export function createGuest(
  sql: Sql,
  metadata: Record<string, unknown>,
  settings: SessionSettings,
): Promise<SessionJson> {
  return inTransaction(sql, async (transaction) => {
    const [user] = await transaction<UserRow[]>`
      insert into auth.users (id, is_anonymous, raw_app_meta_data, raw_user_meta_data, last_sign_in_at)
      values (${randomUUID()}, true, ${transaction.json({})}, ${transaction.json(metadata as never)}, now())
      returning *`;
    if (!user) throw new Error('An insert returned no row.');
    return createSession(transaction, user, settings);
  });
}

/**
 * A guest gives an address and so becomes a permanent user with the same id. As with hosted Supabase when mails need no
 * confirmation, it counts at once; their tokens say so after the next refresh.
 */
export async function convertGuest(
  sql: Sql,
  guest: UserRow,
  changes: { email?: string; password?: string; data?: Record<string, unknown> },
): Promise<UserJson> {
  if (!changes.email) {
    throw new AuthError(
      422,
      'validation_failed',
      'Updating password of an anonymous user without an email or phone is not allowed',
    );
  }
  const email = checkEmail(changes.email);
  const password = changes.password === undefined ? null : checkPassword(changes.password);
  const encrypted = password === null ? null : await hash(password, PASSWORD_COST);
  const userMetadata = { ...guest.raw_user_meta_data, ...changes.data, email, email_verified: true };
  const appMetadata = { ...guest.raw_app_meta_data, provider: 'email', providers: ['email'] };
  try {
    return await inTransaction(sql, async (transaction) => {
      const [user] = await transaction<UserRow[]>`
        update auth.users set
          email = ${email}, email_confirmed_at = now(), encrypted_password = ${encrypted}, is_anonymous = false,
          raw_user_meta_data = ${transaction.json(userMetadata as never)},
          raw_app_meta_data = ${transaction.json(appMetadata as never)}, updated_at = now()
        where id = ${guest.id} returning *`;
      if (!user) throw new AuthError(404, 'user_not_found', 'User not found');
      await saveEmailIdentity(transaction, user.id, email);
      return toUserJson(transaction, user);
    });
  } catch (error) {
    throw toAuthError(error);
  }
}
