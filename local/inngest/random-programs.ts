/** Random step programs for the tests, and a plain interpreter that says what they must do. */

export type Node =
  | { kind: 'run'; id: string; value: number }
  | { kind: 'flaky'; id: string; value: number; failures: number }
  | { kind: 'fatal' | 'sleep' | 'send'; id: string }
  | { kind: 'invoke'; id: string; value: number; fails: boolean }
  | { kind: 'wait'; id: string; value: number; answered: boolean }
  | { kind: 'sequence' | 'parallel'; id: string; parts: Node[] };

export type Program = {
  seed: number;
  root: Node;
  throwsAtEnd: boolean;
  /** The waits somebody answers. */
  waits: { id: string; value: number }[];
};

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const LEAVES = ['run', 'run', 'run', 'flaky', 'fatal', 'sleep', 'send', 'invoke', 'invoke', 'wait'] as const;
const MAX_DEPTH = 3;

export function buildProgram(random: () => number, seed: number): Program {
  let count = 0;
  const waits: Program['waits'] = [];
  const below = (limit: number) => Math.floor(random() * limit);
  const build = (depth: number): Node => {
    count += 1;
    const id = `node-${count}`;
    if (depth < MAX_DEPTH && random() < 0.5) {
      const kind = random() < 0.5 ? 'parallel' : 'sequence';
      return { kind, id, parts: Array.from({ length: 1 + below(4) }, () => build(depth + 1)) };
    }
    const kind = LEAVES[below(LEAVES.length)] as (typeof LEAVES)[number];
    const value = below(1000);
    if (kind === 'flaky') return { kind, id, value, failures: 1 + below(2) };
    if (kind === 'invoke') return { kind, id, value, fails: random() < 0.25 };
    if (kind === 'wait') {
      const answered = random() < 0.7;
      if (answered) waits.push({ id, value });
      return { kind, id, value, answered };
    }
    return kind === 'run' ? { kind, id, value } : { kind, id };
  };
  const parts = Array.from({ length: 2 + below(4) }, () => build(1));
  return { seed, root: { kind: 'sequence', id: 'root', parts }, throwsAtEnd: random() < 0.15, waits };
}

type Outcome = { status: 'Completed' | 'Failed'; output: unknown; executions: Map<string, number> };

/** What the program returns and how often the body of each step runs when nothing goes wrong around it. */
export function predictOutcome(program: Program): Outcome {
  const executions = new Map<string, number>();
  const evaluate = (node: Node): unknown => {
    switch (node.kind) {
      case 'run':
        executions.set(node.id, 1);
        return node.value;
      case 'flaky':
        executions.set(node.id, node.failures + 1);
        return node.value;
      case 'fatal':
        executions.set(node.id, 1);
        return `fatal ${node.id}`;
      case 'sleep':
        return 'slept';
      case 'send':
        return 1;
      case 'invoke':
        executions.set(node.id, 1);
        return node.fails ? 'child failed' : node.value;
      case 'wait':
        return node.answered ? node.value : null;
      case 'sequence':
      case 'parallel':
        return node.parts.map(evaluate);
    }
  };
  const output = evaluate(program.root);
  return { status: program.throwsAtEnd ? 'Failed' : 'Completed', output, executions };
}
