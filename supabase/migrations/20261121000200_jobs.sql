-- What happens to a job, each as one transaction.

-- Starts a story for the caller: project, story, job and first event, all or nothing. Ids are given by the caller of the
-- function so that a repeated request (same job id) finds its own rows; the same id with another brief is a conflict
-- (SQLSTATE SL422). Returns the job id.
create function public.create_story_job(p_job_id uuid, p_story_id uuid, p_brief jsonb) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid := auth.uid();
  v_project uuid := gen_random_uuid();
  v_brief jsonb;
begin
  if v_owner is null then
    raise exception 'not signed in' using errcode = '42501';
  end if;
  -- The same request may come twice at once; the second waits and finds the first's rows.
  perform pg_advisory_xact_lock(hashtextextended(p_job_id::text, 0));
  select s.brief into v_brief from public.jobs j join public.stories s on s.id = j.story_id
  where j.id = p_job_id and j.owner_id = v_owner;
  if found then
    if v_brief <> p_brief then
      raise exception 'this key was used for another request' using errcode = 'SL422';
    end if;
    return p_job_id;
  end if;
  insert into public.projects (id, owner_id, title) values (v_project, v_owner, left(p_brief ->> 'prompt', 120));
  insert into public.stories (id, owner_id, project_id, prompt, age_group, brief)
  values (p_story_id, v_owner, v_project, p_brief ->> 'prompt', p_brief ->> 'ageGroup', p_brief);
  insert into public.jobs (id, owner_id, story_id) values (p_job_id, v_owner, p_story_id);
  insert into public.job_events (job_id, owner_id, type, key, data)
  values (p_job_id, v_owner, 'status', 'status:pending', jsonb_build_object('status', 'pending', 'stage', 'waiting', 'progress', 0));
  return p_job_id;
end;
$$;

-- Tells one thing about a job and moves the job's row with it. The row lock makes event ids grow in commit order within
-- a job, so a reader that asks for "id > last seen" never misses one. A finished job is not moved again; a key that was
-- told before is not told twice. Progress never goes back. Returns whether the event was new.
create function public.record_job_event(
  p_job_id uuid, p_type text, p_key text, p_data jsonb,
  p_status public.job_status default null, p_stage text default null, p_progress double precision default null,
  p_error_code text default null, p_error_message text default null, p_warning jsonb default null
) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs;
  v_event bigint;
  v_progress double precision;
begin
  select * into v_job from public.jobs where id = p_job_id for update;
  if not found or v_job.status in ('completed', 'failed', 'cancelled') then
    return false;
  end if;
  v_progress := greatest(v_job.progress, coalesce(p_progress, 0));
  insert into public.job_events (job_id, owner_id, type, key, data)
  values (p_job_id, v_job.owner_id, p_type, p_key, p_data || jsonb_build_object(
    'status', coalesce(p_status, v_job.status), 'stage', coalesce(p_stage, v_job.stage), 'progress', v_progress))
  on conflict (job_id, key) do nothing returning id into v_event;
  if v_event is null then
    return false;
  end if;
  update public.jobs set
    status = coalesce(p_status, status),
    stage = coalesce(p_stage, stage),
    progress = v_progress,
    error_code = coalesce(p_error_code, error_code),
    error_message = coalesce(p_error_message, error_message),
    warnings = case when p_warning is null then warnings else warnings || jsonb_build_array(p_warning) end,
    started_at = case when p_status = 'processing' then coalesce(started_at, now()) else started_at end,
    finished_at = case when p_status in ('completed', 'failed', 'cancelled') then now() else finished_at end
  where id = p_job_id;
  return true;
end;
$$;

-- Cancels the caller's own job. Returns the job's status after the call, or null when there is no such job of theirs.
create function public.cancel_job(p_job_id uuid) returns public.job_status
language plpgsql security definer set search_path = '' as $$
declare
  v_status public.job_status;
begin
  select status into v_status from public.jobs where id = p_job_id and owner_id = auth.uid();
  if not found then
    return null;
  end if;
  if v_status in ('pending', 'processing') then
    perform public.record_job_event(p_job_id, 'status', 'status:cancelled', '{}'::jsonb, 'cancelled', 'done');
    update public.stories set status = 'failed'
    where id = (select story_id from public.jobs where id = p_job_id) and status = 'making';
  end if;
  return (select status from public.jobs where id = p_job_id);
end;
$$;

-- Writes a finished draft into rows; safe to repeat. Scenes keep their ids by position, so finished pictures stay theirs.
create function public.save_story_draft(p_story_id uuid, p_draft jsonb, p_reading jsonb, p_text_model text) returns void
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
    music_mood = p_draft ->> 'musicMood', reading = p_reading, text_model = p_text_model
  where id = p_story_id;
  update public.projects set title = p_draft ->> 'title'
  where id = (select project_id from public.stories where id = p_story_id);

  delete from public.characters where story_id = p_story_id
    and slug not in (select c ->> 'id' from jsonb_array_elements(p_draft -> 'characters') c);
  insert into public.characters (owner_id, story_id, slug, position, sheet)
  select v_owner, p_story_id, c ->> 'id', (n - 1)::integer, c
  from jsonb_array_elements(p_draft -> 'characters') with ordinality as t (c, n)
  on conflict (story_id, slug) do update set sheet = excluded.sheet, position = excluded.position;

  delete from public.scenes where story_id = p_story_id and position >= jsonb_array_length(p_draft -> 'scenes');
  insert into public.scenes (owner_id, story_id, position, text, summary, depiction)
  select v_owner, p_story_id, (n - 1)::integer, s ->> 'text', s ->> 'summary',
    jsonb_build_object('setting', s -> 'setting', 'characterIds', s -> 'characterIds', 'props', s -> 'props')
  from jsonb_array_elements(p_draft -> 'scenes') with ordinality as t (s, n)
  on conflict (story_id, position) do update
    set text = excluded.text, summary = excluded.summary, depiction = excluded.depiction;
end;
$$;

-- Keeps why one page's picture or voice failed, beside what the other part may have kept at the same moment.
create function public.record_scene_failure(p_scene_id uuid, p_owner_id uuid, p_part text, p_failure jsonb) returns void
language sql security definer set search_path = '' as $$
  update public.scenes set failures = failures || jsonb_build_object(p_part, p_failure)
  where id = p_scene_id and owner_id = p_owner_id;
$$;

revoke execute on function public.record_scene_failure(uuid, uuid, text, jsonb) from public, anon, authenticated;
grant execute on function public.record_scene_failure(uuid, uuid, text, jsonb) to service_role;
revoke execute on function public.create_story_job(uuid, uuid, jsonb) from public, anon;
grant execute on function public.create_story_job(uuid, uuid, jsonb) to authenticated, service_role;
revoke execute on function public.cancel_job(uuid) from public, anon;
grant execute on function public.cancel_job(uuid) to authenticated, service_role;
revoke execute on function public.record_job_event(uuid, text, text, jsonb, public.job_status, text, double precision, text, text, jsonb)
  from public, anon, authenticated;
grant execute on function public.record_job_event(uuid, text, text, jsonb, public.job_status, text, double precision, text, text, jsonb)
  to service_role;
revoke execute on function public.save_story_draft(uuid, jsonb, jsonb, text) from public, anon, authenticated;
grant execute on function public.save_story_draft(uuid, jsonb, jsonb, text) to service_role;
revoke execute on function public.handle_new_user() from public, anon, authenticated;
