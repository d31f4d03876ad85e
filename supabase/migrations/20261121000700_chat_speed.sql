-- What the readers of logs and the writers of answers need, in one call each where they were several.

-- The events of conversations after the last one known of each: p_known is {"<session id>": <event id>, …}. Within a session
-- ids grow in the order in which they become visible, so nothing is missed and nothing is read twice.
create function public.read_chat_events(p_known jsonb, p_limit integer default 1000) returns setof public.chat_events
language sql stable security definer set search_path = '' as $$
  select event.*
  from jsonb_each_text(p_known) as known (session_id, after_id)
  cross join lateral (
    select * from public.chat_events
    where session_id = known.session_id::uuid and id > known.after_id::bigint
    order by id limit p_limit
  ) as event
  order by event.id limit p_limit;
$$;

-- The same for jobs: p_known is {"<job id>": <event id>, …}.
create function public.read_job_events(p_known jsonb, p_limit integer default 1000) returns setof public.job_events
language sql stable security definer set search_path = '' as $$
  select event.*
  from jsonb_each_text(p_known) as known (job_id, after_id)
  cross join lateral (
    select * from public.job_events
    where job_id = known.job_id::uuid and id > known.after_id::bigint
    order by id limit p_limit
  ) as event
  order by event.id limit p_limit;
$$;

-- Which of these conversations there still are (a JSON list of ids). Answers in them whose writer is gone are closed, so
-- that nobody waits for them.
create function public.call_chat_sessions(p_session_ids jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_ids uuid[] := array(select value::uuid from jsonb_array_elements_text(p_session_ids));
begin
  perform public.close_broken_answers(silent.session_id) from (
    select distinct session_id from public.chat_messages
    where session_id = any (v_ids) and status = 'streaming' and updated_at < now() - interval '30 seconds'
  ) as silent;
  return (select coalesce(jsonb_agg(id), '[]'::jsonb) from public.chat_sessions where id = any (v_ids));
end;
$$;

-- Which of these jobs are there and not at their end (a JSON list of ids).
create function public.call_jobs(p_job_ids jsonb) returns jsonb
language sql stable security definer set search_path = '' as $$
  select coalesce(jsonb_agg(id), '[]'::jsonb) from public.jobs
  where id = any (array(select value::uuid from jsonb_array_elements_text(p_job_ids)))
    and status not in ('completed', 'failed', 'cancelled');
$$;

-- The answers under way: few, and asked about often.
create index chat_messages_streaming on public.chat_messages (session_id) where status = 'streaming';

-- Ends an answer with its last pieces, and names a conversation that has no name yet: p_title null leaves it alone. In one
-- transaction; called again after its answer was lost, it changes nothing. Returns whether this call ended the answer.
create function public.end_chat_answer(
  p_answer_id uuid, p_chunks jsonb, p_parts jsonb, p_content text, p_status public.chat_message_status,
  p_error_code text, p_error_message text, p_model text, p_metadata jsonb, p_title text
) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  v_session uuid;
begin
  select session_id into v_session from public.chat_messages where id = p_answer_id;
  if not found then
    return false;
  end if;
  perform 1 from public.chat_sessions where id = v_session for update;
  perform 1 from public.chat_messages where id = p_answer_id and status = 'streaming';
  if not found then
    return false;
  end if;
  if p_chunks is not null then
    insert into public.chat_events (owner_id, session_id, message_id, type, data)
    select owner_id, v_session, p_answer_id, 'chunks', jsonb_build_object('chunks', p_chunks)
    from public.chat_messages where id = p_answer_id;
  end if;
  if p_title is not null then
    perform public.name_chat_session(v_session, p_title, false);
  end if;
  return public.finish_chat_answer(
    p_answer_id, p_parts, p_content, p_status, p_error_code, p_error_message, p_model, p_metadata);
end;
$$;

revoke execute on function public.read_chat_events(jsonb, integer) from public, anon, authenticated;
revoke execute on function public.read_job_events(jsonb, integer) from public, anon, authenticated;
revoke execute on function public.call_chat_sessions(jsonb) from public, anon, authenticated;
revoke execute on function public.call_jobs(jsonb) from public, anon, authenticated;
revoke execute on function public.end_chat_answer(
  uuid, jsonb, jsonb, text, public.chat_message_status, text, text, text, jsonb, text) from public, anon, authenticated;
grant execute on function public.read_chat_events(jsonb, integer) to service_role;
grant execute on function public.read_job_events(jsonb, integer) to service_role;
grant execute on function public.call_chat_sessions(jsonb) to service_role;
grant execute on function public.call_jobs(jsonb) to service_role;
grant execute on function public.end_chat_answer(
  uuid, jsonb, jsonb, text, public.chat_message_status, text, text, text, jsonb, text) to service_role;
