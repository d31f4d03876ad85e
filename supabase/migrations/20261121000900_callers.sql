-- Keys with which a program acts as its owner. The key itself is shown once and never kept: only its SHA-256 is here.
create table public.api_keys (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 80),
  -- SHA-256 of the whole key, hexadecimal. The key has 256 random bits, so it needs no salt and no slow hash.
  key_hash text not null unique check (key_hash ~ '^[0-9a-f]{64}$'),
  -- How it begins, so that its owner can tell it from the others.
  prefix text not null check (char_length(prefix) <= 16),
  scopes text[] not null check (cardinality(scopes) between 1 and 2 and scopes <@ array['read', 'write']),
  created_at timestamptz not null default now(),
  -- To the minute.
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_keys_owner on public.api_keys (owner_id, created_at desc);

-- Once revoked, for good; and the database's clock says when.
create function public.keep_revoked() returns trigger language plpgsql set search_path = '' as $$
begin
  new.revoked_at = case when old.revoked_at is not null then old.revoked_at when new.revoked_at is not null then now() end;
  return new;
end;
$$;
create trigger api_keys_revoked before update of revoked_at on public.api_keys
  for each row execute function public.keep_revoked();
revoke execute on function public.keep_revoked() from public, anon, authenticated;

alter table public.api_keys enable row level security;
create policy "read own keys" on public.api_keys for select to authenticated using ((select auth.uid()) = owner_id);
-- A guest's session is all there is of it: a key would outlive it. So `migrate_guest` finds none to move.
create policy "make own keys" on public.api_keys for insert to authenticated with check (
  (select auth.uid()) = owner_id and coalesce((select auth.jwt()) ->> 'is_anonymous', 'false') = 'false');
create policy "change own keys" on public.api_keys for update to authenticated
  using ((select auth.uid()) = owner_id) with check ((select auth.uid()) = owner_id);
revoke all on public.api_keys from anon;
revoke insert, update, delete, truncate on public.api_keys from authenticated;
grant insert (id, owner_id, name, key_hash, prefix, scopes) on public.api_keys to authenticated;
grant update (name, revoked_at) on public.api_keys to authenticated;

-- Whose key this is, revoked ones included; null when there is none. Writes down that it was used, at most once a minute.
create function public.use_api_key(p_key_hash text) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_key public.api_keys;
begin
  select * into v_key from public.api_keys where key_hash = p_key_hash;
  if not found then
    return null;
  end if;
  if v_key.revoked_at is null and coalesce(v_key.last_used_at < now() - interval '1 minute', true) then
    update public.api_keys set last_used_at = now() where id = v_key.id;
  end if;
  return jsonb_build_object(
    'id', v_key.id, 'owner_id', v_key.owner_id, 'scopes', v_key.scopes,
    'prefix', v_key.prefix, 'revoked_at', v_key.revoked_at);
end;
$$;
revoke execute on function public.use_api_key(text) from public, anon, authenticated;
grant execute on function public.use_api_key(text) to service_role;

-- Adds the uses that a web instance has counted by itself since it last said so, all its keys at once, and tells how many
-- there are with everybody else's: [{"key", "points", "msBeforeNext"}]. In the keys' order, so that two never lock each other.
create function public.add_uses(p_uses jsonb, p_duration_ms bigint) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_now timestamptz := clock_timestamp();
  v_answer jsonb;
begin
  delete from public.rate_limits where key in (
    select key from public.rate_limits where expires_at < v_now - interval '1 hour'
    order by expires_at limit 100 for update skip locked
  );
  with counted as (
    insert into public.rate_limits as kept (key, points, expires_at)
    select use.key, use.value::integer, v_now + p_duration_ms * interval '1 millisecond'
    from jsonb_each_text(p_uses) use order by use.key collate "C"
    on conflict (key) do update set
      points = case when kept.expires_at <= v_now then excluded.points else kept.points + excluded.points end,
      expires_at = case when kept.expires_at <= v_now then excluded.expires_at else kept.expires_at end
    returning kept.key, kept.points, kept.expires_at
  )
  select coalesce(jsonb_agg(jsonb_build_object(
    'key', key, 'points', points,
    'msBeforeNext', greatest(0, ceil(extract(epoch from expires_at - v_now) * 1000)))), '[]'::jsonb)
  into v_answer from counted;
  return v_answer;
end;
$$;
revoke execute on function public.add_uses(jsonb, bigint) from public, anon, authenticated;
grant execute on function public.add_uses(jsonb, bigint) to service_role;
