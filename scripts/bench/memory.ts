import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Memory of a process and everything below it, as proportional set size (shared pages counted once) in megabytes.
 * Linux only: read from /proc/<pid>/smaps_rollup; see proc(5).
 */
export async function measureTreeMegabytes(
  rootPids: number[],
): Promise<{ total: number; byName: Map<string, number> }> {
  const parents = await readParents();
  const wanted = new Set(rootPids);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [pid, parent] of parents) {
      if (wanted.has(parent) && !wanted.has(pid)) {
        wanted.add(pid);
        grew = true;
      }
    }
  }
  const byName = new Map<string, number>();
  let total = 0;
  for (const pid of wanted) {
    const megabytes = await readProportionalMegabytes(pid);
    const name = await readName(pid);
    byName.set(name, (byName.get(name) ?? 0) + megabytes);
    total += megabytes;
  }
  return { total, byName };
}

async function readParents(): Promise<Map<number, number>> {
  const parents = new Map<number, number>();
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const status = await readProcess(entry, 'status');
    const parent = /^PPid:\s+(\d+)/m.exec(status)?.[1];
    if (parent) parents.set(Number(entry), Number(parent));
  }
  return parents;
}

async function readProportionalMegabytes(pid: number): Promise<number> {
  const kilobytes = /^Pss:\s+(\d+)/m.exec(await readProcess(String(pid), 'smaps_rollup'))?.[1];
  return Number(kilobytes ?? 0) / 1024;
}

/** "server.ts", "supabase/main.ts", "postgres", "ffmpeg": what a person would call the process. */
async function readName(pid: number): Promise<string> {
  const parts = (await readProcess(String(pid), 'cmdline')).split('\0').filter(Boolean);
  const script = parts.find((part) => /\.(ts|mjs)$/.test(part));
  if (script) return script.split('/').slice(-2).join('/');
  return parts[0]?.split('/').at(-1)?.replace(/:.*/, '') ?? 'gone';
}

/** A process may end while we look: then it has no memory, which is the truth. */
async function readProcess(pid: string, file: string): Promise<string> {
  try {
    return await readFile(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Measures these processes and everything below them once a second. `stop` tells the peak in megabytes. */
export function watchTree(rootPids: number[]): { stop: () => Promise<number> } {
  let peak = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      peak = Math.max(peak, (await measureTreeMegabytes(rootPids)).total);
      await sleep(1_000);
    }
  })();
  return {
    async stop() {
      isOver = true;
      await watching;
      return peak;
    },
  };
}
