import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findLiveServer, isProcessAlive, removeStalePidFile } from './live-server.ts';

let clusterDir: string;
beforeEach(() => {
  clusterDir = mkdtempSync(path.join(tmpdir(), 'storyloom-cluster-'));
});
afterEach(() => rmSync(clusterDir, { recursive: true, force: true }));

const pidFile = () => path.join(clusterDir, 'postmaster.pid');
const writePidFile = (pid: number, status: string) =>
  writeFileSync(pidFile(), `${pid}\n${clusterDir}\n1\n5555\n\n127.0.0.1\n 1 2\n${status}\n`);

async function findDeadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

test('no pid file, no server', () => {
  expect(findLiveServer(clusterDir)).toBeNull();
});

test('a server of this directory is found with its port, and whether it is ready', () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', '--', '-D', clusterDir]);
  try {
    writePidFile(child.pid ?? 0, 'starting');
    expect(findLiveServer(clusterDir)).toEqual({ pid: child.pid, port: 5555, isReady: false });
    writePidFile(child.pid ?? 0, 'ready   ');
    expect(findLiveServer(clusterDir)).toEqual({ pid: child.pid, port: 5555, isReady: true });
    removeStalePidFile(clusterDir);
    expect(existsSync(pidFile())).toBe(true);
  } finally {
    child.kill();
  }
});

test('the pid of another program is not our server, and its pid file goes', () => {
  writePidFile(process.pid, 'ready');
  expect(findLiveServer(clusterDir)).toBeNull();
  removeStalePidFile(clusterDir);
  expect(existsSync(pidFile())).toBe(false);
});

test('the pid file of a process that is gone is left for Postgres to judge', async () => {
  writePidFile(await findDeadPid(), 'ready');
  expect(findLiveServer(clusterDir)).toBeNull();
  removeStalePidFile(clusterDir);
  expect(existsSync(pidFile())).toBe(true);
});

test('neither nonsense nor the dead are alive', async () => {
  for (const pid of [Number.NaN, 0, -1, await findDeadPid()]) expect(isProcessAlive(pid)).toBe(false);
  expect(isProcessAlive(process.pid)).toBe(true);
});
