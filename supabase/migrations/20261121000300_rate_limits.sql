-- Counts uses of a key within a window, for every web instance at once: one statement, so two requests at the same
-- moment cannot both be the last one allowed. The database's clock decides, not the instances'.
create index rate_limits_expires_at on public.rate_limits (expires_at);

-- Adds points to a key; a window that has ended starts again. With p_force the key is set to the points and its window
-- starts now (a block). A window of 0 ms never ends. Returns {"points": used so far, "msBeforeNext": ms | -1}.
create function public.consume_rate_limit(p_key text, p_points integer, p_duration_ms bigint, p_force boolean default false)
returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_now timestamptz := clock_timestamp();
  v_expires timestamptz := case when p_duration_ms > 0 then v_now + p_duration_ms * interval '1 millisecond' end;
  v_row public.rate_limits;
begin
  -- A few windows that ended long ago go with every call, so the table stays as small as the traffic.
  delete from public.rate_limits where key in (
    select key from public.rate_limits where expires_at < v_now - interval '1 hour'
    order by expires_at limit 10 for update skip locked
  );
  insert into public.rate_limits as kept (key, points, expires_at) values (p_key, p_points, v_expires)
  on conflict (key) do update set
    points = case when p_force or kept.expires_at <= v_now then excluded.points else kept.points + excluded.points end,
    expires_at = case when p_force or kept.expires_at <= v_now then excluded.expires_at else kept.expires_at end
  returning * into v_row;
  return jsonb_build_object(
    'points', v_row.points,
    'msBeforeNext', coalesce(greatest(0, ceil(extract(epoch from v_row.expires_at - v_now) * 1000)), -1)
  );
end;
$$;
revoke execute on function public.consume_rate_limit(text, integer, bigint, boolean) from public, anon, authenticated;
grant execute on function public.consume_rate_limit(text, integer, bigint, boolean) to service_role;
