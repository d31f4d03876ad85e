import {
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { AppError } from '../../../errors.ts';

/**
 * Pictures of things from Fluent Emoji (MIT). Its icons.json has 104 MB, so it is never parsed: one pass over the bytes
 * notes where each icon's body lies, the list of places is kept in a small cache file, and single icons are read at need.
 * Node only; meant for worker threads.
 */
export type IconStore = {
  has(name: string): boolean;
  /** The SVG inside of a 32×32 view box. @throws AppError `internal` for a name `has` denies */
  body(name: string): string;
};

type Places = Record<string, [offset: number, length: number]>;
const CHUNK_BYTES = 4 * 1024 * 1024;
const NEWLINE = 10;
/** Bodies kept in memory, about 33 kB each. */
const MAX_BODIES = 200;

let shared: IconStore | undefined;
export function getIconStore(): IconStore {
  shared ??= openIconStore(cacheDirectory());
  return shared;
}

function cacheDirectory(): string {
  const dataDirectory = process.env.STORYLOOM_DATA_DIR;
  return dataDirectory ? path.join(dataDirectory, 'cache') : path.join(os.tmpdir(), 'storyloom-cache');
}

export function openIconStore(cacheDir: string): IconStore {
  const require = createRequire(import.meta.url);
  let iconsFile: string;
  let version: string;
  try {
    iconsFile = require.resolve('@iconify-json/fluent-emoji/icons.json');
    version = JSON.parse(readFileSync(path.join(path.dirname(iconsFile), 'package.json'), 'utf8')).version;
  } catch (cause) {
    throw new AppError('misconfigured', 'The picture parts (@iconify-json/fluent-emoji) are not installed.', {
      cause,
    });
  }
  const file = openSync(iconsFile, 'r');
  const cacheFile = path.join(cacheDir, `fluent-emoji-${version}-${fstatSync(file).size}.json`);
  const places = readPlaces(cacheFile) ?? findAndKeepPlaces(file, cacheFile);
  const bodies = new Map<string, string>();
  return {
    has: (name) => Object.hasOwn(places, name),
    body(name) {
      const known = bodies.get(name);
      if (known !== undefined) return known;
      const found = places[name];
      if (!found || !Object.hasOwn(places, name))
        throw new AppError('internal', `There is no icon "${name}".`);
      const bytes = Buffer.alloc(found[1]);
      readSync(file, bytes, 0, found[1], found[0]);
      const body = JSON.parse(bytes.toString('utf8')) as string;
      // A thread that lives long must not end up holding the whole set.
      if (bodies.size >= MAX_BODIES) bodies.clear();
      bodies.set(name, body);
      return body;
    },
  };
}

function readPlaces(cacheFile: string): Places | undefined {
  try {
    const places = JSON.parse(readFileSync(cacheFile, 'utf8')) as Places;
    return Object.keys(places).length > 0 ? places : undefined;
  } catch {
    // Absent or cut short: it is only a cache, the pass over the icons makes it again.
    return undefined;
  }
}

function findAndKeepPlaces(file: number, cacheFile: string): Places {
  const places = findPlaces(file);
  if (Object.keys(places).length === 0) {
    throw new AppError(
      'misconfigured',
      'The picture parts (@iconify-json/fluent-emoji) have an unknown layout.',
    );
  }
  // Several threads may do this at once: each writes its own file and the rename makes one of them the cache.
  const draft = `${cacheFile}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    mkdirSync(path.dirname(cacheFile), { recursive: true });
    writeFileSync(draft, JSON.stringify(places));
    renameSync(draft, cacheFile);
  } catch {
    // A read-only or full disk must not cost the picture; the next worker looks again.
    removeDraft(draft);
  }
  return places;
}

function removeDraft(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Where no file could be made there is none to remove, and a directory on the way may not even be one.
  }
}

/** The file has one line `"name": {` and after it one line `"body": "…"` for each icon. */
function findPlaces(file: number): Places {
  const places: Places = {};
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const bodyKey = '\t\t\t"body": ';
  let name = '';
  let lineStart = 0;
  for (let fileOffset = 0; ; ) {
    const size = readSync(file, chunk, 0, CHUNK_BYTES, fileOffset);
    if (size === 0) return places;
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1 && end < size; end = chunk.indexOf(NEWLINE, from)) {
      const head = chunk.toString('latin1', from, Math.min(end, from + 80));
      if (head.startsWith(bodyKey)) {
        const comma = chunk[end - 1] === 44 ? 1 : 0;
        places[name] = [fileOffset + from + bodyKey.length, end - comma - from - bodyKey.length];
      } else {
        name = /^\t\t"([^"]+)": \{/.exec(head)?.[1] ?? name;
      }
      from = end + 1;
    }
    lineStart = fileOffset + from;
    // The next chunk starts at the line that was cut; a line longer than a chunk cannot be an icon of ours.
    fileOffset = from === 0 ? fileOffset + size : lineStart;
  }
}
