import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LocalSecrets } from '../secrets.ts';
import type { Sql } from '../supabase/connection.ts';
import type { ObjectFiles } from './object-files.ts';
import { createUrlSigner } from './signed-url.ts';
import { StorageError } from './storage-error.ts';
import { answerStorageRequest } from './storage-routes.ts';

const SKIP_BODY_MS = 10_000;

/**
 * The storage API under `/storage/v1`, as far as supabase-js uses it for objects: rows and row level security in
 * `storage.objects`, bytes in a directory. (lite's own storage does not understand supabase-js 2.119.)
 */
export function createStorageHandler(options: {
  sql: Sql;
  secrets: LocalSecrets;
  files: ObjectFiles;
}): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const context = { ...options, signer: createUrlSigner(options.secrets.jwtSecret) };
  return async (request, response) => {
    try {
      await answerStorageRequest(context, request, response);
    } catch (error) {
      await refuse(request, response, error);
    }
  };
}

async function refuse(request: IncomingMessage, response: ServerResponse, error: unknown): Promise<void> {
  if (response.headersSent || (request.destroyed && !request.complete)) {
    // Half an answer cannot become an error, and a client that left in the middle of an upload hears none.
    response.destroy();
    return;
  }
  if (!(error instanceof StorageError)) throw error;
  await skipBody(request);
  for (const name of response.getHeaderNames())
    if (!name.startsWith('access-control-')) response.removeHeader(name);
  response.writeHead(error.httpStatus, {
    'content-type': 'application/json; charset=utf-8',
    ...(!request.complete && { connection: 'close' }),
  });
  response.end(request.method === 'HEAD' ? undefined : JSON.stringify(error.toJson()));
}

/** Many clients read no answer before they have sent everything; so the rest is read and forgotten, for a while. */
async function skipBody(request: IncomingMessage): Promise<void> {
  if (request.complete) return;
  request.resume();
  await Promise.race([
    once(request, 'close'),
    once(request, 'end'),
    sleep(SKIP_BODY_MS, undefined, { ref: false }),
  ]);
}
