import type { JobsSummaryView } from '@/lib/story/job-list-views';
import type { JobKind } from '@/lib/story/nouns';
import { formatSpan } from './time-left';

type Stage = JobsSummaryView['stages'][number];

const LABELS: Record<Stage['stage'], string> = {
  writing: 'Words',
  illustrating: 'Pictures and voice',
  filming: 'Film',
};
const ORDER = Object.keys(LABELS);
const KINDS: Record<JobKind, string> = { story: 'A story', mend: 'A mended page' };
const WIDTH = 320;
const HEIGHT = 26;

/**
 * What each stage takes here: a thread as long as the middle one of all jobs, and a thin one up to where nine of ten are done. All
 * of it is also said in words, so the drawing itself says nothing to a screen reader.
 */
export function StageChart({ stages }: { stages: readonly Stage[] }) {
  const longestMs = Math.max(1, ...stages.map(({ p90_ms }) => p90_ms));
  const kinds = (Object.keys(KINDS) as JobKind[]).filter((kind) =>
    stages.some((stage) => stage.kind === kind),
  );
  return (
    <section
      aria-labelledby="stage-times"
      className="rounded-2xl border bg-card p-5 text-card-foreground shadow-page sm:p-7"
    >
      <h2 id="stage-times" className="font-semibold text-2xl">
        How long things take
      </h2>
      <p className="mt-1 text-muted-foreground">
        Of the latest {Math.max(...stages.map(({ jobs }) => jobs))} jobs on this Storyloom: half took less
        than the thick thread, nine of ten less than the thin one.
      </p>
      {kinds.map((kind) => (
        <div key={kind} className="mt-5">
          {kinds.length > 1 ? <h3 className="font-bold">{KINDS[kind]}</h3> : null}
          <ul className="space-y-3">
            {stages
              .filter((stage) => stage.kind === kind)
              .toSorted((one, other) => ORDER.indexOf(one.stage) - ORDER.indexOf(other.stage))
              .map((stage) => (
                <li key={stage.stage}>
                  <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                    <span className="font-bold">{LABELS[stage.stage]}</span>
                    <span className="text-muted-foreground tabular-nums">
                      {formatSpan(stage.median_ms)}
                      <span className="sr-only"> in the middle</span>, at most {formatSpan(stage.p90_ms)}
                      <span className="sr-only"> in nine of ten</span>
                    </span>
                  </p>
                  <StageBar stage={stage} longestMs={longestMs} />
                </li>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function StageBar({ stage, longestMs }: { stage: Stage; longestMs: number }) {
  const at = (ms: number) => 4 + (WIDTH - 8) * (ms / longestMs);
  const middle = HEIGHT / 2;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-6 w-full"
      fill="none"
      aria-hidden
    >
      <path
        d={`M4 ${middle}H${WIDTH - 4}`}
        stroke="var(--secondary)"
        strokeWidth="10"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={`M4 ${middle}H${at(stage.p90_ms)}`}
        stroke="var(--thread-strong)"
        strokeWidth="2.5"
        strokeDasharray="7 5"
        vectorEffect="non-scaling-stroke"
      />
      <path
        d={`M4 ${middle}H${at(stage.median_ms)}`}
        stroke="var(--thread-strong)"
        strokeWidth="10"
        strokeLinecap="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
