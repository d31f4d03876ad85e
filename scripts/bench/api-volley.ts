import autocannon from 'autocannon';

export type Volley = {
  answered: number;
  /** Other statuses than 2xx, and connections that broke. */
  refused: number;
  seconds: number;
  latenciesMs: number[];
  /** Mean of each part of the `Server-Timing` header. */
  timingMs: Map<string, number>;
};

/** Asks for these paths by turns over so many connections, each as fast as it is answered. */
export async function fire(options: {
  url: string;
  token: string;
  paths: string[];
  connections: number;
  seconds: number;
}): Promise<Volley> {
  const latenciesMs: number[] = [];
  const sums = new Map<string, { ms: number; count: number }>();
  const result = await autocannon({
    url: options.url,
    connections: options.connections,
    duration: options.seconds,
    headers: { authorization: `Bearer ${options.token}` },
    requests: options.paths.map((path) => ({ path })),
    setupClient(client) {
      client.on('response', (_status, _bytes, durationMs) => latenciesMs.push(durationMs));
      client.on('headers', ({ headers }) => addTimings(sums, readHeader(headers, 'server-timing')));
    },
  });
  return {
    answered: result['2xx'],
    refused: result.non2xx + result.errors,
    seconds: result.duration,
    latenciesMs,
    timingMs: new Map([...sums].map(([part, { ms, count }]) => [part, ms / count])),
  };
}

/** Headers as they came: name, value, name, value. */
function readHeader(headers: unknown, name: string): string {
  if (!Array.isArray(headers)) return '';
  const index = headers.findIndex((entry, at) => at % 2 === 0 && String(entry).toLowerCase() === name);
  return index === -1 ? '' : String(headers[index + 1]);
}

/** `auth;dur=1.2, handle;dur=3.4` */
function addTimings(sums: Map<string, { ms: number; count: number }>, header: string): void {
  for (const [, part = '', ms] of header.matchAll(/([\w-]+);dur=([\d.]+)/g)) {
    const sum = sums.get(part) ?? { ms: 0, count: 0 };
    sums.set(part, { ms: sum.ms + Number(ms), count: sum.count + 1 });
  }
}
