import { evaluateKey } from './expressions.ts';
import type { FunctionConfig } from './function-config.ts';

/**
 * A slot is one concurrency rule with one value of its key. As in Inngest the limit counts calls that are running now,
 * not runs: a run that sleeps or waits holds no slot.
 */
const KEY_SEPARATOR = '\u0001';

function ruleName(config: FunctionConfig, index: number): string {
  const rule = config.concurrency[index];
  // A shared scope has one limit for all functions that use the same key expression.
  return rule && rule.scope !== 'fn' ? `${rule.scope}:${rule.key}` : `fn:${config.id}:${index}`;
}

/** The slots (none, one or two) that every call of a run started by `event` takes. */
export function slotsForRun(config: FunctionConfig, event: unknown): string[] {
  return config.concurrency.map(
    (rule, index) => `${ruleName(config, index)}${KEY_SEPARATOR}${evaluateKey(rule.key, event)}`,
  );
}

/** Looks limits up by slot, for the functions registered now. A limit of 0 means no limit. */
export function buildLimits(functions: Iterable<FunctionConfig>): (slot: string) => number {
  const limits = new Map<string, number>();
  for (const config of functions) {
    for (const [index, rule] of config.concurrency.entries()) {
      const name = ruleName(config, index);
      const limit = rule.limit || Number.POSITIVE_INFINITY;
      limits.set(name, Math.min(limit, limits.get(name) ?? Number.POSITIVE_INFINITY));
    }
  }
  return (slot) => limits.get(slot.slice(0, slot.indexOf(KEY_SEPARATOR))) ?? Number.POSITIVE_INFINITY;
}
