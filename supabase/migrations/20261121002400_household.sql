-- A household: who listens, what its grown-ups have set, their PIN, and stories that wait until one of them has looked.
-- Settings and readers are written by the server alone, after it has seen a proof that a grown-up asks; their owner reads them.

create table public.households (
  owner_id uuid primary key references auth.users (id) on delete cascade,
  -- IANA name: its days and its bedtime are those of this zone.
  time_zone text not null default 'UTC' check (char_length(time_zone) between 1 and 64),
  avoid_topics text[] not null default '{}' check (cardinality(avoid_topics) <= 40),
  -- Stories that may be begun on one day; null: as many as they like.
  daily_limit integer check (daily_limit between 1 and 100),
  require_approval boolean not null default false,
  -- From when to when it is bedtime, over midnight too; null: only where a request says so.
  bedtime_from time,
  bedtime_to time,
  -- How many were begun on `day`. A story that is deleted was told all the same.
  day date,
  begun_today integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((bedtime_from is null) = (bedtime_to is null)),
  check (bedtime_from <> bedtime_to)
);
-- A zone that the database does not know is refused here (22023), not by the first story that begins.
create function public.check_time_zone() returns trigger language plpgsql set search_path = '' as $$
begin
  perform clock_timestamp() at time zone new.time_zone;
  return new;
end;
$$;
create trigger households_time_zone before insert or update of time_zone on public.households
  for each row execute function public.check_time_zone();
create trigger households_updated before update on public.households for each row execute function public.set_updated_at();

-- Beside the household, so that no policy can show it. A new PIN is a new version, and ends every proof of the one before.
create table public.household_pins (
  owner_id uuid primary key references auth.users (id) on delete cascade,
  -- scrypt, with its parameters and its salt (lib/household/pin-hash.ts).
  pin_hash text not null,
  version uuid not null default gen_random_uuid(),
  -- Since the last right one. Counted before the PIN is looked at, so that many at once are no more tries than one after another.
  tries integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now()
);

create table public.readers (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  -- A first name or a nickname; nothing that finds a child.
  name text not null check (char_length(name) between 1 and 40),
  age_group text not null check (age_group in ('3-5', '6-8', '9-12')),
  mood text not null default '' check (char_length(mood) <= 80),
  routine text not null default '' check (char_length(routine) <= 80),
  preferences text[] not null default '{}' check (cardinality(preferences) <= 12),
  favourite_characters text[] not null default '{}' check (cardinality(favourite_characters) <= 8),
  calming_elements text[] not null default '{}' check (cardinality(calming_elements) <= 8),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index readers_owner on public.readers (owner_id, created_at, id);
create trigger readers_updated before update on public.readers for each row execute function public.set_updated_at();

alter table public.households enable row level security;
alter table public.household_pins enable row level security;
alter table public.readers enable row level security;
create policy "read own household" on public.households for select to authenticated using ((select auth.uid()) = owner_id);
create policy "read own readers" on public.readers for select to authenticated using ((select auth.uid()) = owner_id);
revoke all on public.households, public.household_pins, public.readers from anon;
revoke all on public.household_pins from authenticated;
revoke insert, update, delete, truncate on public.households, public.readers from authenticated;

-- At most 12. Those that come with a guest are not counted: nobody loses one by signing in. SL409: there are 12.
create function public.limit_readers() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('readers ' || new.owner_id::text, 0));
  if (select count(*) from public.readers where owner_id = new.owner_id) >= 12 then
    raise exception 'a household has at most 12 readers' using errcode = 'SL409';
  end if;
  return new;
end;
$$;
create trigger readers_limited before insert on public.readers for each row execute function public.limit_readers();

-- Takes one of five tries. {} where there is no PIN; {"lockedSeconds": n} when they are used up, for 15 minutes; else
-- {"pinHash", "version"}. Whoever knows the PIN gives the tries back (`end_pin_try`).
create function public.begin_pin_try(p_owner uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_pin public.household_pins;
begin
  select * into v_pin from public.household_pins where owner_id = p_owner for update;
  if not found then
    return '{}'::jsonb;
  end if;
  if v_pin.locked_until > clock_timestamp() then
    return jsonb_build_object('lockedSeconds', ceil(extract(epoch from v_pin.locked_until - clock_timestamp())));
  end if;
  v_pin.tries := case when v_pin.locked_until is null then v_pin.tries else 0 end + 1;
  update public.household_pins set tries = v_pin.tries,
    locked_until = case when v_pin.tries >= 5 then clock_timestamp() + interval '15 minutes' end
  where owner_id = p_owner;
  return jsonb_build_object('pinHash', v_pin.pin_hash, 'version', v_pin.version);
end;
$$;
create function public.end_pin_try(p_owner uuid, p_version uuid) returns void
language sql set search_path = '' as $$
  update public.household_pins set tries = 0, locked_until = null where owner_id = p_owner and version = p_version;
$$;

-- A key acts as a grown-up, so nobody makes one past the server where there is a PIN.
create function public.has_pin() returns boolean language sql stable security definer set search_path = '' as $$
  select exists (select 1 from public.household_pins where owner_id = auth.uid());
$$;
drop policy "make own keys" on public.api_keys;
create policy "make own keys" on public.api_keys for insert to authenticated with check (
  (select auth.uid()) = owner_id and coalesce((select auth.jwt()) ->> 'is_anonymous', 'false') = 'false'
  and not (select public.has_pin()));

-- Whose story it is, and whether a grown-up has looked at it.
alter table public.stories
  add column reader_id uuid references public.readers (id) on delete set null,
  add column review text not null default 'none' check (review in ('none', 'waiting', 'approved', 'declined')),
  add column reviewed_at timestamptz,
  -- How the grown-up proved to be one: with the PIN, as the owner where there is none, or with an API key.
  add column reviewed_by text check (reviewed_by in ('pin', 'owner', 'api-key'));
create index stories_reader on public.stories (reader_id) where reader_id is not null;
create index stories_hidden on public.stories (owner_id) include (id) where review in ('waiting', 'declined');

-- The words of a story that stand in its own row, while nobody may read them: the row itself has to be seen, because somebody
-- waits for it. Only the service role comes here.
create table public.withheld_words (
  story_id uuid primary key references public.stories (id) on delete cascade,
  title text not null default '',
  moral text not null default '',
  premise text not null default '',
  outline jsonb not null default '[]'::jsonb,
  reading jsonb not null default '{}'::jsonb
);
alter table public.withheld_words enable row level security;
revoke all on public.withheld_words from anon, authenticated;

-- Whoever writes a story's words, they go aside while it waits or was declined, and come back with the approval.
create function public.withhold_words() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_words public.withheld_words;
begin
  if new.review in ('waiting', 'declined') then
    if old.review not in ('waiting', 'declined') and new.title <> '' then
      -- Somebody thinks better of it: its project goes by what was asked for again.
      update public.projects set title = left(new.prompt, 120) where id = new.project_id and title = new.title;
    end if;
    if new.title <> '' then
      insert into public.withheld_words (story_id, title, moral, premise, outline, reading)
      values (new.id, new.title, new.moral, new.premise, new.outline, new.reading)
      on conflict (story_id) do update set title = excluded.title, moral = excluded.moral, premise = excluded.premise,
        outline = excluded.outline, reading = excluded.reading;
    elsif new.moral <> '' or new.premise <> '' or new.outline <> '[]'::jsonb or new.reading <> '{}'::jsonb then
      -- One of them alone: the others stay what they were.
      insert into public.withheld_words (story_id, moral, premise, outline, reading)
      values (new.id, new.moral, new.premise, new.outline, new.reading)
      on conflict (story_id) do update set
        moral = case when excluded.moral = '' then public.withheld_words.moral else excluded.moral end,
        premise = case when excluded.premise = '' then public.withheld_words.premise else excluded.premise end,
        outline = case when excluded.outline = '[]'::jsonb then public.withheld_words.outline else excluded.outline end,
        reading = case when excluded.reading = '{}'::jsonb then public.withheld_words.reading else excluded.reading end;
    end if;
    new.title = '';
    new.moral = '';
    new.premise = '';
    new.outline = '[]'::jsonb;
    new.reading = '{}'::jsonb;
  elsif old.review in ('waiting', 'declined') then
    delete from public.withheld_words where story_id = new.id returning * into v_words;
    if found then
      new.title = v_words.title;
      new.moral = v_words.moral;
      new.premise = v_words.premise;
      new.outline = v_words.outline;
      new.reading = v_words.reading;
    end if;
  end if;
  return new;
end;
$$;
create trigger stories_withhold before update on public.stories for each row
  when (new.review in ('waiting', 'declined') or old.review in ('waiting', 'declined'))
  execute function public.withhold_words();

-- What was approved is what is shown: a page that is told or drawn again afterwards has been looked at by nobody.
create function public.review_again() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update public.stories set review = 'waiting', reviewed_at = null, reviewed_by = null
  where id = new.story_id and review = 'approved';
  return null;
end;
$$;
create trigger scenes_review_again after update of title, text, summary, picture_asset_id on public.scenes for each row
  when ((old.title, old.text, old.summary, old.picture_asset_id)
    is distinct from (new.title, new.text, new.summary, new.picture_asset_id)) execute function public.review_again();
revoke execute on function public.review_again() from public, anon, authenticated;

-- The caller's stories of which nothing may be seen. In a policy it is asked once for a query, not for each row.
create function public.hidden_stories() returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return array(select s.id from public.stories s where s.owner_id = auth.uid() and s.review in ('waiting', 'declined'));
end;
$$;
revoke execute on function public.hidden_stories() from public, anon;
grant execute on function public.hidden_stories() to authenticated, service_role;

drop policy "read own characters" on public.characters;
drop policy "read own scenes" on public.scenes;
drop policy "read own assets" on public.assets;
create policy "read own characters" on public.characters for select to authenticated
  using ((select auth.uid()) = owner_id and story_id <> all ((select public.hidden_stories())::uuid[]));
create policy "read own scenes" on public.scenes for select to authenticated
  using ((select auth.uid()) = owner_id and story_id <> all ((select public.hidden_stories())::uuid[]));
create policy "read own assets" on public.assets for select to authenticated
  using ((select auth.uid()) = owner_id and story_id <> all ((select public.hidden_stories())::uuid[]));

-- As before (000500), and of a story that is hidden no file, also none that has no row yet.
create or replace function public.owns_media(p_path text) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select a.owner_id = auth.uid() and s.review not in ('waiting', 'declined')
      from public.assets a join public.stories s on s.id = a.story_id where a.path = p_path),
    split_part(p_path, '/', 1) = auth.uid()::text and not exists (
      select 1 from public.stories s where s.review in ('waiting', 'declined')
        and s.id = case when split_part(p_path, '/', 3) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
          then split_part(p_path, '/', 3)::uuid end),
    false);
$$;

-- What went differently than planned is told with names from the story; of one that is hidden only which kind of thing it was.
create function public.quieten_event() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from public.jobs j join public.stories s on s.id = j.story_id
  where j.id = new.job_id and s.review in ('waiting', 'declined');
  if found then
    new.data = new.data - 'message';
  end if;
  return new;
end;
$$;
create trigger job_events_quiet before insert on public.job_events
  for each row when (new.data ? 'message' and new.type <> 'status') execute function public.quieten_event();
create function public.quieten_warnings() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from public.stories s where s.id = new.story_id and s.review in ('waiting', 'declined');
  if found then
    new.warnings = (
      select coalesce(jsonb_agg(w || '{"message": "Something went differently than planned."}'::jsonb order by n), '[]'::jsonb)
      from jsonb_array_elements(new.warnings) with ordinality as t (w, n));
  end if;
  return new;
end;
$$;
create trigger jobs_quiet before update of warnings on public.jobs
  for each row when (new.warnings is distinct from old.warnings) execute function public.quieten_warnings();

-- A story that begins is counted for its household's day, before anything of it is there: the row's lock makes many at once
-- come one after the other. SL429: there have been enough today; the detail is how many seconds are left of it.
create function public.enter_household() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_household public.households;
  v_today date;
begin
  if new.brief ? 'readerId' then
    new.reader_id := (
      select r.id from public.readers r where r.owner_id = new.owner_id and r.id::text = new.brief ->> 'readerId');
  end if;
  select * into v_household from public.households where owner_id = new.owner_id for update;
  if not found then
    return new;
  end if;
  v_today := (clock_timestamp() at time zone v_household.time_zone)::date;
  if v_household.day is distinct from v_today then
    v_household.begun_today := 0;
  end if;
  if v_household.begun_today >= v_household.daily_limit then
    raise exception 'enough stories for today' using errcode = 'SL429', detail = ceil(extract(epoch from
      ((v_today + 1)::timestamp at time zone v_household.time_zone) - clock_timestamp()))::text;
  end if;
  update public.households set day = v_today, begun_today = v_household.begun_today + 1 where owner_id = new.owner_id;
  if v_household.require_approval then
    new.review := 'waiting';
  end if;
  -- Also for a brief that came past our API.
  if cardinality(v_household.avoid_topics) > 0 then
    new.brief := new.brief || jsonb_build_object('avoidTopics', (
      select jsonb_agg(distinct t.topic) from (
        select unnest(v_household.avoid_topics) as topic
        union select jsonb_array_elements_text(coalesce(new.brief -> 'avoidTopics', '[]'::jsonb))) t));
  end if;
  return new;
end;
$$;
create trigger stories_enter_household before insert on public.stories for each row execute function public.enter_household();

-- Which request a job was started by: its brief also holds what the household adds, and that changes by the hour.
alter table public.jobs add column request_hash text check (char_length(request_hash) <= 64);

-- As before (001100), with the hash of what was asked: a request that comes again is told from another one by that, where both
-- have one.
drop function public.create_story_job(uuid, uuid, jsonb, uuid, uuid, text);
create function public.create_story_job(
  p_job_id uuid, p_story_id uuid, p_brief jsonb, p_project_id uuid default null, p_session_id uuid default null,
  p_webhook_url text default null, p_request_hash text default null
) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid := auth.uid();
  v_project uuid := coalesce(p_project_id, gen_random_uuid());
  v_brief jsonb;
  v_webhook_url text;
  v_request_hash text;
begin
  if v_owner is null then
    raise exception 'not signed in' using errcode = '42501';
  end if;
  -- The same request may come twice at once; the second waits and finds the first's rows.
  perform pg_advisory_xact_lock(hashtextextended(p_job_id::text, 0));
  select s.brief, j.webhook_url, j.request_hash into v_brief, v_webhook_url, v_request_hash
  from public.jobs j join public.stories s on s.id = j.story_id
  where j.id = p_job_id and j.owner_id = v_owner;
  if found then
    if coalesce(v_request_hash <> p_request_hash, v_brief <> p_brief) or v_webhook_url is distinct from p_webhook_url then
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
  insert into public.jobs (id, owner_id, story_id, webhook_url, request_hash)
  values (p_job_id, v_owner, p_story_id, p_webhook_url, p_request_hash);
  insert into public.job_events (job_id, owner_id, type, key, data)
  values (p_job_id, v_owner, 'status', 'status:pending', jsonb_build_object('status', 'pending', 'stage', 'waiting', 'progress', 0));
  return p_job_id;
end;
$$;

-- As before (001200). p_items: [{"jobId": uuid, "storyId": uuid, "brief": StoryBrief, "requestHash": text}].
create or replace function public.create_story_batch(p_batch_id uuid, p_items jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid := auth.uid();
  v_item jsonb;
  v_position bigint;
begin
  if v_owner is null then
    raise exception 'not signed in' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_batch_id::text, 0));
  perform 1 from public.batches where id = p_batch_id and owner_id = v_owner;
  if found and jsonb_array_length(p_items) <> (select count(*) from public.jobs where batch_id = p_batch_id) then
    raise exception 'this key was used for another request' using errcode = 'SL422';
  end if;
  insert into public.batches (id, owner_id) values (p_batch_id, v_owner) on conflict (id) do nothing;
  for v_item, v_position in select item, n from jsonb_array_elements(p_items) with ordinality as t (item, n) loop
    perform public.create_story_job((v_item ->> 'jobId')::uuid, (v_item ->> 'storyId')::uuid, v_item -> 'brief',
      p_request_hash => v_item ->> 'requestHash');
    update public.jobs set batch_id = p_batch_id, batch_position = v_position - 1
    where id = (v_item ->> 'jobId')::uuid and owner_id = v_owner;
  end loop;
end;
$$;

-- As before (001300); a project does not take the title of a story that is hidden.
create or replace function public.save_story_draft(p_story_id uuid, p_draft jsonb, p_reading jsonb, p_text_model text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid;
begin
  select owner_id into v_owner from public.stories where id = p_story_id for update;
  if not found then
    raise exception 'no such story' using errcode = 'P0002';
  end if;
  update public.stories set
    title = p_draft ->> 'title', moral = coalesce(p_draft ->> 'moral', ''),
    premise = coalesce(p_draft ->> 'premise', ''), outline = coalesce(p_draft -> 'outline', '[]'::jsonb),
    music_mood = p_draft ->> 'musicMood', reading = p_reading, text_model = p_text_model
  where id = p_story_id;
  update public.projects p set title = p_draft ->> 'title'
  from public.stories s
  where s.id = p_story_id and p.id = s.project_id and s.review not in ('waiting', 'declined');

  delete from public.characters where story_id = p_story_id
    and slug not in (select c ->> 'id' from jsonb_array_elements(p_draft -> 'characters') c);
  insert into public.characters (owner_id, story_id, slug, position, sheet)
  select v_owner, p_story_id, c ->> 'id', (n - 1)::integer, c
  from jsonb_array_elements(p_draft -> 'characters') with ordinality as t (c, n)
  on conflict (story_id, slug) do update set sheet = excluded.sheet, position = excluded.position;

  delete from public.scenes where story_id = p_story_id and position >= jsonb_array_length(p_draft -> 'scenes');
  insert into public.scenes (owner_id, story_id, position, title, text, summary, depiction)
  select v_owner, p_story_id, (n - 1)::integer, coalesce(s ->> 'title', ''), s ->> 'text', s ->> 'summary',
    jsonb_build_object('setting', s -> 'setting', 'characterIds', s -> 'characterIds', 'props', s -> 'props')
  from jsonb_array_elements(p_draft -> 'scenes') with ordinality as t (s, n)
  on conflict (story_id, position) do update
    set title = excluded.title, text = excluded.text, summary = excluded.summary, depiction = excluded.depiction;
end;
$$;

-- Who listens for a story's end hears of its approval too: what they were told first had no words in it.
alter table public.webhook_endpoints drop constraint webhook_endpoints_event_types_check;
alter table public.webhook_endpoints add constraint webhook_endpoints_event_types_check check (
  cardinality(event_types) between 1 and 4
  and event_types <@ array['story.completed', 'story.failed', 'story.cancelled', 'story.approved']);
update public.webhook_endpoints set event_types = event_types || array['story.approved']
where 'story.completed' = any (event_types);

-- One event about a story to whoever is to hear of it. A story that is hidden has no title here, and no id.
create function public.announce_story_event(p_type text, p_job public.jobs, p_story public.stories, p_at timestamptz) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_event uuid := gen_random_uuid();
  v_data jsonb := jsonb_build_object(
    'job_id', p_job.id,
    -- As in a job's status: named once there is something to read.
    'story_id', case when p_story.title <> '' then p_story.id end,
    'status', p_job.status, 'review', p_story.review, 'title', p_story.title,
    'error', p_job.error_message, 'error_code', p_job.error_code,
    'created_at', p_job.created_at, 'finished_at', p_job.finished_at);
  v_payload jsonb := jsonb_build_object('type', p_type, 'timestamp', p_at, 'data', v_data);
begin
  insert into public.webhook_deliveries (owner_id, endpoint_id, job_id, url, event_id, type, payload)
  select e.owner_id, e.id, p_job.id, e.url, v_event, p_type, v_payload
  from public.webhook_endpoints e
  where e.owner_id = p_story.owner_id and e.disabled_at is null and p_type = any (e.event_types);
  if p_job.webhook_url is not null then
    insert into public.webhook_deliveries (owner_id, job_id, url, event_id, type, payload)
    -- Whoever names an address in a request reads the answer as they read a job's status: on the outside, too.
    values (p_story.owner_id, p_job.id, p_job.webhook_url, v_event, p_type, v_data || v_payload);
  end if;
end;
$$;
revoke execute on function public.announce_story_event(text, public.jobs, public.stories, timestamptz) from public, anon, authenticated;

-- As before (001100).
create or replace function public.announce_job_end() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_story public.stories;
begin
  select * into v_story from public.stories where id = new.story_id;
  perform public.announce_story_event('story.' || new.status, new, v_story, new.finished_at);
  return null;
end;
$$;

-- With the approval the project gets the title it did not get before, and whoever listens is told.
create function public.announce_approval() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs;
begin
  update public.projects set title = new.title where id = new.project_id and new.title <> '';
  select * into v_job from public.jobs where story_id = new.id and status = 'completed' order by created_at desc limit 1;
  if found then
    perform public.announce_story_event('story.approved', v_job, new, new.reviewed_at);
  end if;
  return null;
end;
$$;
create trigger stories_approved after update of review on public.stories for each row
  when (new.review = 'approved' and old.review in ('waiting', 'declined')) execute function public.announce_approval();

-- As before (001400). A household goes along, with its PIN, when the account has none; where it has, that one stays as it is,
-- and only the readers come to those it has.
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
  -- Two guests who come to one account at once: the second finds the first's household.
  perform pg_advisory_xact_lock(hashtextextended('household ' || p_account::text, 0));
  if exists (select 1 from public.households where owner_id = p_account)
    or exists (select 1 from public.household_pins where owner_id = p_account)
  then
    delete from public.households where owner_id = p_guest;
    delete from public.household_pins where owner_id = p_guest;
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

revoke execute on function public.create_story_job(uuid, uuid, jsonb, uuid, uuid, text, text) from public, anon;
grant execute on function public.create_story_job(uuid, uuid, jsonb, uuid, uuid, text, text) to authenticated, service_role;
revoke execute on function public.has_pin() from public, anon;
grant execute on function public.has_pin() to authenticated, service_role;
revoke execute on function public.begin_pin_try(uuid) from public, anon, authenticated;
grant execute on function public.begin_pin_try(uuid) to service_role;
revoke execute on function public.end_pin_try(uuid, uuid) from public, anon, authenticated;
grant execute on function public.end_pin_try(uuid, uuid) to service_role;
revoke execute on function public.check_time_zone() from public, anon, authenticated;
revoke execute on function public.limit_readers() from public, anon, authenticated;
revoke execute on function public.withhold_words() from public, anon, authenticated;
revoke execute on function public.quieten_event() from public, anon, authenticated;
revoke execute on function public.quieten_warnings() from public, anon, authenticated;
revoke execute on function public.enter_household() from public, anon, authenticated;
revoke execute on function public.announce_approval() from public, anon, authenticated;
