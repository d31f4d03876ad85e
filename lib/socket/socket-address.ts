import { z } from 'zod';
import { AppError } from '../errors.ts';

/** What the address of a handshake asks for. `userId` null: the caller's own (`me`). */
export type SocketAddress = {
  userId: string | null;
  /** `latest`: the newest conversation that is still fresh, else a new one. */
  session: 'latest' | 'new' | { id: string };
  /** The number of the last frame the client has; null: only what happens from now on. */
  after: number | null;
  ticket: string | null;
};

const querySchema = z.object({
  session_id: z.union([z.literal('new'), z.uuid()]).nullable(),
  after: z
    .string()
    .regex(/^\d{1,15}$/, 'after is the number of the last frame you have.')
    .transform(Number)
    .nullable(),
  ticket: z.string().max(200).nullable(),
});

/**
 * Reads `/api/conversation/{userId}` or `/conversation/{userId}` with its query.
 *
 * @throws AppError `not_found` for any other address, `invalid_request` for a query that says nothing
 */
export function readSocketAddress(target: string | null): SocketAddress {
  const url = target !== null && URL.canParse(target, 'http://here') ? new URL(target, 'http://here') : null;
  const name = /^(?:\/api)?\/conversation\/([^/]+)\/?$/.exec(url?.pathname ?? '')?.[1];
  if (!url || !name || (name !== 'me' && !z.uuid().safeParse(name).success)) {
    throw new AppError('not_found', 'There is no socket at this address.');
  }
  const parsed = querySchema.safeParse({
    session_id: url.searchParams.get('session_id'),
    after: url.searchParams.get('after'),
    ticket: url.searchParams.get('ticket'),
  });
  if (!parsed.success) {
    throw new AppError('invalid_request', 'The query cannot be read.', {
      fields: parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })),
    });
  }
  const { session_id, after, ticket } = parsed.data;
  return {
    userId: name === 'me' ? null : name.toLowerCase(),
    session: session_id === null ? 'latest' : session_id === 'new' ? 'new' : { id: session_id },
    after,
    ticket,
  };
}
