import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button';
import { Card } from '@/components/ui/card';

/** The way from the account to its webhooks. */
export function WebhooksCard() {
  return (
    <Card className="mt-6 flex flex-wrap items-center justify-between gap-4 p-5 sm:p-7">
      <div className="min-w-60 flex-1">
        <h2 className="font-semibold text-2xl">Webhooks</h2>
        <p className="mt-2 text-muted-foreground">
          Programs that want to be told when a story is finished, and how each call to them went.
        </p>
      </div>
      <Link href="/account/webhooks" className={buttonVariants({ variant: 'secondary' })}>
        Open webhooks
      </Link>
    </Card>
  );
}
