import { CircleAlert } from 'lucide-react';
import { Alert } from '@/components/ui/alert';

/** The reasons with which `/auth/confirm` sends somebody back whose mail link did not work. */
const SENTENCES = new Map([
  ['link_expired', 'That link has expired or was already used. Ask for a new one.'],
  ['link_invalid', 'That link is not complete. Copy the whole of it from the mail, or ask for a new one.'],
  ['unavailable', 'Your link could not be checked right now. Please follow it again in a moment.'],
]);

export function LinkProblem({ error }: { error: string | string[] | undefined }) {
  const sentence = typeof error === 'string' ? SENTENCES.get(error) : undefined;
  if (!sentence) return null;
  return (
    <Alert variant="warning" className="mt-6">
      <CircleAlert aria-hidden />
      <p>{sentence}</p>
    </Alert>
  );
}
