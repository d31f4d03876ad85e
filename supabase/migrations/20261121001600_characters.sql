-- Characters that stay themselves: a reference picture of each, drawn once for a story and kept for the next ones, and
-- stories that go on where another ended.

alter type public.asset_kind add value 'character';

-- How they look, alone and in full. Null while there is none: words have to do then.
alter table public.characters
  add column reference_asset_id uuid references public.assets (id) on delete set null;
create index characters_reference on public.characters (reference_asset_id);

-- The story this one goes on from. It stays when that one goes.
alter table public.stories
  add column sequel_of uuid references public.stories (id) on delete set null;
create index stories_sequel on public.stories (sequel_of);

-- The brief says it; a story of somebody else's is none to go on from.
create function public.link_sequel() returns trigger language plpgsql set search_path = '' as $$
begin
  new.sequel_of := (
    select s.id from public.stories s
    where s.owner_id = new.owner_id and s.id::text = new.brief ->> 'sequelOf'
  );
  return new;
end;
$$;
create trigger stories_link_sequel before insert on public.stories
  for each row when (new.brief ? 'sequelOf') execute function public.link_sequel();
