import { z } from 'zod';
import { endDevice } from '@/lib/auth/devices';
import { defineRoute } from '@/lib/http/define-route';

const params = z.object({ deviceId: z.uuid() });

/** Signs that device out. */
export const DELETE = defineRoute({ caller: 'required', grownUp: true, params }, ({ caller, params }) =>
  endDevice(caller.client, params.deviceId),
);
