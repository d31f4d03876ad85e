import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** What the server says to one request; a number of bytes in `breakOffAfter` ends the connection in the middle. */
export type Answer = {
  status?: number;
  headers?: Record<string, string>;
  body: string | Uint8Array;
  breakOffAfter?: number;
  /** Waits before answering; for time-outs. */
  delayMs?: number;
  /** Sent one by one instead of the body; `breaksOff` ends the connection after the last. */
  events?: { lines: string[]; everyMs: number; breaksOff: boolean; pause?: Pause };
};
/** Nothing more is sent after so many events before the promise is kept: a test decides what happens in mid-answer. */
export type Pause = { afterEvents: number; until: Promise<void> };
export type RecordedRequest = {
  path: string;
  authorization: string | undefined;
  /** JSON as it came; of a form its fields, files as Blob. */
  body: Record<string, unknown>;
};

export type OpenAIServer = {
  /** For `OPENAI_BASE_URL`. */
  baseUrl: string;
  requests: RecordedRequest[];
  /** Queues an answer; requests take them in order, whatever their path. One without an answer gets a 501. */
  answer: (answer: Answer) => void;
  /** What requests get while nothing is queued. */
  answerOthers: (compose: () => Answer) => void;
  close: () => Promise<void>;
};

/**
 * A local server that speaks OpenAI's wire format: chat completions, responses, pictures, speech and transcription over real HTTP. It
 * answers only what a test has queued, from the fixtures beside it.
 */
export async function startOpenAIServer(): Promise<OpenAIServer> {
  const requests: RecordedRequest[] = [];
  const queue: Answer[] = [];
  let answerOther: (() => Answer) | undefined;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    requests.push({
      path: request.url ?? '',
      authorization: request.headers.authorization,
      body: await readBody(Buffer.concat(chunks), request.headers['content-type'] ?? ''),
    });
    const answer = queue.shift() ??
      answerOther?.() ?? { status: 501, body: '{"error":{"message":"no answer was queued"}}' };
    if (answer.delayMs) await new Promise((resolve) => setTimeout(resolve, answer.delayMs));
    if (answer.events) {
      await sendEvents(response, answer);
      return;
    }
    const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
    response.writeHead(answer.status ?? 200, {
      'content-type': 'application/json',
      'content-length': String(bytes.length),
      ...answer.headers,
    });
    if (answer.breakOffAfter === undefined) response.end(bytes);
    else response.write(bytes.subarray(0, answer.breakOffAfter), () => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    answer: (answer) => queue.push(answer),
    answerOthers: (compose) => {
      answerOther = compose;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function sendEvents(response: ServerResponse, { headers, events }: Answer): Promise<void> {
  if (!events) return;
  response.writeHead(200, headers);
  for (const [index, line] of events.lines.entries()) {
    if (index === events.pause?.afterEvents) await events.pause.until;
    // Whoever asked may have gone.
    if (response.destroyed) return;
    if (events.everyMs > 0) await new Promise((resolve) => setTimeout(resolve, events.everyMs));
    response.write(line);
  }
  if (events.breaksOff) response.destroy();
  else response.end();
}

async function readBody(bytes: Buffer<ArrayBuffer>, contentType: string): Promise<Record<string, unknown>> {
  if (!contentType.startsWith('multipart/form-data')) return JSON.parse(bytes.toString() || '{}');
  const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
  return Object.fromEntries(form);
}

export function readFixture(name: string): string {
  return readFileSync(path.join(import.meta.dirname, 'fixtures', name), 'utf8');
}

/** A fixture with one text put in the place of `"{{content}}"`. */
export function fillFixture(name: string, content: string): string {
  return readFixture(name).replace('"{{content}}"', () => JSON.stringify(content));
}
