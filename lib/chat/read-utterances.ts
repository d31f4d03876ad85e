import type { z } from 'zod';
import type { Utterance } from '../dossier/schema.ts';
import type { messageRowSchema } from './message-views.ts';
import { proposeStorySchema } from './schema.ts';

type Message = Pick<z.infer<typeof messageRowSchema>, 'role' | 'content' | 'parts'>;

/**
 * A conversation as a model reads it.
 * @returns `said`: the words, and what an answer without words showed; `saidAndShown`: what was shown besides words, too
 */
export function readUtterances(history: readonly Message[]): {
  said: Utterance[];
  saidAndShown: Utterance[];
} {
  const read = (compose: (words: string, shown: string) => string) =>
    history.flatMap((message): Utterance[] => {
      const text = compose(message.content.trim() === '' ? '' : message.content, readShown(message.parts));
      return text === '' ? [] : [{ role: message.role, text }];
    });
  return {
    said: read((words, shown) => words || shown),
    saidAndShown: read((words, shown) => [words, shown].filter((part) => part !== '').join('\n')),
  };
}

/** What a person saw of an answer that was not words. */
function readShown(parts: Message['parts']): string {
  const shown = parts.map((part) => {
    if (part.type === 'tool-proposeStory') {
      const proposal = proposeStorySchema.safeParse(part.input);
      return proposal.success ? `“${proposal.data.title}”: ${proposal.data.pitch}` : '';
    }
    const isDone = part.state === 'output-available';
    if (part.type === 'tool-startStory' && isDone) return 'Your story is on the loom.';
    if (part.type === 'tool-updateDossier' && isDone) return 'I have written it down.';
    return '';
  });
  return shown.filter((text) => text !== '').join('\n');
}
