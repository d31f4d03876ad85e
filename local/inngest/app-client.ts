import http from 'node:http';
import https from 'node:https';
import { signBody } from './signature.ts';

export type AppAnswer = { status: number; headers: http.IncomingHttpHeaders; body: string };

/**
 * The app gave no answer. `refused`: the request was never delivered, so nothing ran. `interrupted`: the connection
 * broke afterwards, and a step may or may not have run.
 */
export class AppUnreachable extends Error {
  readonly kind: 'refused' | 'interrupted';

  constructor(kind: 'refused' | 'interrupted', cause: unknown) {
    super(`the app did not answer (${kind})`, { cause });
    this.name = 'AppUnreachable';
    this.kind = kind;
  }
}

const NOT_DELIVERED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

// A kept-alive socket could be closed by the app at the moment of the next request, which looks like a crash.
const agents = {
  'http:': new http.Agent({ keepAlive: false }),
  'https:': new https.Agent({ keepAlive: false }),
};

const kindOf = (error: Error): 'refused' | 'interrupted' =>
  'code' in error && NOT_DELIVERED.has(String(error.code)) ? 'refused' : 'interrupted';

/**
 * Sends one signed (when there is a key) JSON request to the app. There is no time-out: a step may take many minutes,
 * and undici's fetch would give up after five.
 * @throws AppUnreachable
 */
export function requestApp(
  method: 'PUT' | 'POST',
  url: URL,
  body: unknown,
  options: { signingKey: string | undefined; headers?: Record<string, string> },
): Promise<AppAnswer> {
  const { signingKey } = options;
  const text = JSON.stringify(body);
  const headers: Record<string, string | number> = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    'x-inngest-server-kind': signingKey ? 'cloud' : 'dev',
    ...options.headers,
  };
  if (signingKey) {
    headers['x-inngest-signature'] = signBody(body, signingKey, Math.floor(Date.now() / 1000));
  }
  const secure = url.protocol === 'https:';
  const agent = agents[secure ? 'https:' : 'http:'];
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(url, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > MAX_ANSWER_BYTES)
          response.destroy(new Error(`answer larger than ${MAX_ANSWER_BYTES} bytes`));
      });
      response.on('error', (error) => reject(new AppUnreachable('interrupted', error)));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.on('error', (error) => reject(new AppUnreachable(kindOf(error), error)));
    request.end(text);
  });
}
