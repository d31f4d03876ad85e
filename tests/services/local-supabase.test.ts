import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { findFreePorts } from '../support/free-ports.ts';
import { eventually, expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

let supabase: TestSupabase;
beforeAll(async () => {
  supabase = await startTestSupabase();
});
afterAll(() => supabase.remove());

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A zombie has ended; only nobody has asked for its exit code yet.
  return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
}

/** While it starts again there is no pid file, or an old one. */
async function findLivingPostgres(): Promise<number | undefined> {
  try {
    const pid = supabase.postgresPid();
    return isAlive(pid) ? pid : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function createProject(title: string): Promise<void> {
  const { client, id } = await supabase.createGuest();
  expect((await client.from('projects').insert({ owner_id: id, title })).error).toBeNull();
}

async function countProjects(title: string): Promise<number> {
  return expectData(await supabase.admin.from('projects').select('id').eq('title', title)).length;
}

describe('start', () => {
  test('on an empty folder in 5 seconds, the next time in 1.5, and its API is small', async () => {
    // The figures are those of a quiet machine; here others may be running, so only an order of magnitude is asserted.
    const coldMs = supabase.startMs;
    await supabase.end('SIGTERM');
    await supabase.start();
    const rssMegabytes =
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${supabase.pid()}/status`, 'utf8'))?.[1]) / 1024;
    console.log(
      `local Supabase: first start ${coldMs.toFixed(0)} ms, later ${supabase.startMs.toFixed(0)} ms, API ${rssMegabytes.toFixed(0)} MB`,
    );
    expect(coldMs).toBeLessThan(15_000);
    expect(supabase.startMs).toBeLessThan(6_000);
    expect(rssMegabytes).toBeLessThan(180);
  });

  test('its secrets are for its user only and stay the same', async () => {
    expect(statSync(path.join(supabase.dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(supabase.dataDir).mode & 0o066).toBe(0);
    const before = supabase.secrets;
    await supabase.end('SIGTERM');
    await supabase.start();
    expect(supabase.secrets).toEqual(before);
  });

  test('it answers on loopback only, and Postgres asks for a password', async () => {
    const port = Number(new URL(supabase.url).port);
    const listening = readFileSync('/proc/net/tcp', 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, local, , state] = line.trim().split(/\s+/);
        return local && state === '0A' ? [local] : [];
      });
    for (const each of [port, supabase.postgresPort]) {
      const hex = each.toString(16).toUpperCase().padStart(4, '0');
      expect(listening.filter((address) => address.endsWith(`:${hex}`))).toEqual([`0100007F:${hex}`]);
    }
  });

  test('a port that somebody else has is named in a clear message', async () => {
    const blocker = net.createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const taken = (blocker.address() as net.AddressInfo).port;
    const [free = 0] = await findFreePorts(1);
    const dataDir = mkdtempSync(path.join(tmpdir(), 'storyloom-supabase-port-'));
    onTestFinished(async () => {
      blocker.close();
      await rm(dataDir, { recursive: true, force: true });
    });
    for (const [variable, ports] of [
      ['POSTGRES_PORT', { SUPABASE_PORT: free, POSTGRES_PORT: taken }],
      ['SUPABASE_PORT', { SUPABASE_PORT: taken, POSTGRES_PORT: free }],
    ] as const) {
      const child = spawn(process.execPath, [path.join(ROOT, 'local/supabase/main.ts')], {
        env: { ...process.env, STORYLOOM_DATA_DIR: dataDir, ...toText(ports) },
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let complaint = '';
      child.stderr.on('data', (chunk) => {
        complaint += chunk;
      });
      const [code] = await once(child, 'close');
      expect(code).toBe(78);
      expect(complaint).toContain(`Port ${taken} is used by another program`);
      expect(complaint).toContain(`set ${variable} to a free port`);
    }
  });
});

function toText(variables: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
}

describe('death', () => {
  test('a killed Postgres is back within 2 seconds, nothing is lost, and the API went on', async () => {
    await createProject('before the kill');
    const api = supabase.pid();
    const killed = supabase.postgresPid();
    process.kill(killed, 'SIGKILL');
    const startedAt = performance.now();
    const found = await eventually(async () => {
      const { data } = await supabase.admin.from('projects').select('id').eq('title', 'before the kill');
      return data ?? undefined;
    }, 5_000);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(found).toHaveLength(1);
    expect(supabase.postgresPid()).not.toBe(killed);
    expect(supabase.pid()).toBe(api);
    expect(isAlive(api)).toBe(true);
  });

  test('whoever works while Postgres is killed again and again loses nothing they were told was kept', async () => {
    const { client, id } = await supabase.createGuest();
    const kept: string[] = [];
    const refusals = new Set<number>();
    const unread: unknown[] = [];
    let isOver = false;
    const work = (async () => {
      for (let number = 0; !isOver; number++) {
        const { error, status } = await client.from('projects').insert({ owner_id: id, title: `p${number}` });
        if (error) refusals.add(status);
        else kept.push(`p${number}`);
        const read = await client.from('projects').select('id').limit(1);
        if (read.error) unread.push(read.error);
      }
    })();
    try {
      for (let kill = 0; kill < 4; kill++) {
        await sleep(400);
        process.kill(await eventually(findLivingPostgres, 20_000), 'SIGKILL');
      }
    } finally {
      isOver = true;
      await work;
    }
    expect([...refusals].filter((status) => status !== 503)).toEqual([]);
    // Reads wait for the restart instead of failing, sessions survive it, files too.
    expect(unread).toEqual([]);
    const titles = expectData(await client.from('projects').select('title')).map((project) => project.title);
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.filter((title) => !titles.includes(title))).toEqual([]);
    expect((await client.auth.refreshSession()).error).toBeNull();
  });

  test('a killed API leaves Postgres running; the next one adopts it, and still brings it back', async () => {
    await createProject('before the API died');
    const postgres = supabase.postgresPid();
    await supabase.end('SIGKILL');
    expect(isAlive(postgres)).toBe(true);
    await supabase.start();
    expect(supabase.postgresPid()).toBe(postgres);
    expect(await countProjects('before the API died')).toBe(1);

    process.kill(postgres, 'SIGKILL');
    const startedAt = performance.now();
    await eventually(
      async () => (await countProjects('before the API died').catch(() => 0)) || undefined,
      5_000,
    );
    expect(performance.now() - startedAt).toBeLessThan(2_500);
  });

  test('both killed at once start again from the pid file they left', async () => {
    await createProject('before both died');
    process.kill(supabase.postgresPid(), 'SIGKILL');
    await supabase.end('SIGKILL');
    await supabase.start();
    expect(await countProjects('before both died')).toBe(1);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends the API and Postgres, cleanly', async (signal) => {
    const postgres = supabase.postgresPid();
    await supabase.end(signal);
    expect(isAlive(postgres)).toBe(false);
    expect(() => supabase.postgresPid()).toThrow('ENOENT');
    await supabase.start();
  });

  test('when whoever started it dies, it ends too', async () => {
    const [port = 0, postgresPort = 0] = await findFreePorts(2);
    const dataDir = mkdtempSync(path.join(tmpdir(), 'storyloom-supabase-orphan-'));
    onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
    const script = `const child = require('node:child_process').fork(${JSON.stringify(path.join(ROOT, 'local/supabase/main.ts'))}, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
      child.on('message', () => { console.log(child.pid); });`;
    const parent = spawn(process.execPath, ['-e', script], {
      env: {
        ...process.env,
        STORYLOOM_DATA_DIR: dataDir,
        ...toText({ SUPABASE_PORT: port, POSTGRES_PORT: postgresPort }),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(parent.stdout, 'data');
    const api = Number(String(line));
    const postgres = Number.parseInt(
      readFileSync(path.join(dataDir, 'postgres/data/postmaster.pid'), 'utf8'),
      10,
    );
    parent.kill('SIGKILL');
    await eventually(async () => !(isAlive(api) || isAlive(postgres)) || undefined, 10_000);
  });
});

describe('the database commands', () => {
  const run = (...words: string[]) => {
    const result = spawnSync(process.execPath, [path.join(ROOT, 'local/database.ts'), ...words], {
      env: {
        ...process.env,
        // Under test the commands do not ask; here they are asked as a person would.
        NODE_ENV: 'development',
        STORYLOOM_DATA_DIR: supabase.dataDir,
        POSTGRES_PORT: String(supabase.postgresPort),
      },
      encoding: 'utf8',
    });
    return { code: result.status, output: result.stdout + result.stderr };
  };

  test('the committed types are those of the migrated database', () => {
    expect(run('types', '--check')).toEqual({ code: 0, output: expect.stringContaining('is up to date') });
  });

  test('migrate says that nothing is missing, and leaves a running Postgres alone', () => {
    const postgres = supabase.postgresPid();
    expect(run('migrate')).toEqual({ code: 0, output: 'The database is up to date.\n' });
    expect(supabase.postgresPid()).toBe(postgres);
  });

  test('reset asks first, then deletes rows, users and files under a running API', async () => {
    const { client, id } = await supabase.createGuest();
    await createProject('to be deleted');
    const upload = () =>
      supabase.admin.storage
        .from('media')
        .upload(`${id}/a.png`, Buffer.from('x'), { contentType: 'image/png' });
    expectData(await upload());

    expect(run('reset')).toMatchObject({ code: 1, output: expect.stringContaining('--yes') });
    expect(await countProjects('to be deleted')).toBe(1);

    expect(run('reset', '--yes').code).toBe(0);
    expect(await countProjects('to be deleted')).toBe(0);
    expect((await client.auth.getUser()).error?.code).toBe('user_not_found');
    expect((await supabase.admin.storage.from('media').exists(`${id}/a.png`)).data).toBe(false);
    await createProject('made after the reset');
    expectData(await upload());
    const demo = { email: 'demo@example.com', password: 'storyloom' };
    expectData(await supabase.createVisitor().auth.signInWithPassword(demo));
  });

  test('a database elsewhere is not reset by accident', () => {
    const result = spawnSync(process.execPath, [path.join(ROOT, 'local/database.ts'), 'reset'], {
      env: {
        ...process.env,
        NODE_ENV: 'test',
        DATABASE_URL: 'postgres://postgres:x@db.example.com:5432/postgres',
      },
      encoding: 'utf8',
    });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('Nothing was deleted');
    expect(result.stderr).not.toContain('postgres:x');
  });

  test('without a running Postgres, migrate starts one for the moment', async () => {
    await supabase.end('SIGTERM');
    expect(run('migrate').code).toBe(0);
    expect(() => supabase.postgresPid()).toThrow('ENOENT');
    await supabase.start();
  });
});
