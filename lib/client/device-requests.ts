import { queryOptions } from '@tanstack/react-query';
import type { DeviceView } from '@/lib/auth/device-views';
import { isAppError } from '@/lib/errors';
import { requestJson } from './request-json';

/** Where this account is signed in (`app/api/v1/account/devices`). */
export const devicesQueryOptions = queryOptions({
  queryKey: ['devices'],
  queryFn: async ({ signal }) =>
    (await requestJson<{ devices: DeviceView[] }>('/api/v1/account/devices', { signal })).devices,
});

export function endDevice(deviceId: string): Promise<unknown> {
  return requestJson(`/api/v1/account/devices/${deviceId}`, { method: 'DELETE' });
}

/** One after the other, so that a grown-up's PIN is asked for once. One that is gone already is as good as signed out. */
export async function endDevices(deviceIds: readonly string[]): Promise<void> {
  for (const deviceId of deviceIds) {
    try {
      await endDevice(deviceId);
    } catch (error) {
      if (!isAppError(error) || error.code !== 'not_found') throw error;
    }
  }
}
