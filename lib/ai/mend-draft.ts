import type { StoryBrief, StoryDraft } from '../story/schema.ts';
import { badOutput } from './call-provider.ts';

/**
 * What a schema cannot say about a draft. Small slips of a writer are mended (a page that shows somebody without a
 * sheet, two heroes); a book with the wrong number of pages or two sheets of one name is refused.
 * @throws AppError `provider_bad_output`
 */
export function mendDraft(draft: StoryDraft, brief: StoryBrief): StoryDraft {
  if (draft.scenes.length !== brief.sceneCount) {
    throw badOutput(`The story has ${draft.scenes.length} scenes instead of ${brief.sceneCount}.`);
  }
  const ids = new Set(draft.characters.map((sheet) => sheet.id));
  if (ids.size !== draft.characters.length) throw badOutput('Two characters of the story have the same id.');

  const hero = draft.characters.find((sheet) => sheet.role === 'hero') ?? draft.characters[0];
  const characters = draft.characters.map((sheet) => {
    if (sheet.id === hero?.id) return { ...sheet, role: 'hero' as const };
    return sheet.role === 'hero' ? { ...sheet, role: 'companion' as const } : sheet;
  });
  const scenes = draft.scenes.map((scene) => ({
    ...scene,
    text: scene.text.trim(),
    characterIds: [...new Set(scene.characterIds)].filter((id) => ids.has(id)),
  }));
  if (scenes.some((scene) => scene.text === '')) throw badOutput('A scene of the story has no text.');
  return { ...draft, characters, scenes };
}
