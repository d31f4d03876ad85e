import { setImmediate as nextTurn } from 'node:timers/promises';
import type { DurableFunction } from './load-functions.ts';

/** One step of a function, as its code uses it. */
export type TracedStep = {
  /** Without the page or attempt it counts. */
  id: string;
  kind: 'run' | 'invoke' | 'sleep' | 'send';
  /** Started more than once at the same time: one for each page. */
  isMany: boolean;
  /** Started again after it had ended. */
  isRepeated: boolean;
  /** The function it invokes. */
  invokes: string | null;
  /** The steps it waits for directly. */
  after: string[];
  /** Only started when this step has failed for good. */
  onFailureOf: string | null;
};

type Started = { id: string; kind: TracedStep['kind']; invokes: string | null };
type Run = { started: Started[]; many: Set<string>; repeated: Set<string> };

/**
 * Finds the steps of a function and what each waits for, by running its real code with steps that do nothing. Nothing is
 * read from the code's text. A step waits for another when it does not start while that other never ends.
 */
export async function traceFunction(traced: DurableFunction): Promise<TracedStep[]> {
  const whole = await runWith(traced, {});
  const steps = new Map(whole.started.map((step) => [step.id, step]));
  const ancestors = new Map<string, Set<string>>([...steps.keys()].map((id) => [id, new Set()]));
  const rescues = new Map<string, Started & { of: string }>();
  for (const id of steps.keys()) {
    const reached = new Set((await runWith(traced, { stuck: id })).started.map((step) => step.id));
    for (const other of steps.keys()) if (other !== id && !reached.has(other)) ancestors.get(other)?.add(id);
    for (const step of (await runWith(traced, { failing: id })).started)
      if (!steps.has(step.id) && !rescues.has(step.id)) rescues.set(step.id, { ...step, of: id });
  }
  const parentsOf = (id: string) => {
    const all = [...(ancestors.get(id) ?? [])];
    return all.filter((parent) => !all.some((other) => ancestors.get(other)?.has(parent)));
  };
  const describe = (step: Started, after: string[], onFailureOf: string | null): TracedStep => ({
    ...step,
    isMany: whole.many.has(step.id) || (onFailureOf !== null && whole.many.has(onFailureOf)),
    isRepeated: whole.repeated.has(step.id),
    after,
    onFailureOf,
  });
  return [
    ...[...steps.values()].map((step) => describe(step, parentsOf(step.id), null)),
    ...[...rescues.values()].map(({ of, ...step }) => describe(step, [of], of)),
  ];
}

async function runWith(
  { fn }: DurableFunction,
  { stuck, failing }: { stuck?: string; failing?: string },
): Promise<Run> {
  const run: Run = { started: [], many: new Set(), repeated: new Set() };
  const ended = new Set<string>();
  const waiting: { id: string; end: () => void }[] = [];
  const start = (rawId: string, kind: TracedStep['kind'], invokes: string | null = null) => {
    const id = rawId.replaceAll(/-\d+/g, '');
    const isKnown = run.started.some((step) => step.id === id);
    if (ended.has(id)) {
      // Going round once is enough to know that it goes round.
      run.repeated.add(id);
      return new Promise(() => undefined);
    }
    if (isKnown) run.many.add(id);
    else run.started.push({ id, kind, invokes });
    return new Promise((resolve, reject) => {
      if (id === stuck) return;
      const end = () =>
        id === failing
          ? reject(Object.assign(new Error('failed'), { name: 'provider_rejected' }))
          : resolve(anything(1));
      waiting.push({ id, end });
    });
  };
  const step = {
    run: (id: string) => start(id, 'run'),
    invoke: (id: string, { function: invoked }: { function: DurableFunction }) =>
      start(id, 'invoke', invoked.opts.id),
    sleep: (id: string) => start(id, 'sleep'),
    sleepUntil: (id: string) => start(id, 'sleep'),
    sendEvent: (id: string) => start(id, 'send'),
  };
  const handled = fn({ event: anything(1), step }).catch((error: unknown) => {
    if (!failing) throw error;
  });
  let failure: unknown;
  handled.catch((error: unknown) => {
    failure = error;
  });
  await nextTurn();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    next.end();
    ended.add(next.id);
    await nextTurn();
  }
  if (failure) throw failure;
  return run;
}

/** A value that stands in for any other: true, of any fields, and a list of two. */
function anything(value: number): unknown {
  const list = () => [anything(0), anything(1)];
  const target = () => undefined;
  return new Proxy(target, {
    get(_target, name) {
      if (name === 'then' || name === 'toJSON') return undefined;
      if (name === Symbol.toPrimitive) return () => value;
      if (name === Symbol.iterator) return () => list()[Symbol.iterator]();
      if (name === 'length') return 2;
      const ofLists = Array.prototype[name as keyof typeof Array.prototype];
      if (typeof ofLists === 'function')
        return (...given: unknown[]) => (ofLists as (...all: unknown[]) => unknown).apply(list(), given);
      return anything(1);
    },
    apply: () => anything(1),
  });
}
