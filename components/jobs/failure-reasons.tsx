import Link from 'next/link';
import { LocalTime } from '@/components/local-time';
import type { JobsSummaryView } from '@/lib/story/job-list-views';
import { explainFailure } from './failure-advice';

/** Why stories did not work out in the last month, the most frequent reason first, and what helps. */
export function FailureReasons({ failures }: { failures: JobsSummaryView['failures'] }) {
  return (
    <section
      aria-labelledby="failure-reasons"
      className="rounded-2xl border bg-card p-5 text-card-foreground shadow-page sm:p-7"
    >
      <h2 id="failure-reasons" className="font-semibold text-2xl">
        What did not work
      </h2>
      <ul className="mt-4 divide-y">
        {failures.map(({ code, times, last_at, last_job_id }) => {
          const { reason, advice } = explainFailure(code);
          return (
            <li key={code} className="py-4 first:pt-0 last:pb-0">
              <p>
                <strong className="tabular-nums">{times === 1 ? 'Once' : `${times} times`}:</strong> {reason}
              </p>
              {advice ? <p className="mt-1 text-muted-foreground">{advice}</p> : null}
              <Link
                href={`/jobs/${last_job_id}`}
                className="mt-1 inline-flex min-h-11 items-center text-primary text-sm underline underline-offset-4"
              >
                <span>
                  The last one, <LocalTime iso={last_at} />
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
