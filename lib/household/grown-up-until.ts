import 'server-only';
import { findGrownUpProof, type ProvingCaller } from './grown-up';

/** Until when the proof this browser has counts, as ISO 8601; null without one, and where no PIN asks for any. */
export async function getGrownUpUntil(caller: ProvingCaller): Promise<string | null> {
  // Most have none, and nobody needs to be asked about it.
  if (!caller.grownUpProof || (await findGrownUpProof(caller)) !== 'pin') return null;
  const expiresAtMs = Number(caller.grownUpProof.split('.')[1]);
  return new Date(expiresAtMs).toISOString();
}
