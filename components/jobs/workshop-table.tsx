import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import { formatCost } from '@/components/format-cost';
import { LocalTime } from '@/components/local-time';
import { ageGroupLabel } from '@/components/story/story-choices';
import type { JobSort } from '@/lib/story/nouns';
import type { ListedJobView } from '@/lib/story/views';
import { JobState } from './job-state';
import { showView } from './show-view';
import { formatSpan } from './time-left';
import { buildWorkshopHref, changeWorkshop, type WorkshopAddress } from './workshop-address';

/** The list on a wide screen. */
export function WorkshopTable({
  jobs,
  address,
}: {
  jobs: readonly ListedJobView[];
  address: WorkshopAddress;
}) {
  return (
    <div className="overflow-hidden rounded-2xl border bg-card text-card-foreground shadow-page max-lg:hidden">
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">Stories and changes, and how far each is</caption>
        <thead>
          <tr className="border-b-2 text-muted-foreground text-sm">
            <th scope="col" className="py-3 pr-4 pl-6 font-bold">
              Story
            </th>
            <th scope="col" className="w-72 py-3 pr-4 font-bold">
              How it is
            </th>
            <SortHeader
              address={address}
              label="Asked for"
              sorts={{ descending: 'newest', ascending: 'oldest' }}
            />
            <SortHeader address={address} label="Took" sorts={{ descending: 'longest' }} isNumber />
            <th scope="col" className="py-3 pr-6 text-right font-bold">
              Cost
            </th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <tr
              key={job.job_id}
              className="relative border-b align-top transition-colors last:border-0 hover:bg-accent/40"
            >
              <th scope="row" className="max-w-md py-4 pr-4 pl-6 font-normal">
                <Link
                  href={`/jobs/${job.job_id}`}
                  dir="auto"
                  className="line-clamp-2 font-semibold font-title text-lg leading-snug [overflow-wrap:anywhere] after:absolute after:inset-0"
                >
                  {job.title || job.prompt}
                </Link>
                <span className="mt-1 block text-muted-foreground text-sm">
                  {job.kind === 'mend' ? 'A change' : ageGroupLabel(job.age_group)} ·{' '}
                  {job.num_scenes === 1 ? '1 page' : `${job.num_scenes} pages`}
                </span>
              </th>
              <td className="py-4 pr-4">
                <JobState job={job} />
              </td>
              <td className="whitespace-nowrap py-4 pr-4 tabular-nums">
                <LocalTime iso={job.created_at} />
              </td>
              <td className="whitespace-nowrap py-4 pr-4 text-right tabular-nums">{describeSpan(job)}</td>
              <td className="whitespace-nowrap py-4 pr-6 text-right tabular-nums">
                {job.cost_micros > 0 ? formatCost(job.cost_micros) : 'free'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function describeSpan({ started_at, finished_at }: ListedJobView): string {
  if (!started_at || !finished_at) return '–';
  return formatSpan(Date.parse(finished_at) - Date.parse(started_at));
}

type SortHeaderProps = {
  address: WorkshopAddress;
  label: string;
  sorts: { descending: JobSort; ascending?: JobSort };
  isNumber?: boolean;
};

/** Sorts by its column; pressed again the other way round, where there is one. */
function SortHeader({ address, label, sorts, isNumber = false }: SortHeaderProps) {
  const isDescending = address.sort === sorts.descending;
  const isAscending = sorts.ascending !== undefined && address.sort === sorts.ascending;
  const next = isDescending && sorts.ascending ? sorts.ascending : sorts.descending;
  const Arrow = isAscending ? ArrowUp : ArrowDown;
  return (
    <th
      scope="col"
      aria-sort={isDescending ? 'descending' : isAscending ? 'ascending' : 'none'}
      className={isNumber ? 'py-1 pr-4 text-right font-bold' : 'py-1 pr-4 font-bold'}
    >
      <Link
        href={buildWorkshopHref(changeWorkshop(address, { sort: next }))}
        scroll={false}
        onClick={showView}
        className="inline-flex min-h-11 items-center gap-1 whitespace-nowrap underline-offset-4 hover:underline"
      >
        {label}
        {isDescending || isAscending ? <Arrow aria-hidden className="size-4" /> : null}
      </Link>
    </th>
  );
}
