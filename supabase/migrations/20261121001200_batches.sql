-- Many stories in one call: all of their rows come together or none does, and a batch that is sent again under its
-- Idempotency-Key is the batch it was.

create table public.batches (
  id uuid primary key,
  owner_id uuid not null references auth.users (id) on delete cascade,
  created_at timestamptz not null default now()
);
create index batches_owner on public.batches (owner_id, created_at desc);
alter table public.batches enable row level security;
create policy "read own batches" on public.batches for select to authenticated using ((select auth.uid()) = owner_id);
revoke insert, update, delete, truncate on public.batches from anon, authenticated;

alter table public.jobs
  add column batch_id uuid references public.batches (id) on delete set null,
  add column batch_position integer;
create index jobs_batch on public.jobs (batch_id, batch_position) where batch_id is not null;

-- p_items: [{"jobId": uuid, "storyId": uuid, "brief": StoryBrief}], in the order of the request.
create function public.create_story_batch(p_batch_id uuid, p_items jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  v_owner uuid := auth.uid();
  v_item jsonb;
  v_position bigint;
begin
  if v_owner is null then
    raise exception 'not signed in' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended(p_batch_id::text, 0));
  perform 1 from public.batches where id = p_batch_id and owner_id = v_owner;
  if found and jsonb_array_length(p_items) <> (select count(*) from public.jobs where batch_id = p_batch_id) then
    raise exception 'this key was used for another request' using errcode = 'SL422';
  end if;
  insert into public.batches (id, owner_id) values (p_batch_id, v_owner) on conflict (id) do nothing;
  for v_item, v_position in select item, n from jsonb_array_elements(p_items) with ordinality as t (item, n) loop
    perform public.create_story_job((v_item ->> 'jobId')::uuid, (v_item ->> 'storyId')::uuid, v_item -> 'brief');
    update public.jobs set batch_id = p_batch_id, batch_position = v_position - 1
    where id = (v_item ->> 'jobId')::uuid and owner_id = v_owner;
  end loop;
end;
$$;
revoke execute on function public.create_story_batch(uuid, jsonb) from public, anon;
grant execute on function public.create_story_batch(uuid, jsonb) to authenticated, service_role;
