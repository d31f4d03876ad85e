import 'server-only';
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { AppError } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

export const TICKET_SECONDS = 30;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A ticket that opens one socket within 30 s. What is kept cannot be used without it: the row is found by the ticket's hash,
 * and the token in it is sealed (AES-256-GCM) with a key made from the ticket (HKDF, RFC 5869).
 *
 * @param admin callers cannot see this table
 */
export async function createSocketTicket(admin: DatabaseClient, accessToken: string): Promise<string> {
  const ticket = randomBytes(32).toString('base64url');
  const nowMs = Date.now();
  const { error } = await admin.from('socket_tickets').insert({
    ticket_hash: hashTicket(ticket),
    sealed_token: sealToken(accessToken, ticket),
    expires_at: new Date(nowMs + TICKET_SECONDS * 1000).toISOString(),
  });
  if (error) throw databaseError(error);
  const cleaned = await admin.from('socket_tickets').delete().lt('expires_at', new Date(nowMs).toISOString());
  if (cleaned.error) throw databaseError(cleaned.error);
  return ticket;
}

/**
 * The access token a ticket was made for. One statement takes the row away and reads it, so of two who come with one
 * ticket only one gets in.
 *
 * @throws AppError `unauthenticated` for a ticket that was used, has ended or never was
 */
export async function redeemSocketTicket(admin: DatabaseClient, ticket: string): Promise<string> {
  const { data, error } = await admin
    .from('socket_tickets')
    .delete()
    .eq('ticket_hash', hashTicket(ticket))
    .select('sealed_token, expires_at')
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data || Date.parse(data.expires_at) <= Date.now())
    throw new AppError('unauthenticated', 'The ticket was used already, has ended, or never was one.');
  return openToken(data.sealed_token, ticket);
}

function hashTicket(ticket: string): string {
  return createHash('sha256').update(ticket).digest('base64url');
}

function makeKey(ticket: string): Buffer {
  return Buffer.from(hkdfSync('sha256', ticket, '', 'storyloom socket ticket', 32));
}

/** nonce, tag and cipher text as one base64url text. */
export function sealToken(accessToken: string, ticket: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, makeKey(ticket), nonce);
  const sealed = Buffer.concat([cipher.update(accessToken, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @throws AppError `unauthenticated` when it was sealed with another ticket or changed */
export function openToken(sealed: string, ticket: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, makeKey(ticket), bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const opened = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
    return Buffer.concat(opened).toString('utf8');
  } catch (error) {
    throw new AppError('unauthenticated', 'This is no ticket of ours.', { cause: error });
  }
}
