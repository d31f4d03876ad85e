import { getEnv } from '../env.ts';

/**
 * Whether a page of ours sent this request. Browsers add Sec-Fetch-Site on secure origins and on localhost, and Origin
 * to every request that changes something; scripts of other sites can forge neither. A client that sends neither is not
 * a browser and has no cookies to be abused, so it must bring a token.
 */
export function isSameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site) {
    return site === 'same-origin';
  }
  const origin = request.headers.get('origin');
  if (!origin || !URL.canParse(origin)) {
    return false;
  }
  const { publicUrl, trustedProxies } = getEnv();
  const hosts = [request.headers.get('host'), new URL(publicUrl).host];
  if (trustedProxies > 0) {
    hosts.push(request.headers.get('x-forwarded-host'));
  }
  return hosts.includes(new URL(origin).host);
}
