import type { ServerResponse } from 'node:http';

/**
 * How a route tells `server.ts` the length of its body. Next removes Content-Length from what a route answers, because a
 * decoded fetch may have made it wrong; ours is right, and without it a player cannot show how much is loaded, a
 * download has no progress, and HEAD tells nothing.
 */
export const BODY_LENGTH_HEADER = 'x-storyloom-body-length';

/** For `server.ts`, before a response goes to Next: turns our header into Content-Length as the headers are sent. */
export function restoreContentLength(response: ServerResponse): void {
  const writeHead = response.writeHead;
  // Node calls it itself, through the instance, when headers are flushed implicitly.
  response.writeHead = function (this: ServerResponse, ...parameters: unknown[]) {
    const length = this.getHeader(BODY_LENGTH_HEADER);
    if (length !== undefined) {
      this.removeHeader(BODY_LENGTH_HEADER);
      this.setHeader('content-length', String(length));
    }
    return writeHead.apply(this, parameters as Parameters<typeof writeHead>);
  } as typeof writeHead;
}
