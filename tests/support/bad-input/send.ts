import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';

/** What goes over the wire, to the byte: `fetch` would tidy up addresses and refuse headers. */
export type Sent = {
  method: string;
  /** As it stands in the request line. */
  target: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
};

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

/** Longer than any answer here may take, also on a busy machine. */
const TIMEOUT_MS = 45_000;
const agent = new Agent({ keepAlive: true, maxSockets: 24 });

/**
 * @param from our end's address: limits of strangers are counted by address, and all of 127.0.0.0/8 is this machine
 * @throws when there is no answer in time
 */
export function send(
  url: string,
  { method, target, headers = {}, body }: Sent,
  from?: string,
): Promise<Answer> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({
      host: '127.0.0.1',
      port,
      method,
      path: '/',
      agent,
      ...(from && { localAddress: from }),
      headers: {
        host: new URL(url).host,
        ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
        ...headers,
      },
    });
    // Set here: the constructor refuses some of what a hostile client sends.
    request.path = target;
    const timer = setTimeout(() => request.destroy(new Error(`no answer in ${TIMEOUT_MS} ms`)), TIMEOUT_MS);
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      const finish = () => {
        clearTimeout(timer);
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        });
      };
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', finish);
      response.on('error', finish);
      // A stream of events goes on for as long as its job: that it was opened is all there is to know.
      if (String(response.headers['content-type']).startsWith('text/event-stream')) {
        finish();
        request.destroy();
      }
    });
    request.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    // A body that says it is longer than it is: the rest never comes.
    if (Number(headers['content-length']) > Buffer.byteLength(body ?? '')) request.write(body ?? '');
    else request.end(body);
  });
}

/** Every item through `work`, so many at a time. */
export async function forEachOf<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}
