-- Mending a finished story: its pages change, what depends on a change is made again by a job of its own kind, and every version
-- can be taken back.

alter table public.stories
  -- Counts changes; the story as it was made is 1.
  add column version integer not null default 1 check (version >= 1),
  -- Of which version the film and the joined voices are. While a change is being made they are of an older one.
  add column film_version integer,
  add column audio_version integer;
update public.stories set film_version = 1 where film_asset_id is not null;
update public.stories set audio_version = 1 where audio_asset_id is not null;

alter table public.scenes
  -- Counts changes of this page. What was made for an older revision is not put on it.
  add column revision integer not null default 1 check (revision >= 1),
  -- Who reads this page, where it is another voice than the story's.
  add column voice text check (voice in ('rosie', 'oliver', 'angus')),
  -- What was asked of the picture beyond the page's own words, and which take it is, from 0.
  add column picture_note text not null default '' check (char_length(picture_note) <= 300),
  add column picture_take integer not null default 0 check (picture_take >= 0),
  -- The words the picture was drawn from, where the page has others now: a picture stays when its page is told anew.
  add column picture_text text,
  -- Which page it was when it was first drawn: a page that moves keeps its look. Not named, it is where the page stands.
  add column picture_index integer not null default -1,
  -- What is to be made again: 'picture', 'narration', 'clip'.
  add column due text[] not null default '{}' check (due <@ array['picture', 'narration', 'clip']);
update public.scenes set picture_index = position;
alter table public.scenes add check (picture_index >= 0);
create function public.set_picture_index() returns trigger language plpgsql set search_path = '' as $$
begin
  new.picture_index = case when new.picture_index < 0 then new.position else new.picture_index end;
  return new;
end;
$$;
create trigger scenes_picture_index before insert on public.scenes for each row execute function public.set_picture_index();
revoke execute on function public.set_picture_index() from public, anon, authenticated;

alter table public.jobs
  add column kind text not null default 'story' check (kind in ('story', 'mend')),
  -- Of a mend, without any words: {"kind": …, "page": n}.
  add column task jsonb;
-- One at a time for a story: a change that comes while another is made joins its job. Over an expression: the local Supabase takes
-- a unique index of the column alone, also of some rows only, for "a story has one job", and embeds that as an object.
create unique index jobs_one_mend on public.jobs ((story_id::text)) where kind = 'mend' and status in ('pending', 'processing');

-- A version is the story after a change. The first is the story as it was made; it gets its row with the first change.
create table public.story_versions (
  story_id uuid not null references public.stories (id) on delete cascade,
  number integer not null check (number >= 1),
  owner_id uuid not null references auth.users (id) on delete cascade,
  -- {"kind": "made" | "title" | "text" | "picture" | "voice" | "delete" | "order" | "restore", "sceneId", "page", "note", "voice", "restored"}
  change jsonb not null,
  -- Words and ids of assets (lib/mending/snapshot.ts). Of the version a story has now: as of its last change or the end of its mend.
  snapshot jsonb not null,
  -- Which request made it, so that one that comes again changes nothing twice.
  request_id uuid,
  request_hash text,
  job_id uuid references public.jobs (id) on delete set null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (story_id, number)
);
create index story_versions_owner on public.story_versions (owner_id);
create index story_versions_job on public.story_versions (job_id);
create unique index story_versions_request on public.story_versions (story_id, request_id);
alter table public.story_versions enable row level security;
create policy "read own story versions" on public.story_versions for select to authenticated
  using ((select auth.uid()) = owner_id and story_id <> all ((select public.hidden_stories())::uuid[]));
revoke all on public.story_versions from anon;
revoke insert, update, delete, truncate on public.story_versions from authenticated;
create trigger story_versions_not_erased before insert on public.story_versions
  for each row execute function public.refuse_while_erased('owner_id');

-- The story as it is now, as a version keeps it. A film or joined voices of an older version are not its own.
create function public.snapshot_story(p_story_id uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'version', s.version, 'title', coalesce(nullif(w.title, ''), s.title),
    'reading', case when w.reading is null or w.reading = '{}'::jsonb then s.reading else w.reading end,
    'filmAssetId', case when s.film_version = s.version then s.film_asset_id end,
    'captionsAssetId', case when s.film_version = s.version then s.captions_asset_id end,
    'posterAssetId', case when s.film_version = s.version then s.poster_asset_id end,
    'audioAssetId', case when s.audio_version = s.version then s.audio_asset_id end,
    'scenes', (
      select coalesce(jsonb_agg(jsonb_build_object(
        'id', c.id, 'revision', c.revision, 'title', c.title, 'text', c.text, 'summary', c.summary, 'depiction', c.depiction,
        'voice', c.voice, 'pictureNote', c.picture_note, 'pictureTake', c.picture_take, 'pictureText', c.picture_text,
        'pictureIndex', c.picture_index, 'due', to_jsonb(c.due),
        'pictureAssetId', c.picture_asset_id, 'narrationAssetId', c.narration_asset_id,
        'clipAssetId', c.clip_asset_id, 'videoAssetId', c.video_asset_id) order by c.position), '[]'::jsonb)
      from public.scenes c where c.story_id = s.id))
  from public.stories s left join public.withheld_words w on w.story_id = s.id
  where s.id = p_story_id;
$$;

-- Makes a change a new version, with the job that makes what depends on it, all or nothing. Called by the server alone, which
-- has guarded every word; p_owner_id is the caller.
-- p_version: the version the change was made from; SL412: it is not the present one. p_request_id: the same again finds its
-- version; SL422: it was another request. p_change: as the table keeps it. p_state: {"title"?, "reading"?, "film"?: {"filmAssetId",
-- "captionsAssetId", "posterAssetId"}, "audioAssetId"?, "keepsMedia"?: film and voices still fit, "scenes"?: every page in its new
-- order, as in a snapshot; ids of assets only where they change}. p_job_id: null when nothing has to be made.
-- SL404: no such story of theirs; SL409: it is not finished.
-- Returns {"version", "jobId", "jobCreatedAt", "isNew"}.
create function public.save_story_version(
  p_owner_id uuid, p_story_id uuid, p_version integer, p_request_id uuid, p_request_hash text,
  p_change jsonb, p_state jsonb, p_job_id uuid default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_story public.stories;
  v_known public.story_versions;
  v_job public.jobs;
  v_next integer := p_version + 1;
  v_scene jsonb;
  v_at bigint;
  v_is_hidden boolean;
begin
  select * into v_story from public.stories where id = p_story_id and owner_id = p_owner_id for update;
  if not found then
    raise exception 'no such story' using errcode = 'SL404';
  end if;
  select * into v_known from public.story_versions where story_id = p_story_id and request_id = p_request_id;
  if found then
    if v_known.request_hash is distinct from p_request_hash then
      raise exception 'this key was used for another request' using errcode = 'SL422';
    end if;
    return jsonb_build_object('version', v_known.number, 'jobId', v_known.job_id, 'isNew', false);
  end if;
  if v_story.status <> 'ready' then
    raise exception 'the story is not finished' using errcode = 'SL409';
  end if;
  if v_story.version <> p_version then
    raise exception 'the story has changed' using errcode = 'SL412';
  end if;
  insert into public.story_versions as kept (story_id, number, owner_id, change, snapshot, created_at)
  values (p_story_id, p_version, p_owner_id, '{"kind": "made"}'::jsonb, public.snapshot_story(p_story_id), v_story.created_at)
  on conflict (story_id, number) do update set snapshot = excluded.snapshot;

  if p_state ? 'scenes' then
    delete from public.scenes where story_id = p_story_id
      and id not in (select (s ->> 'id')::uuid from jsonb_array_elements(p_state -> 'scenes') s);
    -- Out of each other's way: no two pages have one number, not even for a moment.
    update public.scenes set position = position + 1000 where story_id = p_story_id;
    for v_scene, v_at in
      select s, n - 1 from jsonb_array_elements(p_state -> 'scenes') with ordinality as t (s, n)
    loop
      insert into public.scenes as kept (
        id, owner_id, story_id, position, revision, title, text, summary, depiction, voice, picture_note, picture_take,
        picture_text, picture_index, due)
      values (
        (v_scene ->> 'id')::uuid, p_owner_id, p_story_id, v_at::integer, (v_scene ->> 'revision')::integer, v_scene ->> 'title',
        v_scene ->> 'text', v_scene ->> 'summary', v_scene -> 'depiction', v_scene ->> 'voice', v_scene ->> 'pictureNote',
        (v_scene ->> 'pictureTake')::integer, v_scene ->> 'pictureText', (v_scene ->> 'pictureIndex')::integer,
        array(select jsonb_array_elements_text(v_scene -> 'due')))
      on conflict (id) do update set
        position = excluded.position, revision = excluded.revision, title = excluded.title, text = excluded.text,
        voice = excluded.voice, picture_note = excluded.picture_note, picture_take = excluded.picture_take,
        picture_text = excluded.picture_text, picture_index = excluded.picture_index, due = excluded.due,
        failures = kept.failures - excluded.due
      where kept.story_id = p_story_id;
      update public.scenes c set
        picture_asset_id = case when v_scene ? 'pictureAssetId'
          then (select a.id from public.assets a where a.story_id = p_story_id and a.id = (v_scene ->> 'pictureAssetId')::uuid)
          else c.picture_asset_id end,
        narration_asset_id = case when v_scene ? 'narrationAssetId'
          then (select a.id from public.assets a where a.story_id = p_story_id and a.id = (v_scene ->> 'narrationAssetId')::uuid)
          else c.narration_asset_id end,
        clip_asset_id = case when v_scene ? 'clipAssetId'
          then (select a.id from public.assets a where a.story_id = p_story_id and a.id = (v_scene ->> 'clipAssetId')::uuid)
          else c.clip_asset_id end,
        video_asset_id = case when v_scene ? 'videoAssetId'
          then (select a.id from public.assets a where a.story_id = p_story_id and a.id = (v_scene ->> 'videoAssetId')::uuid)
          else c.video_asset_id end
      where c.id = (v_scene ->> 'id')::uuid and c.story_id = p_story_id;
    end loop;
  end if;

  -- What was approved is what is shown. The triggers of the pages may have said so already.
  update public.stories set review = 'waiting', reviewed_at = null, reviewed_by = null where id = p_story_id and review = 'approved';
  select review in ('waiting', 'declined') into v_is_hidden from public.stories where id = p_story_id;
  if v_is_hidden then
    insert into public.withheld_words (story_id) values (p_story_id) on conflict (story_id) do nothing;
    update public.withheld_words set
      title = coalesce(p_state ->> 'title', title), reading = coalesce(p_state -> 'reading', reading)
    where story_id = p_story_id;
  else
    if p_state ? 'title' then
      update public.projects set title = p_state ->> 'title' where id = v_story.project_id and title = v_story.title;
    end if;
    update public.stories set
      title = coalesce(p_state ->> 'title', title), reading = coalesce(p_state -> 'reading', reading)
    where id = p_story_id;
  end if;
  update public.stories set
    version = v_next,
    film_asset_id = case when p_state ? 'film' then (p_state #>> '{film,filmAssetId}')::uuid else film_asset_id end,
    captions_asset_id = case when p_state ? 'film' then (p_state #>> '{film,captionsAssetId}')::uuid else captions_asset_id end,
    poster_asset_id = case when p_state ? 'film' then (p_state #>> '{film,posterAssetId}')::uuid else poster_asset_id end,
    film_version = case when p_state ? 'film' or ((p_state ->> 'keepsMedia')::boolean and film_version = p_version)
      then v_next else film_version end,
    audio_asset_id = case when p_state ? 'audioAssetId' then (p_state ->> 'audioAssetId')::uuid else audio_asset_id end,
    audio_version = case when p_state ? 'audioAssetId' or ((p_state ->> 'keepsMedia')::boolean and audio_version = p_version)
      then v_next else audio_version end
  where id = p_story_id;

  if p_job_id is not null then
    select * into v_job from public.jobs
    where story_id = p_story_id and kind = 'mend' and status in ('pending', 'processing') for update;
    if not found then
      insert into public.jobs (id, owner_id, story_id, kind, task)
      values (p_job_id, p_owner_id, p_story_id, 'mend',
        jsonb_build_object('kind', p_change ->> 'kind', 'page', p_change -> 'page')) returning * into v_job;
      insert into public.job_events (job_id, owner_id, type, key, data)
      values (v_job.id, p_owner_id, 'status', 'status:pending',
        jsonb_build_object('status', 'pending', 'stage', 'waiting', 'progress', 0));
    end if;
  end if;
  insert into public.story_versions (story_id, number, owner_id, change, snapshot, request_id, request_hash, job_id)
  values (p_story_id, v_next, p_owner_id, p_change, public.snapshot_story(p_story_id), p_request_id, p_request_hash, v_job.id);
  delete from public.story_versions where story_id = p_story_id and number <= v_next - 200;
  return jsonb_build_object('version', v_next, 'jobId', v_job.id, 'jobCreatedAt', v_job.created_at, 'isNew', true);
end;
$$;

-- Begins a mend without a change: what an earlier one left unmade. Returns {"jobId", "jobCreatedAt"}; a mend at work is the one.
create function public.begin_mend_again(p_owner_id uuid, p_story_id uuid, p_job_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_story public.stories;
  v_job public.jobs;
begin
  select * into v_story from public.stories where id = p_story_id and owner_id = p_owner_id for update;
  if not found then
    raise exception 'no such story' using errcode = 'SL404';
  end if;
  if v_story.status <> 'ready' then
    raise exception 'the story is not finished' using errcode = 'SL409';
  end if;
  select * into v_job from public.jobs
  where story_id = p_story_id and kind = 'mend' and (id = p_job_id or status in ('pending', 'processing'))
  order by (id = p_job_id) desc limit 1;
  if not found then
    insert into public.jobs (id, owner_id, story_id, kind, task)
    values (p_job_id, p_owner_id, p_story_id, 'mend', '{"kind": "again"}'::jsonb) returning * into v_job;
    insert into public.job_events (job_id, owner_id, type, key, data)
    values (v_job.id, p_owner_id, 'status', 'status:pending',
      jsonb_build_object('status', 'pending', 'stage', 'waiting', 'progress', 0));
  end if;
  return jsonb_build_object('version', v_story.version, 'jobId', v_job.id, 'jobCreatedAt', v_job.created_at);
end;
$$;

-- Puts something made on the page it was made for, unless that page has changed meanwhile. Returns whether it did.
create function public.attach_scene_asset(p_scene_id uuid, p_kind text, p_asset_id uuid, p_revision integer) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  -- The story before its pages, as every other change locks them.
  perform 1 from public.stories where id = (select story_id from public.scenes where id = p_scene_id) for update;
  update public.scenes set
    picture_asset_id = case when p_kind = 'picture' then p_asset_id else picture_asset_id end,
    narration_asset_id = case when p_kind = 'narration' then p_asset_id else narration_asset_id end,
    clip_asset_id = case when p_kind = 'clip' then p_asset_id else clip_asset_id end,
    due = array_remove(due, p_kind)
  where id = p_scene_id and revision = p_revision;
  return found;
end;
$$;

-- The end of a mend, unless the story has changed again since it looked: then there is more to make. Its version gets its
-- last look. Returns whether it has ended.
create function public.finish_mend_job(p_job_id uuid, p_version integer) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_story public.stories;
begin
  select s.* into v_story from public.stories s
  where s.id = (select j.story_id from public.jobs j where j.id = p_job_id) for update;
  if not found then
    return true;
  end if;
  if v_story.version <> p_version then
    return false;
  end if;
  update public.story_versions set snapshot = public.snapshot_story(v_story.id)
  where story_id = v_story.id and number = v_story.version;
  perform public.record_job_event(p_job_id, 'status', 'status:completed', '{}'::jsonb, 'completed', 'done', 1);
  return true;
end;
$$;

-- Whoever listens for stories hears of stories: a mended page is no new one.
drop trigger jobs_end_announced on public.jobs;
create trigger jobs_end_announced after update of status on public.jobs for each row
  when (new.kind = 'story' and new.status in ('completed', 'failed', 'cancelled') and old.status is distinct from new.status)
  execute function public.announce_job_end();
-- As before (002400), in the name of the job that made the story.
create or replace function public.announce_approval() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs;
begin
  update public.projects set title = new.title where id = new.project_id and new.title <> '';
  select * into v_job from public.jobs
  where story_id = new.id and kind = 'story' and status = 'completed' order by created_at desc limit 1;
  if found then
    perform public.announce_story_event('story.approved', v_job, new, new.reviewed_at);
  end if;
  return null;
end;
$$;

revoke execute on function public.snapshot_story(uuid) from public, anon, authenticated;
revoke execute on function public.save_story_version(uuid, uuid, integer, uuid, text, jsonb, jsonb, uuid) from public, anon, authenticated;
grant execute on function public.save_story_version(uuid, uuid, integer, uuid, text, jsonb, jsonb, uuid) to service_role;
revoke execute on function public.begin_mend_again(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.begin_mend_again(uuid, uuid, uuid) to service_role;
revoke execute on function public.attach_scene_asset(uuid, text, uuid, integer) from public, anon, authenticated;
grant execute on function public.attach_scene_asset(uuid, text, uuid, integer) to service_role;
revoke execute on function public.finish_mend_job(uuid, integer) from public, anon, authenticated;
grant execute on function public.finish_mend_job(uuid, integer) to service_role;
