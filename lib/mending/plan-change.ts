import type { SavedBrief } from '../story/rows';
import { VOICES, type Voice } from '../story/schema';
import type { ChangeRecord } from './mend-views';
import type { PageState, Part, StoryState } from './story-state';

/** What somebody does to a finished story. Words are guarded by now. */
export type Change =
  | { kind: 'title'; title: string }
  | { kind: 'text'; sceneId: string; text?: string | undefined; title?: string | undefined }
  | { kind: 'picture'; sceneId: string; note?: string | undefined }
  | { kind: 'voice'; sceneId: string; voice?: Voice | undefined }
  | { kind: 'delete'; sceneId: string }
  | { kind: 'order'; sceneIds: readonly string[] }
  | { kind: 'restore'; number: number; state: StoryState; assetIds: ReadonlySet<string> };

type AssetIds = Pick<PageState, 'pictureAssetId' | 'narrationAssetId' | 'clipAssetId' | 'videoAssetId'>;
/** Media stay what they are where they are not named: they may be made at this moment. */
export type NextPage = Omit<PageState, keyof AssetIds> & Partial<AssetIds>;

/** How a story's rows change; `p_state` of `save_story_version`. */
export type NextState = {
  title?: string;
  reading?: StoryState['reading'];
  film?: Pick<StoryState, 'filmAssetId' | 'captionsAssetId' | 'posterAssetId'>;
  audioAssetId?: string;
  /** Nothing that is seen or heard has changed. */
  keepsMedia?: boolean;
  scenes?: NextPage[];
};

export type PlannedChange = {
  record: ChangeRecord;
  next: NextState;
  /** Something has to be made. */
  needsJob: boolean;
  /** Words are other words now: how hard they are to read is measured again. */
  changesWords: boolean;
};

/** What a story has besides words. Clips and films are made of pictures. */
export type Wanted = { narration: boolean; pictures: boolean; film: boolean; clips: boolean };

export function wantedOf(brief: SavedBrief): Wanted {
  const clips = brief.clips === true;
  const pictures = brief.pictures || clips;
  return { narration: brief.narration, pictures, film: brief.film !== null && brief.pictures, clips };
}

/**
 * What a change does to a story and what it makes necessary. Pure.
 * @returns null when it changes nothing
 */
export function planChange(story: StoryState, brief: SavedBrief, change: Change): PlannedChange | null {
  const wanted = wantedOf(brief);
  const hasFilmOrVoice = wanted.film || wanted.narration;
  switch (change.kind) {
    case 'title':
      if (change.title === story.title) return null;
      // It stands on the film's title card, and in the joined voices' file.
      return finish({ kind: 'title' }, { title: change.title }, hasFilmOrVoice, false);
    case 'delete': {
      const scenes = story.scenes.filter(({ id }) => id !== change.sceneId).map(withoutMedia);
      return finish(recordOf(story, change), { scenes }, hasFilmOrVoice, true);
    }
    case 'order': {
      const byId = new Map(story.scenes.map((page) => [page.id, page]));
      if (change.sceneIds.every((id, index) => story.scenes[index]?.id === id)) return null;
      const scenes = change.sceneIds.flatMap((id) => byId.get(id) ?? []).map(withoutMedia);
      return finish({ kind: 'order' }, { scenes }, hasFilmOrVoice, false);
    }
    case 'restore':
      return planRestore(story, wanted, change);
    case 'text':
      return planText(story, wanted, change);
    case 'picture':
      return changePage(story, change, (page) => ({
        page: {
          pictureTake: page.pictureTake + 1,
          pictureNote: change.note ?? '',
          pictureText: null,
          due: addDue(page, ['picture', ...(wanted.clips ? (['clip'] as const) : [])]),
        },
        needsJob: true,
      }));
    case 'voice':
      return changePage(story, change, (page) => {
        const voice = change.voice ?? nextVoice(page.voice ?? brief.voice);
        if (voice === page.voice && page.narrationAssetId !== null && !page.due.includes('narration'))
          return null;
        // The old voice says the right words, so it stays until the new one is there.
        return { page: { voice, due: addDue(page, spokenParts(wanted)) }, needsJob: true, record: { voice } };
      });
  }
}

function planText(
  story: StoryState,
  wanted: Wanted,
  change: Change & { kind: 'text' },
): PlannedChange | null {
  const planned = changePage(story, change, (page) => {
    const text = change.text ?? page.text;
    const title = change.title ?? page.title;
    if (text === page.text && title === page.title) return null;
    if (text === page.text) return { page: { title }, needsJob: false };
    const spoken = spokenParts(wanted);
    return {
      page: {
        title,
        text,
        pictureText: page.pictureText ?? page.text,
        due: addDue(page, spoken),
        // A voice that says other words than stand there is worse than none.
        ...(wanted.narration && { narrationAssetId: null }),
        ...(spoken.includes('clip') && { clipAssetId: null }),
      },
      // Films show the words, too.
      needsJob: wanted.narration || wanted.film,
    };
  });
  return planned && { ...planned, changesWords: change.text !== undefined };
}

/** The story as it was: what was made for it then is put back where it still is, and only the rest is made. */
function planRestore(
  story: StoryState,
  wanted: Wanted,
  { number, state, assetIds }: Change & { kind: 'restore' },
): PlannedChange {
  const keep = (id: string | null) => (id !== null && assetIds.has(id) ? id : null);
  const present = new Map(story.scenes.map((page) => [page.id, page]));
  const scenes = state.scenes.map((page) => {
    const now = present.get(page.id);
    const media = {
      pictureAssetId: keep(page.pictureAssetId),
      narrationAssetId: keep(page.narrationAssetId),
      clipAssetId: keep(page.clipAssetId),
      videoAssetId: keep(page.videoAssetId),
    };
    const missing = [
      ...(wanted.pictures && !media.pictureAssetId ? (['picture'] as const) : []),
      ...(wanted.narration && !media.narrationAssetId ? (['narration'] as const) : []),
      ...(wanted.clips && !media.clipAssetId ? (['clip'] as const) : []),
    ];
    const revision = Math.max(page.revision, now?.revision ?? 0) + (isSame(page, now) ? 0 : 1);
    return { ...page, ...media, revision, due: [...new Set([...page.due, ...missing])] };
  });
  const film = {
    filmAssetId: keep(state.filmAssetId),
    captionsAssetId: keep(state.captionsAssetId),
    posterAssetId: keep(state.posterAssetId),
  };
  const audioAssetId = keep(state.audioAssetId);
  const needsJob =
    scenes.some(({ due }) => due.length > 0) ||
    (wanted.film && !(film.filmAssetId && film.captionsAssetId)) ||
    (wanted.narration && audioAssetId === null);
  return {
    record: { kind: 'restore', restored: number },
    next: {
      title: state.title,
      reading: state.reading,
      scenes,
      ...(film.filmAssetId && film.captionsAssetId && { film }),
      ...(audioAssetId && { audioAssetId }),
      keepsMedia: false,
    },
    needsJob,
    changesWords: false,
  };
}

type PageChange = {
  page: Partial<NextPage>;
  needsJob: boolean;
  record?: Partial<ChangeRecord>;
};

/** Changes one page, whose revision goes on; null where `edit` finds nothing to change. */
function changePage(
  story: StoryState,
  change: Change & { sceneId: string },
  edit: (page: PageState) => PageChange | null,
): PlannedChange | null {
  const page = story.scenes.find(({ id }) => id === change.sceneId);
  const edited = page && edit(page);
  if (!page || !edited) return null;
  const scenes = story.scenes.map((one) =>
    one === page ? { ...withoutMedia(one), ...edited.page, revision: one.revision + 1 } : withoutMedia(one),
  );
  return finish({ ...recordOf(story, change), ...edited.record }, { scenes }, edited.needsJob, false);
}

function finish(
  record: ChangeRecord,
  next: NextState,
  needsJob: boolean,
  changesWords: boolean,
): PlannedChange {
  return { record, next: { ...next, keepsMedia: !needsJob }, needsJob, changesWords };
}

function recordOf(story: StoryState, change: Change & { sceneId: string }): ChangeRecord {
  const page = story.scenes.findIndex(({ id }) => id === change.sceneId) + 1;
  const { kind, sceneId } = change;
  return { kind, sceneId, page, ...(kind === 'picture' && change.note && { note: change.note }) };
}

function withoutMedia(page: PageState): NextPage {
  const { pictureAssetId: _, narrationAssetId: __, clipAssetId: ___, videoAssetId: ____, ...rest } = page;
  return rest;
}

function spokenParts(wanted: Wanted): Part[] {
  if (!wanted.narration) return [];
  return wanted.clips ? ['narration', 'clip'] : ['narration'];
}

function addDue(page: PageState, parts: readonly Part[]): Part[] {
  return [...new Set([...page.due, ...parts])];
}

function nextVoice(voice: Voice): Voice {
  return VOICES[(VOICES.indexOf(voice) + 1) % VOICES.length] ?? voice;
}

/** Whether an editor who has this page open has what is there. */
function isSame(page: PageState, now: PageState | undefined): boolean {
  return (
    now !== undefined &&
    page.text === now.text &&
    page.title === now.title &&
    page.voice === now.voice &&
    page.pictureNote === now.pictureNote &&
    page.pictureTake === now.pictureTake
  );
}
