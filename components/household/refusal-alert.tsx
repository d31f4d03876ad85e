import { CircleAlert, HeartHandshake, PiggyBank } from 'lucide-react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { isAppError } from '@/lib/errors';
import { EnoughForToday } from './enough-for-today';

/** Why a story was not begun. What somebody has decided is told kindly; only what is broken looks broken. */
export function RefusalAlert({ error }: { error: unknown }) {
  const code = isAppError(error) ? error.code : undefined;
  if (isAppError(error) && code === 'daily_limit_reached') {
    const seconds = error.retryAfterSeconds;
    return <EnoughForToday leftMs={seconds === undefined ? undefined : seconds * 1_000} />;
  }
  if (isAppError(error) && error.rule === 'topic') {
    return (
      <Alert>
        <HeartHandshake aria-hidden />
        <p>{errorSentence(error)}</p>
      </Alert>
    );
  }
  return (
    <Alert variant="destructive">
      {code === 'spend_cap_reached' ? <PiggyBank aria-hidden /> : <CircleAlert aria-hidden />}
      <p>{errorSentence(error)}</p>
    </Alert>
  );
}
