import { z } from 'zod';

/** Typed out by whoever means it: nobody erases a household by a slip. Browser-safe. */
export const ERASE_WORDS = 'erase everything';

/** Nothing else may stand beside it: whoever sends more means something else. */
export const eraseHouseholdSchema = z.strictObject({ confirm: z.literal(ERASE_WORDS) });
