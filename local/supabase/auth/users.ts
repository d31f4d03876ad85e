import type { Sql } from '../connection.ts';

type Metadata = Record<string, unknown>;

/** A row of `auth.users`, as far as the API shows it. Timestamps are ISO strings. */
export type UserRow = {
  id: string;
  email: string | null;
  phone: string | null;
  encrypted_password: string | null;
  email_confirmed_at: string | null;
  confirmed_at: string | null;
  last_sign_in_at: string | null;
  raw_app_meta_data: Metadata | null;
  raw_user_meta_data: Metadata | null;
  is_anonymous: boolean;
  banned_until: string | null;
  created_at: string;
  updated_at: string;
};

type IdentityRow = {
  id: string;
  provider: string;
  provider_id: string;
  user_id: string;
  identity_data: Metadata;
  last_sign_in_at: string | null;
  created_at: string;
  updated_at: string;
};

/** The user in the form GoTrue answers it (https://supabase.com/docs/guides/auth/users). */
export type UserJson = Record<string, unknown> & { id: string; is_anonymous: boolean };

export async function getUser(sql: Sql, id: string): Promise<UserRow | null> {
  const [row] = await sql<UserRow[]>`select * from auth.users where id = ${id}`;
  return row ?? null;
}

export async function toUserJson(sql: Sql, row: UserRow): Promise<UserJson> {
  const identities = await sql<IdentityRow[]>`
    select * from auth.identities where user_id = ${row.id} order by created_at`;
  return {
    id: row.id,
    aud: 'authenticated',
    role: 'authenticated',
    email: row.email ?? '',
    phone: row.phone ?? '',
    ...(row.email_confirmed_at && { email_confirmed_at: row.email_confirmed_at }),
    ...(row.confirmed_at && { confirmed_at: row.confirmed_at }),
    ...(row.last_sign_in_at && { last_sign_in_at: row.last_sign_in_at }),
    ...(row.banned_until && { banned_until: row.banned_until }),
    app_metadata: row.raw_app_meta_data ?? {},
    user_metadata: row.raw_user_meta_data ?? {},
    identities: identities.map(({ id, provider_id, ...identity }) => ({
      ...identity,
      identity_id: id,
      id: provider_id,
    })),
    created_at: row.created_at,
    updated_at: row.updated_at,
    is_anonymous: row.is_anonymous,
  };
}

/** Gives a user an email address they can sign in with: GoTrue keeps it as an identity beside the user. */
export async function saveEmailIdentity(sql: Sql, userId: string, email: string): Promise<void> {
  const data = { sub: userId, email, email_verified: true, phone_verified: false };
  await sql`
    insert into auth.identities (id, provider, provider_id, user_id, identity_data, last_sign_in_at)
    values (gen_random_uuid(), 'email', ${userId}, ${userId}, ${sql.json(data)}, now())
    on conflict (provider, provider_id) do update set identity_data = excluded.identity_data, updated_at = now()`;
}
