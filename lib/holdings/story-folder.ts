import { baseNameOf } from '../storage/file-name.ts';
import { extensionOf } from '../storage/paths.ts';
import type { HeldStory } from './list-stories';

const LONGEST_NAME = 60;

type Asset = HeldStory['assets'][number];
export type StoryFilePlan = { asset: Asset; name: string };

/** `stories/0001 The Mouse and the Moon`: sorted as they were told, and as every file system takes it. */
export function storyFolder(title: string, position: number): string {
  const plain =
    baseNameOf(title)
      .slice(0, LONGEST_NAME)
      .replaceAll(/[. ]+$/g, '')
      .trim() || 'Story';
  return `stories/${String(position).padStart(4, '0')} ${plain}`;
}

/** Where each file of a story goes: what is in use by its page, everything else that was made under `earlier/`. Pure. */
export function planStoryFiles(story: HeldStory): StoryFilePlan[] {
  const names = new Map<string, string>();
  const use = (assetId: string | null, name: string) => {
    if (assetId) names.set(assetId, name);
  };
  const { film_asset_id, captions_asset_id, poster_asset_id, audio_asset_id } = story;
  use(film_asset_id, 'film');
  use(captions_asset_id, 'captions');
  use(poster_asset_id, 'poster');
  use(audio_asset_id, 'voice of the whole story');
  for (const scene of story.scenes) {
    const page = `page ${String(scene.position + 1).padStart(3, '0')}`;
    use(scene.picture_asset_id, `pictures/${page}`);
    use(scene.narration_asset_id, `voices/${page}`);
    use(scene.clip_asset_id, `clips/${page}`);
    use(scene.video_asset_id, `videos/${page}`);
  }
  return story.assets
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((asset) => {
      const name = names.get(asset.id) ?? nameUnused(asset);
      return { asset, name: `${name}.${extensionOf(asset.media_type)}` };
    });
}

/** A character's picture is in use too, but a story may have several; of the others there is a newer one. */
function nameUnused({ id, kind }: Asset): string {
  return kind === 'character' ? `characters/${id}` : `earlier/${kind} ${id}`;
}
