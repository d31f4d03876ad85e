-- The audit of the guardrails: what was decided about which text, by which rule, where. The text is not in it, only a keyed hash
-- (lib/safety/decision-hash.ts). Closed to users over REST, their own rows too: in a household they are for the grown-ups,
-- which only the server can tell (GET /api/v1/safety/decisions).
create table public.guard_decisions (
  id uuid primary key default gen_random_uuid(),
  created_at timestamptz not null default clock_timestamp(),
  -- Null for a visitor who was turned away before they were anybody.
  owner_id uuid references auth.users (id) on delete cascade,
  action text not null check (
    action in ('refused', 'masked', 'repair_asked', 'softened', 'failed', 'left_out', 'flagged')),
  -- A rule, or the kind of personal data that was masked.
  rule text not null check (rule ~ '^[a-z_]{1,40}$'),
  place text not null check (place ~ '^[a-z_]{1,40}$'),
  -- The address that was called, or the durable step.
  door text not null check (char_length(door) between 1 and 200),
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  story_id uuid references public.stories (id) on delete set null,
  job_id uuid references public.jobs (id) on delete set null
);
create index guard_decisions_owner on public.guard_decisions (owner_id, created_at desc, id desc);
create index guard_decisions_age on public.guard_decisions (created_at);
create index guard_decisions_story on public.guard_decisions (story_id) where story_id is not null;
create index guard_decisions_job on public.guard_decisions (job_id) where job_id is not null;

alter table public.guard_decisions enable row level security;
revoke all on public.guard_decisions from anon, authenticated;

-- Writes the decisions of one piece of work. A story or job that was refused before it had a row, or is gone, is left out, and so is
-- an owner who has left; a story of a guest who became an account belongs to the account.
create function public.note_guard_decisions(
  p_owner uuid, p_door text, p_story uuid, p_job uuid, p_decisions jsonb
) returns void
language sql security definer set search_path = '' as $$
  with known as (
    select s.id as story_id, s.owner_id from (select 1) one left join public.stories s on s.id = p_story
  )
  insert into public.guard_decisions (owner_id, action, rule, place, door, text_hash, story_id, job_id)
  select
    (select u.id from auth.users u where u.id = coalesce(k.owner_id, p_owner)),
    d.value ->> 'action', d.value ->> 'rule', d.value ->> 'place', p_door, d.value ->> 'textHash',
    k.story_id, (select j.id from public.jobs j where j.id = p_job)
  from known k, jsonb_array_elements(p_decisions) with ordinality d
  order by d.ordinality;
$$;
revoke execute on function public.note_guard_decisions(uuid, text, uuid, uuid, jsonb) from public, anon, authenticated;
grant execute on function public.note_guard_decisions(uuid, text, uuid, uuid, jsonb) to service_role;
