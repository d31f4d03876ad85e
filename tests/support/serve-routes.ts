import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { allowNextImports } from '../../scripts/graph/next-imports.ts';

/**
 * Route handlers in a process of their own, without Next and without a build: their log is this process's output, their
 * files are where its variables say. Answers `RouteCall` messages with `RouteAnswer` messages, one after the other.
 */
export type RouteCall = {
  /** Of the route's file, below `app/`: `api/v1/household`. */
  route: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
  params: Record<string, string>;
};
/** Bodies are base64. */
export type RouteAnswer = { status: number; headers: [string, string][]; body: string };

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

allowNextImports();
const app = path.resolve(import.meta.dirname, '../../app');

process.on('message', (call: RouteCall) => void answer(call));
process.on('disconnect', () => process.exit(0));
process.send?.('ready');

async function answer(call: RouteCall): Promise<void> {
  const file = pathToFileURL(path.join(app, call.route, 'route.ts')).href;
  const handlers = (await import(file)) as Record<string, Handler | undefined>;
  const handle = handlers[call.method];
  if (!handle) throw new Error(`${call.route} has no ${call.method}`);
  const body = call.body === null ? {} : { body: Buffer.from(call.body, 'base64') };
  const request = new Request(call.url, { method: call.method, headers: call.headers, ...body });
  const response = await handle(request, { params: Promise.resolve(call.params) });
  const said: RouteAnswer = {
    status: response.status,
    headers: [...response.headers],
    body: Buffer.from(await response.arrayBuffer()).toString('base64'),
  };
  process.send?.(said);
}
