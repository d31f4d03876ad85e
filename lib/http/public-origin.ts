import { getEnv } from '../env.ts';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const HOST = /^[\w.-]+(:\d{1,5})?$|^\[[0-9a-f:.]+\](:\d{1,5})?$/i;

/**
 * Where the sender of this request reaches us, without a trailing slash, for absolute addresses in an answer: STORYLOOM_URL
 * where it names a public place, else the origin the request was sent to. (`npm start` sets it to this machine, which a
 * phone on the same network cannot use.)
 */
export function getPublicOrigin(request: Pick<Request, 'headers'>): string {
  const { publicUrl, trustedProxies } = getEnv();
  if (!LOOPBACK.test(new URL(publicUrl).hostname)) return publicUrl;
  const forwarded = (name: string) =>
    trustedProxies > 0 ? request.headers.get(name)?.split(',')[0]?.trim() : undefined;
  const host = forwarded('x-forwarded-host') ?? request.headers.get('host');
  if (!host || !HOST.test(host)) return publicUrl;
  const scheme = forwarded('x-forwarded-proto') ?? new URL(publicUrl).protocol.slice(0, -1);
  return `${scheme === 'https' ? 'https' : 'http'}://${host}`;
}
