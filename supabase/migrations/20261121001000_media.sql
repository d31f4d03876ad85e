-- One sound file of the whole story, one moving clip of each scene, and the hash of every file, so that a client can keep
-- copies and know that they are whole.

alter type public.asset_kind add value 'audio';

-- SHA-256 (hex) of the file's bytes; null for files that were stored before, until somebody asks.
alter table public.assets add column sha256 text;

alter table public.stories
  add column audio_asset_id uuid references public.assets (id) on delete set null;
alter table public.scenes
  add column clip_asset_id uuid references public.assets (id) on delete set null;
