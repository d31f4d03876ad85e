'use client';

import { KeyRound } from 'lucide-react';
import { PageMessage } from '@/components/layout/page-message';
import { Button } from '@/components/ui/button';
import { proveGrownUp } from '@/lib/client/prove-grown-up';

/** What a child finds where the grown-ups' things are. */
export function HouseholdGate() {
  return (
    <PageMessage
      title="For the grown-ups"
      action={
        <Button onClick={() => void proveGrownUp()}>
          <KeyRound aria-hidden />I am a grown-up
        </Button>
      }
    >
      Here they say who reads, when it is bedtime and what stories are about.
    </PageMessage>
  );
}
