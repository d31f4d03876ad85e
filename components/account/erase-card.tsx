import { Download } from 'lucide-react';
import { EraseDialog } from '@/components/household/erase-dialog';
import { buttonVariants } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { HOUSEHOLD_EXPORT_URL } from '@/lib/client/erasure-requests';

/** Everything out, and everything away, with what that means. */
export function EraseCard() {
  return (
    <Card className="mt-6 p-5 sm:p-7">
      <h2 className="font-semibold text-2xl">Delete everything</h2>
      <p className="mt-2 text-muted-foreground">
        All of it is yours to take along and to take away. If you erase it:
      </p>
      <ul className="mt-3 list-disc space-y-1 pl-5 text-muted-foreground marker:text-thread-strong">
        <li>
          every story goes, with its pictures, its voice and its film, and every link you gave to others;
        </li>
        <li>every conversation goes, and what was noted from it;</li>
        <li>readers, settings, keys and webhooks go, and you are signed out on every device;</li>
        <li>nobody, we neither, can bring anything back.</li>
      </ul>
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <a href={HOUSEHOLD_EXPORT_URL} download className={buttonVariants({ variant: 'secondary' })}>
          <Download aria-hidden />
          Download everything first
        </a>
        <EraseDialog />
      </div>
    </Card>
  );
}
