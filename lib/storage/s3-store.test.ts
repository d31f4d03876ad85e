import { DeleteObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { createS3Store } from './s3-store.ts';

/** A bucket that lists two objects at a time, and may keep what it is told to remove. */
function createBucket(paths: string[], options: { removes: boolean }): Pick<S3Client, 'send'> {
  const send = async (command: unknown): Promise<unknown> => {
    if (command instanceof ListObjectsV2Command) {
      const { Prefix = '' } = command.input;
      const found = paths.filter((path) => path.startsWith(Prefix)).slice(0, 2);
      return { Contents: found.map((Key) => ({ Key })) };
    }
    if (!(command instanceof DeleteObjectCommand)) throw new Error('not expected');
    if (options.removes) paths.splice(paths.indexOf(command.input.Key ?? ''), 1);
    return {};
  };
  return { send: send as S3Client['send'] };
}

test('a folder is removed listing by listing until nothing is left', async () => {
  const paths = ['a/1', 'a/2', 'a/3', 'a/4', 'a/5', 'ab/1'];
  await createS3Store(createBucket(paths, { removes: true }), 'media').removeFolder('a');
  expect(paths).toEqual(['ab/1']);
});

test('a server that keeps what it should remove is a failure, not an endless loop', async () => {
  const store = createS3Store(createBucket(['a/1', 'a/2'], { removes: false }), 'media');
  await expect(store.removeFolder('a')).rejects.toMatchObject({ code: 'storage_failed' });
});
