import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createCodeGraph, type ResolveImport } from './code-graph.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Where every text is looked at. */
export const CHOKE_POINTS: readonly string[] = [
  'lib/safety/guard.ts#guardText',
  'lib/safety/guard.ts#guardBrief',
  'lib/safety/guard.ts#guardDraft',
];

/** A way for text into Storyloom or out of a model: `POST /api/chat`, `inngest write-story`, `socket user_message`. */
export type Door = { name: string; file: string; exported: string };

type Graph = ReturnType<typeof createCodeGraph>;

/** What a GET that takes more than an address mentions. */
const TAKES_TEXT = ['body', 'query', 'withUpload', 'readAudioBody'];
const CHANGES = ['POST', 'PUT', 'PATCH'];

export function createOwnGraph(): Graph {
  return createCodeGraph((file) => {
    const absolute = path.join(ROOT, file);
    return existsSync(absolute) ? readFileSync(absolute, 'utf8') : undefined;
  }, resolveOwn);
}

const resolveOwn: ResolveImport = (specifier, from) => {
  if (!/^(?:@\/|\.)/.test(specifier)) return undefined;
  const base = specifier.startsWith('@/')
    ? specifier.slice(2)
    : path.join(path.dirname(from), specifier).replaceAll('\\', '/');
  return [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`].find(
    (file) => /\.tsx?$/.test(file) && existsSync(path.join(ROOT, file)),
  );
};

/** Every route that takes a body or a query: a GET without either only names a thing. */
export function listRouteDoors(graph: Graph): Door[] {
  return globSync('app/**/route.ts', { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .flatMap((file) => {
      const address = `/${path.dirname(file).slice('app/'.length)}`.replaceAll(
        /\[(?:\.\.\.)?(\w+)\]/g,
        '{$1}',
      );
      return graph
        .exportsOf(file)
        .filter(
          (method) =>
            CHANGES.includes(method) ||
            (method === 'GET' && TAKES_TEXT.some((name) => graph.mentions(file, method).has(name))),
        )
        .map((method) => ({ name: `${method} ${address}`, file, exported: method }));
    });
}

/** Every durable function. */
export function listFunctionDoors(graph: Graph): Door[] {
  return globSync('inngest/functions/*.ts', { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.test.ts'))
    .sort()
    .flatMap((file) =>
      graph
        .exportsOf(file)
        .filter((exported) => graph.mentions(file, exported).has('inngest'))
        .map((exported) => ({ name: `inngest ${path.basename(file, '.ts')}`, file, exported })),
    );
}

/** Whether a door's code reaches the choke point. */
export function isGuarded(graph: Graph, door: Pick<Door, 'file' | 'exported'>): boolean {
  const reached = graph.reach(door.file, door.exported);
  return CHOKE_POINTS.some((place) => reached.has(place));
}

/** What sends words to a model that draws or films. */
const DEPICTING = ['generatePicture', 'startVideo'];

/**
 * Every function of lib/making that has a model draw or film, or passes such work on within its file, by its exported name.
 * Guarded: it mentions `guardDepiction` itself.
 */
export function listModelCalls(graph: Graph): { name: string; isGuarded: boolean }[] {
  return globSync('lib/making/*.ts', { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.test.ts'))
    .sort()
    .flatMap((file) =>
      graph
        .exportsOf(file)
        .filter((exported) => usesWithin(graph, file, exported).some((name) => DEPICTING.includes(name)))
        .map((exported) => ({
          name: `${file}#${exported}`,
          isGuarded: graph.mentions(file, exported).has('guardDepiction'),
        })),
    );
}

/** What a declaration mentions, itself or through others of its file. */
function usesWithin(graph: Graph, file: string, name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  return [...graph.mentions(file, name)].flatMap((used) => [used, ...usesWithin(graph, file, used, seen)]);
}
