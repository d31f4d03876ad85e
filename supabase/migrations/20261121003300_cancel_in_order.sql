-- As before (000200), but the story's row is locked before the job's, as everybody else does it: a call that is being reserved
-- (001400) holds the story and asks for the job, and the two waited for each other until the database ended one of them. Not
-- more than an update takes: who tells of a job's end holds the job and refers to the story.
create or replace function public.cancel_job(p_job_id uuid) returns public.job_status
language plpgsql security definer set search_path = '' as $$
declare
  v_job public.jobs;
begin
  select * into v_job from public.jobs where id = p_job_id and owner_id = auth.uid();
  if not found then
    return null;
  end if;
  if v_job.status in ('pending', 'processing') then
    perform 1 from public.stories where id = v_job.story_id for no key update;
    perform public.record_job_event(p_job_id, 'status', 'status:cancelled', '{}'::jsonb, 'cancelled', 'done');
    update public.stories set status = 'failed' where id = v_job.story_id and status = 'making';
  end if;
  return (select status from public.jobs where id = p_job_id);
end;
$$;
