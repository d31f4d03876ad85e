-- A story that is deleted leaves its calls, because what was spent stays spent; but none of its words.
create function public.forget_answer() returns trigger language plpgsql set search_path = '' as $$
begin
  new.answer = null;
  return new;
end;
$$;
create trigger model_calls_forget before update of story_id on public.model_calls
  for each row when (old.story_id is not null and new.story_id is null) execute function public.forget_answer();
revoke execute on function public.forget_answer() from public, anon, authenticated;
