'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Laptop, Smartphone, SquareTerminal, Tablet } from 'lucide-react';
import { errorSentence } from '@/components/error-sentence';
import { LocalTime } from '@/components/local-time';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { DeviceView } from '@/lib/auth/device-views';
import { devicesQueryOptions, endDevice } from '@/lib/client/device-requests';

const ICONS = { phone: Smartphone, tablet: Tablet, computer: Laptop, program: SquareTerminal };

/** One place where the account is open: what it is, since when, and the way to shut it. */
export function DeviceRow({ device }: { device: DeviceView }) {
  const queryClient = useQueryClient();
  const ending = useMutation({
    mutationFn: () => endDevice(device.id),
    onSettled: () => queryClient.invalidateQueries(devicesQueryOptions),
  });
  const Icon = ICONS[device.kind];
  return (
    <li className="flex items-center gap-x-3 py-3.5 sm:gap-x-4">
      <span className="grid size-11 shrink-0 place-items-center rounded-full bg-secondary text-secondary-foreground">
        <Icon aria-hidden className="size-5" />
      </span>
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 font-bold">
          {device.name}
          {device.is_current ? <Badge>This device</Badge> : null}
        </p>
        <p className="text-muted-foreground text-sm">
          <span className="max-sm:hidden">
            Signed in <LocalTime iso={device.signed_in_at} /> ·{' '}
          </span>
          Last seen <LocalTime iso={device.last_seen_at} />
        </p>
        {ending.isError ? (
          <p role="alert" className="font-semibold text-destructive text-sm">
            {errorSentence(ending.error)}
          </p>
        ) : null}
      </div>
      {device.is_current ? null : (
        <Button
          variant="ghost"
          className="text-destructive max-sm:px-3"
          aria-label={`Sign out ${device.name}`}
          aria-disabled={ending.isPending}
          onClick={() => !ending.isPending && ending.mutate()}
        >
          {ending.isPending ? 'Signing out…' : 'Sign out'}
        </Button>
      )}
    </li>
  );
}
