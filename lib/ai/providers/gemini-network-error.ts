import { subscribe } from 'node:diagnostics_channel';

/** Google's package throws away why a request could not be sent; Node's own client tells it here, with the request it was. */
const CHANNEL = 'undici:request:error';
const HEADER = 'x-request-id';
const waiting = new Map<string, { reason?: Error }>();

subscribe(CHANNEL, (message) => {
  const { request, error } = message as { request?: { headers?: unknown }; error?: unknown };
  const headers = Array.isArray(request?.headers) ? request.headers : [];
  const call = waiting.get(headers[headers.indexOf(HEADER) + 1]);
  if (call && error instanceof Error) call.reason = error;
});

/**
 * Does work that sends one request, which must carry the headers it is given. An error without a cause gets the reason of
 * the network as its cause: whether a service was never reached (and so cannot have billed) is read from it.
 */
export async function withNetworkReason<Result>(
  work: (headers: Record<string, string>) => Promise<Result>,
): Promise<Result> {
  const id = crypto.randomUUID();
  const call: { reason?: Error } = {};
  waiting.set(id, call);
  try {
    return await work({ [HEADER]: id });
  } catch (error) {
    if (error instanceof Error && error.cause === undefined && call.reason) error.cause = call.reason;
    throw error;
  } finally {
    waiting.delete(id);
  }
}
