import { describeListener, guardText, type Listener } from './guard.ts';

/**
 * Looks at the words that ask a service for a picture or a film right before they are sent: what a page shows is put together
 * from a summary, sheets, wishes and things, each of which passed by itself.
 * @throws AppError `guardrail_violation`: the words are not sent to anybody
 */
export function guardDepiction(prompt: string, place: 'picture' | 'video', listener: Listener): void {
  const options = describeListener(listener);
  // What a household leaves out was left out of the words it is made of; our own ("the mood is magical") tell no story.
  guardText(prompt, { ...options, avoidTopics: [], place, field: `${place}_prompt` });
}
