-- Storyloom's rows. Valid on hosted Supabase as it is. Every row has an owner, every table has RLS.
-- Users read their own rows through RLS; jobs, events, assets and usage are written by definer functions (as the caller,
-- checked by auth.uid()) and by the service role (Inngest functions), never directly by a user's client.

create type public.story_status as enum ('draft', 'making', 'ready', 'failed');
create type public.job_status as enum ('pending', 'processing', 'completed', 'failed', 'cancelled');
create type public.asset_kind as enum ('picture', 'narration', 'clip', 'music', 'film', 'captions', 'poster');

create table public.profiles (
  id uuid primary key references auth.users (id) on delete cascade,
  display_name text not null default '',
  settings jsonb not null default '{}'::jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table public.projects (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  title text not null default '' check (char_length(title) <= 300),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index projects_owner on public.projects (owner_id, created_at desc);

create table public.stories (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  project_id uuid not null references public.projects (id) on delete cascade,
  status public.story_status not null default 'making',
  title text not null default '' check (char_length(title) <= 300),
  moral text not null default '',
  prompt text not null check (char_length(prompt) between 1 and 4000),
  age_group text not null check (age_group in ('3-5', '6-8', '9-12')),
  -- The whole StoryBrief (lib/story/schema.ts), seed included: enough to make the story again.
  brief jsonb not null,
  music_mood text not null default 'lullaby',
  -- Who wrote it: provider/model.
  text_model text,
  -- Measured on the finished text: {"words": n, "grade": n, …}.
  reading jsonb not null default '{}'::jsonb,
  film_asset_id uuid,
  captions_asset_id uuid,
  poster_asset_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index stories_owner on public.stories (owner_id, created_at desc, id desc);
create index stories_project on public.stories (project_id);

create table public.characters (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  story_id uuid not null references public.stories (id) on delete cascade,
  slug text not null,
  position integer not null,
  -- CharacterSheet (lib/story/schema.ts).
  sheet jsonb not null,
  created_at timestamptz not null default now(),
  unique (story_id, slug)
);

create table public.scenes (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  story_id uuid not null references public.stories (id) on delete cascade,
  position integer not null check (position >= 0),
  text text not null,
  summary text not null default '',
  -- {"setting": SceneSetting, "characterIds": [...], "props": [...]}: what the picture shows.
  depiction jsonb not null default '{}'::jsonb,
  picture_prompt text,
  picture_asset_id uuid,
  narration_asset_id uuid,
  -- Typed failures that did not cost the story, e.g. {"picture": {"code": "provider_rejected", "message": "…"}}.
  failures jsonb not null default '{}'::jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (story_id, position)
);

create table public.assets (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  story_id uuid not null references public.stories (id) on delete cascade,
  scene_id uuid references public.scenes (id) on delete set null,
  kind public.asset_kind not null,
  -- Object path in the `media` bucket: <owner>/stories/<story>/<asset>.<ext>.
  path text not null unique,
  -- SHA-256 of everything the asset was made from: a step that finds its hash here has already done its work.
  content_hash text not null,
  media_type text not null,
  bytes bigint not null,
  width integer,
  height integer,
  duration_ms integer,
  -- Kind-specific: narration {"words": WordTiming[]}, picture {"prompt": …}, film {"timeline": …}; always {"model": "provider/id"}.
  details jsonb not null default '{}'::jsonb,
  created_at timestamptz not null default now(),
  unique (story_id, kind, content_hash)
);
create index assets_scene on public.assets (scene_id);
create index assets_owner on public.assets (owner_id);

alter table public.stories
  add foreign key (film_asset_id) references public.assets (id) on delete set null,
  add foreign key (captions_asset_id) references public.assets (id) on delete set null,
  add foreign key (poster_asset_id) references public.assets (id) on delete set null;
alter table public.scenes
  add foreign key (picture_asset_id) references public.assets (id) on delete set null,
  add foreign key (narration_asset_id) references public.assets (id) on delete set null;

create table public.jobs (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  story_id uuid not null references public.stories (id) on delete cascade,
  status public.job_status not null default 'pending',
  stage text not null default 'waiting',
  progress double precision not null default 0 check (progress between 0 and 1),
  error_code text,
  error_message text,
  -- [{"code": …, "message": …, "scene": n}]: what went wrong without costing the story.
  warnings jsonb not null default '[]'::jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create index jobs_owner on public.jobs (owner_id, created_at desc, id desc);
create index jobs_story on public.jobs (story_id);

create table public.job_events (
  id bigint generated always as identity primary key,
  job_id uuid not null references public.jobs (id) on delete cascade,
  owner_id uuid not null references auth.users (id) on delete cascade,
  type text not null,
  -- A repeated step tells the same thing under the same key, and it is kept once.
  key text not null,
  data jsonb not null default '{}'::jsonb,
  created_at timestamptz not null default now(),
  unique (job_id, key)
);
create index job_events_job on public.job_events (job_id, id);

create table public.usage (
  id uuid primary key default gen_random_uuid(),
  owner_id uuid not null references auth.users (id) on delete cascade,
  job_id uuid references public.jobs (id) on delete set null,
  story_id uuid references public.stories (id) on delete set null,
  -- The step that called, e.g. "picture:3"; with the job it names the call, so a repeat is not counted twice.
  step text not null,
  provider text not null,
  model text not null,
  modality text not null check (modality in ('text', 'picture', 'speech', 'transcription', 'video')),
  -- {"inputTokens": n, "outputTokens": n} | {"pictures": n} | {"characters": n} …
  units jsonb not null default '{}'::jsonb,
  cost_micros bigint not null default 0,
  created_at timestamptz not null default now(),
  unique (job_id, step)
);
create index usage_owner on public.usage (owner_id, created_at desc);

-- Counters behind lib/http/rate-limit.ts, shared by every web instance. Nobody but the service role sees them.
create table public.rate_limits (
  key text primary key,
  points integer not null,
  expires_at timestamptz
);

create function public.set_updated_at() returns trigger language plpgsql set search_path = '' as $$
begin
  new.updated_at = now();
  return new;
end;
$$;
create trigger profiles_updated before update on public.profiles for each row execute function public.set_updated_at();
create trigger projects_updated before update on public.projects for each row execute function public.set_updated_at();
create trigger stories_updated before update on public.stories for each row execute function public.set_updated_at();
create trigger scenes_updated before update on public.scenes for each row execute function public.set_updated_at();
create trigger jobs_updated before update on public.jobs for each row execute function public.set_updated_at();

create function public.handle_new_user() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into public.profiles (id, display_name)
  values (new.id, coalesce(new.raw_user_meta_data ->> 'display_name', ''))
  on conflict (id) do nothing;
  return new;
end;
$$;
create trigger on_auth_user_created after insert on auth.users
  for each row execute function public.handle_new_user();

alter table public.profiles enable row level security;
alter table public.projects enable row level security;
alter table public.stories enable row level security;
alter table public.characters enable row level security;
alter table public.scenes enable row level security;
alter table public.assets enable row level security;
alter table public.jobs enable row level security;
alter table public.job_events enable row level security;
alter table public.usage enable row level security;
alter table public.rate_limits enable row level security;

create policy "read own profile" on public.profiles for select to authenticated using ((select auth.uid()) = id);
create policy "change own profile" on public.profiles for update to authenticated
  using ((select auth.uid()) = id) with check ((select auth.uid()) = id);
create policy "own projects" on public.projects for all to authenticated
  using ((select auth.uid()) = owner_id) with check ((select auth.uid()) = owner_id);
create policy "read own stories" on public.stories for select to authenticated using ((select auth.uid()) = owner_id);
create policy "delete own stories" on public.stories for delete to authenticated using ((select auth.uid()) = owner_id);
create policy "read own characters" on public.characters for select to authenticated using ((select auth.uid()) = owner_id);
create policy "read own scenes" on public.scenes for select to authenticated using ((select auth.uid()) = owner_id);
create policy "read own assets" on public.assets for select to authenticated using ((select auth.uid()) = owner_id);
create policy "read own jobs" on public.jobs for select to authenticated using ((select auth.uid()) = owner_id);
create policy "read own job events" on public.job_events for select to authenticated using ((select auth.uid()) = owner_id);
create policy "read own usage" on public.usage for select to authenticated using ((select auth.uid()) = owner_id);

revoke insert, update, delete, truncate on
  public.characters, public.scenes, public.assets, public.jobs, public.job_events, public.usage from anon, authenticated;
revoke insert, update, truncate on public.stories from anon, authenticated;
revoke all on public.rate_limits from anon, authenticated;
