import type { Stage } from '../stage.ts';
import type { Figure } from '../understand-prompt/prompt-reading.ts';

/** Makes the helper's part that of whom the prompt names as the one something is done for or brought to. */
export function castReceiver(stage: Stage, receiver: Figure | undefined): void {
  if (!receiver?.kind && !receiver?.name) return;
  stage.recast('n', {
    kind: receiver.kind ?? 'child',
    adjectives: receiver.adjectives,
    ...(receiver.name && { name: receiver.name }),
    ...(receiver.pronoun && { pronoun: receiver.pronoun }),
  });
}
