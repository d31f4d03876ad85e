import 'server-only';
import type { z } from 'zod';
import { getEnv } from '@/lib/env';
import { requireGrownUp } from '@/lib/household/grown-up';
import type { CookieJar } from '@/lib/supabase/cookie-jar';
import { databaseError } from '@/lib/supabase/database-error';
import { readSessionCookie } from '@/lib/supabase/session-cookie';
import type { signUpSchema } from './account-schemas';
import { authError } from './auth-error';
import type { Caller } from './caller';
import { guardName } from './profile';
import { createAuthClient, createSignedInAuthClient, requireSession, saveSession } from './session';

export type SignedUp = {
  user_id: string;
  email: string;
  /** The project wants the address confirmed first: a mail is on its way. */
  needs_confirmation: boolean;
};

type SignUp = z.output<typeof signUpSchema>;

/**
 * Opens an account. A guest becomes its owner and keeps their id, and with it every story.
 * @throws AppError `guardrail_violation` for a name that cannot be said to a child; `pin_required` for a guest with a PIN, which the
 *   password they choose would remove
 */
export async function signUp(account: SignUp, caller: Caller | null, jar: CookieJar): Promise<SignedUp> {
  const guarded = { ...account, display_name: account.display_name && guardName(account.display_name) };
  if (!caller?.isGuest) return openAccount(guarded, jar);
  await requireGrownUp(caller);
  return convertGuest(guarded, caller, jar);
}

async function openAccount({ email, password, display_name }: SignUp, jar: CookieJar): Promise<SignedUp> {
  const { data, error } = await createAuthClient().auth.signUp({
    email,
    password,
    options: {
      emailRedirectTo: `${getEnv().publicUrl}/auth/confirm`,
      ...(display_name ? { data: { display_name } } : {}),
    },
  });
  if (error) {
    throw authError(error);
  }
  if (data.session) {
    await saveSession(jar, data.session);
  }
  return { user_id: data.user?.id ?? '', email, needs_confirmation: data.session === null };
}

async function convertGuest(
  { email, password, display_name }: SignUp,
  caller: Caller,
  jar: CookieJar,
): Promise<SignedUp> {
  const session = await readSessionCookie(jar);
  if (!session) {
    return openAccount({ email, password, display_name }, jar);
  }
  const client = await createSignedInAuthClient(session);
  const { data, error } = await client.auth.updateUser(
    { email, password, ...(display_name ? { data: { display_name } } : {}) },
    { emailRedirectTo: `${getEnv().publicUrl}/auth/confirm` },
  );
  if (error) {
    throw authError(error);
  }
  if (display_name) {
    await saveDisplayName(caller, display_name);
  }
  const isConfirmed = data.user.is_anonymous !== true;
  // The token still says "guest": a new one says who they are now.
  const renewed = await client.auth.refreshSession();
  if (renewed.error) {
    throw authError(renewed.error);
  }
  await saveSession(jar, requireSession(renewed.data.session));
  return { user_id: data.user.id, email, needs_confirmation: !isConfirmed };
}

async function saveDisplayName(caller: Caller, displayName: string): Promise<void> {
  const { error } = await caller.client
    .from('profiles')
    .update({ display_name: displayName })
    .eq('id', caller.userId);
  if (error) {
    throw databaseError(error);
  }
}
