import 'server-only';
import { AppError } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { SERVER_AGENT } from '@/lib/supabase/visitor-agent';
import { describeDevice } from './describe-device';
import type { DeviceView } from './device-views';
import { forgetSession } from './verify-token';

/**
 * Where the caller is signed in: the one that asks first, then the latest seen. Sessions that the server holds for programs
 * with a key are left out: those end with their key.
 * @throws AppError `database_failed`
 */
export async function listDevices(client: DatabaseClient): Promise<DeviceView[]> {
  const { data, error } = await client.rpc('list_devices');
  if (error) throw databaseError(error);
  return data
    .filter(({ user_agent }) => user_agent !== SERVER_AGENT)
    .map((session) => ({
      id: session.id,
      ...describeDevice(session.user_agent),
      signed_in_at: session.signed_in_at,
      last_seen_at: session.last_seen_at,
      is_current: session.is_current,
    }));
}

/**
 * Signs a device of the caller out. In this process at once; elsewhere as soon as its token is looked at anew, at the latest
 * when that ends within the hour.
 * @throws AppError `not_found` for one that is not the caller's, or is signed out already
 */
export async function endDevice(client: DatabaseClient, deviceId: string): Promise<void> {
  const { data, error } = await client.rpc('end_device', { p_session_id: deviceId });
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such device.');
  forgetSession(deviceId);
}
