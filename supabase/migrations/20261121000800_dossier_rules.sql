-- A dossier that was deleted leaves its number behind: the next one of the project goes on counting, so that nobody who has
-- seen version 7 takes a new version 1 for old. Deleting is told to the project's sessions like every other change.

alter table public.projects add column last_dossier_version integer not null default 0;

-- As before (000400), but counts on where a deleted dossier ended.
create or replace function public.save_dossier(
  p_project_id uuid, p_snapshot jsonb, p_changes jsonb, p_changed_by text,
  p_base_version integer default null, p_message_id uuid default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_project public.projects;
  v_dossier public.dossiers;
  v_version integer;
begin
  select * into v_project from public.projects where id = p_project_id for update;
  if not found or (auth.uid() is not null and auth.uid() <> v_project.owner_id) then
    raise exception 'no such project' using errcode = 'SL404';
  end if;
  select * into v_dossier from public.dossiers where project_id = p_project_id;
  if p_base_version is not null and p_base_version <> coalesce(v_dossier.version, 0) then
    raise exception 'changed meanwhile' using errcode = 'SL412';
  end if;
  if v_dossier.snapshot = p_snapshot then
    return jsonb_build_object('version', v_dossier.version, 'changed', false);
  end if;
  v_version := greatest(coalesce(v_dossier.version, 0), v_project.last_dossier_version) + 1;
  insert into public.dossiers (project_id, owner_id, version, snapshot)
  values (p_project_id, v_project.owner_id, v_version, p_snapshot)
  on conflict (project_id) do update set version = excluded.version, snapshot = excluded.snapshot;
  insert into public.dossier_versions (project_id, version, owner_id, snapshot, changes, changed_by, message_id)
  values (p_project_id, v_version, v_project.owner_id, p_snapshot, p_changes, p_changed_by, p_message_id);
  perform public.tell_dossier(p_project_id, v_version, p_changes, p_changed_by, p_message_id);
  return jsonb_build_object('version', v_version, 'changed', true);
end;
$$;

-- Deletes the caller's dossier with all its versions. The deletion is a version by its number, of which nothing is kept.
-- Returns that number. SL404: no dossier of the caller's.
create function public.delete_dossier(p_project_id uuid) returns integer
language plpgsql security definer set search_path = '' as $$
declare
  v_version integer;
begin
  perform 1 from public.projects where id = p_project_id and owner_id = auth.uid() for update;
  delete from public.dossiers where project_id = p_project_id and owner_id = auth.uid() returning version + 1 into v_version;
  if v_version is null then
    raise exception 'no such dossier' using errcode = 'SL404';
  end if;
  update public.projects set last_dossier_version = v_version where id = p_project_id;
  perform public.tell_dossier(p_project_id, v_version, '["The notes were cleared"]'::jsonb, 'person', null);
  return v_version;
end;
$$;

-- Tells every session of a project what became of its dossier. Sessions are locked one after the other in the same order
-- everywhere.
create function public.tell_dossier(
  p_project_id uuid, p_version integer, p_changes jsonb, p_changed_by text, p_message_id uuid
) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform 1 from public.chat_sessions where project_id = p_project_id order by id for update;
  insert into public.chat_events (owner_id, session_id, message_id, type, data)
  select s.owner_id, s.id, p_message_id, 'dossier', jsonb_build_object(
    'project_id', p_project_id, 'version', p_version, 'changes', p_changes, 'changed_by', p_changed_by)
  from public.chat_sessions s where s.project_id = p_project_id;
end;
$$;

-- Past the function a dossier would go without its number and without a word.
drop policy "delete own dossiers" on public.dossiers;
revoke delete on public.dossiers from anon, authenticated;

revoke execute on function public.tell_dossier(uuid, integer, jsonb, text, uuid) from public, anon, authenticated;
revoke execute on function public.delete_dossier(uuid) from public, anon;
grant execute on function public.delete_dossier(uuid) to authenticated;
