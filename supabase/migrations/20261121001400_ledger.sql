-- The ledger: every call of a model is a row, written before the call with the most it may cost and settled after it with what
-- it did cost. Nobody but the service role writes here. Money is micro-dollars (1 USD = 1,000,000), always whole.

create table public.model_calls (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  -- A story or job that is deleted leaves its calls: what was spent today stays spent.
  job_id uuid references public.jobs (id) on delete set null,
  story_id uuid references public.stories (id) on delete set null,
  -- The work inside the job: "draft", "picture:3"; without a job "chat", "transcription", …
  step text not null,
  modality text not null
    check (modality in ('text', 'chat', 'dossier', 'picture', 'speech', 'video', 'transcription')),
  provider text not null,
  model text not null,
  -- SHA-256 of everything that decides the answer, the model's name included.
  request_hash text not null,
  -- How many times this step was begun with this model.
  attempt integer not null default 1 check (attempt > 0),
  -- reserved: under way, or its process died. lost: nobody will know whether it was billed; it counts with what was reserved.
  status text not null default 'reserved' check (status in ('reserved', 'settled', 'failed', 'lost')),
  -- Whether the provider has said what it used: from then on cost_micros is exact, whatever becomes of the result.
  is_answered boolean not null default false,
  -- Served by a result of the same owner's that was paid for before.
  is_cached boolean not null default false,
  -- The provider's own name for this call (response id, job id of a film).
  provider_id text,
  asset_id uuid references public.assets (id) on delete set null,
  -- Small results of text calls, so that a retry reads them instead of asking again.
  answer jsonb,
  -- {"inputTokens": n, "outputTokens": n} | {"pictures": n} | {"characters": n} | {"seconds": n} …
  units jsonb not null default '{}'::jsonb,
  -- The most it may use.
  estimate jsonb not null default '{}'::jsonb,
  -- The dated row of config/prices.yaml that was used.
  price jsonb not null default '{}'::jsonb,
  reserved_micros bigint not null default 0 check (reserved_micros >= 0),
  cost_micros bigint not null default 0 check (cost_micros >= 0),
  -- What every cap and every sum counts: the one definition.
  counted_micros bigint not null generated always as (
    case when is_answered or status in ('settled', 'failed') then cost_micros else reserved_micros end) stored,
  error_code text,
  error_message text,
  retry_after_seconds integer,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);

insert into public.model_calls (
  id, owner_id, job_id, story_id, step, modality, provider, model, request_hash, status, is_answered, units, cost_micros,
  created_at, finished_at)
select id, owner_id, job_id, story_id, step, modality, provider, model, '', 'settled', true, units, cost_micros,
  created_at, created_at
from public.usage;
drop table public.usage;

create index model_calls_owner on public.model_calls (owner_id, created_at desc);
create index model_calls_job on public.model_calls (job_id, step);
create index model_calls_story on public.model_calls (story_id);
create index model_calls_asset on public.model_calls (asset_id);
create index model_calls_day on public.model_calls (created_at) include (owner_id, counted_micros) where counted_micros > 0;
create index model_calls_reuse on public.model_calls (owner_id, request_hash) where status = 'settled';
create trigger model_calls_owner_follows before insert on public.model_calls
  for each row execute function public.follow_story_owner();

alter table public.model_calls enable row level security;
create policy "read own model calls" on public.model_calls for select to authenticated using ((select auth.uid()) = owner_id);
revoke insert, update, delete, truncate on public.model_calls from anon, authenticated;

-- What a job may cost at most, as it was quoted when it was asked for.
alter table public.jobs add column quoted_micros bigint not null default 0 check (quoted_micros >= 0);
create index jobs_quoted on public.jobs (owner_id) where quoted_micros > 0 and status in ('pending', 'processing');

-- Quotes between their admission and their job's row, seconds at most: many who ask at once count each other.
create table public.story_admissions (
  job_id uuid primary key,
  owner_id uuid not null references auth.users (id) on delete cascade,
  quoted_micros bigint not null check (quoted_micros >= 0),
  created_at timestamptz not null default clock_timestamp()
);
alter table public.story_admissions enable row level security;
revoke all on public.story_admissions from anon, authenticated;

-- A job takes its quote from its admission, never from who inserts it.
create function public.take_admission() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.quoted_micros = 0;
  delete from public.story_admissions where job_id = new.id returning quoted_micros into new.quoted_micros;
  new.quoted_micros = coalesce(new.quoted_micros, 0);
  return new;
end;
$$;
create trigger jobs_admission before insert on public.jobs for each row execute function public.take_admission();
revoke execute on function public.take_admission() from public, anon, authenticated;

-- What has been spent since midnight UTC and what stories that are still being made may spend yet: of one owner and of all.
create function public.sum_spend(p_owner uuid, p_now timestamptz) returns jsonb
language sql stable set search_path = '' as $$
  with spent as (
    select coalesce(sum(c.counted_micros) filter (where c.owner_id = p_owner), 0) as mine,
      coalesce(sum(c.counted_micros), 0) as everybodys
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

-- The same for the caller.
create function public.read_spend() returns jsonb
language sql stable security definer set search_path = '' as $$
  select public.sum_spend(auth.uid(), clock_timestamp());
$$;

-- Whether stories with these quotes may begin: [{"jobId": uuid, "quotedMicros": n}]. All or none. p_caps: {"userDayMicros",
-- "installationDayMicros"}, null or absent = none. One lock for all money, so that many at once cannot pass a cap together.
-- Returns {} or {"refused": which cap, "capMicros": n, "spentMicros": n}.
create function public.admit_stories(p_owner uuid, p_quotes jsonb, p_caps jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_new bigint;
  v_spend jsonb;
  v_cap text;
  v_spent bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('model_calls', 0));
  delete from public.story_admissions where created_at < clock_timestamp() - interval '10 minutes';
  -- A request that comes again has its job already.
  select coalesce(sum((q ->> 'quotedMicros')::bigint), 0) into v_new from jsonb_array_elements(p_quotes) q
  where not exists (select 1 from public.jobs j where j.id = (q ->> 'jobId')::uuid)
    and not exists (select 1 from public.story_admissions a where a.job_id = (q ->> 'jobId')::uuid);
  if v_new = 0 then
    return '{}'::jsonb;
  end if;
  v_spend := public.sum_spend(p_owner, clock_timestamp());
  foreach v_cap in array array['user', 'installation'] loop
    v_spent := (v_spend ->> (v_cap || 'DayMicros'))::bigint + (v_spend ->> (v_cap || 'ExpectedMicros'))::bigint;
    if v_spent + v_new > (p_caps ->> (v_cap || 'DayMicros'))::bigint then
      return jsonb_build_object('refused', v_cap || 'Day', 'spentMicros', v_spent,
        'capMicros', (p_caps ->> (v_cap || 'DayMicros'))::bigint);
    end if;
  end loop;
  insert into public.story_admissions (job_id, owner_id, quoted_micros)
  select (q ->> 'jobId')::uuid, p_owner, (q ->> 'quotedMicros')::bigint from jsonb_array_elements(p_quotes) q
  where not exists (select 1 from public.jobs j where j.id = (q ->> 'jobId')::uuid)
  on conflict (job_id) do nothing;
  return '{}'::jsonb;
end;
$$;

-- Begins a call: writes its row when every cap allows its reservation, in one transaction under the lock.
-- p_call: {"id", "ownerId", "jobId", "storyId", "step", "modality", "provider", "model", "requestHash", "estimate", "price",
-- "reservedMicros", "readsAnswer", "reusesAnswer"}; p_caps: {"storyMicros", "userDayMicros", "installationDayMicros"}.
-- Returns one of
--   {"id", "attempt"}                     begun
--   {"id", "attempt", "providerId"}       the same call of a process that died had a name at the provider: go on with that one
--   {"id", "answer", "isCached"}          answered before: in this job, or (reusesAnswer) for this owner
--   {"refused", "capMicros", "spentMicros"}
-- A call of this step with this model that is still open belongs to a process that is gone: it becomes `lost`.
create function public.reserve_model_call(p_call jsonb, p_caps jsonb) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_id uuid := (p_call ->> 'id')::uuid;
  v_owner uuid := (p_call ->> 'ownerId')::uuid;
  v_job uuid := (p_call ->> 'jobId')::uuid;
  v_story uuid := (p_call ->> 'storyId')::uuid;
  v_reserved bigint := (p_call ->> 'reservedMicros')::bigint;
  v_now timestamptz;
  v_found public.model_calls;
  v_attempt integer := 1;
  v_spend jsonb;
  v_spent bigint;
  v_cap text;
begin
  if v_story is not null then
    select owner_id into v_owner from public.stories where id = v_story for share;
    if not found then
      raise exception 'the story is gone' using errcode = 'SL404';
    end if;
  end if;
  if v_job is not null then
    perform pg_advisory_xact_lock(hashtextextended('model_call ' || v_job::text || ' ' || (p_call ->> 'step'), 0));
    if (p_call ->> 'readsAnswer')::boolean then
      select * into v_found from public.model_calls
      where job_id = v_job and step = p_call ->> 'step' and request_hash = p_call ->> 'requestHash'
        and status = 'settled' and answer is not null
      order by created_at desc limit 1;
      if found then
        return jsonb_build_object('id', v_found.id, 'answer', v_found.answer, 'isCached', false);
      end if;
    end if;
    select * into v_found from public.model_calls
    where job_id = v_job and step = p_call ->> 'step' and request_hash = p_call ->> 'requestHash'
      and status = 'reserved' and provider_id is not null
    order by created_at desc limit 1;
    if found then
      return jsonb_build_object('id', v_found.id, 'attempt', v_found.attempt, 'providerId', v_found.provider_id);
    end if;
    update public.model_calls set status = 'lost', finished_at = clock_timestamp()
    where job_id = v_job and step = p_call ->> 'step' and status = 'reserved'
      and provider = p_call ->> 'provider' and model = p_call ->> 'model';
    select count(*) + 1 into v_attempt from public.model_calls
    where job_id = v_job and step = p_call ->> 'step' and provider = p_call ->> 'provider' and model = p_call ->> 'model';
  end if;
  if (p_call ->> 'reusesAnswer')::boolean then
    select * into v_found from public.model_calls
    where owner_id = v_owner and request_hash = p_call ->> 'requestHash' and status = 'settled' and answer is not null
    order by created_at desc limit 1;
    if found then
      insert into public.model_calls (
        id, owner_id, job_id, story_id, step, modality, provider, model, request_hash, attempt, status, is_answered,
        is_cached, answer, finished_at)
      values (
        v_id, v_owner, v_job, v_story, p_call ->> 'step', p_call ->> 'modality', p_call ->> 'provider', p_call ->> 'model',
        p_call ->> 'requestHash', v_attempt, 'settled', true, true, v_found.answer, clock_timestamp());
      return jsonb_build_object('id', v_id, 'answer', v_found.answer, 'isCached', true);
    end if;
  end if;
  if v_reserved > 0 then
    perform pg_advisory_xact_lock(hashtextextended('model_calls', 0));
  end if;
  -- Only now: whoever waited for the lock over midnight is of the new day.
  v_now := clock_timestamp();
  if v_reserved > 0 then
    if v_story is not null then
      select coalesce(sum(counted_micros), 0) into v_spent from public.model_calls where story_id = v_story;
      if v_spent + v_reserved > (p_caps ->> 'storyMicros')::bigint then
        return jsonb_build_object('refused', 'story', 'capMicros', (p_caps ->> 'storyMicros')::bigint, 'spentMicros', v_spent);
      end if;
    end if;
    v_spend := public.sum_spend(v_owner, v_now);
    foreach v_cap in array array['userDay', 'installationDay'] loop
      v_spent := (v_spend ->> (v_cap || 'Micros'))::bigint;
      if v_spent + v_reserved > (p_caps ->> (v_cap || 'Micros'))::bigint then
        return jsonb_build_object('refused', v_cap, 'capMicros', (p_caps ->> (v_cap || 'Micros'))::bigint, 'spentMicros', v_spent);
      end if;
    end loop;
  end if;
  insert into public.model_calls (
    id, owner_id, job_id, story_id, step, modality, provider, model, request_hash, attempt, estimate, price, reserved_micros,
    created_at)
  values (
    v_id, v_owner, v_job, v_story, p_call ->> 'step', p_call ->> 'modality', p_call ->> 'provider', p_call ->> 'model',
    p_call ->> 'requestHash', v_attempt, p_call -> 'estimate', p_call -> 'price', v_reserved, v_now);
  return jsonb_build_object('id', v_id, 'attempt', v_attempt);
end;
$$;

-- Writes down what the provider has said before its result is kept: its name for the call, what it used, what that costs.
create function public.note_model_call(
  p_id uuid, p_provider_id text default null, p_units jsonb default null, p_cost_micros bigint default null
) returns void
language sql set search_path = '' as $$
  update public.model_calls set
    provider_id = coalesce(p_provider_id, provider_id),
    units = coalesce(p_units, units),
    cost_micros = coalesce(p_cost_micros, cost_micros),
    is_answered = is_answered or p_cost_micros is not null
  where id = p_id;
$$;

-- The call is done and its result kept. Only the process that called knows this, so it counts also for a row that was taken
-- for lost, and again is the same.
create function public.settle_model_call(
  p_id uuid, p_units jsonb, p_cost_micros bigint, p_provider_id text default null, p_asset_id uuid default null,
  p_answer jsonb default null, p_is_cached boolean default false
) returns void
language sql set search_path = '' as $$
  update public.model_calls set
    status = 'settled', is_answered = true, is_cached = p_is_cached, units = p_units, cost_micros = p_cost_micros,
    provider_id = coalesce(p_provider_id, provider_id), answer = p_answer,
    -- What it made may be deleted by now.
    asset_id = (select a.id from public.assets a where a.id = p_asset_id),
    error_code = null, error_message = null, retry_after_seconds = null, finished_at = clock_timestamp()
  where id = p_id;
$$;

-- The result of a step was found where it is kept, and the process that called for it died before it settled: its call is
-- settled with what is known, at the most with what was reserved.
create function public.settle_found_call(p_job_id uuid, p_step text, p_request_hash text) returns void
language sql set search_path = '' as $$
  update public.model_calls set
    status = 'settled', cost_micros = counted_micros, is_answered = true, finished_at = clock_timestamp()
  where id = (
    select c.id from public.model_calls c
    where c.job_id = p_job_id and c.step = p_step and c.request_hash = p_request_hash and c.status in ('reserved', 'lost')
      and not exists (
        select 1 from public.model_calls d
        where d.job_id = p_job_id and d.step = p_step and d.request_hash = p_request_hash and d.status = 'settled')
    order by c.created_at desc limit 1 for update);
$$;

-- The call came to nothing. p_status `failed`: the provider did not bill, or what it billed was noted before; `lost`: it may have.
create function public.fail_model_call(
  p_id uuid, p_status text, p_error_code text, p_error_message text, p_retry_after_seconds integer default null
) returns void
language sql set search_path = '' as $$
  update public.model_calls set
    status = p_status, error_code = p_error_code, error_message = left(p_error_message, 1000),
    retry_after_seconds = p_retry_after_seconds, finished_at = clock_timestamp()
  where id = p_id and status in ('reserved', 'lost');
$$;

-- As before (001100), with the ledger in the place of `usage`.
create or replace function public.migrate_guest(p_guest uuid, p_account uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_known text[] := array[
    'projects', 'stories', 'characters', 'jobs', 'scenes', 'assets', 'job_events', 'model_calls',
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

revoke execute on function public.sum_spend(uuid, timestamptz) from public, anon, authenticated;
grant execute on function public.sum_spend(uuid, timestamptz) to service_role;
revoke execute on function public.read_spend() from public, anon;
grant execute on function public.read_spend() to authenticated;
revoke execute on function public.admit_stories(uuid, jsonb, jsonb) from public, anon, authenticated;
grant execute on function public.admit_stories(uuid, jsonb, jsonb) to service_role;
revoke execute on function public.reserve_model_call(jsonb, jsonb) from public, anon, authenticated;
grant execute on function public.reserve_model_call(jsonb, jsonb) to service_role;
revoke execute on function public.note_model_call(uuid, text, jsonb, bigint) from public, anon, authenticated;
grant execute on function public.note_model_call(uuid, text, jsonb, bigint) to service_role;
revoke execute on function public.settle_model_call(uuid, jsonb, bigint, text, uuid, jsonb, boolean) from public, anon, authenticated;
grant execute on function public.settle_model_call(uuid, jsonb, bigint, text, uuid, jsonb, boolean) to service_role;
revoke execute on function public.settle_found_call(uuid, text, text) from public, anon, authenticated;
grant execute on function public.settle_found_call(uuid, text, text) to service_role;
revoke execute on function public.fail_model_call(uuid, text, text, text, integer) from public, anon, authenticated;
grant execute on function public.fail_model_call(uuid, text, text, text, integer) to service_role;
