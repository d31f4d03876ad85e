-- Conversations, what they taught us (dossiers), and the log that every reader of a conversation follows.
-- Users read their own rows through RLS. Turns are written by definer functions: begun as the caller (auth.uid()), carried
-- on and ended by the service role under the message's id, so that an answer under way survives a change of owner.
-- Refusals of ours: SL404 no such thing of the caller's, SL409 busy or taken, SL412 changed by somebody else meanwhile.

create type public.chat_message_status as enum ('complete', 'streaming', 'stopped', 'failed');

alter table public.profiles
  add column email text check (char_length(email) <= 320),
  add column avatar_url text check (char_length(avatar_url) <= 2000);

create table public.chat_sessions (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  project_id uuid not null references public.projects (id) on delete cascade,
  title text not null default '' check (char_length(title) <= 200),
  -- A title somebody gave is not replaced by one we made.
  title_is_given boolean not null default false,
  message_count integer not null default 0,
  last_message_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index chat_sessions_owner on public.chat_sessions (owner_id, last_message_at desc, id desc);
create index chat_sessions_project on public.chat_sessions (project_id);

create table public.chat_messages (
  id uuid primary key,
  owner_id uuid not null references auth.users (id) on delete cascade,
  session_id uuid not null references public.chat_sessions (id) on delete cascade,
  -- A question and its answer share a turn.
  turn_id uuid not null,
  position integer not null check (position >= 0),
  role text not null check (role in ('user', 'assistant')),
  status public.chat_message_status not null default 'complete',
  -- The AI SDK's UIMessage parts (lib/chat/schema.ts).
  parts jsonb not null default '[]'::jsonb,
  -- The words of the parts: for search, simple clients and transcripts.
  content text not null default '',
  model text,
  error_code text,
  error_message text,
  stop_requested boolean not null default false,
  metadata jsonb not null default '{}'::jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (session_id, position)
);

-- What happened in a conversation, in the order of its ids. `chunks` rows carry an answer under way and go when
-- the next turn begins.
create table public.chat_events (
  id bigint generated always as identity primary key,
  owner_id uuid not null references auth.users (id) on delete cascade,
  session_id uuid not null references public.chat_sessions (id) on delete cascade,
  message_id uuid,
  type text not null,
  data jsonb not null default '{}'::jsonb,
  created_at timestamptz not null default now()
);
create index chat_events_session on public.chat_events (session_id, id);

create table public.dossiers (
  project_id uuid primary key references public.projects (id) on delete cascade,
  owner_id uuid not null references auth.users (id) on delete cascade,
  version integer not null default 1,
  -- Dossier (lib/dossier/schema.ts).
  snapshot jsonb not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index dossiers_owner on public.dossiers (owner_id, updated_at desc);

create table public.dossier_versions (
  project_id uuid not null references public.dossiers (project_id) on delete cascade,
  version integer not null,
  owner_id uuid not null references auth.users (id) on delete cascade,
  snapshot jsonb not null,
  -- Sentences for people: what this version changed.
  changes jsonb not null default '[]'::jsonb,
  changed_by text not null check (changed_by in ('conversation', 'person', 'restore')),
  -- The answer after which it was noted.
  message_id uuid,
  created_at timestamptz not null default now(),
  primary key (project_id, version)
);

-- Up to which message a conversation has been read for its project's dossier. A turn that could not be is read with the next.
create table public.dossier_readings (
  session_id uuid primary key references public.chat_sessions (id) on delete cascade,
  owner_id uuid not null references auth.users (id) on delete cascade,
  read_to integer not null,
  updated_at timestamptz not null default now()
);

create table public.conversation_transcripts (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  session_id uuid references public.chat_sessions (id) on delete set null,
  text text not null check (char_length(text) between 1 and 20000),
  -- {"title", "prompt", "style", "num_scenes", …}
  requirements jsonb not null default '{}'::jsonb,
  created_at timestamptz not null default now()
);
create index conversation_transcripts_owner on public.conversation_transcripts (owner_id, created_at desc, id desc);

-- One-time tickets for sockets of browsers, which cannot send headers. The row opens nothing without the ticket itself:
-- it is found by the ticket's hash, and the access token in it is encrypted with a key made from the ticket.
create table public.socket_tickets (
  ticket_hash text primary key,
  sealed_token text not null,
  expires_at timestamptz not null
);

-- Which guest's things went to which account, each time some did.
create table public.guest_migrations (
  id bigint generated always as identity primary key,
  guest_id uuid not null,
  account_id uuid not null references auth.users (id) on delete cascade,
  moved jsonb not null,
  created_at timestamptz not null default now()
);
create index guest_migrations_pair on public.guest_migrations (guest_id, account_id);

create trigger chat_sessions_updated before update on public.chat_sessions for each row execute function public.set_updated_at();
create trigger chat_messages_updated before update on public.chat_messages for each row execute function public.set_updated_at();
create trigger dossiers_updated before update on public.dossiers for each row execute function public.set_updated_at();
create trigger dossier_readings_updated before update on public.dossier_readings for each row execute function public.set_updated_at();

-- A message as the functions hand it on: what its row says, without what concerns nobody.
create function public.chat_message_view(p_message public.chat_messages) returns jsonb
language sql immutable set search_path = '' as $$
  select to_jsonb(p_message) - 'owner_id' - 'stop_requested';
$$;

-- The caller's project: made when it is not there yet. SL404 when the id is somebody else's.
create function public.ensure_project(p_project_id uuid, p_title text default '') returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid := auth.uid();
  v_id uuid := coalesce(p_project_id, gen_random_uuid());
begin
  if v_owner is null then
    raise exception 'not signed in' using errcode = '42501';
  end if;
  insert into public.projects (id, owner_id, title) values (v_id, v_owner, left(p_title, 300)) on conflict (id) do nothing;
  perform 1 from public.projects where id = v_id and owner_id = v_owner;
  if not found then
    raise exception 'no such project' using errcode = 'SL404';
  end if;
  return v_id;
end;
$$;

-- Begins a turn for the caller: session and project when they are new, the message, an empty answer, and their events, all
-- or nothing. `p_trigger`: 'submit' adds p_message {"id", "parts", "content"}; with p_from_message_id that message and all
-- after it give way first (edit and send again); 'regenerate' removes the answer p_from_message_id, or the last one, and
-- whatever follows it. An answer that nobody has written on for 30 s counts as broken off and is closed.
-- A message id that is there already is the same request again: {"repeated": true} with its answer's id, nothing is written.
-- SL404 foreign session, project or message, SL409 an answer is under way or nothing to answer.
create function public.begin_chat_turn(
  p_session_id uuid, p_project_id uuid, p_trigger text, p_message jsonb, p_from_message_id uuid, p_answer_id uuid,
  p_history_limit integer default 60
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid := auth.uid();
  v_session public.chat_sessions;
  v_created boolean := false;
  v_from public.chat_messages;
  v_question public.chat_messages;
  v_answer public.chat_messages;
  v_turn uuid := gen_random_uuid();
  v_next integer;
  v_removed uuid[];
  v_count integer;
begin
  if v_owner is null then
    raise exception 'not signed in' using errcode = '42501';
  end if;
  -- Two first messages of one new session come one after the other.
  perform pg_advisory_xact_lock(hashtextextended(p_session_id::text, 1));
  select * into v_session from public.chat_sessions where id = p_session_id for update;
  if not found then
    insert into public.chat_sessions (id, owner_id, project_id)
    values (p_session_id, v_owner, public.ensure_project(p_project_id))
    returning * into v_session;
    v_created := true;
  elsif v_session.owner_id <> v_owner or (p_project_id is not null and p_project_id <> v_session.project_id) then
    raise exception 'no such session' using errcode = 'SL404';
  end if;

  if p_trigger = 'submit' then
    select * into v_question from public.chat_messages where id = (p_message ->> 'id')::uuid;
    if found and p_from_message_id is distinct from v_question.id then
      if v_question.session_id <> p_session_id or v_question.owner_id <> v_owner or v_question.role <> 'user' then
        raise exception 'this id is taken' using errcode = 'SL409';
      end if;
      return jsonb_build_object('repeated', true, 'session', to_jsonb(v_session), 'answer_id', (
        select id from public.chat_messages where turn_id = v_question.turn_id and role = 'assistant' limit 1));
    end if;
  end if;

  perform public.close_broken_answers(p_session_id);
  perform 1 from public.chat_messages where session_id = p_session_id and status = 'streaming';
  if found then
    raise exception 'an answer is under way' using errcode = 'SL409';
  end if;

  if p_trigger = 'regenerate' or p_from_message_id is not null then
    select * into v_from from public.chat_messages
    where session_id = p_session_id and role = case when p_trigger = 'regenerate' then 'assistant' else 'user' end
      and (p_from_message_id is null or id = p_from_message_id)
    order by position desc limit 1;
    if found then
      with removed as (
        delete from public.chat_messages where session_id = p_session_id and position >= v_from.position returning id
      )
      select array_agg(id) into v_removed from removed;
      insert into public.chat_events (owner_id, session_id, type, data)
      values (v_owner, p_session_id, 'messages-removed', jsonb_build_object('message_ids', to_jsonb(v_removed)));
    elsif p_from_message_id is not null then
      raise exception 'no such message' using errcode = 'SL404';
    end if;
  end if;

  -- Pieces stay until the next turn: a reader a moment behind still gets the last of them.
  delete from public.chat_events where session_id = p_session_id and type = 'chunks';

  select coalesce(max(position) + 1, 0) into v_next from public.chat_messages where session_id = p_session_id;
  if p_trigger = 'submit' then
    insert into public.chat_messages (id, owner_id, session_id, turn_id, position, role, parts, content)
    values ((p_message ->> 'id')::uuid, v_owner, p_session_id, v_turn, v_next, 'user', p_message -> 'parts', p_message ->> 'content')
    returning * into v_question;
    insert into public.chat_events (owner_id, session_id, message_id, type, data)
    values (v_owner, p_session_id, v_question.id, 'message', jsonb_build_object('message', public.chat_message_view(v_question)));
  else
    select * into v_question from public.chat_messages where session_id = p_session_id order by position desc limit 1;
    if not found or v_question.role <> 'user' then
      raise exception 'there is nothing to answer' using errcode = 'SL409';
    end if;
  end if;

  insert into public.chat_messages (id, owner_id, session_id, turn_id, position, role, status)
  values (p_answer_id, v_owner, p_session_id, v_question.turn_id, v_question.position + 1, 'assistant', 'streaming')
  returning * into v_answer;
  insert into public.chat_events (owner_id, session_id, message_id, type, data)
  values (v_owner, p_session_id, p_answer_id, 'answer-started', jsonb_build_object('message', public.chat_message_view(v_answer)));
  select count(*) into v_count from public.chat_messages where session_id = p_session_id;
  update public.chat_sessions set message_count = v_count, last_message_at = now() where id = p_session_id
  returning * into v_session;

  return jsonb_build_object(
    'repeated', false, 'created', v_created, 'session', to_jsonb(v_session), 'answer_id', p_answer_id,
    'question', public.chat_message_view(v_question),
    'dossier', (select to_jsonb(d) from public.dossiers d where d.project_id = v_session.project_id),
    'history', (
      select coalesce(jsonb_agg(public.chat_message_view(m) order by m.position), '[]'::jsonb)
      from (select * from public.chat_messages where session_id = p_session_id and position < v_answer.position
            order by position desc limit p_history_limit) m));
end;
$$;

-- Closes answers whose writer is gone: what came stays, and the reader is offered another try.
create function public.close_broken_answers(p_session_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_answer public.chat_messages;
begin
  for v_answer in
    select * from public.chat_messages
    where session_id = p_session_id and status = 'streaming' and updated_at < now() - interval '30 seconds'
  loop
    perform public.finish_chat_answer(v_answer.id, v_answer.parts, v_answer.content, 'failed', 'internal',
      'The answer broke off.', v_answer.model, v_answer.metadata);
  end loop;
end;
$$;

-- Carries an answer on: tells its readers the next chunks of the stream (null: only "still at it") and keeps what there is
-- so far. Returns {"open": …, "stop": …}: whether it may still be written on, and whether somebody asked to stop it.
create function public.record_chat_chunks(p_answer_id uuid, p_chunks jsonb, p_parts jsonb, p_content text) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_session uuid;
  v_answer public.chat_messages;
begin
  select session_id into v_session from public.chat_messages where id = p_answer_id;
  -- Always the session first, then its messages: the lock makes the ids of a session's events grow in the order in which
  -- they become visible.
  perform 1 from public.chat_sessions where id = v_session for update;
  update public.chat_messages
  set parts = coalesce(p_parts, parts), content = coalesce(p_content, content), updated_at = now()
  where id = p_answer_id and status = 'streaming'
  returning * into v_answer;
  if not found then
    return jsonb_build_object('open', false, 'stop', false);
  end if;
  if p_chunks is not null then
    insert into public.chat_events (owner_id, session_id, message_id, type, data)
    values (v_answer.owner_id, v_answer.session_id, p_answer_id, 'chunks', jsonb_build_object('chunks', p_chunks));
  end if;
  return jsonb_build_object('open', true, 'stop', v_answer.stop_requested);
end;
$$;

-- Ends an answer, once: later calls find it ended and change nothing. Returns whether this call ended it.
create function public.finish_chat_answer(
  p_answer_id uuid, p_parts jsonb, p_content text, p_status public.chat_message_status,
  p_error_code text, p_error_message text, p_model text, p_metadata jsonb
) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_session uuid;
  v_answer public.chat_messages;
begin
  select session_id into v_session from public.chat_messages where id = p_answer_id;
  perform 1 from public.chat_sessions where id = v_session for update;
  update public.chat_messages
  set parts = p_parts, content = p_content, status = p_status, error_code = p_error_code, error_message = p_error_message,
    model = p_model, metadata = p_metadata, stop_requested = false
  where id = p_answer_id and status = 'streaming'
  returning * into v_answer;
  if not found then
    return false;
  end if;
  insert into public.chat_events (owner_id, session_id, message_id, type, data)
  values (v_answer.owner_id, v_session, p_answer_id, 'answer-ended',
    jsonb_build_object('message', public.chat_message_view(v_answer)));
  update public.chat_sessions set last_message_at = now() where id = v_session;
  return true;
end;
$$;

-- Asks whoever writes the caller's answer to stop. Returns the answer's id, or null when none is under way.
create function public.stop_chat_answer(p_session_id uuid) returns uuid
language sql security definer set search_path = '' as $$
  update public.chat_messages set stop_requested = true
  where session_id = p_session_id and owner_id = auth.uid() and status = 'streaming'
  returning id;
$$;

-- Tells the readers of one session something that is not a message: a title, a story that was begun.
create function public.record_chat_event(p_session_id uuid, p_type text, p_data jsonb, p_message_id uuid default null) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid;
begin
  select owner_id into v_owner from public.chat_sessions where id = p_session_id for update;
  if not found or (auth.uid() is not null and auth.uid() <> v_owner) then
    raise exception 'no such session' using errcode = 'SL404';
  end if;
  insert into public.chat_events (owner_id, session_id, message_id, type, data)
  values (v_owner, p_session_id, p_message_id, p_type, p_data);
end;
$$;

-- Names a session and tells its readers. One that somebody named keeps that name unless somebody gives another.
create function public.name_chat_session(p_session_id uuid, p_title text, p_is_given boolean) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_session public.chat_sessions;
begin
  select * into v_session from public.chat_sessions where id = p_session_id for update;
  if not found or (auth.uid() is not null and auth.uid() <> v_session.owner_id) then
    raise exception 'no such session' using errcode = 'SL404';
  end if;
  if v_session.title = p_title or (v_session.title_is_given and not p_is_given) then
    return false;
  end if;
  update public.chat_sessions set title = p_title, title_is_given = p_is_given where id = p_session_id;
  insert into public.chat_events (owner_id, session_id, type, data)
  values (v_session.owner_id, p_session_id, 'title', jsonb_build_object('title', p_title));
  return true;
end;
$$;

-- Saves a dossier of the caller's (or, from the service role, of the project's owner) as its next version and tells every
-- session of the project. With p_base_version it must still be the current one (0: there is none yet), else SL412.
-- Nothing new: no new version. Returns {"version", "changed"}.
create function public.save_dossier(
  p_project_id uuid, p_snapshot jsonb, p_changes jsonb, p_changed_by text,
  p_base_version integer default null, p_message_id uuid default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid;
  v_dossier public.dossiers;
  v_version integer;
begin
  select owner_id into v_owner from public.projects where id = p_project_id for update;
  if not found or (auth.uid() is not null and auth.uid() <> v_owner) then
    raise exception 'no such project' using errcode = 'SL404';
  end if;
  select * into v_dossier from public.dossiers where project_id = p_project_id;
  if p_base_version is not null and p_base_version <> coalesce(v_dossier.version, 0) then
    raise exception 'changed meanwhile' using errcode = 'SL412';
  end if;
  if v_dossier.snapshot = p_snapshot then
    return jsonb_build_object('version', v_dossier.version, 'changed', false);
  end if;
  v_version := coalesce(v_dossier.version, 0) + 1;
  insert into public.dossiers (project_id, owner_id, version, snapshot) values (p_project_id, v_owner, v_version, p_snapshot)
  on conflict (project_id) do update set version = excluded.version, snapshot = excluded.snapshot;
  insert into public.dossier_versions (project_id, version, owner_id, snapshot, changes, changed_by, message_id)
  values (p_project_id, v_version, v_owner, p_snapshot, p_changes, p_changed_by, p_message_id);
  -- Sessions are locked one after the other in the same order everywhere.
  perform 1 from public.chat_sessions where project_id = p_project_id order by id for update;
  insert into public.chat_events (owner_id, session_id, message_id, type, data)
  select v_owner, s.id, p_message_id, 'dossier', jsonb_build_object(
    'project_id', p_project_id, 'version', v_version, 'changes', p_changes, 'changed_by', p_changed_by)
  from public.chat_sessions s where s.project_id = p_project_id;
  return jsonb_build_object('version', v_version, 'changed', true);
end;
$$;

alter table public.chat_sessions enable row level security;
alter table public.chat_messages enable row level security;
alter table public.chat_events enable row level security;
alter table public.dossiers enable row level security;
alter table public.dossier_versions enable row level security;
alter table public.dossier_readings enable row level security;
alter table public.conversation_transcripts enable row level security;
alter table public.socket_tickets enable row level security;
alter table public.guest_migrations enable row level security;

create policy "read own chat sessions" on public.chat_sessions for select to authenticated using ((select auth.uid()) = owner_id);
create policy "delete own chat sessions" on public.chat_sessions for delete to authenticated using ((select auth.uid()) = owner_id);
create policy "read own chat messages" on public.chat_messages for select to authenticated using ((select auth.uid()) = owner_id);
create policy "read own chat events" on public.chat_events for select to authenticated using ((select auth.uid()) = owner_id);
create policy "read own dossiers" on public.dossiers for select to authenticated using ((select auth.uid()) = owner_id);
create policy "delete own dossiers" on public.dossiers for delete to authenticated using ((select auth.uid()) = owner_id);
create policy "read own dossier versions" on public.dossier_versions for select to authenticated using ((select auth.uid()) = owner_id);
create policy "own transcripts" on public.conversation_transcripts for all to authenticated
  using ((select auth.uid()) = owner_id) with check ((select auth.uid()) = owner_id);

revoke insert, update, truncate on public.chat_sessions, public.dossiers from anon, authenticated;
revoke insert, update, delete, truncate on public.chat_messages, public.chat_events, public.dossier_versions from anon, authenticated;
revoke all on public.dossier_readings, public.socket_tickets, public.guest_migrations from anon, authenticated;

revoke execute on function public.chat_message_view(public.chat_messages) from public, anon, authenticated;
revoke execute on function public.ensure_project(uuid, text) from public, anon;
revoke execute on function public.begin_chat_turn(uuid, uuid, text, jsonb, uuid, uuid, integer) from public, anon;
revoke execute on function public.close_broken_answers(uuid) from public, anon, authenticated;
revoke execute on function public.record_chat_chunks(uuid, jsonb, jsonb, text) from public, anon, authenticated;
revoke execute on function public.finish_chat_answer(uuid, jsonb, text, public.chat_message_status, text, text, text, jsonb)
  from public, anon, authenticated;
revoke execute on function public.stop_chat_answer(uuid) from public, anon;
revoke execute on function public.record_chat_event(uuid, text, jsonb, uuid) from public, anon, authenticated;
revoke execute on function public.name_chat_session(uuid, text, boolean) from public, anon;
revoke execute on function public.save_dossier(uuid, jsonb, jsonb, text, integer, uuid) from public, anon;
grant execute on function public.ensure_project(uuid, text) to authenticated, service_role;
grant execute on function public.begin_chat_turn(uuid, uuid, text, jsonb, uuid, uuid, integer) to authenticated, service_role;
grant execute on function public.close_broken_answers(uuid) to service_role;
grant execute on function public.record_chat_chunks(uuid, jsonb, jsonb, text) to service_role;
grant execute on function public.finish_chat_answer(uuid, jsonb, text, public.chat_message_status, text, text, text, jsonb)
  to service_role;
grant execute on function public.stop_chat_answer(uuid) to authenticated, service_role;
grant execute on function public.record_chat_event(uuid, text, jsonb, uuid) to service_role;
grant execute on function public.name_chat_session(uuid, text, boolean) to authenticated, service_role;
grant execute on function public.save_dossier(uuid, jsonb, jsonb, text, integer, uuid) to authenticated, service_role;
