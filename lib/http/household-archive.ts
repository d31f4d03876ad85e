import 'server-only';
import { Readable } from 'node:stream';
import { streamZip } from '@/lib/export/zip-stream';
import { listHouseholdEntries } from '@/lib/holdings/household-entries';
import { log } from '@/lib/log';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { buildAttachment } from './media';

/**
 * Everything of a household as one ZIP, made while it is sent: what nobody fetches is not read, and when the reader leaves it
 * ends. Its length is known to nobody before. A failure in the middle breaks the connection, so that half an archive does not
 * pass for a whole one.
 */
export function createHouseholdArchiveResponse(
  request: Request,
  of: { admin: DatabaseClient; ownerId: string; now?: Date },
): Response {
  const { admin, ownerId, now = new Date() } = of;
  const { signal } = request;
  async function* write() {
    try {
      yield* streamZip(listHouseholdEntries(admin, ownerId, { now, signal }), signal);
    } catch (error) {
      if (!signal.aborted) log.error({ err: error, ownerId }, 'the export of a household broke off');
      throw error;
    }
  }
  const body = Readable.toWeb(Readable.from(write(), { objectMode: false }));
  return new Response(body as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': buildAttachment(`storyloom-household-${now.toISOString().slice(0, 10)}.zip`),
      'cache-control': 'private, no-store, no-transform',
    },
  });
}
