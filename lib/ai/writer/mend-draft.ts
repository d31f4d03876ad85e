import type { CharacterSheet, StoryBrief, StoryDraft } from '../../story/schema.ts';
import { badOutput } from '../call-provider.ts';

/**
 * What a schema cannot say about a draft. Small slips of a writer are mended: two sheets with one id (the first is kept:
 * pages point at ids), a page that shows somebody without a sheet or calls them by name, no hero or two. A book with the
 * wrong number of pages or an empty page is refused.
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
  const characters = mendCast(draft.characters);
  const scenes = draft.scenes.map((scene) => ({
    ...scene,
    text: scene.text.trim(),
    characterIds: findIds(scene.characterIds, characters),
  }));
  if (scenes.some((scene) => scene.text === '')) throw badOutput('A scene of the story has no text.');
  return { ...draft, characters, scenes };
}

function mendCast(characters: readonly CharacterSheet[]): CharacterSheet[] {
  const sheets = characters.filter(
    (sheet, index) => characters.findIndex((other) => other.id === sheet.id) === index,
  );
  const hero = sheets.find((sheet) => sheet.role === 'hero') ?? sheets[0];
  return sheets.map((sheet) => {
    if (sheet.id === hero?.id) return { ...sheet, role: 'hero' as const };
    return sheet.role === 'hero' ? { ...sheet, role: 'companion' as const } : sheet;
  });
}

/** Each once, and only those who have a sheet; small models write names where ids were asked for. */
export function findIds(said: readonly string[], characters: readonly CharacterSheet[]): string[] {
  const ids = said.flatMap((one) => {
    const known =
      characters.find((sheet) => sheet.id === one) ??
      characters.find((sheet) => sheet.name.toLowerCase() === one.trim().toLowerCase());
    return known ? [known.id] : [];
  });
  return [...new Set(ids)];
}
