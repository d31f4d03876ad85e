-- What a model answered is kept as it came, so that a retry reads it instead of asking again: nothing has looked at it yet. Its
-- owner gets it as a story, after the guardrails; the estimate and the price are bookkeeping. A new column is closed until it
-- is granted here.
revoke select on public.model_calls from anon, authenticated;
grant select (
  id, owner_id, job_id, story_id, step, modality, provider, model, request_hash, attempt, status, is_answered, is_cached,
  provider_id, asset_id, units, reserved_micros, cost_micros, counted_micros, error_code, error_message, retry_after_seconds,
  created_at, finished_at
) on public.model_calls to authenticated;
