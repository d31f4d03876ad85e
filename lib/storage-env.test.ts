import { expect, test } from 'vitest';
import { getEnv } from './env.ts';

const S3 = {
  STORAGE_TYPE: 's3',
  S3_BUCKET_NAME: 'kids-stories-media',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
};

test('files are in Supabase Storage unless S3 is asked for, whatever the documents call it', () => {
  for (const STORAGE_TYPE of [undefined, '', 'supabase', 'local', 'Local'])
    expect(getEnv({ STORAGE_TYPE }).storage).toEqual({ kind: 'supabase' });
});

test('S3 needs a bucket and keys; what is missing is named', () => {
  expect(getEnv(S3).storage).toEqual({
    kind: 's3',
    bucket: 'kids-stories-media',
    region: 'us-east-1',
    accessKeyId: 'id',
    secretAccessKey: 'secret',
    sessionToken: undefined,
    endpoint: undefined,
    cdnOrigin: undefined,
  });
  for (const name of ['S3_BUCKET_NAME', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'])
    expect(() => getEnv({ ...S3, [name]: ' ' })).toThrow(`STORAGE_TYPE is s3, but ${name} is not set.`);
});

test('another server and a CDN are taken as people write them', () => {
  const { storage } = getEnv({
    ...S3,
    S3_ENDPOINT: 'http://127.0.0.1:9000/',
    CLOUDFRONT_DOMAIN: 'https://D1.cloudfront.net/',
  });
  expect(storage).toMatchObject({
    endpoint: 'http://127.0.0.1:9000',
    cdnOrigin: 'https://d1.cloudfront.net',
  });
});

test('what is none of these is refused by its name', () => {
  expect(() => getEnv({ STORAGE_TYPE: 'ftp' })).toThrow('STORAGE_TYPE: Write s3, supabase or local.');
  expect(() => getEnv({ ...S3, CLOUDFRONT_DOMAIN: 'd1.cloudfront.net/path?x' })).toThrow('CLOUDFRONT_DOMAIN');
  expect(() => getEnv({ ...S3, S3_ENDPOINT: 'minio:9000' })).toThrow('S3_ENDPOINT');
});
