import path from 'node:path';
import { App } from '@supabase/lite';
import type { PostgresConnection } from '@supabase/lite/postgres';
import type { LocalSecrets } from '../secrets.ts';
import { databaseUnavailable, isDatabaseUnavailable } from './database-refusal.ts';
import type { Mailbox } from './mailbox.ts';
import { SUPABASE_FOLDER } from './migrate-local.ts';

/** Seconds an access token is good for, as on hosted Supabase. */
export const ACCESS_TOKEN_SECONDS = 3_600;
export const MIN_PASSWORD_LENGTH = 6;

/** The REST and auth API. Its settings are those of `supabase/config.toml`. */
export function createLiteApp(options: {
  connection: PostgresConnection;
  secrets: LocalSecrets;
  /** Where this API is reached, for example http://127.0.0.1:54321. */
  url: string;
  /** Where the web application is reached: links in mails lead there. */
  siteUrl: string;
  mailbox: Mailbox;
}): App {
  const { connection, secrets, url, siteUrl, mailbox } = options;
  const app = new App({
    connection,
    api: { schemas: ['public'], max_rows: 1_000, pg_safe_update: true, external_url: url },
    auth: {
      enabled: true,
      jwt_secret: secrets.jwtSecret,
      publishable_key: secrets.publishableKey,
      secret_key: secrets.secretKey,
      jwt_expiry: ACCESS_TOKEN_SECONDS,
      enable_signup: true,
      minimum_password_length: MIN_PASSWORD_LENGTH,
      site_url: siteUrl,
      additional_redirect_urls: [`${siteUrl}/**`],
      email: {
        enable_signup: true,
        enable_confirmations: false,
        double_confirm_changes: false,
        template: {
          confirmation: template('confirmation', 'Confirm your email address'),
          recovery: template('recovery', 'Choose a new password'),
          email_change: template('email_change', 'Confirm your new email address'),
          magic_link: template('magic_link', 'Your sign-in link'),
        },
      },
    },
    storage: { enabled: false },
    studio: { enabled: false },
    options: { drivers: { email: { send: (mail) => mailbox.deliver(mail) } } },
  });
  // Every request first looks up its user; a failure there is not answered by lite, but thrown to its server.
  app.server.onError((error) => {
    if (isDatabaseUnavailable(error)) return databaseUnavailable();
    throw error;
  });
  return app;
}

function template(name: string, subject: string): { subject: string; content_path: string } {
  return { subject, content_path: path.join(SUPABASE_FOLDER, 'templates', `${name}.html`) };
}
