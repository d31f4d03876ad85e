import 'server-only';
import type { Caller } from '@/lib/auth/caller';
import { AppError } from '@/lib/errors';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';
import { isGrownUpToken } from './grown-up-token';

export type ProvingCaller = Pick<Caller, 'userId' | 'via' | 'grownUpProof'>;

/** The version of an owner's PIN, or null where there is none. */
export async function getPinVersion(ownerId: string): Promise<string | null> {
  const { data, error } = await getAdminClient()
    .from('household_pins')
    .select('version')
    .eq('owner_id', ownerId)
    .maybeSingle();
  if (error) throw databaseError(error);
  return data?.version ?? null;
}

/** How a caller has proven to be a grown-up; null: not at all. Keys are made by grown-ups, and without a PIN the owner is one. */
export async function findGrownUpProof(caller: ProvingCaller): Promise<'api-key' | 'owner' | 'pin' | null> {
  if (caller.via === 'api-key') return 'api-key';
  const pinVersion = await getPinVersion(caller.userId);
  if (pinVersion === null) return 'owner';
  const { userId: ownerId, grownUpProof } = caller;
  return grownUpProof && isGrownUpToken(grownUpProof, { ownerId, pinVersion }) ? 'pin' : null;
}

export async function isGrownUp(caller: ProvingCaller): Promise<boolean> {
  return (await findGrownUpProof(caller)) !== null;
}

/** @throws AppError `pin_required` */
export async function requireGrownUp(caller: ProvingCaller): Promise<void> {
  if (await isGrownUp(caller)) return;
  throw new AppError(
    'pin_required',
    'This is for the grown-ups of the household. Say the PIN first: POST /api/v1/household/unlock.',
  );
}
