import type { JobsSummaryView } from '@/lib/story/job-list-views';

/** What runs and waits now, and how the last month went. */
export function QueueDepth({ summary }: { summary: JobsSummaryView }) {
  const { queue, installation } = summary;
  const tiles = [
    { label: 'Being made', value: queue.running },
    { label: 'Waiting', value: queue.waiting },
    { label: 'Ready in 30 days', value: summary.completed },
    { label: 'Did not work', value: summary.failed },
  ];
  return (
    <section aria-label="Right now" className="space-y-3">
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4 sm:gap-4">
        {tiles.map(({ label, value }) => (
          <div
            key={label}
            className="flex flex-col-reverse rounded-2xl border bg-card px-5 py-4 text-card-foreground shadow-page"
          >
            <dt className="text-muted-foreground">{label}</dt>
            <dd className="font-semibold font-title text-3xl tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {installation && installation.waiting + installation.running > queue.waiting + queue.running ? (
        <p className="text-muted-foreground">
          On this Storyloom in all, {countWords(installation.running, 'is', 'are')} being made and{' '}
          {countWords(installation.waiting, 'waits', 'wait')}.
        </p>
      ) : null}
    </section>
  );
}

function countWords(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
