import { once } from 'node:events';
import net from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { waitForPort } from './wait-for-port.ts';

const open: (net.Server | net.Socket)[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each instanceof net.Socket ? each.destroy() : each.close();
});

async function listen(): Promise<{ server: net.Server; port: number }> {
  // A client of these tests ends its connection by a reset.
  const server = net.createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
  open.push(server);
  await once(server, 'listening');
  return { server, port: (server.address() as net.AddressInfo).port };
}

test('a free port needs no waiting', async () => {
  const { server, port } = await listen();
  server.close();
  await once(server, 'close');
  await expect(waitForPort(port, 'it', 'IT_PORT')).resolves.toBeUndefined();
});

test('a port with a listener is refused with the port and the variable', async () => {
  const { port } = await listen();
  await expect(waitForPort(port, 'the kettle', 'KETTLE_PORT')).rejects.toMatchObject({
    code: 'misconfigured',
    message: `Port ${port} is used by another program, so the kettle cannot start. Stop that program, or set KETTLE_PORT to a free port.`,
  });
});

test.runIf(process.platform === 'linux')(
  'a port that is only the near end of an outgoing connection is waited for',
  async () => {
    const { port: farPort } = await listen();
    // The system chooses the near end, as it does for every connection to a database.
    const outgoing = net.connect({ port: farPort, host: '127.0.0.1' });
    open.push(outgoing);
    await once(outgoing, 'connect');
    const port = outgoing.localPort ?? 0;
    let isFree = false;
    const waiting = waitForPort(port, 'it', 'IT_PORT').then(() => {
      isFree = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(isFree).toBe(false);
    // Reset, so that nothing lingers.
    outgoing.resetAndDestroy();
    await waiting;
    expect(isFree).toBe(true);
  },
);
