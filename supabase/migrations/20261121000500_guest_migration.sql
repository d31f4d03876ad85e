-- A guest who signs in to an account takes everything along. Rows change their owner; files stay where they lie, so the
-- right to a file comes from the asset's row and no longer from the folder's name.

-- Where a story's files lie in the `media` bucket: the folder of whoever began it, for good.
alter table public.stories add column media_folder text not null default '';
update public.stories set media_folder = owner_id || '/stories/' || id;

create function public.set_media_folder() returns trigger language plpgsql set search_path = '' as $$
begin
  new.media_folder = new.owner_id || '/stories/' || new.id;
  return new;
end;
$$;
create trigger stories_media_folder before insert on public.stories for each row execute function public.set_media_folder();

-- What is made for a story belongs to its owner of this moment, whoever asked for it. The lock makes a change of owner wait
-- for this row, and this row for a change of owner that is under way.
create function public.follow_story_owner() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid;
begin
  select owner_id into v_owner from public.stories where id = new.story_id for share;
  if found then
    new.owner_id = v_owner;
  end if;
  return new;
end;
$$;
create trigger assets_owner_follows before insert on public.assets for each row execute function public.follow_story_owner();
create trigger usage_owner_follows before insert on public.usage for each row execute function public.follow_story_owner();

drop policy "read own media" on storage.objects;
-- A file belongs to the owner of its asset row; one without a row (not saved yet, or no asset) to the folder it lies in.
create function public.owns_media(p_path text) returns boolean
language sql stable security definer set search_path = '' as $$
  select coalesce(
    (select a.owner_id = auth.uid() from public.assets a where a.path = p_path),
    split_part(p_path, '/', 1) = auth.uid()::text,
    false);
$$;
revoke execute on function public.owns_media(text) from public, anon;
grant execute on function public.owns_media(text) to authenticated, service_role;
create policy "read own media" on storage.objects for select to authenticated
  using (bucket_id = 'media' and public.owns_media(name));

-- Whose a page is follows from the page.
drop function public.record_scene_failure(uuid, uuid, text, jsonb);
create function public.record_scene_failure(p_scene_id uuid, p_part text, p_failure jsonb) returns void
language sql security definer set search_path = '' as $$
  update public.scenes set failures = failures || jsonb_build_object(p_part, p_failure) where id = p_scene_id;
$$;
revoke execute on function public.record_scene_failure(uuid, text, jsonb) from public, anon, authenticated;
grant execute on function public.record_scene_failure(uuid, text, jsonb) to service_role;

-- Gives everything of a guest to an account, all or nothing. Whoever calls has proven both. Parents come before what hangs
-- off them, because writers lock a parent and give its owner to the child. Again, or twice at once: the second finds nothing
-- left. Returns how many rows of each table went from this guest to this account, all calls together.
-- SL409: the guest is no guest (any more), or the account is one.
create function public.migrate_guest(p_guest uuid, p_account uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
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
  foreach v_table in array array[
    'projects', 'stories', 'characters', 'jobs', 'scenes', 'assets', 'job_events', 'usage',
    'chat_sessions', 'chat_messages', 'chat_events',
    'dossiers', 'dossier_versions', 'dossier_readings', 'conversation_transcripts'
  ] loop
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
revoke execute on function public.migrate_guest(uuid, uuid) from public, anon, authenticated;
grant execute on function public.migrate_guest(uuid, uuid) to service_role;
revoke execute on function public.follow_story_owner() from public, anon, authenticated;
revoke execute on function public.set_media_folder() from public, anon, authenticated;
