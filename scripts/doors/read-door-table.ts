/** A row of the tables of doors in docs/safety.md. */
export type DoorRow = { door: string; cells: string[]; tests: { file: string; name: string }[] };

const TEST = /`([\w./-]+\.test\.ts)`: “([^”]+)”/g;

/** The rows under a heading, up to the next one: those whose first cell is a name in code marks. */
export function readDoorTable(document: string, heading: string): DoorRow[] {
  const [, rest = ''] = document.split(`\n## ${heading}\n`);
  const [section = ''] = rest.split('\n## ');
  return section.split('\n').flatMap((line) => {
    const door = /^\| `([^`]+)` \|/.exec(line)?.[1];
    if (door === undefined) return [];
    const cells = line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, ''));
    const tests = [...line.matchAll(TEST)].map(([, file = '', name = '']) => ({ file, name }));
    return [{ door, cells, tests }];
  });
}
