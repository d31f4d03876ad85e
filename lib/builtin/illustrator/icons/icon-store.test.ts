import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openIconStore } from './icon-store.ts';

describe('the icon store', () => {
  let directory = '';
  beforeEach(() => {
    directory = mkdtempSync(path.join(os.tmpdir(), 'icon-store-'));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it('finds every icon of the set and reads single ones', () => {
    const store = openIconStore(directory);
    expect(store.has('teapot')).toBe(true);
    expect(store.has('constructor')).toBe(false);
    expect(store.body('teapot')).toMatch(/^<g/);
    expect(() => store.body('no-such-icon')).toThrow(expect.objectContaining({ code: 'internal' }));
  });

  it('leaves one whole cache file and reads the same from it', () => {
    const cold = openIconStore(directory);
    expect(readdirSync(directory)).toHaveLength(1);
    const warm = openIconStore(directory);
    for (const name of ['mouse', 'locomotive', 'zebra', '1st-place-medal'])
      expect(warm.body(name)).toBe(cold.body(name));
  });

  it('makes a broken cache file again', () => {
    openIconStore(directory);
    const [file = ''] = readdirSync(directory);
    writeFileSync(path.join(directory, file), '{"mouse":[1');
    expect(openIconStore(directory).body('mouse')).toMatch(/^<g/);
  });

  it('works where nothing can be written', () => {
    writeFileSync(path.join(directory, 'taken'), '');
    expect(openIconStore(path.join(directory, 'taken')).has('mouse')).toBe(true);
  });
});
