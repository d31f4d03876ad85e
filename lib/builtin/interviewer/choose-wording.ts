import type { Utterance } from '../../dossier/schema.ts';

/** What we have said so far, oldest first. */
export function ourWords(messages: readonly Utterance[]): string[] {
  return messages.filter(({ role }) => role === 'assistant').map(({ text }) => text);
}

/** The first wording that was not used yet; undefined when all were: nothing is asked twice in the same words. */
export function freshWording(wordings: readonly string[], said: readonly string[]): string | undefined {
  return wordings.find((wording) => !said.some((answer) => answer.includes(wording)));
}
