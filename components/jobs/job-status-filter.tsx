import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import type { JobStatus } from '@/lib/story/nouns';
import { JOB_STATUS_LABELS } from './job-status';
import { showView } from './show-view';
import { buildWorkshopHref, changeWorkshop, type WorkshopAddress } from './workshop-address';

/** Links, not buttons: a filtered list has an address that can be kept. */
export function JobStatusFilter({ address }: { address: WorkshopAddress }) {
  const filters = [
    { value: null, label: 'All' },
    ...(Object.keys(JOB_STATUS_LABELS) as JobStatus[]).map((value) => ({
      value,
      label: JOB_STATUS_LABELS[value].label,
    })),
  ];
  return (
    <nav aria-label="Show jobs that are">
      <ul className="flex flex-wrap gap-2">
        {filters.map((filter) => (
          <li key={filter.label}>
            <Link
              href={buildWorkshopHref(changeWorkshop(address, { status: filter.value }))}
              scroll={false}
              onClick={showView}
              aria-current={filter.value === address.status ? 'true' : undefined}
              className={cn(
                'inline-flex h-11 items-center rounded-full border-2 border-input/60 bg-card px-4 font-semibold hover:bg-accent hover:text-accent-foreground',
                filter.value === address.status && 'border-primary bg-primary text-primary-foreground',
              )}
            >
              {filter.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
