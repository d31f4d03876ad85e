import { describe, expect, test } from 'vitest';
import { savedBriefSchema } from '../story/rows';
import { storyBriefSchema } from '../story/schema';
import { type Change, planChange } from './plan-change';
import type { PageState, StoryState } from './story-state';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const page = (n: number, rest: Partial<PageState> = {}): PageState => ({
  id: id(n),
  revision: 1,
  title: '',
  text: `Words ${n}.`,
  summary: '',
  depiction: {},
  voice: null,
  pictureNote: '',
  pictureTake: 0,
  pictureText: null,
  pictureIndex: n - 1,
  due: [],
  pictureAssetId: id(n * 10 + 1),
  narrationAssetId: id(n * 10 + 2),
  clipAssetId: null,
  videoAssetId: null,
  ...rest,
});
const STORY: StoryState = {
  version: 4,
  title: 'The Lantern',
  reading: {},
  filmAssetId: id(91),
  captionsAssetId: id(92),
  posterAssetId: id(93),
  audioAssetId: id(94),
  scenes: [page(1), page(2), page(3)],
};
const briefOf = (rest: object = {}) =>
  savedBriefSchema.parse({ ...storyBriefSchema.parse({ prompt: 'a lantern', film: {} }), seed: 7, ...rest });
const plan = (change: Change, story = STORY, brief = briefOf()) => planChange(story, brief, change);
const pageOf = (planned: ReturnType<typeof plan>, n: number) =>
  planned?.next.scenes?.find((one) => one.id === id(n));

describe('new words for a page', () => {
  const planned = plan({ kind: 'text', sceneId: id(2), text: 'Other words.' });

  test('take its voice away at once and nothing else: a voice does not say what is not written', () => {
    expect(pageOf(planned, 2)).toMatchObject({
      text: 'Other words.',
      revision: 2,
      due: ['narration'],
      narrationAssetId: null,
    });
    expect(pageOf(planned, 2)).not.toHaveProperty('pictureAssetId');
    for (const other of [1, 3]) {
      expect(pageOf(planned, other)).toMatchObject({ revision: 1, due: [] });
      expect(Object.keys(pageOf(planned, other) ?? {}).filter((key) => key.endsWith('AssetId'))).toEqual([]);
    }
    expect(planned).toMatchObject({ needsJob: true, changesWords: true, record: { kind: 'text', page: 2 } });
  });

  test('leave the picture as it was drawn, also when they change twice', () => {
    expect(pageOf(planned, 2)?.pictureText).toBe('Words 2.');
    const told = { ...STORY, scenes: [page(2, { text: 'Other words.', pictureText: 'Words 2.' })] };
    const again = plan({ kind: 'text', sceneId: id(2), text: 'Third words.' }, told);
    expect(pageOf(again, 2)?.pictureText).toBe('Words 2.');
  });

  test('need nothing made where nobody reads aloud and there is no film; a chapter’s title never does', () => {
    const silent = briefOf({ narration: false, film: null });
    expect(plan({ kind: 'text', sceneId: id(2), text: 'Other.' }, STORY, silent)).toMatchObject({
      needsJob: false,
      next: { keepsMedia: true },
    });
    expect(plan({ kind: 'text', sceneId: id(2), title: 'Chapter two' })).toMatchObject({
      needsJob: false,
      changesWords: false,
    });
  });

  test('that are the same words change nothing', () => {
    expect(plan({ kind: 'text', sceneId: id(2), text: 'Words 2.' })).toBeNull();
    expect(plan({ kind: 'title', title: 'The Lantern' })).toBeNull();
    expect(plan({ kind: 'order', sceneIds: [id(1), id(2), id(3)] })).toBeNull();
  });

  test('take the clip along, which says them', () => {
    const withClips = briefOf({ clips: true });
    const story = { ...STORY, scenes: [page(1, { clipAssetId: id(5) }), page(2, { clipAssetId: id(6) })] };
    const clips = plan({ kind: 'text', sceneId: id(1), text: 'Other.' }, story, withClips);
    expect(pageOf(clips, 1)).toMatchObject({ due: ['narration', 'clip'], clipAssetId: null });
    expect(pageOf(clips, 2)).not.toHaveProperty('clipAssetId');
  });
});

describe('another picture or voice', () => {
  test('is another take, and the old one stays until it is there', () => {
    const planned = plan({ kind: 'picture', sceneId: id(1), note: 'a boat' });
    expect(pageOf(planned, 1)).toMatchObject({
      pictureTake: 1,
      pictureNote: 'a boat',
      due: ['picture'],
      revision: 2,
    });
    expect(pageOf(planned, 1)).not.toHaveProperty('pictureAssetId');
    expect(planned?.record).toEqual({ kind: 'picture', sceneId: id(1), page: 1, note: 'a boat' });
  });

  test('is the next of the voices where none is named', () => {
    const planned = plan({ kind: 'voice', sceneId: id(3) }, STORY, briefOf({ voice: 'angus' }));
    expect(pageOf(planned, 3)).toMatchObject({ voice: 'rosie', due: ['narration'] });
    expect(pageOf(planned, 3)).not.toHaveProperty('narrationAssetId');
  });
});

describe('pages that move or go', () => {
  test('keep what was made for them', () => {
    const moved = plan({ kind: 'order', sceneIds: [id(3), id(1), id(2)] });
    expect(moved?.next.scenes?.map((one) => [one.id, one.revision, one.pictureIndex])).toEqual([
      [id(3), 1, 2],
      [id(1), 1, 0],
      [id(2), 1, 1],
    ]);
    const gone = plan({ kind: 'delete', sceneId: id(2) });
    expect(gone?.next.scenes?.map((one) => one.id)).toEqual([id(1), id(3)]);
    expect(gone).toMatchObject({ needsJob: true, changesWords: true, record: { page: 2 } });
  });
});

describe('a version that comes back', () => {
  const now: StoryState = {
    ...STORY,
    title: 'The Boat',
    scenes: [
      page(1, { text: 'Other.', revision: 3, narrationAssetId: id(77), pictureText: 'Words 1.' }),
      page(3),
    ],
  };
  const all = new Set([11, 12, 21, 22, 31, 32, 91, 92, 93, 94].map(id));
  const restore = (assetIds: ReadonlySet<string>) =>
    plan({ kind: 'restore', number: 4, state: STORY, assetIds }, now);

  test('has all its media again, and nothing is made', () => {
    const planned = restore(all);
    expect(planned).toMatchObject({
      needsJob: false,
      record: { kind: 'restore', restored: 4 },
      next: {
        title: 'The Lantern',
        film: { filmAssetId: id(91), captionsAssetId: id(92), posterAssetId: id(93) },
        audioAssetId: id(94),
      },
    });
    expect(pageOf(planned, 1)).toMatchObject({
      text: 'Words 1.',
      narrationAssetId: id(12),
      pictureText: null,
    });
    expect(pageOf(planned, 2)).toMatchObject({ text: 'Words 2.', pictureAssetId: id(21) });
  });

  test('tells whoever has one of its pages open that this one is another', () => {
    const planned = restore(all);
    expect(pageOf(planned, 1)?.revision).toBe(4);
    expect(pageOf(planned, 2)?.revision).toBe(2);
    expect(pageOf(planned, 3)?.revision).toBe(1);
  });

  test('has made again only what is not there any more', () => {
    const planned = restore(new Set([...all].filter((one) => one !== id(22) && one !== id(91))));
    expect(planned?.needsJob).toBe(true);
    expect(planned?.next.scenes?.map((one) => one.due)).toEqual([[], ['narration'], []]);
    expect(planned?.next).not.toHaveProperty('film');
  });
});
