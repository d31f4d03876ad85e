import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { isAppError } from '@/lib/errors';

type MendTroubleProps = {
  error: Error | null;
  storyId: string;
  /** Of a guard's refusal: what is still there. */
  kept?: string;
};

/** Why a change was not made, and what to do about it; nothing that was written is gone. */
export function MendTrouble({ error, storyId, kept = 'What you wrote is still here.' }: MendTroubleProps) {
  if (!error) return null;
  const code = isAppError(error) ? error.code : null;
  if (code === 'unauthenticated') {
    return (
      <Alert variant="destructive">
        <p>
          You are not signed in any more. {kept}{' '}
          <a
            href={`/login?next=${encodeURIComponent(`/stories/${storyId}`)}`}
            target="_blank"
            rel="noreferrer"
            className="font-bold underline underline-offset-4"
          >
            Sign in again
          </a>{' '}
          in a new tab, then come back and press the button once more.
        </p>
      </Alert>
    );
  }
  if (code === 'conflict') {
    return (
      <Alert variant="warning">
        <p>{errorSentence(error)} This is how the story is now; look once more, then try again.</p>
      </Alert>
    );
  }
  return (
    <Alert variant="destructive">
      <p>
        {errorSentence(error)} {code === 'guardrail_violation' ? `${kept} Try it in other words.` : null}
      </p>
    </Alert>
  );
}
