-- Stories that come out of a conversation hang off its project, and a project outlives a story as long as anything else
-- hangs off it.

-- The conversation a story was told from; the story stays when the conversation goes.
alter table public.stories add column session_id uuid references public.chat_sessions (id) on delete set null;
create index stories_session on public.stories (session_id);

-- Starts a story for the caller: story, job and first event, and a project when none is given, all or nothing. Ids are
-- given by the caller of the function so that a repeated request (same job id) finds its own rows; the same id with
-- another brief is a conflict (SQLSTATE SL422). SL404: a project or session that is not the caller's, or not that project's.
-- Returns the job id.
drop function public.create_story_job(uuid, uuid, jsonb);
create function public.create_story_job(
  p_job_id uuid, p_story_id uuid, p_brief jsonb, p_project_id uuid default null, p_session_id uuid default null
) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid := auth.uid();
  v_project uuid := coalesce(p_project_id, gen_random_uuid());
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
  insert into public.jobs (id, owner_id, story_id) values (p_job_id, v_owner, p_story_id);
  insert into public.job_events (job_id, owner_id, type, key, data)
  values (p_job_id, v_owner, 'status', 'status:pending', jsonb_build_object('status', 'pending', 'stage', 'waiting', 'progress', 0));
  return p_job_id;
end;
$$;

-- Deletes a story of the caller's with all that hangs off it, and its project when nothing else is left of that: no
-- conversation, no dossier, no other story. Returns whether there was such a story.
create function public.delete_story(p_story_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_project uuid;
begin
  select project_id into v_project from public.stories where id = p_story_id and owner_id = auth.uid();
  if not found then
    return false;
  end if;
  perform 1 from public.projects where id = v_project for update;
  delete from public.stories where id = p_story_id;
  delete from public.projects p where p.id = v_project
    and not exists (select 1 from public.stories s where s.project_id = p.id)
    and not exists (select 1 from public.chat_sessions c where c.project_id = p.id)
    and not exists (select 1 from public.dossiers d where d.project_id = p.id);
  return true;
end;
$$;

-- Tells a conversation of the caller's that a story was begun from it, once a job. With p_message_id (the button was
-- pressed, no answer is there to carry the news) an assistant's message says so too.
create function public.announce_story(p_session_id uuid, p_job_id uuid, p_text text default '', p_message_id uuid default null)
returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid := auth.uid();
  v_story uuid;
  v_message public.chat_messages;
begin
  perform 1 from public.chat_sessions where id = p_session_id and owner_id = v_owner for update;
  if not found then
    raise exception 'no such session' using errcode = 'SL404';
  end if;
  select j.story_id into v_story from public.jobs j join public.stories s on s.id = j.story_id
  where j.id = p_job_id and j.owner_id = v_owner and s.session_id = p_session_id;
  if not found then
    raise exception 'no such job' using errcode = 'SL404';
  end if;
  perform 1 from public.chat_events
  where session_id = p_session_id and type = 'story' and data ->> 'job_id' = p_job_id::text;
  if found then
    return;
  end if;
  if p_message_id is not null then
    insert into public.chat_messages (id, owner_id, session_id, turn_id, position, role, parts, content)
    select p_message_id, v_owner, p_session_id, gen_random_uuid(), coalesce(max(m.position) + 1, 0), 'assistant',
      jsonb_build_array(
        jsonb_build_object('type', 'text', 'text', p_text, 'state', 'done'),
        jsonb_build_object('type', 'data-story', 'data', jsonb_build_object('jobId', p_job_id, 'storyId', v_story))),
      p_text
    from public.chat_messages m where m.session_id = p_session_id
    returning * into v_message;
    insert into public.chat_events (owner_id, session_id, message_id, type, data)
    values (v_owner, p_session_id, p_message_id, 'message', jsonb_build_object('message', public.chat_message_view(v_message)));
    update public.chat_sessions set last_message_at = now(),
      message_count = (select count(*) from public.chat_messages where session_id = p_session_id)
    where id = p_session_id;
  end if;
  insert into public.chat_events (owner_id, session_id, message_id, type, data)
  values (v_owner, p_session_id, p_message_id, 'story', jsonb_build_object('job_id', p_job_id, 'story_id', v_story));
end;
$$;

-- Writes a finished draft into rows; safe to repeat. Scenes keep their ids by position, so finished pictures stay theirs.
-- A project takes its story's title, but one with a conversation or a dossier only while it has none.
create or replace function public.save_story_draft(p_story_id uuid, p_draft jsonb, p_reading jsonb, p_text_model text)
returns void
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
  update public.projects p set title = p_draft ->> 'title'
  where p.id = (select project_id from public.stories where id = p_story_id)
    and (p.title = '' or not (
      exists (select 1 from public.chat_sessions c where c.project_id = p.id)
      or exists (select 1 from public.dossiers d where d.project_id = p.id)));

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

revoke execute on function public.create_story_job(uuid, uuid, jsonb, uuid, uuid) from public, anon;
revoke execute on function public.delete_story(uuid) from public, anon;
revoke execute on function public.announce_story(uuid, uuid, text, uuid) from public, anon;
grant execute on function public.create_story_job(uuid, uuid, jsonb, uuid, uuid) to authenticated, service_role;
grant execute on function public.delete_story(uuid) to authenticated, service_role;
grant execute on function public.announce_story(uuid, uuid, text, uuid) to authenticated, service_role;
