'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmContent } from '@/components/confirm-content';
import { AlertDialog, AlertDialogTrigger } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { devicesQueryOptions, endDevices } from '@/lib/client/device-requests';
import { DeviceRow } from './device-row';

/** More than these are shown when somebody asks: a family's devices fit. */
const SHOWN_AT_FIRST = 6;

/** Every device on which this account is open, and the ways to shut it there. */
export function DevicesPanel() {
  const queryClient = useQueryClient();
  const { data: devices = [] } = useQuery(devicesQueryOptions);
  const [isAsking, setIsAsking] = useState(false);
  const [showsAll, setShowsAll] = useState(false);
  const others = devices.filter(({ is_current: isCurrent }) => !isCurrent);
  const endingOthers = useMutation({
    mutationFn: () => endDevices(others.map(({ id }) => id)),
    onSuccess: () => setIsAsking(false),
    onSettled: () => queryClient.invalidateQueries(devicesQueryOptions),
  });
  const shown = showsAll ? devices : devices.slice(0, SHOWN_AT_FIRST);
  return (
    <Card className="mt-6 p-5 sm:p-7">
      <h2 className="font-semibold text-2xl">Devices</h2>
      <p className="mt-2 text-muted-foreground">
        Where this account is signed in. A device you sign out is shut within the hour at the latest; nothing
        on your shelf is lost.
      </p>
      <ul aria-label="Devices signed in" className="mt-4 divide-y border-y">
        {shown.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap gap-3">
        {shown.length < devices.length ? (
          <Button variant="ghost" onClick={() => setShowsAll(true)}>
            Show all {devices.length}
          </Button>
        ) : null}
        {others.length > 0 ? (
          <AlertDialog open={isAsking} onOpenChange={setIsAsking}>
            <AlertDialogTrigger asChild>
              <Button variant="secondary">Sign out everywhere else</Button>
            </AlertDialogTrigger>
            <ConfirmContent
              title="Sign out everywhere else?"
              action="Sign out"
              acting="Signing out…"
              change={endingOthers}
            >
              {others.length === 1 ? 'One other device is' : `${others.length} other devices are`} signed out.
              You stay signed in here.
            </ConfirmContent>
          </AlertDialog>
        ) : null}
      </div>
    </Card>
  );
}
