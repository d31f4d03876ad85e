import { z } from 'zod';

const errorSchema = z
  .looseObject({
    name: z.string().default('Error'),
    message: z.string().default('Unknown error'),
    stack: z.string().optional(),
  })
  .catch({ name: 'Error', message: 'Unknown error' });

const identity = { id: z.string().min(1), displayName: z.string().nullish() };
/** How long a step took, in nanoseconds; only for people to see. */
const timing = z.looseObject({ b: z.number() }).optional().catch(undefined);
const commonOptions = { parallelMode: z.string().optional() };
const options = z.looseObject(commonOptions).nullish();

/** What the app can answer: https://github.com/inngest/inngest-js (`StepOpCode`), the part this runner speaks. */
const operationSchema = z.discriminatedUnion('op', [
  z.looseObject({ op: z.literal('StepPlanned'), ...identity, opts: options }),
  z.looseObject({ op: z.literal('StepRun'), ...identity, opts: options, data: z.unknown(), timing }),
  z.looseObject({ op: z.literal('StepError'), ...identity, opts: options, error: errorSchema, timing }),
  z.looseObject({ op: z.literal('StepFailed'), ...identity, opts: options, error: errorSchema, timing }),
  z.looseObject({ op: z.literal('Sleep'), ...identity, opts: options, name: z.string() }),
  z.looseObject({
    op: z.literal('WaitForEvent'),
    ...identity,
    name: z.string().min(1),
    opts: z.looseObject({ ...commonOptions, timeout: z.string(), if: z.string().optional() }),
  }),
  z.looseObject({
    op: z.literal('InvokeFunction'),
    ...identity,
    opts: z.looseObject({
      ...commonOptions,
      function_id: z.string().min(1),
      payload: z.looseObject({ data: z.record(z.string(), z.unknown()).nullish() }).nullish(),
      timeout: z.string().optional(),
    }),
  }),
  z.looseObject({ op: z.literal('RunComplete'), ...identity, opts: options, data: z.unknown() }),
]);

export type Operation = z.infer<typeof operationSchema>;
export type OperationOf<Op extends Operation['op']> = Extract<Operation, { op: Op }>;

const KNOWN = new Set<string>(operationSchema.options.map((option) => option.shape.op.value));

/**
 * @param body the `206` answer of the app, or the steps of a checkpoint: one operation or a list
 * @returns the operations, or why this runner can not carry them out
 */
export function parseOperations(body: unknown): { operations: Operation[] } | { problem: string } {
  const list = z.array(z.looseObject({ op: z.string() })).safeParse(Array.isArray(body) ? body : [body]);
  if (!list.success) return { problem: 'The app answered something that is not a list of operations.' };
  const unknown = list.data.find((entry) => !KNOWN.has(entry.op));
  if (unknown) return { problem: `The local runner does not know the operation "${unknown.op}".` };
  const parsed = z.array(operationSchema).safeParse(list.data);
  if (!parsed.success)
    return { problem: `The app answered a malformed operation: ${z.prettifyError(parsed.error)}` };
  const racing = parsed.data.find((operation) => operation.opts?.parallelMode === 'race');
  if (racing) return { problem: 'The local runner does not know group.parallel with mode "race".' };
  return { operations: parsed.data };
}

export const stepIdentity = (operation: Operation) => ({
  id: operation.id,
  op: operation.op,
  name: operation.displayName || operation.id,
});
