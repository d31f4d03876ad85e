-- An address that is told of every story is a grown-up's matter, so endpoints are written by the server alone, which has seen
-- the proof: past it, a child with the account's own token could have made, moved or removed one.
drop policy "own webhooks" on public.webhook_endpoints;
create policy "read own webhooks" on public.webhook_endpoints for select to authenticated
  using ((select auth.uid()) = owner_id);
revoke insert, update, delete, truncate on public.webhook_endpoints from authenticated;
revoke insert (id, owner_id, url, description, event_types) on public.webhook_endpoints from authenticated;
revoke update (url, description, event_types, disabled_at, disabled_reason) on public.webhook_endpoints from authenticated;
