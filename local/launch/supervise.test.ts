import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { LaunchError } from './plan.ts';
import { assertPortFree, isListening } from './ports.ts';
import { type SupervisedChild, superviseChild } from './supervise.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'storyloom-supervise-'));
const children: SupervisedChild[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) await child.stop();
});

function supervise(name: string, source: string): SupervisedChild {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, source);
  const child = superviseChild({ name, file, environment: process.env, pidDir: folder, log: () => {} });
  children.push(child);
  return child;
}
const readPid = (name: string) => Number(readFileSync(path.join(folder, `${name}.pid`), 'utf8'));
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; waited < 10_000 && !condition(); waited += 20) await sleep(20);
  expect(condition()).toBe(true);
}

describe('a supervised child', () => {
  test('is started again when it is killed', async () => {
    const child = supervise('steady', 'process.send({type: "ready"}); setInterval(() => {}, 1000);');
    await child.ready;
    const first = readPid('steady');
    process.kill(first, 'SIGKILL');
    await until(() => existsSync(path.join(folder, 'steady.pid')) && readPid('steady') !== first);
    expect(isAlive(readPid('steady'))).toBe(true);
  });

  test('is ended by stop, and stays ended', async () => {
    const child = supervise('polite', 'process.send({type: "ready"}); setInterval(() => {}, 1000);');
    await child.ready;
    const pid = readPid('polite');
    await child.stop();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(path.join(folder, 'polite.pid'))).toBe(false);
  });

  test('that says it cannot work is not tried again', async () => {
    const child = supervise('fatal', 'process.exit(78);');
    await expect(child.ready).rejects.toThrow(LaunchError);
  });
});

describe('a port', () => {
  test('that is taken is named with the variable that moves it', async () => {
    const server = net.createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as net.AddressInfo;
    expect(await isListening(port)).toBe(true);
    await expect(assertPortFree(port, 'PORT', 'the web server')).rejects.toThrow(
      `Port ${port} is already in use`,
    );
    server.close();
    await once(server, 'close');
    await expect(assertPortFree(port, 'PORT', 'the web server')).resolves.toBeUndefined();
  });
});
