import type { StoryBrief, StoryDraft } from '../story/schema.ts';
import { badOutput } from './call-provider.ts';

/**
 * What a schema cannot say about a draft. Small slips of a writer are mended: two sheets with one id (the first is kept:
 * pages point at ids), a page that shows somebody without a sheet, no hero or two. A book with the wrong number of pages
 * or an empty page is refused.
 * @throws AppError `provider_bad_output`
 */
export function mendDraft(draft: StoryDraft, brief: StoryBrief): StoryDraft {
  // A given text has as many scenes as there is enough of it.
  const fits =
    brief.sourceText === undefined
      ? draft.scenes.length === brief.sceneCount
      : draft.scenes.length <= brief.sceneCount;
  if (!fits) {
    throw badOutput(`The story has ${draft.scenes.length} scenes instead of ${brief.sceneCount}.`);
  }
  const sheets = draft.characters.filter(
    (sheet, index) => draft.characters.findIndex((other) => other.id === sheet.id) === index,
  );
  const hero = sheets.find((sheet) => sheet.role === 'hero') ?? sheets[0];
  const characters = sheets.map((sheet) => {
    if (sheet.id === hero?.id) return { ...sheet, role: 'hero' as const };
    return sheet.role === 'hero' ? { ...sheet, role: 'companion' as const } : sheet;
  });
  const ids = new Set(sheets.map((sheet) => sheet.id));
  const scenes = draft.scenes.map((scene) => ({
    ...scene,
    text: scene.text.trim(),
    characterIds: [...new Set(scene.characterIds)].filter((id) => ids.has(id)),
  }));
  if (scenes.some((scene) => scene.text === '')) throw badOutput('A scene of the story has no text.');
  return { ...draft, characters, scenes };
}
