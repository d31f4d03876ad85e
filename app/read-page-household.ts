import 'server-only';
import { cache } from 'react';
import { getPageCaller } from '@/lib/auth/caller';
import { getGrownUpUntil } from '@/lib/household/grown-up-until';
import type { HouseholdView, ReaderView } from '@/lib/household/household-views';
import { getHousehold } from '@/lib/household/households';
import { listReaders } from '@/lib/household/readers';
import { log } from '@/lib/log';

type PageHousehold = { household: HouseholdView | null; grownUpUntil: string | null };
const NOBODYS: PageHousehold = { household: null, grownUpUntil: null };

/** The household of whoever is looking, once per request: every page is lit by its hours. */
export const readPageHousehold = cache(async (): Promise<PageHousehold> => {
  const caller = await getPageCaller();
  if (!caller) return NOBODYS;
  try {
    const [household, grownUpUntil] = await Promise.all([getHousehold(caller), getGrownUpUntil(caller)]);
    return { household, grownUpUntil };
  } catch (error) {
    // The page itself says what is wrong, where it needs the database too.
    log.warn({ err: error }, 'household could not be read for a page');
    return NOBODYS;
  }
});

/** Who reads in their household; undefined for a visitor, and where it cannot be told just now. */
export async function readPageReaders(): Promise<ReaderView[] | undefined> {
  const caller = await getPageCaller();
  if (!caller) return undefined;
  try {
    return await listReaders(caller.client, caller.userId);
  } catch (error) {
    // A wish can be written without them; the browser asks again.
    log.warn({ err: error }, 'readers could not be read for a page');
    return undefined;
  }
}
