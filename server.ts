import { createServer, Server } from 'node:http';
import path from 'node:path';
import next from 'next';
import { logModelWarnings } from './lib/ai/log-model-warnings.ts';
import { getEnv } from './lib/env.ts';
import { removeStaleWorkDirs } from './lib/film/work-dir.ts';
import { answerPreflight } from './lib/http/answer-preflight.ts';
import { toApiAddress } from './lib/http/api-address.ts';
import { restoreContentLength } from './lib/http/body-length.ts';
import { replaceForwardedHeaders } from './lib/http/forwarded-headers.ts';
import { createPackedAssets } from './lib/http/packed-assets.ts';
import { explainRefusedMethod, readTarget, refuseUnreadable } from './lib/http/plain-refusals.ts';
import { createSocketBridge } from './lib/socket/create-socket-bridge.ts';
import { getLoopbackOrigin } from './lib/socket/own-origin.ts';

/**
 * The web process: hands HTTP to Next and sockets to the bridge. It holds no state, so any number of them can run, and one
 * that is killed loses nothing: the queue calls the unfinished step again.
 */
const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? '127.0.0.1';
const isDevelopment = process.env.NODE_ENV !== 'production';
logModelWarnings();

const server = createServer();
// In development Next adds its own `upgrade` listener to the server it is given: it gets one that never listens, and the
// hot-reload sockets are handed over below, so that our own upgrades stay ours.
const nextServer = new Server();
const app = next({
  dev: isDevelopment,
  dir: import.meta.dirname,
  hostname: host,
  port,
  httpServer: nextServer,
});
await app.prepare();
const handleRequest = app.getRequestHandler();

// A web process that was killed while it rendered has left its files behind.
await removeStaleWorkDirs();

const { trustedProxies, publicUrl } = getEnv();
const bridge = createSocketBridge({
  getOrigin: () => getLoopbackOrigin(server.address()),
  publicUrl,
  trustsProxy: trustedProxies > 0,
});
const packedAssets = createPackedAssets(path.join(import.meta.dirname, '.next/static'));
server.on('request', (request, response) => {
  if (refuseUnreadable(request, response) || answerPreflight(request, response)) return;
  // In development files change under the same name.
  if (!isDevelopment && packedAssets.answer(request, response)) return;
  request.url = toApiAddress(request.method ?? 'GET', request.url ?? '/', request.headers);
  explainRefusedMethod(request, response);
  replaceForwardedHeaders(request, trustedProxies);
  restoreContentLength(response);
  void handleRequest(request, response);
});
server.on('upgrade', (request, socket, head) => {
  const target = readTarget(request.url ?? '/');
  if (isDevelopment && target?.startsWith('/_next/') && nextServer.emit('upgrade', request, socket, head))
    return;
  bridge.handleUpgrade(request, socket, head);
});
// For a request to arrive whole, not for its answer, which may take minutes: a client that stops halfway is let go.
server.requestTimeout = 60_000;

const FATAL_EXIT_CODE = 78;
server.on('error', (error: NodeJS.ErrnoException) => {
  console.error(
    error.code === 'EADDRINUSE' ? `Port ${port} is already in use. Choose another one with PORT=…` : error,
  );
  process.exit(FATAL_EXIT_CODE);
});
server.listen(port, host, () => {
  process.send?.({ type: 'ready' });
  // Loading them and reading their word lists takes a third of a second: not while the first answer is waited for. The guard
  // is in Next's bundle, where only a request comes to.
  void import('compromise').then(({ default: nlp }) => nlp('A fox lives here.').json());
  fetch(new URL('/health', getLoopbackOrigin(server.address()))).catch((error: unknown) =>
    console.error('The first question to ourselves was not answered:', error),
  );
});

let stopping = false;
function stop() {
  if (stopping) return;
  stopping = true;
  bridge.close();
  server.close();
  server.closeAllConnections();
  void app.close().finally(() => process.exit(0));
  setTimeout(() => process.exit(0), 4_000).unref();
}
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
// Started by a launcher that is gone: nobody would ever stop us.
process.once('disconnect', stop);
