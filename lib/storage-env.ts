import { z } from 'zod';
import { AppError } from './errors.ts';

/** Where files of stories are kept: in Supabase Storage, hosted or local, or in a bucket of S3 or of a server like it. */
export type StorageEnv =
  | { kind: 'supabase' }
  | {
      kind: 's3';
      bucket: string;
      region: string;
      accessKeyId: string;
      secretAccessKey: string;
      /** Only with temporary credentials. */
      sessionToken: string | undefined;
      /** Another server than Amazon's; without a trailing slash. */
      endpoint: string | undefined;
      /** `https://…` of a CDN in front of the bucket: files are fetched there. */
      cdnOrigin: string | undefined;
    };

/** `KEY=` in a .env file means "not set". */
const text = z
  .string()
  .trim()
  .optional()
  .transform((value) => value || undefined);

export const storageVariables = {
  STORAGE_TYPE: text
    .transform((value) => value?.toLowerCase())
    // `local` is what the documents call files on this machine: that is the local Supabase.
    .pipe(z.enum(['supabase', 'local', 's3'], 'Write s3, supabase or local.').default('supabase')),
  S3_BUCKET_NAME: text,
  S3_ENDPOINT: text
    .pipe(z.url({ protocol: /^https?$/ }).optional())
    .transform((value) => value?.replace(/\/+$/, '')),
  AWS_ACCESS_KEY_ID: text,
  AWS_SECRET_ACCESS_KEY: text,
  AWS_SESSION_TOKEN: text,
  AWS_REGION: text.pipe(z.string().default('us-east-1')),
  /** A domain, as the documents write it; one with `https://` before it or a slash after it means the same. */
  CLOUDFRONT_DOMAIN: text
    .transform((value) =>
      value
        ?.toLowerCase()
        .replace(/^https:\/\//, '')
        .replace(/\/+$/, ''),
    )
    .pipe(
      z
        .string()
        .regex(/^[a-z0-9.-]+(:\d{1,5})?$/, 'Write a domain such as d111111abcdef8.cloudfront.net.')
        .optional(),
    ),
};

/** @throws AppError `misconfigured` naming what S3 needs and is not set */
export function toStorageEnv(value: z.output<z.ZodObject<typeof storageVariables>>): StorageEnv {
  if (value.STORAGE_TYPE !== 's3') return { kind: 'supabase' };
  const need = (name: 'S3_BUCKET_NAME' | 'AWS_ACCESS_KEY_ID' | 'AWS_SECRET_ACCESS_KEY'): string => {
    const given = value[name];
    if (!given) throw new AppError('misconfigured', `STORAGE_TYPE is s3, but ${name} is not set.`);
    return given;
  };
  return {
    kind: 's3',
    bucket: need('S3_BUCKET_NAME'),
    region: value.AWS_REGION,
    accessKeyId: need('AWS_ACCESS_KEY_ID'),
    secretAccessKey: need('AWS_SECRET_ACCESS_KEY'),
    sessionToken: value.AWS_SESSION_TOKEN,
    endpoint: value.S3_ENDPOINT,
    cdnOrigin: value.CLOUDFRONT_DOMAIN && `https://${value.CLOUDFRONT_DOMAIN}`,
  };
}
