import { expect, test } from 'vitest';
import { z } from 'zod';
import { identifyRequest } from './request-identity.ts';

test('the same key of the same owner is the same story', () => {
  expect(identifyRequest('ann', 'key-1')).toEqual(identifyRequest('ann', 'key-1'));
});

test('another key, another owner and no key are other stories, with valid ids', () => {
  const identities = [
    identifyRequest('ann', 'key-1'),
    identifyRequest('ann', 'key-2'),
    identifyRequest('bob', 'key-1'),
    identifyRequest('ann', null),
    identifyRequest('ann', null),
  ];
  const ids = identities.flatMap(({ jobId, storyId }) => [jobId, storyId]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(z.uuid().safeParse(id).success).toBe(true);
});
