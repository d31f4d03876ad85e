-- What each of these jobs has cost so far, as far as the caller may see it: row level security decides.
create function public.sum_job_costs(p_job_ids uuid[]) returns table (job_id uuid, cost_micros bigint)
language sql stable set search_path = '' as $$
  select c.job_id, sum(c.cost_micros)::bigint from public.model_calls c
  where c.job_id = any (p_job_ids) and c.cost_micros > 0 group by c.job_id;
$$;
revoke execute on function public.sum_job_costs(uuid[]) from public, anon;
grant execute on function public.sum_job_costs(uuid[]) to authenticated, service_role;
