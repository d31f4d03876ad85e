import { formatCost } from '@/components/format-cost';
import type { StepSummary } from './group-calls';

/** What a step cost, honestly: paid, free, from before, or perhaps billed. */
export function StepCost({ step }: { step: StepSummary }) {
  return (
    <>
      {step.state === 'running' && step.costMicros === 0 ? (
        <span className="text-muted-foreground">…</span>
      ) : (
        <span className={step.costMicros > 0 ? 'font-bold' : 'text-muted-foreground'}>{paid(step)}</span>
      )}
      {step.mayBeBilledMicros > 0 ? (
        <span className="block text-sm text-warning">
          {formatCost(step.mayBeBilledMicros)} may have been billed
        </span>
      ) : null}
    </>
  );
}

function paid(step: StepSummary): string {
  if (step.costMicros > 0) return formatCost(step.costMicros);
  if (step.state === 'cached') return 'from before';
  if (step.state === 'failed' || step.state === 'lost') return 'nothing';
  return 'free';
}
