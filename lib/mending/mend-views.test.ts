import { expect, test } from 'vitest';
import {
  mendSceneRequestSchema,
  orderScenesRequestSchema,
  redoSceneRequestSchema,
  renameStoryRequestSchema,
} from './mend-views';

const page = '770e8400-e29b-41d4-a716-446655440002';

test('a page of 5,000 words can be given; more, none, or no revision cannot', () => {
  const takes = (body: unknown) => mendSceneRequestSchema.safeParse(body).success;
  expect(takes({ text: 'word '.repeat(5_000), revision: 1 })).toBe(true);
  expect(takes({ title: '', revision: 1 })).toBe(true);
  for (const body of [
    { text: 'x'.repeat(30_001), revision: 1 },
    { text: '   ', revision: 1 },
    { revision: 1 },
    { text: 'x' },
    { text: 'x', revision: 0 },
    { text: 'x', revision: 1, summary: 'y' },
  ]) {
    expect([body, takes(body)]).toEqual([body, false]);
  }
});

test('only what a call knows is taken', () => {
  expect(renameStoryRequestSchema.safeParse({ title: 'A', prompt: 'B' }).success).toBe(false);
  expect(redoSceneRequestSchema.safeParse({ part: 'film' }).success).toBe(false);
  expect(redoSceneRequestSchema.safeParse({ part: 'voice', note: 'a boat' }).success).toBe(false);
  expect(redoSceneRequestSchema.safeParse({ part: 'picture', note: 'x'.repeat(301) }).success).toBe(false);
  expect(orderScenesRequestSchema.safeParse({ scene_ids: [], version: 1 }).success).toBe(false);
  expect(orderScenesRequestSchema.safeParse({ scene_ids: [page], version: 1 }).success).toBe(true);
});
