-- Run after the migrations by `npm run db:reset` and by the Supabase command line: an account to try things with on a
-- development machine. Sign in as demo@example.com with the password storyloom. Never run it on a public project.
insert into auth.users (
  id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at,
  -- The hosted auth service cannot read a user whose tokens are null.
  confirmation_token, recovery_token, email_change, email_change_token_new, email_change_token_current
) values (
  '00000000-0000-4000-8000-000000000001', 'authenticated', 'authenticated', 'demo@example.com',
  '$2b$10$Vq0SqH2R92XaX63Mma.QZOQqZrJ64Dvp.Qswt9V4vEXWTeAuU6YjO', now(),
  '{"provider": "email", "providers": ["email"]}', '{"display_name": "Demo"}', now(), now(), '', '', '', '', ''
) on conflict (id) do nothing;

insert into auth.identities (id, user_id, provider, provider_id, identity_data, last_sign_in_at, created_at, updated_at)
values (
  '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'email',
  '00000000-0000-4000-8000-000000000001',
  '{"sub": "00000000-0000-4000-8000-000000000001", "email": "demo@example.com", "email_verified": true}',
  now(), now(), now()
) on conflict (provider, provider_id) do nothing;
