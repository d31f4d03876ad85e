import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';

/** Processor seconds that processes and what they started have used so far, children that are gone included: proc(5). */
export async function measureProcessorSeconds(pids: number[]): Promise<number> {
  const perSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  const rows = await Promise.all(
    (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(readTimes),
  );
  const wanted = new Set(pids);
  for (let grew = true; grew; ) {
    grew = false;
    for (const row of rows) {
      if (row && wanted.has(row.parent) && !wanted.has(row.pid)) {
        wanted.add(row.pid);
        grew = true;
      }
    }
  }
  return rows.reduce((sum, row) => sum + (row && wanted.has(row.pid) ? row.ticks : 0), 0) / perSecond;
}

async function readTimes(pid: string): Promise<{ pid: number; parent: number; ticks: number } | undefined> {
  let line: string;
  try {
    line = await readFile(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It has ended since the folder was read.
    return undefined;
  }
  // The name in brackets may hold anything; the fields after it are numbered from the state on.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + Number(fields[index] ?? 0), 0);
  return { pid: Number(pid), parent: Number(fields[1]), ticks };
}
