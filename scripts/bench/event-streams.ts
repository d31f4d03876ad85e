import http from 'node:http';
import { createParser } from 'eventsource-parser';
import { jobEventViewSchema } from '../../lib/story/views.ts';

export type OpenStreams = {
  /** Of every event so far: from the time its row bears to its arrival. */
  delaysMs: () => number[];
  forget: () => void;
  openCount: () => number;
  close: () => void;
};

/** Opens streams of server-sent events and keeps them open; resolves when every one has answered. */
export async function openStreams(sources: { url: string; token: string }[]): Promise<OpenStreams> {
  const agent = new http.Agent({ keepAlive: false, maxSockets: sources.length });
  const requests: http.ClientRequest[] = [];
  let delays: number[] = [];
  let open = 0;
  const openedMs = Date.now();
  await Promise.all(
    sources.map(({ url, token }) => {
      const opened = Promise.withResolvers<void>();
      const request = http.get(url, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
        if (response.statusCode !== 200) {
          opened.reject(new Error(`a stream was answered with ${response.statusCode}`));
          return;
        }
        open += 1;
        const parser = createParser({
          onEvent: ({ data }) => {
            const writtenMs = Date.parse(jobEventViewSchema.parse(JSON.parse(data)).created_at);
            // What was there before the stream was opened says nothing.
            if (writtenMs > openedMs) delays.push(Date.now() - writtenMs);
          },
        });
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => parser.feed(chunk));
        response.on('close', () => {
          open -= 1;
        });
        response.on('error', () => undefined);
        opened.resolve();
      });
      request.on('error', opened.reject);
      requests.push(request);
      return opened.promise;
    }),
  );
  return {
    delaysMs: () => delays,
    forget() {
      delays = [];
    },
    openCount: () => open,
    close() {
      for (const request of requests) request.destroy();
    },
  };
}
