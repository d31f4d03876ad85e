'use client';

import { useQuery } from '@tanstack/react-query';
import { ChevronDown, PauseCircle } from 'lucide-react';
import { formatAbout, formatCap, formatCost } from '@/components/format-cost';
import { LocalTime } from '@/components/local-time';
import { Alert } from '@/components/ui/alert';
import { jobCallsQueryOptions } from '@/lib/client/spend-query';
import type { JobCallsView } from '@/lib/story/spend-views';
import { groupCalls, type StepSummary } from './group-calls';
import { StepTable } from './step-table';

/**
 * Who made what of this story, how often they were asked and what it cost. Open by itself when there is money or trouble
 * in it; a story made by the built-in engines keeps it folded.
 */
export function JobSpend({ jobId, refetchMs }: { jobId: string; refetchMs: number | false }) {
  const { data } = useQuery({ ...jobCallsQueryOptions(jobId), refetchInterval: refetchMs });
  if (!data || data.calls.length === 0) return null;
  const steps = groupCalls(data.calls);
  const isWorthALook =
    data.total_micros > 0 || data.may_be_billed_micros > 0 || steps.some((step) => step.troubles.length > 0);
  return (
    <section aria-label="How it was made" className="space-y-4">
      {data.paused_providers.map(({ provider, label, until }) => (
        <Alert key={provider} variant="warning">
          <PauseCircle aria-hidden />
          <p>
            {label} keeps failing; it is left alone until <LocalTime iso={until} />.
          </p>
        </Alert>
      ))}
      <details
        open={isWorthALook || undefined}
        className="group rounded-xl border bg-card px-5 py-3 text-card-foreground shadow-page sm:px-7 sm:py-4"
      >
        <summary className="flex list-none flex-wrap items-baseline gap-x-4 gap-y-1 rounded-md py-1 [&::-webkit-details-marker]:hidden">
          <h2 className="flex items-center gap-2 font-semibold text-xl">
            <ChevronDown
              aria-hidden
              className="size-5 self-center text-primary transition-transform group-open:rotate-180"
            />
            How it was made
          </h2>
          <span className="ml-auto text-muted-foreground max-sm:hidden">{countSteps(steps)}</span>
          <span data-testid="job-total" className="font-bold tabular-nums max-sm:ml-auto">
            {formatCost(data.total_micros)}
          </span>
        </summary>
        <Expectation calls={data} />
        <div className="mt-3">
          <StepTable steps={steps} />
        </div>
      </details>
    </section>
  );
}

function countSteps(steps: StepSummary[]): string {
  return steps.length === 1 ? '1 step' : `${steps.length} steps`;
}

/** The total against what was expected and what is allowed; nothing where no money is in play. */
function Expectation({ calls }: { calls: JobCallsView }) {
  const isPaid = calls.total_micros + calls.may_be_billed_micros + (calls.quoted_micros ?? 0) > 0;
  if (!isPaid) return null;
  const parts = [
    calls.quoted_micros ? `Quoted at ${formatAbout(calls.quoted_micros)} at most` : null,
    calls.cap_micros === null ? 'no cap' : `one story may cost ${formatCap(calls.cap_micros)} here`,
    calls.may_be_billed_micros > 0
      ? `${formatCost(calls.may_be_billed_micros)} more may have been billed for answers that got lost`
      : null,
  ].filter((part) => part !== null);
  const sentence = parts.join('; ');
  return (
    <p className="mt-1 text-muted-foreground">
      {sentence.charAt(0).toUpperCase()}
      {sentence.slice(1)}.
    </p>
  );
}
