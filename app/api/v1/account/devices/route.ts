import { listDevices } from '@/lib/auth/devices';
import { defineRoute } from '@/lib/http/define-route';

export const GET = defineRoute({ caller: 'required' }, async ({ caller }) => ({
  devices: await listDevices(caller.client),
}));
