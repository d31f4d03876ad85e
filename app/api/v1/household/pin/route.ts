import { removePinSchema, setPinSchema } from '@/lib/household/household-views';
import { removePin, setPin } from '@/lib/household/pins';
import { defineRoute } from '@/lib/http/define-route';

/** Sets or changes the PIN. All who had said the old one have to say the new one. */
export const PUT = defineRoute(
  { caller: 'required', grownUp: true, body: setPinSchema },
  ({ caller, body, jar }) => setPin(caller, body.pin, jar),
);

/** Removes it: as a grown-up, or with the account's password when it is forgotten. */
export const DELETE = defineRoute({ caller: 'required', body: removePinSchema }, ({ caller, body, jar }) =>
  removePin(caller, body?.password, jar),
);
