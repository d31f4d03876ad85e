import 'server-only';
import { z } from 'zod';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { signUpSchema } from './account-schemas';
import { authError } from './auth-error';
import { identify } from './caller';
import { guardName, type ProfileView, saveProfile } from './profile';
import { createAuthClient } from './session';
import { type TokenSessionView, toTokenSessionView } from './token-session';

type Registration = {
  email?: string | null | undefined;
  password?: string | null | undefined;
  display_name?: string | null | undefined;
  avatar_url?: string | null | undefined;
};
/** With tokens; without them when the project wants the address confirmed first: then a mail is on its way. */
export type RegisteredView = { user_id: string; email: string | null; needs_confirmation: boolean } & Partial<
  Omit<ProfileView, 'user_id' | 'email'> & TokenSessionView
>;

const schema = signUpSchema.extend({ email: z.string({ error: 'An account needs an email address.' }) });

/**
 * Opens an account for a client that keeps its own tokens (StoryMimi's `POST /users`). Pages use `signUp`, which also lets a
 * guest keep its id.
 *
 * @throws AppError `invalid_request`, `conflict` for an address that has an account, `guardrail_violation`
 */
export async function register({ avatar_url, ...given }: Registration): Promise<RegisteredView> {
  const parsed = schema.safeParse({ ...given, display_name: given.display_name ?? undefined });
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    throw new AppError('invalid_request', fields[0]?.message ?? 'The account is not valid.', { fields });
  }
  const { email, password } = parsed.data;
  const displayName = guardName(parsed.data.display_name ?? '');
  const { data, error } = await createAuthClient().auth.signUp({
    email: email.trim().toLowerCase(),
    password,
    options: { emailRedirectTo: `${getEnv().publicUrl}/auth/confirm`, data: { display_name: displayName } },
  });
  if (error) throw authError(error);
  if (!data.session) return { user_id: data.user?.id ?? '', email, needs_confirmation: true };
  const caller = await identify(data.session.access_token, 'bearer');
  const profile = await saveProfile(caller, { display_name: displayName, avatar_url });
  return { ...profile, needs_confirmation: false, ...toTokenSessionView(data.session) };
}
