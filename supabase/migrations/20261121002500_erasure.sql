-- Everything of a household goes in one call, or when a guest has not been seen for long; what was spent stays spent.

-- What calls of erased owners cost: one sum for a day, without anybody's name. The installation's daily cap goes on counting it.
create table public.erased_spend (
  day date primary key,
  micros bigint not null check (micros >= 0)
);
alter table public.erased_spend enable row level security;
revoke all on public.erased_spend from anon, authenticated;

-- In the transaction that deletes, whoever deletes: also an owner who is deleted past us takes no money back.
create function public.keep_erased_spend() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.erased_spend as kept (day, micros)
  select (g.created_at at time zone 'UTC')::date, sum(g.counted_micros)
  from gone g where g.counted_micros > 0 group by 1 order by 1
  on conflict (day) do update set micros = kept.micros + excluded.micros;
  return null;
end;
$$;
create trigger model_calls_erased after delete on public.model_calls
  referencing old table as gone for each statement execute function public.keep_erased_spend();
revoke execute on function public.keep_erased_spend() from public, anon, authenticated;

-- As before (001400), and with what erased owners have spent today.
create or replace function public.sum_spend(p_owner uuid, p_now timestamptz) returns jsonb
language sql stable set search_path = '' as $$
  with spent as (
    select coalesce(sum(c.counted_micros) filter (where c.owner_id = p_owner), 0) as mine,
      coalesce(sum(c.counted_micros), 0) + coalesce(
        (select e.micros from public.erased_spend e where e.day = (p_now at time zone 'UTC')::date), 0) as everybodys
    from public.model_calls c
    where c.created_at >= date_trunc('day', p_now, 'UTC') and c.counted_micros > 0
  ), expected as (
    select j.owner_id, greatest(0, j.quoted_micros - (
      select coalesce(sum(c.counted_micros), 0) from public.model_calls c where c.job_id = j.id)) as micros
    from public.jobs j where j.quoted_micros > 0 and j.status in ('pending', 'processing')
    union all
    select a.owner_id, a.quoted_micros from public.story_admissions a
    where a.created_at > p_now - interval '1 minute'
  ), outstanding as (
    select coalesce(sum(micros) filter (where owner_id = p_owner), 0) as mine, coalesce(sum(micros), 0) as everybodys
    from expected
  )
  select jsonb_build_object(
    'userDayMicros', s.mine, 'installationDayMicros', s.everybodys,
    'userExpectedMicros', o.mine, 'installationExpectedMicros', o.everybodys)
  from spent s, outstanding o;
$$;

-- Deleting by owner looks at the owner's rows, not at everybody's.
create index characters_owner on public.characters (owner_id);
create index scenes_owner on public.scenes (owner_id);
create index job_events_owner on public.job_events (owner_id);
create index chat_messages_owner on public.chat_messages (owner_id);
create index chat_events_owner on public.chat_events (owner_id);
create index dossier_versions_owner on public.dossier_versions (owner_id);
create index dossier_readings_owner on public.dossier_readings (owner_id);
create index guest_migrations_account on public.guest_migrations (account_id);

-- What is being erased, from the first moment to the last: after a crash it is found here and done to its end. It names no
-- owner by reference, because it outlives the user by a moment; its own deletion is the end.
create table public.household_erasures (
  household_id uuid primary key,
  -- The owner whose household it is, and the guests that became this account and have nothing of their own any more.
  user_ids uuid[] not null,
  -- Where files lie: of every story, also those a guest brought.
  folders text[] not null,
  job_ids uuid[] not null,
  started_at timestamptz not null default clock_timestamp(),
  -- The last sign of whoever is at it.
  touched_at timestamptz not null default clock_timestamp()
);
alter table public.household_erasures enable row level security;
revoke all on public.household_erasures from anon, authenticated;

-- Begins, or goes on with what is there by now: notes everything that can be found only while its rows are there, and cancels
-- what is being made. Returns {"userIds", "folders", "jobIds", "cancelledJobIds"}.
create function public.begin_household_erasure(p_owner uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_erasure public.household_erasures;
  v_users uuid[];
  v_cancelled uuid[];
  v_job uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('erasure ' || p_owner::text, 0));
  v_users := array[p_owner] || array(
    select distinct g.guest_id from public.guest_migrations g join auth.users u on u.id = g.guest_id
    where g.account_id = p_owner and u.is_anonymous
      and not exists (select 1 from public.projects p where p.owner_id = g.guest_id)
      and not exists (select 1 from public.stories s where s.owner_id = g.guest_id)
      and not exists (select 1 from public.chat_sessions c where c.owner_id = g.guest_id));
  insert into public.household_erasures as kept (household_id, user_ids, folders, job_ids)
  values (
    p_owner, v_users,
    array(select distinct s.media_folder from public.stories s where s.owner_id = any (v_users) order by 1),
    array(select j.id from public.jobs j where j.owner_id = any (v_users) order by 1))
  on conflict (household_id) do update set
    user_ids = array(select distinct unnest(kept.user_ids || excluded.user_ids) order by 1),
    folders = array(select distinct unnest(kept.folders || excluded.folders) order by 1),
    job_ids = array(select distinct unnest(kept.job_ids || excluded.job_ids) order by 1),
    touched_at = clock_timestamp()
  returning * into v_erasure;
  v_cancelled := array(
    select j.id from public.jobs j
    where j.owner_id = any (v_erasure.user_ids) and j.status in ('pending', 'processing') order by 1);
  foreach v_job in array v_cancelled loop
    perform public.record_job_event(v_job, 'status', 'status:cancelled', '{}'::jsonb, 'cancelled', 'done');
  end loop;
  return jsonb_build_object(
    'userIds', to_jsonb(v_erasure.user_ids), 'folders', to_jsonb(v_erasure.folders), 'jobIds', to_jsonb(v_erasure.job_ids),
    'cancelledJobIds', to_jsonb(v_cancelled));
end;
$$;

-- Deletes every row of these users, all or nothing. Tables are found in the catalogue, so that none is forgotten; what hangs
-- off a project goes with it. p_keeps_users: the profile stays, as its user does.
create function public.delete_owned_rows(p_users uuid[], p_keeps_users boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_table text;
begin
  foreach v_table in array array['projects'] || array(
    select c.relname::text
    from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'owner_id' and not a.attisdropped
      and c.relname <> 'projects'
    order by 1)
  loop
    execute format('delete from public.%I where owner_id = any ($1)', v_table) using p_users;
  end loop;
  delete from public.guest_migrations where guest_id = any (p_users) or account_id = any (p_users);
  -- A counter's key ends with whose it is.
  delete from public.rate_limits where right(key, 36) = any (p_users::text[]);
  if not p_keeps_users then
    delete from public.profiles where id = any (p_users);
  end if;
end;
$$;

-- Deletes the rows of a household whose erasure has begun, once its files are gone, with whatever came meanwhile.
-- SL404: none has begun.
create function public.erase_household_rows(p_owner uuid, p_keeps_users boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from public.household_erasures where household_id = p_owner;
  if not found then
    raise exception 'no erasure has begun' using errcode = 'SL404';
  end if;
  perform public.delete_owned_rows(
    array(select value::uuid from jsonb_array_elements_text(public.begin_household_erasure(p_owner) -> 'userIds')), p_keeps_users);
end;
$$;

-- The end: nothing of it is left, this note included. SL409: the user is still there.
create function public.end_household_erasure(p_owner uuid, p_keeps_users boolean) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_users uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended('erasure ' || p_owner::text, 0));
  select user_ids into v_users from public.household_erasures where household_id = p_owner;
  if not found then
    return;
  end if;
  if not p_keeps_users and exists (select 1 from auth.users where id = any (v_users)) then
    raise exception 'the user is still there' using errcode = 'SL409';
  end if;
  perform public.delete_owned_rows(v_users, p_keeps_users);
  delete from public.household_erasures where household_id = p_owner;
end;
$$;

-- Whoever is being erased begins nothing new, so that what was looked for once is all there is. SL409.
create function public.refuse_while_erased() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from public.household_erasures e
  where (to_jsonb(new) ->> tg_argv[0])::uuid = any (e.user_ids);
  if found then
    raise exception 'this household is being erased' using errcode = 'SL409';
  end if;
  return new;
end;
$$;
create trigger projects_not_erased before insert on public.projects
  for each row execute function public.refuse_while_erased('owner_id');
create trigger stories_not_erased before insert on public.stories
  for each row execute function public.refuse_while_erased('owner_id');
create trigger chat_sessions_not_erased before insert on public.chat_sessions
  for each row execute function public.refuse_while_erased('owner_id');
create trigger api_keys_not_erased before insert on public.api_keys
  for each row execute function public.refuse_while_erased('owner_id');
create trigger guest_migrations_not_erased before insert on public.guest_migrations
  for each row execute function public.refuse_while_erased('account_id');

-- Erasures that nobody has been at for a while: their process died.
create function public.list_broken_erasures(p_silent_seconds integer) returns setof uuid
language sql stable set search_path = '' as $$
  select household_id from public.household_erasures
  where touched_at < clock_timestamp() - p_silent_seconds * interval '1 second' order by touched_at;
$$;

-- Which of these first folders of the bucket belong to nobody: no user of that name, and no story whose files lie in there. A name
-- that is no user's id is none of ours to judge.
create function public.list_ownerless_folders(p_names text[]) returns setof text
language sql stable security definer set search_path = '' as $$
  select n.name from unnest(p_names) as n (name)
  where n.name ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    and not exists (select 1 from auth.users u where u.id::text = n.name)
    and not exists (select 1 from public.stories s where starts_with(s.media_folder, n.name || '/'))
    and not exists (select 1 from public.assets a where starts_with(a.path, n.name || '/'))
    and not exists (select 1 from public.household_erasures e where n.name::uuid = any (e.user_ids));
$$;

-- Of these story folders of the bucket those that somebody else's story lies in: a guest's things that went to an account.
create function public.list_foreign_folders(p_folders text[], p_users uuid[]) returns setof text
language sql stable security definer set search_path = '' as $$
  select distinct s.media_folder from public.stories s
  where s.media_folder = any (p_folders) and s.owner_id <> all (p_users);
$$;
create index stories_media_folder on public.stories (media_folder text_pattern_ops);

-- Guests nobody has seen since then: no sign-in, no renewed session, nothing made or said.
create function public.list_unseen_guests(p_before timestamptz, p_limit integer) returns setof uuid
language sql stable security definer set search_path = '' as $$
  select u.id from auth.users u
  where u.is_anonymous and u.created_at < p_before and coalesce(u.last_sign_in_at, u.created_at) < p_before
    and not exists (
      select 1 from auth.sessions s where s.user_id = u.id and (
        s.created_at >= p_before or s.updated_at >= p_before or s.refreshed_at >= p_before at time zone 'UTC'
        or exists (select 1 from auth.refresh_tokens r where r.session_id = s.id and r.created_at >= p_before)))
    and not exists (select 1 from public.stories s where s.owner_id = u.id and s.updated_at >= p_before)
    and not exists (select 1 from public.jobs j where j.owner_id = u.id and j.updated_at >= p_before)
    and not exists (select 1 from public.chat_sessions c where c.owner_id = u.id and c.updated_at >= p_before)
  order by u.created_at limit p_limit;
$$;

-- Forgets what models answered in calls from before then: a retry reads it for a while, later nobody does.
create function public.forget_answers(p_before timestamptz, p_limit integer) returns integer
language sql set search_path = '' as $$
  with forgotten as (
    update public.model_calls set answer = null
    where id in (
      select c.id from public.model_calls c where c.answer is not null and c.created_at < p_before
      order by c.created_at limit p_limit for update skip locked)
    returning 1
  )
  select count(*)::integer from forgotten;
$$;
create index model_calls_answered on public.model_calls (created_at) where answer is not null;

-- Who somebody is to the auth service, and where they are signed in; without passwords and tokens.
create function public.read_household_account(p_owner uuid) returns jsonb
language sql stable security definer set search_path = '' as $$
  select jsonb_build_object(
    'user', jsonb_build_object(
      'id', u.id, 'email', u.email, 'phone', u.phone, 'is_guest', u.is_anonymous, 'created_at', u.created_at,
      'email_confirmed_at', u.email_confirmed_at, 'last_sign_in_at', u.last_sign_in_at, 'details', u.raw_user_meta_data),
    'sessions', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'created_at', s.created_at, 'updated_at', s.updated_at, 'user_agent', s.user_agent, 'ip', s.ip) order by s.created_at, s.id),
        '[]'::jsonb)
      from auth.sessions s where s.user_id = u.id))
  from auth.users u where u.id = p_owner;
$$;

revoke execute on function public.begin_household_erasure(uuid) from public, anon, authenticated;
revoke execute on function public.delete_owned_rows(uuid[], boolean) from public, anon, authenticated;
revoke execute on function public.erase_household_rows(uuid, boolean) from public, anon, authenticated;
revoke execute on function public.end_household_erasure(uuid, boolean) from public, anon, authenticated;
revoke execute on function public.refuse_while_erased() from public, anon, authenticated;
revoke execute on function public.list_broken_erasures(integer) from public, anon, authenticated;
revoke execute on function public.list_ownerless_folders(text[]) from public, anon, authenticated;
revoke execute on function public.list_foreign_folders(text[], uuid[]) from public, anon, authenticated;
revoke execute on function public.list_unseen_guests(timestamptz, integer) from public, anon, authenticated;
revoke execute on function public.forget_answers(timestamptz, integer) from public, anon, authenticated;
revoke execute on function public.read_household_account(uuid) from public, anon, authenticated;
grant execute on function public.begin_household_erasure(uuid) to service_role;
grant execute on function public.erase_household_rows(uuid, boolean) to service_role;
grant execute on function public.end_household_erasure(uuid, boolean) to service_role;
grant execute on function public.list_broken_erasures(integer) to service_role;
grant execute on function public.list_ownerless_folders(text[]) to service_role;
grant execute on function public.list_foreign_folders(text[], uuid[]) to service_role;
grant execute on function public.list_unseen_guests(timestamptz, integer) to service_role;
grant execute on function public.forget_answers(timestamptz, integer) to service_role;
grant execute on function public.read_household_account(uuid) to service_role;
