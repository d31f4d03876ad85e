-- A job that has failed or was cancelled spends nothing any more: steps of its that run beside the one that ended it are told so
-- before they call anybody (SQLSTATE SL410).
create function public.refuse_call_of_ended_job() returns trigger language plpgsql set search_path = '' as $$
begin
  perform 1 from public.jobs where id = new.job_id and status in ('failed', 'cancelled');
  if found then
    raise exception 'the job has ended' using errcode = 'SL410';
  end if;
  return new;
end;
$$;
create trigger model_calls_of_running_jobs before insert on public.model_calls
  for each row when (new.job_id is not null and new.status = 'reserved' and new.reserved_micros > 0)
  execute function public.refuse_call_of_ended_job();
revoke execute on function public.refuse_call_of_ended_job() from public, anon, authenticated;

-- For finding those that nobody came back to.
create index model_calls_open on public.model_calls (created_at) where status = 'reserved';
