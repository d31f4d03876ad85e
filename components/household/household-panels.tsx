'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { buttonVariants } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { householdQueryOptions } from '@/lib/client/household-requests';
import { BedtimePanel } from './bedtime-panel';
import { DataPanel } from './data-panel';
import { DayPanel } from './day-panel';
import { DecisionsPanel } from './decisions-panel';
import { HouseholdGate } from './household-gate';
import { PinPanel } from './pin-panel';
import { ReadersPanel } from './readers-panel';
import { TopicsPanel } from './topics-panel';

/** Everything the grown-ups of a household can set. Behind the PIN, where there is one. */
export function HouseholdPanels() {
  const { data: household, error } = useQuery(householdQueryOptions);
  if (!household) {
    if (error) return <Alert variant="destructive">{errorSentence(error)}</Alert>;
    return <Skeleton className="mx-auto h-96 max-w-3xl rounded-xl" />;
  }
  if (household.has_pin && !household.is_grown_up) return <HouseholdGate />;
  return (
    <div className="mx-auto max-w-3xl">
      <h1 className="font-semibold text-4xl">Your household</h1>
      <p className="mt-3 text-lg text-muted-foreground">
        Who reads here, what stories are about, and when the day ends.{' '}
        <Link href="/account" className={buttonVariants({ variant: 'link', size: 'inline' })}>
          Back to your account
        </Link>
      </p>
      <ReadersPanel />
      <TopicsPanel household={household} />
      <BedtimePanel household={household} />
      <DayPanel household={household} />
      <PinPanel household={household} />
      <DecisionsPanel />
      <DataPanel />
    </div>
  );
}
