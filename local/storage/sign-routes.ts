import { z } from 'zod';
import { checkObjectName, findObject, getBucket } from './object-rows.ts';
import { asCaller, type StorageCaller } from './storage-caller.ts';
import { invalidRequest, noSuchKey, refusing } from './storage-error.ts';
import type { StorageContext } from './storage-routes.ts';
import { assertMayWrite, type Upload } from './upload.ts';

/** An upload URL is good for two hours, as hosted. */
const UPLOAD_SECONDS = 7_200;

const signSchema = z.object({
  expiresIn: z.int().positive(),
  paths: z.array(z.string()).max(1_000).optional(),
});

/** Signed download URLs for one object (`rest` is its path) or for the `paths` of the body. */
export async function signDownloads(
  context: StorageContext,
  caller: StorageCaller,
  rest: string[],
  body: unknown,
): Promise<unknown> {
  const parsed = signSchema.safeParse(body);
  if (!parsed.success) throw invalidRequest(z.prettifyError(parsed.error));
  const { expiresIn, paths } = parsed.data;
  const [bucketId = '', ...parts] = rest;
  if (parts.length > 0) {
    const signedURL = await signOne(context, caller, bucketId, parts.join('/'), expiresIn);
    if (!signedURL) throw noSuchKey();
    return { signedURL };
  }
  return Promise.all(
    (paths ?? []).map(async (path) => {
      const signedURL = await signOne(context, caller, bucketId, path, expiresIn);
      const error = signedURL ? null : 'Either the object does not exist or you do not have access to it';
      return { path, signedURL, error };
    }),
  );
}

async function signOne(
  { sql, signer }: StorageContext,
  caller: StorageCaller,
  bucketId: string,
  name: string,
  expiresInSeconds: number,
): Promise<string | null> {
  const object = await refusing(
    asCaller(sql, caller, (transaction) => findObject(transaction, bucketId, name)),
  );
  if (!object) return null;
  const token = await signer.sign('download', { bucketId, name }, expiresInSeconds);
  // Not encoded: supabase-js encodes the whole URL itself.
  return `/object/sign/${bucketId}/${name}?token=${token}`;
}

/** A URL that lets whoever has it upload this one object in the caller's name. */
export async function signUpload(
  context: StorageContext,
  caller: StorageCaller,
  upload: Upload,
): Promise<{ url: string; token: string }> {
  checkObjectName(upload.name);
  await getBucket(context.sql, upload.bucketId);
  await assertMayWrite(context.sql, caller, upload);
  const token = await context.signer.sign('upload', { ...upload, ownerId: caller.userId }, UPLOAD_SECONDS);
  return { url: `/object/upload/sign/${upload.bucketId}/${upload.name}?token=${token}`, token };
}
