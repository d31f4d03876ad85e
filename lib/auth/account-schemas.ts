import { z } from 'zod';

/** Bodies of `/api/auth/*`. Browser-safe. */

const email = z.string().trim().toLowerCase().pipe(z.email('This is not an email address.').max(255));

/** Supabase hashes with bcrypt, which reads 72 bytes. */
const newPassword = z
  .string()
  .min(8, 'A password has at least 8 characters.')
  .refine((text) => new TextEncoder().encode(text).length <= 72, 'A password has at most 72 bytes.');

export const signInSchema = z.strictObject({
  email,
  password: z.string().min(1, 'Enter your password.').max(500),
});

/** The Flutter document sends `user_id` beside the email. A password is needed all the same: an address proves nobody. */
export const loginSchema = z.object({
  email,
  password: z
    .string({ error: 'Send the password of the account as well.' })
    .min(1, 'Send the password of the account as well.')
    .max(500),
  user_id: z.uuid().nullish(),
});

export const signUpSchema = z.strictObject({
  email,
  password: newPassword,
  display_name: z.string().trim().max(80).optional(),
});

export const recoverSchema = z.strictObject({ email });

export const newPasswordSchema = z.strictObject({ password: newPassword });

export const refreshSchema = z.strictObject({ refresh_token: z.string().min(1).max(2_000) });

/** `POST /api/users`: what is left out stays as it is. With a password, and without a caller, it opens an account. */
export const saveProfileSchema = z.object({
  user_id: z.uuid().nullish(),
  email: z.email('This is not an email address.').max(320).nullish(),
  password: newPassword.nullish(),
  display_name: z.string().trim().max(80).nullish(),
  avatar_url: z
    .url({ protocol: /^https?$/, error: 'This is not an address that begins with http:// or https://.' })
    .max(2_000)
    .nullish(),
});

/** `POST /api/sessions/migrate` */
export const migrateSessionsSchema = z.object({
  temp_user_id: z.uuid(),
  permanent_user_id: z.uuid(),
  temp_access_token: z.string().min(1).max(8_000).nullish(),
});
