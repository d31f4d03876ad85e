import { randomUUID } from 'node:crypto';
import { hash } from 'bcryptjs';
import { z } from 'zod';
import { inTransaction, type Sql } from '../connection.ts';
import type { Mailbox } from '../mailbox.ts';
import { AuthError } from './auth-error.ts';
import { checkEmail, checkPassword, PASSWORD_COST, toAuthError } from './credentials.ts';
import { getUser, saveEmailIdentity, toUserJson, type UserRow } from './users.ts';

const metadataSchema = z.record(z.string(), z.unknown());
const changesSchema = z.object({
  id: z.uuid().optional(),
  email: z.string().optional(),
  password: z.string().optional(),
  email_confirm: z.boolean().optional(),
  user_metadata: metadataSchema.optional(),
  app_metadata: metadataSchema.optional(),
});
type Changes = z.infer<typeof changesSchema>;

const MAX_PER_PAGE = 1_000;

/**
 * `auth.admin.*` of supabase-js over SQL: list, get, create, update and delete users. The caller has been checked to hold
 * the secret key.
 */
export async function answerAdminRequest(
  sql: Sql,
  request: Request,
  mailbox: Pick<Mailbox, 'forget'>,
): Promise<Response> {
  const url = new URL(request.url);
  const [, id] = /^\/auth\/v1\/admin\/users(?:\/([^/]+))?$/.exec(url.pathname) ?? [null];
  if (!url.pathname.startsWith('/auth/v1/admin/users')) {
    throw new AuthError(404, 'not_found', 'The local Supabase has no such admin route.');
  }
  try {
    if (!id) {
      if (request.method === 'GET') return await listUsers(sql, url);
      if (request.method === 'POST') return Response.json(await createUser(sql, await readChanges(request)));
    } else {
      const user = await getUser(sql, id);
      if (!user) throw new AuthError(404, 'user_not_found', 'User not found');
      if (request.method === 'GET') return Response.json(await toUserJson(sql, user));
      if (request.method === 'PUT')
        return Response.json(await updateUser(sql, user, await readChanges(request)));
      if (request.method === 'DELETE') {
        // Before the user: who asks again after a crash finds no address.
        if (user.email) await mailbox.forget(user.email);
        await deleteUser(sql, user);
        return Response.json({});
      }
    }
  } catch (error) {
    throw toAuthError(error);
  }
  throw new AuthError(405, 'method_not_allowed', 'Method not allowed');
}

/** Sessions, tokens and identities hang off the user; what a sign-in left behind and the log of them only name it. */
async function deleteUser(sql: Sql, user: UserRow): Promise<void> {
  await inTransaction(sql, async (transaction) => {
    await transaction`delete from auth.flow_state where user_id = ${user.id}`;
    await transaction`delete from auth.audit_log_entries where position(${user.id} in payload::text) > 0`;
    await transaction`delete from auth.refresh_tokens where user_id = ${user.id}`;
    await transaction`delete from auth.users where id = ${user.id}`;
  });
}

async function readChanges(request: Request): Promise<Changes> {
  const parsed = changesSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) throw new AuthError(400, 'validation_failed', z.prettifyError(parsed.error));
  return parsed.data;
}

async function listUsers(sql: Sql, url: URL): Promise<Response> {
  const whole = (name: string, fallback: number) =>
    Math.max(1, Math.trunc(Number(url.searchParams.get(name))) || fallback);
  const perPage = Math.min(whole('per_page', 50), MAX_PER_PAGE);
  const page = whole('page', 1);
  const rows = await sql<UserRow[]>`
    select * from auth.users order by created_at desc, id limit ${perPage} offset ${(page - 1) * perPage}`;
  const [total] = await sql<{ count: number }[]>`select count(*)::int as count from auth.users`;
  const users = await Promise.all(rows.map((row) => toUserJson(sql, row)));
  return Response.json(
    { users, aud: 'authenticated' },
    { headers: { 'x-total-count': String(total?.count ?? 0) } },
  );
}

export async function createUser(sql: Sql, changes: Changes) {
  const id = changes.id ?? randomUUID();
  const email = checkEmail(changes.email);
  const password =
    changes.password === undefined ? null : await hash(checkPassword(changes.password), PASSWORD_COST);
  const appMetadata = { provider: 'email', providers: ['email'], ...changes.app_metadata };
  const isConfirmed = changes.email_confirm === true;
  return inTransaction(sql, async (transaction) => {
    const [user] = await transaction<UserRow[]>`
      insert into auth.users (id, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data)
      values (${id}, ${email}, ${password}, ${isConfirmed ? new Date().toISOString() : null},
        ${transaction.json(appMetadata as never)}, ${transaction.json((changes.user_metadata ?? {}) as never)})
      returning *`;
    if (!user) throw new Error('An insert returned no row.');
    await saveEmailIdentity(transaction, id, email);
    return toUserJson(transaction, user);
  });
}

async function updateUser(sql: Sql, user: UserRow, changes: Changes) {
  const email = changes.email === undefined ? user.email : checkEmail(changes.email);
  const password =
    changes.password === undefined
      ? user.encrypted_password
      : await hash(checkPassword(changes.password), PASSWORD_COST);
  const isConfirmed = changes.email_confirm === true;
  return inTransaction(sql, async (transaction) => {
    const [updated] = await transaction<UserRow[]>`
      update auth.users set email = ${email}, encrypted_password = ${password}, updated_at = now(),
        email_confirmed_at = case when ${isConfirmed} then coalesce(email_confirmed_at, now()) else email_confirmed_at end,
        is_anonymous = is_anonymous and ${email}::text is null,
        raw_user_meta_data = coalesce(raw_user_meta_data, '{}') || ${transaction.json((changes.user_metadata ?? {}) as never)},
        raw_app_meta_data = coalesce(raw_app_meta_data, '{}') || ${transaction.json((changes.app_metadata ?? {}) as never)}
      where id = ${user.id} returning *`;
    if (!updated) throw new AuthError(404, 'user_not_found', 'User not found');
    if (email !== null && email !== user.email) await saveEmailIdentity(transaction, user.id, email);
    return toUserJson(transaction, updated);
  });
}
