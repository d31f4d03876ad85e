import { createHash, randomInt } from 'node:crypto';
import { z } from 'zod';
import { inTransaction, type Sql } from '../connection.ts';
import { createUser } from './admin-users.ts';
import { AuthError } from './auth-error.ts';
import { checkEmail } from './credentials.ts';
import { toUserJson, type UserRow } from './users.ts';

const bodySchema = z.object({
  type: z.string(),
  email: z.string().optional(),
  data: z.record(z.string(), z.unknown()).nullish(),
  redirect_to: z.string().optional(),
});

const TYPES = ['magiclink', 'recovery'];

/**
 * `auth.admin.generateLink` (POST /admin/generate_link) for signing in and for a new password: the link that a mail would
 * carry, and no mail. As GoTrue does, it answers the user with the link's parts beside its fields, makes a user for a
 * magic link to an address that has none, and each link takes the place of the one before.
 */
export async function generateLink(sql: Sql, request: Request, urls: LinkUrls): Promise<Response> {
  const parsed = bodySchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) throw new AuthError(400, 'validation_failed', z.prettifyError(parsed.error));
  const { type, data } = parsed.data;
  if (!TYPES.includes(type)) {
    throw new AuthError(400, 'validation_failed', `The local Supabase makes no links of the type "${type}"`);
  }
  const email = checkEmail(parsed.data.email);
  const known = await findByEmail(sql, email);
  if (!known && type === 'recovery') {
    throw new AuthError(404, 'user_not_found', 'User with this email not found');
  }
  if (!known) await createUser(sql, { email, user_metadata: data ?? {} });
  const verificationType = known ? type : 'signup';
  const otp = String(randomInt(1_000_000)).padStart(6, '0');
  // The form in which the API below keeps and verifies it.
  const hashedToken = createHash('sha256')
    .update(email + otp)
    .digest('hex');
  const user = await inTransaction(sql, async (transaction) => {
    const now = new Date().toISOString();
    const changes = known
      ? { recovery_token: hashedToken, recovery_sent_at: now }
      : { confirmation_token: hashedToken, confirmation_sent_at: now };
    const [row] = await transaction<UserRow[]>`
      update auth.users set ${transaction(changes)} where email = ${email} returning *`;
    if (!row) throw new AuthError(404, 'user_not_found', 'User with this email not found');
    return toUserJson(transaction, row);
  });
  const redirectTo = parsed.data.redirect_to || urls.siteUrl;
  const link = new URL(`${urls.url}/auth/v1/verify`);
  link.search = String(
    new URLSearchParams({ token: hashedToken, type: verificationType, redirect_to: redirectTo }),
  );
  return Response.json({
    ...user,
    action_link: link.href,
    email_otp: otp,
    hashed_token: hashedToken,
    verification_type: verificationType,
    redirect_to: redirectTo,
  });
}

export type LinkUrls = { url: string; siteUrl: string };

async function findByEmail(sql: Sql, email: string): Promise<UserRow | null> {
  const [row] = await sql<UserRow[]>`select * from auth.users where email = ${email}`;
  return row ?? null;
}
