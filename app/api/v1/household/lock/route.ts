import { takeProof } from '@/lib/household/pins';
import { defineRoute } from '@/lib/http/define-route';

/** Ends the proof in this browser: whoever sits there next is a child again. */
export const POST = defineRoute({ caller: 'required' }, ({ jar }) => takeProof(jar));
