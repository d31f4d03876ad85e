-- Who wants to be told when a story is done, what they were told, and how that went.

-- The address one request named (`webhook_url`): told of this job's end, whatever else its owner has set up.
alter table public.jobs add column webhook_url text check (char_length(webhook_url) between 1 and 2048);

create table public.webhook_endpoints (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  url text not null check (char_length(url) between 1 and 2048 and url ~ '^https?://'),
  description text not null default '' check (char_length(description) <= 200),
  event_types text[] not null check (
    cardinality(event_types) between 1 and 3
    and event_types <@ array['story.completed', 'story.failed', 'story.cancelled']),
  disabled_at timestamptz,
  -- gone: it answered 410. owner: its owner said so.
  disabled_reason text check (disabled_reason in ('gone', 'owner')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((disabled_at is null) = (disabled_reason is null))
);
create index webhook_endpoints_owner on public.webhook_endpoints (owner_id, created_at desc);
create trigger webhook_endpoints_updated before update on public.webhook_endpoints
  for each row execute function public.set_updated_at();

-- What deliveries are signed with. A secret without an endpoint signs what goes to addresses of single requests. All that have
-- not expired sign, so that a receiver can change over in its own time. Kept readable: signing needs it.
create table public.webhook_secrets (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  endpoint_id uuid references public.webhook_endpoints (id) on delete cascade,
  secret text not null check (secret ~ '^whsec_[A-Za-z0-9+/]{32,86}={0,2}$'),
  created_at timestamptz not null default now(),
  expires_at timestamptz
);
create index webhook_secrets_owner on public.webhook_secrets (owner_id);
create index webhook_secrets_endpoint on public.webhook_secrets (endpoint_id);

-- One thing to tell to one address.
create table public.webhook_deliveries (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  endpoint_id uuid references public.webhook_endpoints (id) on delete cascade,
  job_id uuid references public.jobs (id) on delete set null,
  -- For an endpoint's delivery where it went last; the endpoint's own address counts at the next attempt.
  url text not null,
  -- `webhook-id`: the same for every receiver of an event, for every retry and replay.
  event_id uuid not null,
  type text not null,
  payload jsonb not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  -- Of all times; `tries` counts since it was made or last replayed.
  attempts integer not null default 0,
  tries integer not null default 0,
  -- Grows each time it is handed to the queue: a run with an older number has been overtaken and does nothing.
  round integer not null default 0,
  handed_over_at timestamptz,
  next_attempt_at timestamptz default now(),
  last_status integer,
  last_error text,
  -- [{"at", "url", "status", "error", "duration_ms"}], newest last.
  log jsonb not null default '[]'::jsonb,
  created_at timestamptz not null default now(),
  delivered_at timestamptz,
  unique nulls not distinct (event_id, endpoint_id)
);
create index webhook_deliveries_owner on public.webhook_deliveries (owner_id, created_at desc, id desc);
create index webhook_deliveries_job on public.webhook_deliveries (job_id);
create index webhook_deliveries_endpoint on public.webhook_deliveries (endpoint_id);
create index webhook_deliveries_waiting on public.webhook_deliveries (next_attempt_at) where state = 'pending';

alter table public.webhook_endpoints enable row level security;
alter table public.webhook_secrets enable row level security;
alter table public.webhook_deliveries enable row level security;
create policy "own webhooks" on public.webhook_endpoints for all to authenticated
  using ((select auth.uid()) = owner_id) with check ((select auth.uid()) = owner_id);
create policy "read own webhook secrets" on public.webhook_secrets for select to authenticated
  using ((select auth.uid()) = owner_id);
create policy "read own webhook deliveries" on public.webhook_deliveries for select to authenticated
  using ((select auth.uid()) = owner_id);
revoke all on public.webhook_endpoints, public.webhook_secrets, public.webhook_deliveries from anon;
revoke insert, update, truncate on public.webhook_endpoints from authenticated;
grant insert (id, owner_id, url, description, event_types) on public.webhook_endpoints to authenticated;
grant update (url, description, event_types, disabled_at, disabled_reason) on public.webhook_endpoints to authenticated;
revoke insert, update, delete, truncate on public.webhook_secrets, public.webhook_deliveries from authenticated;

-- The secrets that sign for an endpoint of the caller's, or (null) for the addresses of their single requests, newest first.
-- The given one becomes the first when there is none yet; with p_overlap_seconds it becomes the newest, and the others go on
-- signing that long. SL404: no such endpoint of the caller's.
create function public.take_webhook_secrets(
  p_secret text, p_endpoint_id uuid default null, p_overlap_seconds integer default null
) returns setof public.webhook_secrets
language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid := auth.uid();
begin
  if v_owner is null then
    raise exception 'not signed in' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('webhook_secrets ' || coalesce(p_endpoint_id, v_owner)::text, 0));
  if p_endpoint_id is not null then
    perform 1 from public.webhook_endpoints where id = p_endpoint_id and owner_id = v_owner for share;
    if not found then
      raise exception 'no such endpoint' using errcode = 'SL404';
    end if;
  end if;
  if p_overlap_seconds is not null then
    update public.webhook_secrets set expires_at = now() + p_overlap_seconds * interval '1 second'
    where owner_id = v_owner and endpoint_id is not distinct from p_endpoint_id and expires_at is null;
  end if;
  if not exists (
    select 1 from public.webhook_secrets
    where owner_id = v_owner and endpoint_id is not distinct from p_endpoint_id and expires_at is null
  ) then
    insert into public.webhook_secrets (owner_id, endpoint_id, secret) values (v_owner, p_endpoint_id, p_secret);
  end if;
  return query select * from public.webhook_secrets
  where owner_id = v_owner and endpoint_id is not distinct from p_endpoint_id
    and (expires_at is null or expires_at > now())
  order by expires_at desc nulls first, created_at desc;
end;
$$;

-- A job's end and the duty to tell of it are one transaction: whoever dies after that, the rows are there to be found.
create function public.announce_job_end() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_event uuid := gen_random_uuid();
  v_type text := 'story.' || new.status;
  v_story public.stories;
  v_data jsonb;
  v_payload jsonb;
begin
  select * into v_story from public.stories where id = new.story_id;
  v_data := jsonb_build_object(
    'job_id', new.id,
    -- As in a job's status: named once there is something to read.
    'story_id', case when v_story.title <> '' then new.story_id end,
    'status', new.status, 'title', v_story.title, 'error', new.error_message, 'error_code', new.error_code,
    'created_at', new.created_at, 'finished_at', new.finished_at);
  v_payload := jsonb_build_object('type', v_type, 'timestamp', new.finished_at, 'data', v_data);
  insert into public.webhook_deliveries (owner_id, endpoint_id, job_id, url, event_id, type, payload)
  select e.owner_id, e.id, new.id, e.url, v_event, v_type, v_payload
  from public.webhook_endpoints e
  where e.owner_id = new.owner_id and e.disabled_at is null and v_type = any (e.event_types);
  if new.webhook_url is not null then
    insert into public.webhook_deliveries (owner_id, job_id, url, event_id, type, payload)
    -- Whoever names an address in a request reads the answer as they read a job's status: on the outside, too.
    values (new.owner_id, new.id, new.webhook_url, v_event, v_type, v_data || v_payload);
  end if;
  return null;
end;
$$;
create trigger jobs_end_announced after update of status on public.jobs for each row
  when (new.status in ('completed', 'failed', 'cancelled') and old.status is distinct from new.status)
  execute function public.announce_job_end();

-- Hands deliveries to the queue: those of a job, a single one, or whatever waits. One that was handed over and whose time has
-- come and gone without a word has been lost on the way, and is handed over again.
create function public.take_webhook_deliveries(p_job_id uuid default null, p_delivery_id uuid default null, p_limit integer default 100)
returns table (id uuid, owner_id uuid, round integer)
language sql set search_path = '' as $$
  update public.webhook_deliveries d set round = d.round + 1, handed_over_at = now()
  where d.id in (
    select w.id from public.webhook_deliveries w
    where w.state = 'pending'
      and (p_job_id is null or w.job_id = p_job_id)
      and (p_delivery_id is null or w.id = p_delivery_id)
      and (w.handed_over_at is null
        or (w.next_attempt_at < now() - interval '5 minutes' and w.handed_over_at < now() - interval '5 minutes'))
    order by w.next_attempt_at limit p_limit for update skip locked)
  returning d.id, d.owner_id, d.round;
$$;

-- Writes down how an attempt went. p_state stays 'pending' while there is a next one. An endpoint that is gone gets nothing
-- any more. Returns whether this round still counted.
create function public.record_webhook_attempt(
  p_delivery_id uuid, p_round integer, p_attempt jsonb, p_state text, p_next_attempt_at timestamptz default null, p_gone boolean default false
) returns boolean
language plpgsql set search_path = '' as $$
declare
  v_endpoint uuid;
begin
  update public.webhook_deliveries set
    state = p_state, attempts = attempts + 1, tries = tries + 1, next_attempt_at = p_next_attempt_at,
    url = p_attempt ->> 'url',
    last_status = (p_attempt ->> 'status')::integer, last_error = p_attempt ->> 'error',
    log = case when jsonb_array_length(log) >= 50 then log - 0 else log end || jsonb_build_array(p_attempt),
    delivered_at = case when p_state = 'delivered' then now() else delivered_at end
  where id = p_delivery_id and round = p_round and state = 'pending'
  returning endpoint_id into v_endpoint;
  if not found then
    return false;
  end if;
  if p_gone and v_endpoint is not null then
    update public.webhook_endpoints set disabled_at = now(), disabled_reason = 'gone'
    where id = v_endpoint and disabled_at is null;
    -- Not the one just written down: that has its own end.
    update public.webhook_deliveries set state = 'failed', next_attempt_at = null, last_error = 'The endpoint is switched off.'
    where endpoint_id = v_endpoint and state = 'pending';
  end if;
  return true;
end;
$$;

-- Tells a delivery of the caller's again, under its old event id, from now on and with all its tries. SL404: none of theirs.
-- SL409: it is still being told.
create function public.replay_webhook_delivery(p_delivery_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_state text;
begin
  select state into v_state from public.webhook_deliveries where id = p_delivery_id and owner_id = auth.uid() for update;
  if not found then
    raise exception 'no such delivery' using errcode = 'SL404';
  end if;
  if v_state = 'pending' then
    raise exception 'still being told' using errcode = 'SL409';
  end if;
  update public.webhook_deliveries set state = 'pending', tries = 0, next_attempt_at = now(), handed_over_at = null
  where id = p_delivery_id;
end;
$$;

-- A delivery that only says that it works. SL404: no such endpoint of the caller's.
create function public.create_webhook_test(p_endpoint_id uuid) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_endpoint public.webhook_endpoints;
  v_id uuid;
begin
  select * into v_endpoint from public.webhook_endpoints where id = p_endpoint_id and owner_id = auth.uid();
  if not found then
    raise exception 'no such endpoint' using errcode = 'SL404';
  end if;
  insert into public.webhook_deliveries (owner_id, endpoint_id, url, event_id, type, payload)
  values (v_endpoint.owner_id, p_endpoint_id, v_endpoint.url, gen_random_uuid(), 'webhook.test', jsonb_build_object(
    'type', 'webhook.test', 'timestamp', now(), 'data', jsonb_build_object('message', 'Storyloom reaches this address.')))
  returning id into v_id;
  return v_id;
end;
$$;

-- As before (000600), with the address to be told at the end. It is part of the request: the same key with another one is SL422.
drop function public.create_story_job(uuid, uuid, jsonb, uuid, uuid);
create function public.create_story_job(
  p_job_id uuid, p_story_id uuid, p_brief jsonb, p_project_id uuid default null, p_session_id uuid default null,
  p_webhook_url text default null
) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid := auth.uid();
  v_project uuid := coalesce(p_project_id, gen_random_uuid());
  v_brief jsonb;
  v_webhook_url text;
begin
  if v_owner is null then
    raise exception 'not signed in' using errcode = '42501';
  end if;
  -- The same request may come twice at once; the second waits and finds the first's rows.
  perform pg_advisory_xact_lock(hashtextextended(p_job_id::text, 0));
  select s.brief, j.webhook_url into v_brief, v_webhook_url
  from public.jobs j join public.stories s on s.id = j.story_id
  where j.id = p_job_id and j.owner_id = v_owner;
  if found then
    if v_brief <> p_brief or v_webhook_url is distinct from p_webhook_url then
      raise exception 'this key was used for another request' using errcode = 'SL422';
    end if;
    return p_job_id;
  end if;
  if p_project_id is null then
    insert into public.projects (id, owner_id, title) values (v_project, v_owner, left(p_brief ->> 'prompt', 120));
  else
    -- Locked, so that it does not go with its last other story in the same moment.
    perform 1 from public.projects where id = p_project_id and owner_id = v_owner for update;
    if not found then
      raise exception 'no such project' using errcode = 'SL404';
    end if;
  end if;
  if p_session_id is not null then
    perform 1 from public.chat_sessions where id = p_session_id and owner_id = v_owner and project_id = v_project;
    if not found then
      raise exception 'no such session' using errcode = 'SL404';
    end if;
  end if;
  insert into public.stories (id, owner_id, project_id, session_id, prompt, age_group, brief)
  values (p_story_id, v_owner, v_project, p_session_id, p_brief ->> 'prompt', p_brief ->> 'ageGroup', p_brief);
  insert into public.jobs (id, owner_id, story_id, webhook_url) values (p_job_id, v_owner, p_story_id, p_webhook_url);
  insert into public.job_events (job_id, owner_id, type, key, data)
  values (p_job_id, v_owner, 'status', 'status:pending', jsonb_build_object('status', 'pending', 'stage', 'waiting', 'progress', 0));
  return p_job_id;
end;
$$;

-- As before (000500): parents before what hangs off them. Tables that came since have no such order and follow by their names,
-- so that none is forgotten; API keys are no guest's.
create or replace function public.migrate_guest(p_guest uuid, p_account uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_known text[] := array[
    'projects', 'stories', 'characters', 'jobs', 'scenes', 'assets', 'job_events', 'usage',
    'chat_sessions', 'chat_messages', 'chat_events',
    'dossiers', 'dossier_versions', 'dossier_readings', 'conversation_transcripts'];
  v_others text[];
  v_table text;
  v_count integer;
  v_moved jsonb := '{}'::jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended('migrate_guest ' || p_guest::text, 0));
  if p_guest = p_account
    or not exists (select 1 from auth.users where id = p_guest and is_anonymous)
    or not exists (select 1 from auth.users where id = p_account and not is_anonymous)
  then
    raise exception 'only the things of a guest go to an account' using errcode = 'SL409';
  end if;
  select coalesce(array_agg(c.relname::text order by c.relname), '{}') into v_others
  from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'owner_id' and not a.attisdropped
    and c.relname::text <> all (v_known || array['api_keys']);
  foreach v_table in array v_known || v_others loop
    execute format('update public.%I set owner_id = $1 where owner_id = $2', v_table) using p_account, p_guest;
    get diagnostics v_count = row_count;
    if v_count > 0 then
      v_moved := v_moved || jsonb_build_object(v_table, v_count);
    end if;
  end loop;
  if v_moved <> '{}'::jsonb then
    insert into public.guest_migrations (guest_id, account_id, moved) values (p_guest, p_account, v_moved);
  end if;
  return (
    select coalesce(jsonb_object_agg(t.key, t.total), '{}'::jsonb)
    from (
      select e.key, sum(e.value::integer) as total
      from public.guest_migrations g, jsonb_each_text(g.moved) e
      where g.guest_id = p_guest and g.account_id = p_account group by e.key
    ) t);
end;
$$;

revoke execute on function public.create_story_job(uuid, uuid, jsonb, uuid, uuid, text) from public, anon;
grant execute on function public.create_story_job(uuid, uuid, jsonb, uuid, uuid, text) to authenticated, service_role;
revoke execute on function public.announce_job_end() from public, anon, authenticated;
revoke execute on function public.take_webhook_deliveries(uuid, uuid, integer) from public, anon, authenticated;
grant execute on function public.take_webhook_deliveries(uuid, uuid, integer) to service_role;
revoke execute on function public.record_webhook_attempt(uuid, integer, jsonb, text, timestamptz, boolean) from public, anon, authenticated;
grant execute on function public.record_webhook_attempt(uuid, integer, jsonb, text, timestamptz, boolean) to service_role;
revoke execute on function public.take_webhook_secrets(text, uuid, integer) from public, anon;
grant execute on function public.take_webhook_secrets(text, uuid, integer) to authenticated;
revoke execute on function public.replay_webhook_delivery(uuid) from public, anon;
grant execute on function public.replay_webhook_delivery(uuid) to authenticated;
revoke execute on function public.create_webhook_test(uuid) from public, anon;
grant execute on function public.create_webhook_test(uuid) to authenticated;
