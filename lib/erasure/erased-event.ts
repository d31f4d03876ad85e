import { z } from 'zod';

/**
 * Told to the queue when a household is erased, with the ids of its users and jobs. No function of ours listens: the local
 * runner forgets whatever names one of them; a hosted queue keeps runs as long as its own settings say.
 */
export const ERASED_EVENT = 'household/erased';

export const erasedEventSchema = z.object({ ids: z.array(z.uuid()).max(500) });
