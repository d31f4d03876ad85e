import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button';
import { Card } from '@/components/ui/card';

/** The way from the account to what its grown-ups set. */
export function HouseholdCard() {
  return (
    <Card className="mt-6 flex flex-wrap items-center justify-between gap-4 p-5 sm:p-7">
      <div className="min-w-60 flex-1">
        <h2 className="font-semibold text-2xl">Household</h2>
        <p className="mt-2 text-muted-foreground">
          Who reads here, what stories leave out, bedtime, the grown-ups’ PIN, and your data.
        </p>
      </div>
      <Link href="/account/household" className={buttonVariants({ variant: 'secondary' })}>
        Open household
      </Link>
    </Card>
  );
}
