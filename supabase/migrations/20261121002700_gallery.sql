-- The gallery: what a story is found by, what it is sorted by, favourites, and copies.

-- Small letters without accents, so that "élan" is found by "elan"; what no decomposition takes apart is named.
create function public.fold_text(p_text text) returns text language sql immutable parallel safe set search_path = '' as $$
  select replace(replace(replace(translate(
    regexp_replace(normalize(lower(p_text), NFKD), '[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]', '', 'g'),
    'øłđı', 'oldi'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss');
$$;

-- The words of a text, folded, each once. Chinese and Japanese have no spaces: there each sign is a word.
create function public.split_words(p_text text) returns text[] language sql immutable parallel safe set search_path = '' as $$
  select coalesce(array_agg(distinct left(word, 64)), '{}')
  from regexp_split_to_table(
    regexp_replace(
      regexp_replace(public.fold_text(p_text), '[''’ʼ]', '', 'g'), '([\u3040-\u30ff\u3400-\u9fff])', ' \1 ', 'g'),
    '[^[:alnum:]]+') as t (word)
  where word <> '';
$$;

-- What a title is sorted by: as on a library's shelf, without its article. One that has none yet comes last.
create function public.sort_title(p_title text) returns text language sql immutable parallel safe set search_path = '' as $$
  select case when p_title = '' then U&'\+10FFFD'
    else left(regexp_replace(public.fold_text(p_title), '^[^[:alnum:]]*((the|an|a)[^[:alnum:]]+)?', ''), 60) end;
$$;

alter table public.stories
  add column favourite boolean not null default false,
  -- BCP-47, found out from the finished text.
  add column language text not null default 'en' check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  -- The story this one was copied from; kept, so that a request that comes again is known, also when that one has gone.
  add column duplicate_of uuid,
  -- How long the film is; 0 while there is none.
  add column film_ms integer not null default 0,
  add column style text generated always as (coalesce(brief ->> 'style', 'storybook')) stored,
  add column title_key text collate "C" generated always as (public.sort_title(title)) stored;

create function public.measure_film() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.film_ms = coalesce((select a.duration_ms from public.assets a where a.id = new.film_asset_id), 0);
  return new;
end;
$$;
create trigger stories_measure_film before update of film_asset_id on public.stories
  for each row when (new.film_asset_id is distinct from old.film_asset_id) execute function public.measure_film();

-- A favourite is no change of the story: "recently changed" does not move.
drop trigger stories_updated on public.stories;
update public.stories s set film_ms = a.duration_ms
from public.assets a where a.id = s.film_asset_id and a.duration_ms is not null;
create trigger stories_updated before update on public.stories for each row
  when (new.favourite is not distinct from old.favourite) execute function public.set_updated_at();

-- Every filter of the shelf is in the index of its order, so that counting looks at no row.
drop index public.stories_owner;
create index stories_owner on public.stories (owner_id, created_at desc, id desc)
  include (status, review, age_group, style, language, reader_id, favourite);
create index stories_owner_title on public.stories (owner_id, title_key, id);
create index stories_owner_changed on public.stories (owner_id, updated_at desc, id desc);
create index stories_owner_film on public.stories (owner_id, film_ms desc, id desc);
create index stories_owner_language on public.stories (owner_id, language);

-- What a story is found by: title, prompt, theme, and what happens. A table of its own, because it is narrow: a search reads all
-- of an owner's. Of a story that waits for a grown-up or was declined there is no row.
create table public.story_words (
  story_id uuid primary key references public.stories (id) on delete cascade,
  owner_id uuid not null references auth.users (id) on delete cascade,
  words tsvector not null
);
create index story_words_owner on public.story_words (owner_id);
alter table public.story_words enable row level security;
create policy "search own stories" on public.story_words for select to authenticated using ((select auth.uid()) = owner_id);
revoke all on public.story_words from anon;
revoke insert, update, delete, truncate on public.story_words from authenticated;

create function public.index_story(p_story_id uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_story public.stories;
begin
  -- Locked, so that no review slips in between what is read here and what is written.
  select * into v_story from public.stories where id = p_story_id for no key update;
  if not found then
    return;
  end if;
  if v_story.review in ('waiting', 'declined') then
    delete from public.story_words where story_id = p_story_id;
    return;
  end if;
  insert into public.story_words (story_id, owner_id, words)
  values (p_story_id, v_story.owner_id, array_to_tsvector(public.split_words(concat_ws(' ',
    v_story.title, v_story.prompt, v_story.brief ->> 'theme',
    (select string_agg(c.title || ' ' || c.summary, ' ') from public.scenes c where c.story_id = p_story_id)))))
  on conflict (story_id) do update set owner_id = excluded.owner_id, words = excluded.words;
end;
$$;

create function public.index_own_words() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform public.index_story(new.id);
  return null;
end;
$$;
create trigger stories_index_new after insert on public.stories for each row execute function public.index_own_words();
create trigger stories_index after update on public.stories for each row
  when ((old.title, old.prompt, old.review, old.brief ->> 'theme')
    is distinct from (new.title, new.prompt, new.review, new.brief ->> 'theme')) execute function public.index_own_words();

-- Once for a statement: all pages of a story are written together.
create function public.index_new_scenes() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform public.index_story(t.story_id) from (select distinct story_id from fresh order by 1) t;
  return null;
end;
$$;
create function public.index_changed_scenes() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform public.index_story(t.story_id) from (
    select distinct f.story_id from fresh f join stale s using (id)
    where (f.title, f.summary) is distinct from (s.title, s.summary) order by 1) t;
  return null;
end;
$$;
create function public.index_without_scenes() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform public.index_story(t.story_id) from (select distinct story_id from stale order by 1) t;
  return null;
end;
$$;
create trigger scenes_index_new after insert on public.scenes
  referencing new table as fresh for each statement execute function public.index_new_scenes();
create trigger scenes_index after update on public.scenes
  referencing old table as stale new table as fresh for each statement execute function public.index_changed_scenes();
create trigger scenes_index_gone after delete on public.scenes
  referencing old table as stale for each statement execute function public.index_without_scenes();

select count(public.index_story(s.id)) from public.stories s;

-- A page of the caller's stories, and how many there are. p_query: {"statuses": [], "ids": [], "ages": [], "styles": [],
-- "languages": [], "reader": uuid, "review": text, "favourite": bool, "q": text}, each absent where it does not matter; every word of q begins a
-- word of the story. p_sort: newest, oldest, title, changed, longest. p_after: {"key", "id"} of the row before the page.
-- Returns {"rows": [{"id", "key"}], "total", "languages"}; the languages are those of all the caller's stories.
create function public.find_stories(p_query jsonb, p_sort text, p_after jsonb, p_limit integer, p_offset integer) returns jsonb
-- How many stories a word finds nobody can guess: what was found is always hashed, and never looked up one by one.
language plpgsql stable set search_path = '' set enable_nestloop = off as $$
declare
  v_owner uuid := auth.uid();
  v_where text := 's.owner_id = $1';
  v_column text;
  v_type text;
  v_order text;
  v_words text[];
  v_with text := '';
  v_after text := '';
  v_rows jsonb;
  v_total bigint;
  v_languages jsonb;
begin
  select c.name, c.type, c.direction into strict v_column, v_type, v_order
  from (values
    ('newest', 'created_at', 'timestamptz', 'desc'), ('oldest', 'created_at', 'timestamptz', 'asc'),
    ('title', 'title_key', 'text collate "C"', 'asc'), ('changed', 'updated_at', 'timestamptz', 'desc'),
    ('longest', 'film_ms', 'integer', 'desc')) as c (sort, name, type, direction)
  where c.sort = p_sort;
  if p_query ? 'statuses' then
    v_where := v_where || format(' and s.status = any (%L::public.story_status[])',
      array(select jsonb_array_elements_text(p_query -> 'statuses'))::text);
  end if;
  if p_query ? 'ids' then
    v_where := v_where || format(' and s.id = any (%L::uuid[])', array(select jsonb_array_elements_text(p_query -> 'ids')));
  end if;
  if p_query ? 'ages' then
    v_where := v_where || format(' and s.age_group = any (%L::text[])', array(select jsonb_array_elements_text(p_query -> 'ages')));
  end if;
  if p_query ? 'styles' then
    v_where := v_where || format(' and s.style = any (%L::text[])', array(select jsonb_array_elements_text(p_query -> 'styles')));
  end if;
  if p_query ? 'languages' then
    v_where := v_where || format(' and s.language = any (%L::text[])', array(select jsonb_array_elements_text(p_query -> 'languages')));
  end if;
  if p_query ? 'reader' then
    v_where := v_where || format(' and s.reader_id = %L::uuid', p_query ->> 'reader');
  end if;
  if p_query ? 'review' then
    v_where := v_where || format(' and s.review = %L', p_query ->> 'review');
  end if;
  if p_query ? 'favourite' then
    v_where := v_where || format(' and s.favourite = %L::boolean', p_query ->> 'favourite');
  end if;
  if p_query ? 'q' then
    v_words := (public.split_words(p_query ->> 'q'))[1:12];
    -- Looked for once, for the page and for the count.
    v_with := format('with found as materialized (
        select w.story_id from public.story_words w where w.owner_id = $1 and w.words @@ %L::tsquery) ',
      coalesce((select string_agg(quote_literal(word) || ':*', ' & ') from unnest(v_words) as t (word)), ''));
    v_where := v_where || ' and s.review not in (''waiting'', ''declined'') and s.id in (select f.story_id from found f)';
  end if;
  if p_after is not null then
    v_after := format(' and (s.%I, s.id) %s (%L::%s, %L::uuid)', v_column, case v_order when 'asc' then '>' else '<' end,
      p_after ->> 'key', v_type, p_after ->> 'id');
  end if;
  execute format(
    '%5$sselect
       (select coalesce(jsonb_agg(jsonb_build_object(''id'', t.id, ''key'', t.key)), ''[]''::jsonb) from (
         select s.id, to_jsonb(s.%1$I) #>> ''{}'' as key from public.stories s where %2$s%3$s
         order by s.%1$I %4$s, s.id %4$s limit $2 offset $3) t),
       (select count(*) from public.stories s where %2$s)', v_column, v_where, v_after, v_order, v_with)
  into v_rows, v_total using v_owner, p_limit, p_offset;
  -- From one language to the next: as many steps as there are languages, however many stories.
  with recursive spoken (language) as (
    (select s.language from public.stories s where s.owner_id = v_owner order by s.language limit 1)
    union all
    select (select s.language from public.stories s where s.owner_id = v_owner and s.language > p.language order by s.language limit 1)
    from spoken p where p.language is not null
  )
  select coalesce(jsonb_agg(p.language order by p.language) filter (where p.language is not null), '[]'::jsonb)
  into v_languages from spoken p;
  return jsonb_build_object('rows', v_rows, 'total', v_total, 'languages', v_languages);
end;
$$;

-- Whether there is such a story of the caller's.
create function public.set_favourite(p_story_id uuid, p_favourite boolean) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update public.stories set favourite = p_favourite where id = p_story_id and owner_id = auth.uid() and favourite <> p_favourite;
  return found or exists (select 1 from public.stories where id = p_story_id and owner_id = auth.uid());
end;
$$;

-- Files that are being copied, before anything names them: what a copy leaves that never came to its end is removed by these
-- names. It names no owner, so that it outlives one.
create table public.unfinished_copies (
  id uuid primary key,
  paths text[] not null,
  begun_at timestamptz not null default now()
);
alter table public.unfinished_copies enable row level security;
revoke all on public.unfinished_copies from anon, authenticated;

-- A copy has been counted once and was looked at as what it was copied from: it enters no household anew.
drop trigger stories_enter_household on public.stories;
create trigger stories_enter_household before insert on public.stories for each row
  when (new.duplicate_of is null) execute function public.enter_household();

-- Inserts a row as it stands in JSON; whatever columns the table has by now.
create function public.insert_row(p_table regclass, p_row jsonb) returns void
language plpgsql set search_path = '' as $$
declare
  v_columns text;
begin
  select string_agg(quote_ident(a.attname), ', ') into v_columns from pg_catalog.pg_attribute a
  where a.attrelid = p_table and a.attnum > 0 and not a.attisdropped and a.attgenerated = '';
  execute format('insert into %1$s (%2$s) select %2$s from jsonb_populate_record(null::%1$s, $1)', p_table, v_columns) using p_row;
end;
$$;

-- A row with every asset it names replaced by its copy. SL409: one of them was not copied.
create function public.name_copies(p_row jsonb, p_assets jsonb) returns jsonb
language plpgsql immutable set search_path = '' as $$
declare
  v_key text;
  v_asset text;
begin
  for v_key, v_asset in select key, value from jsonb_each_text(p_row) where key like '%\_asset\_id' and value is not null loop
    if not p_assets ? v_asset then
      raise exception 'the story was changed while it was copied' using errcode = 'SL409';
    end if;
    p_row := p_row || jsonb_build_object(v_key, p_assets -> v_asset -> 'id');
  end loop;
  return p_row;
end;
$$;

-- Makes the rows of a copy whose files are there already, all or nothing. p_assets: {"<asset>": {"id", "path"}}. A review goes
-- along, because the words and the pictures are those that were looked at. Returns whether it is new: a repeated request finds
-- the first one's copy. SL404: no such story of this owner; SL409: it is not finished, or it was changed meanwhile;
-- SL422: the id belongs to another copy.
create function public.duplicate_story(p_owner uuid, p_source uuid, p_story uuid, p_title text, p_assets jsonb, p_copy uuid)
returns boolean language plpgsql security definer set search_path = '' as $$
declare
  v_source public.stories;
  v_copy public.stories;
  v_project uuid := gen_random_uuid();
  v_scenes jsonb;
  v_row jsonb;
begin
  perform pg_advisory_xact_lock(hashtextextended(p_story::text, 0));
  select * into v_copy from public.stories where id = p_story;
  if found then
    if v_copy.owner_id <> p_owner or v_copy.duplicate_of is distinct from p_source then
      raise exception 'this key was used for another request' using errcode = 'SL422';
    end if;
    return false;
  end if;
  -- Files of an older note are being removed (lib/retention/remove-unfinished-copies.ts).
  delete from public.unfinished_copies where id = p_copy and begun_at > now() - interval '50 minutes';
  if not found then
    raise exception 'this copy took too long' using errcode = 'SL409';
  end if;
  select * into v_source from public.stories where id = p_source and owner_id = p_owner for share;
  if not found then
    raise exception 'no such story' using errcode = 'SL404';
  end if;
  if v_source.status <> 'ready' or v_source.review in ('waiting', 'declined') or exists (
    select 1 from public.jobs j where j.story_id = p_source and j.status in ('pending', 'processing'))
  then
    raise exception 'only a finished story is copied' using errcode = 'SL409';
  end if;
  insert into public.projects (id, owner_id, title) values (v_project, p_owner, p_title);
  v_row := to_jsonb(v_source) || jsonb_build_object(
    'id', p_story, 'project_id', v_project, 'session_id', null, 'title', p_title, 'favourite', false, 'duplicate_of', p_source,
    'created_at', now(), 'updated_at', now(),
    -- Its own versions begin here; a film or voices that were of an older version still are.
    'version', 1,
    'film_version', case when v_source.film_asset_id is not null then (v_source.film_version = v_source.version)::integer end,
    'audio_version', case when v_source.audio_asset_id is not null then (v_source.audio_version = v_source.version)::integer end);
  -- Its files come after it.
  perform public.insert_row('public.stories', v_row || (
    select jsonb_object_agg(key, null) from jsonb_object_keys(v_row) as t (key) where key like '%\_asset\_id'));
  perform public.insert_row('public.assets', to_jsonb(a) || jsonb_build_object(
    'id', p_assets -> a.id::text -> 'id', 'path', p_assets -> a.id::text -> 'path', 'story_id', p_story, 'scene_id', null,
    'created_at', now()))
  from public.assets a where a.story_id = p_source and p_assets ? a.id::text;
  perform public.insert_row('public.characters', public.name_copies(to_jsonb(c), p_assets)
    || jsonb_build_object('id', gen_random_uuid(), 'story_id', p_story, 'created_at', now()))
  from public.characters c where c.story_id = p_source;
  -- With their files from the start: a picture that changes afterwards would have to be looked at again.
  select coalesce(jsonb_object_agg(c.id, gen_random_uuid()), '{}'::jsonb) into v_scenes from public.scenes c where c.story_id = p_source;
  perform public.insert_row('public.scenes', public.name_copies(to_jsonb(c), p_assets) || jsonb_build_object(
    'id', v_scenes -> c.id::text, 'story_id', p_story, 'revision', 1, 'created_at', now(), 'updated_at', now()))
  from public.scenes c where c.story_id = p_source;
  update public.assets a set scene_id = (v_scenes ->> o.scene_id::text)::uuid
  from public.assets o
  where o.story_id = p_source and o.scene_id is not null and a.id = (p_assets -> o.id::text ->> 'id')::uuid;
  v_row := public.name_copies(v_row, p_assets);
  update public.stories s set film_asset_id = n.film_asset_id, captions_asset_id = n.captions_asset_id,
    poster_asset_id = n.poster_asset_id, audio_asset_id = n.audio_asset_id
  from jsonb_populate_record(null::public.stories, v_row) n where s.id = p_story;
  return true;
end;
$$;

revoke execute on function public.measure_film() from public, anon, authenticated;
revoke execute on function public.index_story(uuid) from public, anon, authenticated;
revoke execute on function public.index_own_words() from public, anon, authenticated;
revoke execute on function public.index_new_scenes() from public, anon, authenticated;
revoke execute on function public.index_changed_scenes() from public, anon, authenticated;
revoke execute on function public.index_without_scenes() from public, anon, authenticated;
revoke execute on function public.insert_row(regclass, jsonb) from public, anon, authenticated;
revoke execute on function public.name_copies(jsonb, jsonb) from public, anon, authenticated;
revoke execute on function public.find_stories(jsonb, text, jsonb, integer, integer) from public, anon;
grant execute on function public.find_stories(jsonb, text, jsonb, integer, integer) to authenticated, service_role;
revoke execute on function public.set_favourite(uuid, boolean) from public, anon;
grant execute on function public.set_favourite(uuid, boolean) to authenticated, service_role;
revoke execute on function public.duplicate_story(uuid, uuid, uuid, text, jsonb, uuid) from public, anon, authenticated;
grant execute on function public.duplicate_story(uuid, uuid, uuid, text, jsonb, uuid) to service_role;
