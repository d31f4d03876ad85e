import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { startApp } from '../support/start-app.ts';

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '../..');

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

function isListening(url: string): Promise<boolean> {
  const { port } = new URL(url);
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

async function runStart(environment: Record<string, string>): Promise<{ code: number; output: string }> {
  try {
    const { stdout, stderr } = await run(process.execPath, ['local/start.ts'], {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      timeout: 30_000,
    });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

describe('npm start', () => {
  test('keeps its keys to itself, says when a port is taken, and stops everything it started', async () => {
    const app = await startApp();
    try {
      const secrets = await stat(path.join(app.dataDir, 'secrets.json'));
      expect(secrets.mode & 0o777).toBe(0o600);

      const { port } = new URL(app.url);
      const second = await runStart({ PORT: port, STORYLOOM_DATA_DIR: app.dataDir });
      expect(second.code).toBe(1);
      expect(second.output).toContain(`Port ${port} is already in use`);
      expect(second.output).not.toContain('    at ');
      expect((await fetch(app.url)).status).toBe(200);

      const names = ['web', 'supabase', 'inngest', 'postgres'] as const;
      const pids = await Promise.all(names.map((name) => app.pidOf(name)));
      expect(pids.map(isAlive)).toEqual([true, true, true, true]);
      await app.end('SIGTERM');
      for (let waited = 0; waited < 5_000 && pids.some(isAlive); waited += 50) await sleep(50);
      expect(pids.map(isAlive)).toEqual([false, false, false, false]);
      expect(await isListening(app.url)).toBe(false);
      expect(await isListening(app.supabaseUrl)).toBe(false);
    } finally {
      await app.stop();
    }
  });

  test('leaves nobody behind when it is killed, and adopts its own database at the next start', async () => {
    const app = await startApp();
    try {
      const children = await Promise.all(
        (['web', 'supabase', 'inngest'] as const).map((name) => app.pidOf(name)),
      );
      await app.end('SIGKILL');
      for (let waited = 0; waited < 8_000 && children.some(isAlive); waited += 50) await sleep(50);
      expect(children.map(isAlive)).toEqual([false, false, false]);
      await app.restart();
      expect((await fetch(new URL('/health', app.url))).status).toBe(200);
    } finally {
      await app.stop();
    }
  });

  test('refuses a hosted Supabase without its secret key, by name', async () => {
    const { code, output } = await runStart({
      SUPABASE_URL: 'https://example.supabase.co',
      SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_x',
      SUPABASE_SECRET_KEY: '',
      SUPABASE_SERVICE_ROLE_KEY: '',
      PORT: '39217',
    });
    expect(code).toBe(1);
    expect(output).toContain('SUPABASE_SECRET_KEY');
  });
});
