-- The workshop: when each stage of a job began, what jobs usually take, how a list of them is searched, and how one that failed is
-- taken up again.

alter table public.jobs
  -- Stage → when it began: {"writing": "2026-…", "illustrating": …, "done": …}. A stage that was left out has none.
  add column stage_times jsonb not null default '{}'::jsonb,
  -- From the begin to the end of the work; 0 before its end.
  add column took_ms bigint generated always as (
    coalesce(greatest(0, (extract(epoch from finished_at - started_at) * 1000)::bigint), 0)) stored,
  -- The job this one takes up, for the same story. One retry each; that one has its own.
  add column retry_of uuid references public.jobs (id) on delete set null;
create unique index jobs_retry on public.jobs (retry_of) where retry_of is not null;
create index jobs_completed on public.jobs (kind, finished_at desc) where status = 'completed';
create index jobs_open on public.jobs (status) where status in ('pending', 'processing');

-- A trigger, so that whoever moves a job on need not think of it.
create function public.note_stage_time() returns trigger language plpgsql set search_path = '' as $$
begin
  new.stage_times := old.stage_times || jsonb_build_object(new.stage, clock_timestamp());
  return new;
end;
$$;
create trigger jobs_stage_times before update of stage on public.jobs for each row
  when (new.stage is distinct from old.stage) execute function public.note_stage_time();
revoke execute on function public.note_stage_time() from public, anon, authenticated;

-- What each stage took in the latest completed jobs of this installation, p_latest of each kind. Jobs that took up another made
-- only what was missing, so they do not count. Durations in milliseconds.
create function public.measure_job_stages(p_latest integer default 40)
returns table (kind text, stage text, jobs bigint, median_ms double precision, p90_ms double precision,
  page_ms double precision, word_ms double precision)
language sql stable set search_path = '' as $$
  with latest as (
    select k.kind, j.id, j.stage_times, greatest(1, (s.brief ->> 'sceneCount')::integer) as pages,
      nullif((s.reading ->> 'words')::integer, 0) as words
    from (values ('story'), ('mend')) as k (kind)
    cross join lateral (
      select * from public.jobs o
      where o.kind = k.kind and o.status = 'completed' and o.retry_of is null and o.stage_times ? 'done'
      order by o.finished_at desc limit p_latest) j
    join public.stories s on s.id = j.story_id
  ), spans as (
    select l.kind, t.key as stage, l.pages, l.words,
      extract(epoch from lead(t.value::timestamptz) over (partition by l.id order by t.value::timestamptz)
        - t.value::timestamptz)::double precision * 1000 as ms
    from latest l cross join lateral jsonb_each_text(l.stage_times) t
  )
  select s.kind, s.stage, count(*),
    percentile_cont(0.5) within group (order by s.ms), percentile_cont(0.9) within group (order by s.ms),
    percentile_cont(0.5) within group (order by s.ms / s.pages), percentile_cont(0.5) within group (order by s.ms / s.words)
  from spans s where s.stage in ('writing', 'illustrating', 'filming') and s.ms is not null
  group by s.kind, s.stage;
$$;

-- How many jobs wait and how many are at work: everybody's.
create function public.measure_queue() returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('waiting', count(*) filter (where status = 'pending'),
    'running', count(*) filter (where status = 'processing'))
  from public.jobs where status in ('pending', 'processing');
$$;

-- The caller's own: what waits and runs, how the jobs of the last 30 days ended, and why those that failed did. Row level security
-- decides whose jobs these are.
create function public.summarize_jobs() returns jsonb
language sql stable set search_path = '' as $$
  with recent as (
    select id, status, error_code, finished_at from public.jobs where finished_at > now() - interval '30 days'
  ), failures as (
    select coalesce(error_code, 'internal') as code, count(*) as times, max(finished_at) as last_at,
      (array_agg(id order by finished_at desc))[1] as last_job
    from recent where status = 'failed' group by 1
  )
  select jsonb_build_object(
    'queue', (
      select jsonb_build_object('waiting', count(*) filter (where status = 'pending'),
        'running', count(*) filter (where status = 'processing'))
      from public.jobs where status in ('pending', 'processing')),
    'completed', (select count(*) from recent where status = 'completed'),
    'failed', (select count(*) from recent where status = 'failed'),
    'cancelled', (select count(*) from recent where status = 'cancelled'),
    'failures', coalesce((
      select jsonb_agg(jsonb_build_object('code', code, 'times', times, 'lastAt', last_at, 'lastJobId', last_job)
        order by times desc, last_at desc)
      from failures), '[]'::jsonb));
$$;

-- A page of the caller's jobs, as ids in their order. p_filter: {"status", "kind", "text", "after", "before", "suiteModule"}, each
-- optional. p_cursor: {"at", "ms", "id"}, the last row of the page before. Returns {"total", "jobs": [{"id", "at", "ms"}]}.
create function public.find_jobs(
  p_filter jsonb, p_sort text default 'newest', p_cursor jsonb default null, p_limit integer default 20, p_offset integer default 0
) returns jsonb
language sql stable set search_path = '' as $$
  with found as (
    select j.id, j.created_at, j.took_ms
    from public.jobs j join public.stories s on s.id = j.story_id
    where (p_filter ->> 'status' is null or j.status::text = p_filter ->> 'status')
      and (p_filter ->> 'kind' is null or j.kind = p_filter ->> 'kind')
      and (p_filter ->> 'after' is null or j.created_at >= (p_filter ->> 'after')::timestamptz)
      and (p_filter ->> 'before' is null or j.created_at < (p_filter ->> 'before')::timestamptz)
      and (p_filter ->> 'suiteModule' is null or s.brief ->> 'suiteModule' = p_filter ->> 'suiteModule')
      and (p_filter ->> 'text' is null
        or strpos(lower(s.title), lower(p_filter ->> 'text')) > 0
        or strpos(lower(s.prompt), lower(p_filter ->> 'text')) > 0)
  ), page as (
    select f.id, f.created_at, f.took_ms, row_number() over (order by
      case when p_sort = 'longest' then f.took_ms end desc,
      case when p_sort = 'oldest' then f.created_at end,
      case when p_sort = 'oldest' then f.id end,
      case when p_sort = 'newest' then f.created_at end desc, f.id desc) as place
    from found f
    where p_cursor is null or case p_sort
      when 'oldest' then (f.created_at, f.id) > ((p_cursor ->> 'at')::timestamptz, (p_cursor ->> 'id')::uuid)
      when 'longest' then (f.took_ms, f.id) < ((p_cursor ->> 'ms')::bigint, (p_cursor ->> 'id')::uuid)
      else (f.created_at, f.id) < ((p_cursor ->> 'at')::timestamptz, (p_cursor ->> 'id')::uuid) end
    order by place limit p_limit offset p_offset
  )
  select jsonb_build_object(
    'total', (select count(*) from found),
    'jobs', coalesce((
      select jsonb_agg(jsonb_build_object('id', id, 'at', created_at, 'ms', took_ms) order by place) from page), '[]'::jsonb));
$$;

-- Takes up a job of the caller that failed or was stopped: a new job for the same story, whose steps find what is there. Asked
-- again it answers the same job. Returns {"jobId", "storyId", "createdAt"}; null when there is no such job of theirs. A job that has
-- not failed, and a story that is finished or at work already, are refused (SQLSTATE SL409).
create function public.retry_story_job(p_owner_id uuid, p_job_id uuid, p_new_job_id uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs;
  v_story public.stories;
  v_new public.jobs;
begin
  select * into v_job from public.jobs where id = p_job_id and owner_id = p_owner_id;
  if not found then
    return null;
  end if;
  -- Whoever presses twice waits here for the first.
  select * into v_story from public.stories where id = v_job.story_id for update;
  select * into v_new from public.jobs where retry_of = p_job_id;
  if not found then
    if v_job.kind <> 'story' or v_job.status not in ('failed', 'cancelled') or v_story.status = 'ready'
      or exists (select 1 from public.jobs where story_id = v_job.story_id and status in ('pending', 'processing'))
    then
      raise exception 'there is nothing to take up' using errcode = 'SL409';
    end if;
    insert into public.jobs (id, owner_id, story_id, webhook_url, retry_of)
    values (p_new_job_id, v_job.owner_id, v_job.story_id, v_job.webhook_url, p_job_id) returning * into v_new;
    insert into public.job_events (job_id, owner_id, type, key, data)
    values (p_new_job_id, v_job.owner_id, 'status', 'status:pending',
      jsonb_build_object('status', 'pending', 'stage', 'waiting', 'progress', 0));
    update public.stories set status = 'making' where id = v_job.story_id;
  end if;
  return jsonb_build_object('jobId', v_new.id, 'storyId', v_new.story_id, 'createdAt', v_new.created_at);
end;
$$;

revoke execute on function public.measure_job_stages(integer) from public, anon, authenticated;
revoke execute on function public.measure_queue() from public, anon, authenticated;
revoke execute on function public.summarize_jobs() from public, anon;
revoke execute on function public.find_jobs(jsonb, text, jsonb, integer, integer) from public, anon;
revoke execute on function public.retry_story_job(uuid, uuid, uuid) from public, anon, authenticated;
grant execute on function public.measure_job_stages(integer) to service_role;
grant execute on function public.measure_queue() to service_role;
grant execute on function public.summarize_jobs() to authenticated, service_role;
grant execute on function public.find_jobs(jsonb, text, jsonb, integer, integer) to authenticated, service_role;
grant execute on function public.retry_story_job(uuid, uuid, uuid) to service_role;
