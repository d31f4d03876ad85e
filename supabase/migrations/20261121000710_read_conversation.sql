-- What reading a conversation for its dossier needs from the database: one call before, one call after.

-- The messages of an answer's conversation that were not read for the dossier yet, with up to p_before before them, at most
-- p_most before the answer: {"owner_id", "read_to" (the answer's position), "first_unread", "messages": [{"role", "content",
-- "position"}], "dossier": {"version", "snapshot"} or null}. An edited question stands where a read one stood, so the
-- answer's own question is always unread. Null when there is no such answer.
create function public.read_unread_conversation(
  p_session_id uuid, p_answer_id uuid, p_project_id uuid, p_before integer, p_most integer
) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  v_answer public.chat_messages;
  v_first integer;
begin
  select * into v_answer from public.chat_messages where id = p_answer_id and session_id = p_session_id;
  if not found then
    return null;
  end if;
  v_first := least(
    coalesce((select read_to from public.dossier_readings where session_id = p_session_id), -1) + 1,
    greatest(0, v_answer.position - 1));
  return jsonb_build_object(
    'owner_id', v_answer.owner_id, 'read_to', v_answer.position, 'first_unread', v_first,
    'messages', (
      select coalesce(jsonb_agg(
        jsonb_build_object('role', role, 'content', content, 'position', position) order by position), '[]'::jsonb)
      from public.chat_messages
      where session_id = p_session_id and position <= v_answer.position
        and position >= greatest(v_first - p_before, v_answer.position - p_most)),
    'dossier', (
      select jsonb_build_object('version', version, 'snapshot', snapshot)
      from public.dossiers where project_id = p_project_id));
end;
$$;

-- Keeps what such a reading found, and how far it read, both or neither. p_snapshot null: nothing new was found.
-- Returns the dossier's version, null when nothing new was found. SL404, SL412 as save_dossier.
create function public.save_conversation_reading(
  p_session_id uuid, p_owner_id uuid, p_read_to integer,
  p_project_id uuid, p_snapshot jsonb, p_changes jsonb, p_base_version integer, p_message_id uuid
) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_version integer;
begin
  if p_snapshot is not null then
    v_version := (public.save_dossier(
      p_project_id, p_snapshot, p_changes, 'conversation', p_base_version, p_message_id) ->> 'version')::integer;
  end if;
  insert into public.dossier_readings (session_id, owner_id, read_to) values (p_session_id, p_owner_id, p_read_to)
  on conflict (session_id) do update set owner_id = excluded.owner_id, read_to = excluded.read_to;
  return v_version;
end;
$$;

revoke execute on function public.read_unread_conversation(uuid, uuid, uuid, integer, integer) from public, anon, authenticated;
revoke execute on function public.save_conversation_reading(uuid, uuid, integer, uuid, jsonb, jsonb, integer, uuid)
  from public, anon, authenticated;
grant execute on function public.read_unread_conversation(uuid, uuid, uuid, integer, integer) to service_role;
grant execute on function public.save_conversation_reading(uuid, uuid, integer, uuid, jsonb, jsonb, integer, uuid) to service_role;
