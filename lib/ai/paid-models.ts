import { listCandidates } from './models.ts';
import type { Modality } from './providers/provider.ts';

const OF_A_STORY: readonly Modality[] = ['text', 'picture', 'speech', 'video'];

/** Whether any model that may work on a story bills for it: neither built in nor a server of one's own. */
export function isStoryPaid(): boolean {
  return OF_A_STORY.some((modality) =>
    listCandidates(modality).some(({ provider }) => !provider.builtIn && !provider.isFree),
  );
}
