import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { RouteAnswer, RouteCall } from './serve-routes.ts';

export type RouteProcess = {
  /** Calls one route's handler, as Next would. */
  call: (
    route: string,
    options: {
      method?: string;
      path?: string;
      headers?: Record<string, string>;
      body?: Uint8Array | object;
      params?: Record<string, string>;
    },
  ) => Promise<Response>;
  /** Everything it has printed: its log. */
  output: () => string;
  stop: () => Promise<void>;
};

/** Routes in a process of their own (serve-routes.ts), with these variables and no others of ours. */
export async function startRouteProcess(environment: Record<string, string>): Promise<RouteProcess> {
  const child: ChildProcess = fork(path.join(import.meta.dirname, 'serve-routes.ts'), {
    cwd: path.resolve(import.meta.dirname, '../..'),
    execPath: path.resolve(import.meta.dirname, '../../node_modules/.bin/node'),
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'test', ...environment },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString('latin1');
    });
  }
  const next = async <Message>(): Promise<Message> => {
    const heard = new AbortController();
    const { signal } = heard;
    const said = await Promise.race([
      once(child, 'message', { signal }).then(([message]) => message as Message),
      once(child, 'exit', { signal }).then(() => null),
    ]).finally(() => heard.abort());
    if (said === null) throw new Error(`The routes' process ended:\n${output}`);
    return said;
  };
  await next();
  return {
    async call(route, { method = 'GET', path: address = `/${route}`, headers = {}, body, params = {} }) {
      const isBytes = body instanceof Uint8Array;
      const bytes = body === undefined ? null : isBytes ? body : Buffer.from(JSON.stringify(body));
      const call: RouteCall = {
        route,
        method,
        url: `http://localhost:3999${address}`,
        headers: {
          ...(body !== undefined && !isBytes && { 'content-type': 'application/json' }),
          ...headers,
        },
        body: bytes === null ? null : Buffer.from(bytes).toString('base64'),
        params,
      };
      child.send(call);
      const answer = await next<RouteAnswer>();
      const hasBody = ![204, 304].includes(answer.status);
      return new Response(hasBody ? Buffer.from(answer.body, 'base64') : null, {
        status: answer.status,
        headers: answer.headers,
      });
    },
    output: () => output,
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
