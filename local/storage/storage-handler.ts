import type { IncomingMessage, ServerResponse } from 'node:http';
export async function createStorageHandler(_: unknown) {
  return (request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(404).end();
  };
}
