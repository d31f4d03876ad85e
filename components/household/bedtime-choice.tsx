'use client';

import { Switch } from '@/components/ui/switch';
import { useHousehold } from './use-household';

type BedtimeChoiceProps = {
  /** Whether it is bedtime by the household's hours: then every story is told for it. */
  isBedtime: boolean;
  isWanted: boolean;
  onWantedChange: (isWanted: boolean) => void;
};

/** Whether the story is told before sleep. */
export function BedtimeChoice({ isBedtime, isWanted, onWantedChange }: BedtimeChoiceProps) {
  const until = useHousehold()?.bedtime?.to;
  return (
    <Switch
      label="For bedtime"
      hint={
        isBedtime && until
          ? `It is bedtime in your household until ${until}: every story is calm, and read slowly.`
          : 'Calmer words, a soft ending, and a voice that takes its time.'
      }
      checked={isWanted || isBedtime}
      disabled={isBedtime}
      onCheckedChange={onWantedChange}
    />
  );
}
