-- Links by which anybody reads one story: made and ended by its owner, at most one at a time. Whoever has the id has the permission,
-- so it is 128 random bits, and a link that was ended never comes back: the next one is another.
create table public.story_shares (
  -- 16 random bytes as base64url.
  id text primary key check (id ~ '^[A-Za-z0-9_-]{22}$'),
  story_id uuid not null unique references public.stories (id) on delete cascade,
  owner_id uuid not null references auth.users (id) on delete cascade,
  created_at timestamptz not null default now()
);
create index story_shares_owner on public.story_shares (owner_id);

-- Written by the server alone, after it has seen the proof of a grown-up; the owner reads which of their stories are shared. Strangers
-- never ask the database: our own page does, for the one id they bring.
alter table public.story_shares enable row level security;
create policy "read own shares" on public.story_shares for select to authenticated using ((select auth.uid()) = owner_id);
revoke all on public.story_shares from anon;
revoke insert, update, delete, truncate on public.story_shares from authenticated;

-- Makes the link of a story, or answers the one it has: two who ask at once get the same. SL404: it is nobody's or another's.
-- SL409: it is not finished, or waits for a grown-up.
create function public.share_story(p_owner uuid, p_story uuid, p_share text) returns public.story_shares
language plpgsql set search_path = '' as $$
declare
  v_story public.stories;
  v_share public.story_shares;
begin
  select * into v_story from public.stories where id = p_story and owner_id = p_owner for update;
  if not found then
    raise exception 'no such story' using errcode = 'SL404';
  end if;
  if v_story.status <> 'ready' or v_story.review in ('waiting', 'declined') then
    raise exception 'this story cannot be shared' using errcode = 'SL409';
  end if;
  insert into public.story_shares (id, story_id, owner_id) values (p_share, p_story, p_owner)
  on conflict (story_id) do nothing;
  select * into v_share from public.story_shares where story_id = p_story;
  return v_share;
end;
$$;
revoke execute on function public.share_story(uuid, uuid, text) from public, anon, authenticated;
grant execute on function public.share_story(uuid, uuid, text) to service_role;
