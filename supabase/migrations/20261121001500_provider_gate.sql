-- The gate in front of every AI service, shared by all processes: how many calls are under way, how many began in the last
-- minute, and whether the service keeps failing. The database's clock decides.

-- One call that was let in. Kept a minute after it began, for counting; a holder that died stops renewing and expires.
create table public.provider_leases (
  id uuid primary key default gen_random_uuid(),
  provider text not null check (char_length(provider) between 1 and 60),
  call_id text not null,
  taken_at timestamptz not null,
  expires_at timestamptz not null,
  left_at timestamptz
);
create index provider_leases_provider on public.provider_leases (provider, taken_at);

-- Open (opened_at is set): nobody is let in before retry_at, and then one call to try. An answer closes it.
create table public.provider_circuits (
  provider text primary key check (char_length(provider) between 1 and 60),
  -- In a row.
  failures integer not null default 0 check (failures >= 0),
  opened_at timestamptz,
  retry_at timestamptz,
  pause_ms bigint not null default 0 check (pause_ms >= 0),
  probe_lease uuid,
  error_code text,
  check ((opened_at is null) = (retry_at is null))
);

alter table public.provider_leases enable row level security;
alter table public.provider_circuits enable row level security;
revoke all on public.provider_leases, public.provider_circuits from anon, authenticated;

-- Asks for a place. Null limits do not count. Returns one of
--   {"state": "entered", "lease", "isProbe"} · {"state": "full", "waitMs": until the minute has room, or null}
--   {"state": "open", "waitMs": until one call may try; null while one is trying}
create function public.enter_provider(
  p_provider text, p_call_id text, p_concurrency integer, p_per_minute integer, p_lease_ms integer
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_now timestamptz;
  v_circuit public.provider_circuits;
  v_is_probe boolean := false;
  v_place timestamptz;
  v_lease uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended('provider ' || p_provider, 0));
  v_now := clock_timestamp();
  delete from public.provider_leases
  where provider = p_provider and taken_at < v_now - interval '1 minute' and (left_at is not null or expires_at <= v_now);

  select * into v_circuit from public.provider_circuits where provider = p_provider;
  if v_circuit.opened_at is not null then
    if v_circuit.retry_at > v_now then
      return jsonb_build_object('state', 'open', 'waitMs', ceil(extract(epoch from v_circuit.retry_at - v_now) * 1000));
    end if;
    if exists (
      select 1 from public.provider_leases where id = v_circuit.probe_lease and left_at is null and expires_at > v_now
    ) then
      return jsonb_build_object('state', 'open', 'waitMs', null);
    end if;
    v_is_probe := true;
  end if;

  if p_concurrency is not null and p_concurrency <= (
    select count(*) from public.provider_leases where provider = p_provider and left_at is null and expires_at > v_now
  ) then
    return jsonb_build_object('state', 'full', 'waitMs', null);
  end if;
  -- With a limit of n, the nth newest call must be a minute old.
  if p_per_minute is not null then
    select taken_at into v_place from public.provider_leases
    where provider = p_provider and taken_at > v_now - interval '1 minute'
    order by taken_at desc offset greatest(p_per_minute, 1) - 1 limit 1;
    if found then
      return jsonb_build_object('state', 'full', 'waitMs', ceil(extract(epoch from v_place + interval '1 minute' - v_now) * 1000));
    end if;
  end if;

  insert into public.provider_leases (provider, call_id, taken_at, expires_at)
  values (p_provider, p_call_id, v_now, v_now + p_lease_ms * interval '1 millisecond')
  returning id into v_lease;
  if v_is_probe then
    update public.provider_circuits set probe_lease = v_lease where provider = p_provider;
  end if;
  return jsonb_build_object('state', 'entered', 'lease', v_lease, 'isProbe', v_is_probe);
end;
$$;

-- Those who still work say so; one that had expired meanwhile counts again.
create function public.renew_provider_leases(p_leases uuid[], p_lease_ms integer) returns void
language sql set search_path = '' as $$
  update public.provider_leases set expires_at = clock_timestamp() + p_lease_ms * interval '1 millisecond'
  where id = any (p_leases) and left_at is null;
$$;

-- Gives a place back and counts how the call ended: 'answered', 'failed', or 'neutral' when it says nothing about the
-- service. p_threshold failures in a row open the circuit; a try that fails doubles the pause. Of calls that were under way
-- when it opened, the failed ones change nothing. Returns {"change": "opened" | "closed" | null, "pauseMs", "failures"}.
create function public.leave_provider(
  p_lease uuid, p_outcome text, p_error_code text, p_threshold integer, p_pause_ms bigint, p_longest_pause_ms bigint
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_now timestamptz;
  v_provider text;
  v_circuit public.provider_circuits;
  v_pause bigint;
begin
  select provider into v_provider from public.provider_leases where id = p_lease;
  if not found then
    return jsonb_build_object('change', null, 'pauseMs', 0, 'failures', 0);
  end if;
  perform pg_advisory_xact_lock(hashtextextended('provider ' || v_provider, 0));
  v_now := clock_timestamp();
  update public.provider_leases set left_at = v_now where id = p_lease and left_at is null;
  if not found or p_outcome = 'neutral' then
    return jsonb_build_object('change', null, 'pauseMs', 0, 'failures', 0);
  end if;
  insert into public.provider_circuits (provider) values (v_provider) on conflict (provider) do nothing;
  select * into v_circuit from public.provider_circuits where provider = v_provider;

  if p_outcome = 'answered' then
    update public.provider_circuits set failures = 0, opened_at = null, retry_at = null, pause_ms = 0, probe_lease = null, error_code = null
    where provider = v_provider;
    return jsonb_build_object(
      'change', case when v_circuit.opened_at is not null then 'closed' end, 'pauseMs', 0, 'failures', 0);
  end if;

  v_pause := case
    when v_circuit.opened_at is null and v_circuit.failures + 1 >= p_threshold then p_pause_ms
    when v_circuit.probe_lease = p_lease then least(v_circuit.pause_ms * 2, p_longest_pause_ms)
  end;
  update public.provider_circuits set
    failures = failures + 1,
    error_code = p_error_code,
    opened_at = case when v_pause is null then opened_at else coalesce(opened_at, v_now) end,
    retry_at = case when v_pause is null then retry_at else v_now + v_pause * interval '1 millisecond' end,
    pause_ms = coalesce(v_pause, pause_ms),
    probe_lease = case when v_pause is null then probe_lease end
  where provider = v_provider;
  return jsonb_build_object(
    'change', case when v_pause is not null then 'opened' end, 'pauseMs', coalesce(v_pause, 0), 'failures', v_circuit.failures + 1);
end;
$$;

-- Every service that was called lately or keeps failing.
create function public.read_provider_gates()
returns table (provider text, circuit text, failures integer, opened_at timestamptz, retry_at timestamptz, error_code text, calls_under_way bigint)
language sql stable set search_path = '' as $$
  with
    held as (
      select l.provider, count(*) filter (where l.left_at is null and l.expires_at > clock_timestamp()) as calls
      from public.provider_leases l group by l.provider
    )
  select coalesce(c.provider, h.provider),
    case when c.opened_at is null then 'closed' when c.retry_at > clock_timestamp() then 'open' else 'half-open' end,
    coalesce(c.failures, 0), c.opened_at, c.retry_at, c.error_code, coalesce(h.calls, 0)
  from public.provider_circuits c full join held h on h.provider = c.provider
  order by 1;
$$;

revoke execute on function public.enter_provider(text, text, integer, integer, integer) from public, anon, authenticated;
revoke execute on function public.renew_provider_leases(uuid[], integer) from public, anon, authenticated;
revoke execute on function public.leave_provider(uuid, text, text, integer, bigint, bigint) from public, anon, authenticated;
revoke execute on function public.read_provider_gates() from public, anon, authenticated;
grant execute on function public.enter_provider(text, text, integer, integer, integer) to service_role;
grant execute on function public.renew_provider_leases(uuid[], integer) to service_role;
grant execute on function public.leave_provider(uuid, text, text, integer, bigint, bigint) to service_role;
grant execute on function public.read_provider_gates() to service_role;
