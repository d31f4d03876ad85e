-- One private bucket. The first folder of an object's path is its owner, and that is the whole rule.
insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
values ('media', 'media', false, 524288000, array[
  'image/png', 'image/jpeg', 'image/webp', 'audio/wav', 'audio/mpeg', 'audio/mp4', 'video/mp4', 'text/vtt', 'application/octet-stream'
])
on conflict (id) do nothing;

create policy "read own media" on storage.objects for select to authenticated
  using (bucket_id = 'media' and (storage.foldername(name))[1] = (select auth.uid())::text);
