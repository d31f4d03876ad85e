import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { incomingFrameSchema } from '@/lib/socket/frames';
import { createCodeGraph } from './code-graph.ts';
import { DOOR_EXCEPTIONS } from './door-exceptions.ts';
import {
  createOwnGraph,
  isGuarded,
  listFunctionDoors,
  listModelCalls,
  listRouteDoors,
} from './list-doors.ts';
import { readDoorTable } from './read-door-table.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const graph = createOwnGraph();
const doors = [...listRouteDoors(graph), ...listFunctionDoors(graph)];
/** Walked once: every test asks. */
const isReached = new Map(doors.map((door) => [door.name, isGuarded(graph, door)]));
const guardedNames = doors.map(({ name }) => name).filter((name) => isReached.get(name));
const openNames = doors.map(({ name }) => name).filter((name) => !isReached.get(name));
const frames = incomingFrameSchema.options.map((option) => `socket ${option.shape.type.value}`);
const document = readFileSync(path.join(ROOT, 'docs/safety.md'), 'utf8');
const guardedRows = readDoorTable(document, 'Doors');
const openRows = readDoorTable(document, 'Doors without a guard');

describe('every way for text in or out', () => {
  test('reaches the guard, or is a named exception with a reason', () => {
    expect(openNames.filter((name) => DOOR_EXCEPTIONS[name] === undefined)).toEqual([]);
    expect(doors.length).toBeGreaterThan(60);
  });

  test('is no exception any more once it is guarded, or gone', () => {
    const names = new Set([...openNames, ...frames]);
    expect(Object.keys(DOOR_EXCEPTIONS).filter((name) => !names.has(name))).toEqual([]);
  });

  test('of the socket goes to a guarded route, or says nothing', () => {
    expect(frames.filter((name) => DOOR_EXCEPTIONS[name] === undefined)).toEqual(['socket user_message']);
    const posts = readFileSync(path.join(ROOT, 'lib/socket/loopback.ts'), 'utf8');
    expect(posts).toContain("'/api/chat'");
    expect(isReached.get('POST /api/chat')).toBe(true);
  });

  test('that asks a model for a picture or a film looks at the words in the same function', () => {
    const calls = listModelCalls(graph);
    expect(calls.map(({ name }) => name)).toEqual([
      'lib/making/character-picture.ts#drawCharacter',
      'lib/making/draw-scene.ts#drawScene',
      'lib/making/start-scene-video.ts#startSceneVideo',
    ]);
    expect(calls.filter(({ isGuarded }) => !isGuarded)).toEqual([]);
  });
});

describe('the tables in docs/safety.md', () => {
  test('name every door once, those with a guard and those without', () => {
    expect(guardedRows.map(({ door }) => door).sort()).toEqual(
      [...guardedNames, 'socket user_message'].sort(),
    );
    expect(openRows.map(({ door, cells }) => [door, cells[1]]).sort()).toEqual(
      Object.entries(DOOR_EXCEPTIONS).sort(),
    );
  });

  test('name a test for every guarded door, and each of them is there', () => {
    const missing = guardedRows.flatMap(({ door, tests }) => {
      if (tests.length === 0) return [`${door}: none`];
      return tests
        .filter(({ file, name }) => {
          const absolute = path.join(ROOT, file);
          return !existsSync(absolute) || !readFileSync(absolute, 'utf8').includes(name);
        })
        .map(({ file, name }) => `${door}: ${file} “${name}”`);
    });
    expect(missing).toEqual([]);
  });

  test('say what comes in, what looks at it and what happens', () => {
    expect(
      guardedRows.filter(({ cells }) => cells.length !== 5 || cells.some((cell) => cell.trim() === '')),
    ).toEqual([]);
  });
});

/** A small Storyloom in which somebody forgot something. */
describe('a route that forgets', () => {
  const files: Record<string, string> = {
    'lib/safety/guard.ts': 'export function guardText(text) { return text; }',
    'lib/keep.ts':
      "import { guardText } from './guard'; export const keep = (text) => save(guardText(text)); function save(text) { return text; } export const keepRaw = (text) => save(text);",
    'lib/all.ts': "export { keep } from './keep'; export { keepRaw as store } from './keep';",
    'a.ts': "import { keep } from './all'; export const POST = define({ body }, ({ body }) => keep(body));",
    'b.ts':
      "import { keep, store } from './all'; export const GET = define(() => keep('x')); export const POST = define(({ body }) => store(body));",
    'c.ts':
      "import type { keep } from './all'; import { guardText } from './guard'; export const POST = define(({ body }) => body.guardText);",
    'd.ts': "import * as all from './all'; export const POST = define(({ body }) => all.keep(body));",
    'e.ts':
      "import { keep } from './all'; const read = (body) => ({ text: keep(body) }); export async function POST(request) { return read(await request.json()); }",
  };
  const resolve = (specifier: string) => {
    const name = specifier.slice(2);
    return name === 'guard' ? 'lib/safety/guard.ts' : `lib/${name}.ts`;
  };
  const small = createCodeGraph((file) => files[file], resolve);
  const guarded = (file: string, exported = 'POST') => isGuarded(small, { file, exported });

  test('is found, whatever else its file and the files it imports do', () => {
    expect(guarded('a.ts')).toBe(true);
    expect(guarded('b.ts', 'GET')).toBe(true);
    expect(guarded('b.ts')).toBe(false);
  });

  test('is found though it imports the guard, or only mentions its name', () => {
    expect(guarded('c.ts')).toBe(false);
  });

  test('is not confused with one that goes a longer way', () => {
    expect(guarded('d.ts')).toBe(true);
    expect(guarded('e.ts')).toBe(true);
  });
});
