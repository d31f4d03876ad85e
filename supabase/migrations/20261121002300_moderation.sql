-- A model that judges texts is called within the ledger like any other. Its answers are numbers, never the texts.
alter table public.model_calls drop constraint model_calls_modality_check;
alter table public.model_calls add constraint model_calls_modality_check
  check (modality in ('text', 'chat', 'dossier', 'picture', 'speech', 'video', 'transcription', 'moderation'));
