import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button';
import { Card } from '@/components/ui/card';

/** The way from the account to the models that work here. */
export function ModelsCard() {
  return (
    <Card className="mt-6 flex flex-wrap items-center justify-between gap-4 p-5 sm:p-7">
      <div className="min-w-60 flex-1">
        <h2 className="font-semibold text-2xl">Models</h2>
        <p className="mt-2 text-muted-foreground">
          Who writes, paints and reads your stories, and whether their services answer.
        </p>
      </div>
      <Link href="/account/models" className={buttonVariants({ variant: 'secondary' })}>
        See models
      </Link>
    </Card>
  );
}
