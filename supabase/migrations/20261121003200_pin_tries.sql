-- As before (002400), but each five wrong ones in a row lock for twice as long as the five before: 15 minutes, 30, an hour, at
-- most six. Five tries each quarter of an hour were 480 a day, and a PIN of four digits would have lasted three weeks.
create or replace function public.begin_pin_try(p_owner uuid) returns jsonb
language plpgsql set search_path = '' as $$
declare
  v_pin public.household_pins;
begin
  select * into v_pin from public.household_pins where owner_id = p_owner for update;
  if not found then
    return '{}'::jsonb;
  end if;
  if v_pin.locked_until > clock_timestamp() then
    return jsonb_build_object('lockedSeconds', ceil(extract(epoch from v_pin.locked_until - clock_timestamp())));
  end if;
  v_pin.tries := v_pin.tries + 1;
  update public.household_pins set tries = v_pin.tries,
    locked_until = case when v_pin.tries % 5 = 0 then
      clock_timestamp() + least(interval '15 minutes' * power(2, least(v_pin.tries / 5 - 1, 10)), interval '6 hours') end
  where owner_id = p_owner;
  return jsonb_build_object('pinHash', v_pin.pin_hash, 'version', v_pin.version);
end;
$$;
