import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import Redis from 'ioredis';
import { RateLimiterRes } from 'rate-limiter-flexible';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startRedisFixture } from '@/tests/fixtures/redis-server';
import { createRedisLimiter, createRedisStore } from './limit-stores';

type Server = { url: string; close: () => Promise<void> };

/** A real Redis where the machine has one (`apt-get install redis-server`): npm has none that runs offline. */
function findRedis(): string | undefined {
  try {
    return execFileSync('sh', ['-c', 'command -v redis-server || command -v valkey-server'])
      .toString()
      .trim();
  } catch {
    return undefined;
  }
}

async function startRealRedis(path: string): Promise<Server> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  const child = spawn(path, [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
  ]);
  for await (const chunk of child.stdout) if (String(chunk).includes('Ready to accept')) break;
  return {
    url: `redis://127.0.0.1:${port}`,
    async close() {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

const real = findRedis();
const servers: [string, () => Promise<Server>][] = [
  ['its wire format', startRedisFixture],
  ...(real ? [['a real Redis', () => startRealRedis(real)] as [string, () => Promise<Server>]] : []),
];

describe.each(servers)('limits counted in Redis, over %s', (_name, start) => {
  let server: Server;
  let clients: Redis[];
  beforeAll(async () => {
    server = await start();
    clients = [new Redis(server.url), new Redis(server.url)];
  });
  afterAll(async () => {
    for (const client of clients) client.disconnect();
    await server.close();
  });

  it('are one count for all web instances, and refuse beyond it', async () => {
    const options = { name: 'guests', points: 3, durationSeconds: 60 };
    const limiters = clients.map((client) => createRedisLimiter(client, options));
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, (_, index) => limiters[index % 2]?.consume('10.0.0.1')),
    );
    expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(3);
    for (const answer of answers) {
      const result = answer.status === 'fulfilled' ? answer.value : answer.reason;
      expect(result).toBeInstanceOf(RateLimiterRes);
      expect(result.msBeforeNext).toBeGreaterThan(50_000);
    }
    expect((await limiters[0]?.consume('10.0.0.2'))?.remainingPoints).toBe(2);
  });

  it('take many counted uses at once, and tell everybody’s sum', async () => {
    const [first, second] = clients.map((client) => createRedisStore(client, 60));
    await first?.add(new Map([['ada', 7]]));
    const answer = await second?.add(
      new Map([
        ['ada', 5],
        ['ben', 1],
      ]),
    );
    expect(answer?.get('ada')?.points).toBe(12);
    expect(answer?.get('ben')?.points).toBe(1);
    expect(answer?.get('ada')?.msBeforeNext).toBeGreaterThan(50_000);
  });
});
