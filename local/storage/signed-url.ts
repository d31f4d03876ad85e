import { createHmac } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { StorageError } from './storage-error.ts';

type Purpose = 'download' | 'upload';
type Grant = { bucketId: string; name: string; isUpsert?: boolean; ownerId?: string | null };

export type UrlSigner = {
  /** @returns a token good for `expiresInSeconds` */
  sign(purpose: Purpose, grant: Grant, expiresInSeconds: number): Promise<string>;
  /** @throws StorageError `InvalidJWT` when expired or forged, `InvalidSignature` when made for something else */
  verify(purpose: Purpose, token: string | null, bucketId: string, name: string): Promise<Grant>;
};

/** Its key is derived, so that a token in a URL can never be an access token, nor the other way round. */
export function createUrlSigner(jwtSecret: string): UrlSigner {
  const key = createHmac('sha256', jwtSecret).update('storage-url').digest();
  return {
    sign: (purpose, grant, expiresInSeconds) =>
      new SignJWT({ ...grant, purpose })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1_000) + expiresInSeconds)
        .sign(key),
    async verify(purpose, token, bucketId, name) {
      const grant = await readToken(token ?? '', key);
      if (grant.purpose !== purpose || grant.bucketId !== bucketId || grant.name !== name) {
        throw new StorageError(400, 'InvalidSignature', 'Invalid signature');
      }
      return grant;
    },
  };
}

async function readToken(token: string, key: Uint8Array): Promise<Grant & { purpose: string }> {
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'] });
    return payload as unknown as Grant & { purpose: string };
  } catch (cause) {
    const message =
      cause instanceof errors.JWTExpired ? '"exp" claim timestamp check failed' : 'Invalid Compact JWS';
    throw new StorageError(400, 'InvalidJWT', message, { cause });
  }
}
