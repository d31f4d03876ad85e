import { Moon } from 'lucide-react';
import Link from 'next/link';
import { Alert } from '@/components/ui/alert';
import { formatWait } from './format-wait';

/** Said kindly when there have been as many stories today as the grown-ups have set. @param leftMs of this day */
export function EnoughForToday({ leftMs }: { leftMs: number | undefined }) {
  return (
    <Alert>
      <Moon aria-hidden />
      <p>
        <strong>That is enough stories for today.</strong>{' '}
        {leftMs === undefined
          ? 'Tomorrow there are new ones.'
          : `The next day begins in ${formatWait(leftMs)}.`}{' '}
        Until then{' '}
        <Link href="/stories" className="font-bold underline underline-offset-4">
          your shelf
        </Link>{' '}
        is full of those you have.
      </p>
    </Alert>
  );
}
