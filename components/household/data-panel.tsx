import { Download } from 'lucide-react';
import { buttonVariants } from '@/components/ui/button';
import { HOUSEHOLD_EXPORT_URL } from '@/lib/client/erasure-requests';
import { EraseDialog } from './erase-dialog';
import { Panel } from './panel';

/** Everything out, and everything away. */
export function DataPanel() {
  return (
    <Panel
      title="Your data"
      intro="All of it is yours: stories with their pictures, voice and films, conversations, readers and settings."
    >
      <div className="flex flex-wrap items-center gap-3">
        <a href={HOUSEHOLD_EXPORT_URL} download className={buttonVariants({ variant: 'secondary' })}>
          <Download aria-hidden />
          Download everything
        </a>
        <EraseDialog />
      </div>
    </Panel>
  );
}
