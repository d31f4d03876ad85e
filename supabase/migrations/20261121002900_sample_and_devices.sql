-- The installation's sample story: one row from the moment it is first begun. Its ids stay when the story was deleted, so that
-- what the operator took away is not made again. `ended_at` is set when nothing is left to do: it is shared, was deleted, or
-- could not be made in so many tries.
create table public.sample_story (
  is_only boolean primary key default true check (is_only),
  job_id uuid,
  story_id uuid,
  tries integer not null default 0 check (tries >= 0),
  ended_at timestamptz,
  created_at timestamptz not null default now()
);
alter table public.sample_story enable row level security;
revoke all on public.sample_story from anon, authenticated;

-- Where the caller is signed in, the latest seen first. `auth.sessions` is the auth service's own table, hosted and here: its
-- times without a zone are UTC, and a session past its end is none.
create function public.list_devices()
returns table (id uuid, user_agent text, signed_in_at timestamptz, last_seen_at timestamptz, is_current boolean)
language sql stable security definer set search_path = '' as $$
  select s.id, s.user_agent, s.created_at,
    greatest(s.created_at, s.updated_at, s.refreshed_at at time zone 'UTC'),
    s.id::text is not distinct from (auth.jwt() ->> 'session_id')
  from auth.sessions s
  where s.user_id = auth.uid() and (s.not_after is null or s.not_after > now())
  order by 5 desc, 4 desc, 1;
$$;

-- Ends one session of the caller, with its refresh tokens. False: it is not theirs, or is over.
create function public.end_device(p_session_id uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  delete from auth.sessions where id = p_session_id and user_id = auth.uid();
  return found;
end;
$$;

revoke execute on function public.list_devices() from public, anon;
revoke execute on function public.end_device(uuid) from public, anon;
grant execute on function public.list_devices() to authenticated;
grant execute on function public.end_device(uuid) to authenticated;
