import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadLocalSecrets } from './secrets.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(tmpdir(), 'storyloom-secrets-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

test('they are made once, in the forms the hosted services use, for their owner only', () => {
  const dataDir = path.join(parent, 'data');
  const secrets = loadLocalSecrets(dataDir);
  expect(secrets.publishableKey).toMatch(/^sb_publishable_[\w-]{32}$/);
  expect(secrets.secretKey).toMatch(/^sb_secret_[\w-]{32}$/);
  expect(secrets.inngestSigningKey).toMatch(/^signkey-prod-[0-9a-f]{64}$/);
  expect(new Set(Object.values(secrets)).size).toBe(6);
  expect(loadLocalSecrets(dataDir)).toEqual(secrets);
  expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  expect(statSync(dataDir).mode & 0o066).toBe(0);
  expect(readdirSync(dataDir)).toEqual(['secrets.json']);
});

test('another installation has others', () => {
  const [one, other] = ['one', 'other'].map((name) => loadLocalSecrets(path.join(parent, name)));
  for (const key of Object.keys(one ?? {}) as (keyof typeof one & string)[])
    expect(one?.[key]).not.toBe(other?.[key]);
});

test('processes that ask for the first time at the same moment get the same answer', async () => {
  const dataDir = path.join(parent, 'data');
  const script = path.join(parent, 'load.mjs');
  writeFileSync(
    script,
    `import { loadLocalSecrets } from ${JSON.stringify(path.join(import.meta.dirname, 'secrets.ts'))};
     process.on('message', () => { process.send(loadLocalSecrets(${JSON.stringify(dataDir)})); process.disconnect(); });
     process.send('ready');`,
  );
  const children = Array.from({ length: 4 }, () => fork(script, { execArgv: [] }));
  await Promise.all(children.map((child) => once(child, 'message')));
  const answers = children.map((child) => once(child, 'message'));
  for (const child of children) child.send('go');
  const secrets = (await Promise.all(answers)).map(([answer]) => JSON.stringify(answer));
  expect(new Set(secrets).size).toBe(1);
  expect(readdirSync(dataDir)).toEqual(['secrets.json']);
});

test('a damaged file is named, and not replaced', () => {
  writeFileSync(path.join(parent, 'secrets.json'), '{"jwtSecret": ');
  expect(() => loadLocalSecrets(parent)).toThrow(/secrets\.json is damaged/);
  writeFileSync(path.join(parent, 'secrets.json'), '{"jwtSecret": "short"}');
  expect(() => loadLocalSecrets(parent)).toThrow(expect.objectContaining({ code: 'misconfigured' }));
});
