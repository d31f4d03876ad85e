-- A story in chapters: its premise, the outline its chapters follow, and their titles. Empty where nobody asked for them.

alter table public.stories
  add column premise text not null default '' check (char_length(premise) <= 1000),
  -- What happens in each chapter, one text for each, in order.
  add column outline jsonb not null default '[]'::jsonb;
alter table public.scenes add column title text not null default '' check (char_length(title) <= 300);

-- As before (000200), with premise, outline and titles. Writes a finished draft into rows; safe to repeat. Scenes keep
-- their ids by position, so finished pictures stay theirs.
create or replace function public.save_story_draft(p_story_id uuid, p_draft jsonb, p_reading jsonb, p_text_model text) returns void
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
    premise = coalesce(p_draft ->> 'premise', ''), outline = coalesce(p_draft -> 'outline', '[]'::jsonb),
    music_mood = p_draft ->> 'musicMood', reading = p_reading, text_model = p_text_model
  where id = p_story_id;
  update public.projects set title = p_draft ->> 'title'
  where id = (select project_id from public.stories where id = p_story_id);

  delete from public.characters where story_id = p_story_id
    and slug not in (select c ->> 'id' from jsonb_array_elements(p_draft -> 'characters') c);
  insert into public.characters (owner_id, story_id, slug, position, sheet)
  select v_owner, p_story_id, c ->> 'id', (n - 1)::integer, c
  from jsonb_array_elements(p_draft -> 'characters') with ordinality as t (c, n)
  on conflict (story_id, slug) do update set sheet = excluded.sheet, position = excluded.position;

  delete from public.scenes where story_id = p_story_id and position >= jsonb_array_length(p_draft -> 'scenes');
  insert into public.scenes (owner_id, story_id, position, title, text, summary, depiction)
  select v_owner, p_story_id, (n - 1)::integer, coalesce(s ->> 'title', ''), s ->> 'text', s ->> 'summary',
    jsonb_build_object('setting', s -> 'setting', 'characterIds', s -> 'characterIds', 'props', s -> 'props')
  from jsonb_array_elements(p_draft -> 'scenes') with ordinality as t (s, n)
  on conflict (story_id, position) do update
    set title = excluded.title, text = excluded.text, summary = excluded.summary, depiction = excluded.depiction;
end;
$$;
