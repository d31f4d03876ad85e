-- A scene filmed by a video model: what the provider delivered, without our sound. Film and clip are made from it.
alter type public.asset_kind add value 'video';

alter table public.scenes
  add column video_asset_id uuid references public.assets (id) on delete set null;
