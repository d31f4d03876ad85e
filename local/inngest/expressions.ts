import { TypeError as CelTypeError, Environment, EvaluationError } from '@marcbachmann/cel-js';

const environment = new Environment({ unlistedVariablesAreDyn: true });
const compiled = new Map<string, (context: Record<string, unknown>) => unknown>();

function compile(expression: string): (context: Record<string, unknown>) => unknown {
  let evaluate = compiled.get(expression);
  if (!evaluate) {
    evaluate = environment.parse(expression) as (context: Record<string, unknown>) => unknown;
    compiled.set(expression, evaluate);
  }
  return evaluate;
}

/** @returns why the CEL expression can not be compiled, or undefined when it can */
export function expressionProblem(expression: string): string | undefined {
  try {
    compile(expression);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * Evaluates a CEL expression as Inngest does: a field that is not there makes the whole expression undefined, which
 * equals nothing and matches nothing.
 * @param context `{event}` of the run, with `{async}` (the later event) for waits and cancellations
 */
export function evaluateExpression(expression: string, context: Record<string, unknown>): unknown {
  try {
    const value = compile(expression)(context);
    return typeof value === 'bigint' ? Number(value) : value;
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof CelTypeError) return undefined;
    throw error;
  }
}

export function expressionMatches(expression: string, context: Record<string, unknown>): boolean {
  return evaluateExpression(expression, context) === true;
}

/** The value of a key expression as text: equal values give equal keys; no expression is one key for all. */
export function evaluateKey(expression: string | undefined, event: unknown): string {
  return expression === undefined ? '' : JSON.stringify(evaluateExpression(expression, { event }) ?? null);
}
