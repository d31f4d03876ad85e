import type { StoryDraft } from '../../story/schema.ts';

/** What a text of a draft is: what may stand in its place depends on it. */
export type DraftPart =
  | 'title'
  | 'telling'
  | 'moral'
  | 'name'
  | 'kind'
  | 'description'
  | 'outfit'
  | 'chapter-title'
  | 'summary'
  | 'prop';

/** @property path in dot notation, as the guard names it @property page counted from 0, of what belongs to one */
export type DraftPlace = { path: string; part: DraftPart; page?: number };

/**
 * A draft with every text of it changed: all that the guard looks at (lib/safety/guard.ts), in its order. A prop that comes
 * back empty is left out. Pure as far as `change` is.
 */
export function mapDraftTexts(
  draft: StoryDraft,
  change: (text: string, place: DraftPlace) => string,
): StoryDraft {
  return {
    ...draft,
    title: change(draft.title, { path: 'title', part: 'title' }),
    ...(draft.premise !== undefined && {
      premise: change(draft.premise, { path: 'premise', part: 'telling' }),
    }),
    ...(draft.outline !== undefined && {
      outline: draft.outline.map((text, index) =>
        change(text, { path: `outline.${index}`, part: 'telling' }),
      ),
    }),
    moral: change(draft.moral, { path: 'moral', part: 'moral' }),
    characters: draft.characters.map((sheet, index) => {
      const at = (part: 'name' | 'kind' | 'description' | 'outfit') =>
        change(sheet[part], { path: `characters.${index}.${part}`, part });
      return {
        ...sheet,
        name: at('name'),
        kind: at('kind'),
        description: at('description'),
        outfit: at('outfit'),
      };
    }),
    scenes: draft.scenes.map((scene, page) => {
      const path = `scenes.${page}`;
      return {
        ...scene,
        ...(scene.title !== undefined && {
          title: change(scene.title, { path: `${path}.title`, part: 'chapter-title', page }),
        }),
        text: change(scene.text, { path: `${path}.text`, part: 'telling', page }),
        summary: change(scene.summary, { path: `${path}.summary`, part: 'summary', page }),
        props: scene.props
          .map((prop) => change(prop, { path: `${path}.props`, part: 'prop', page }))
          .filter((prop) => prop !== ''),
      };
    }),
  };
}

/** The whole story as it is held to its tone. */
export function wholeOf(draft: StoryDraft): string {
  return draft.scenes.map((scene) => scene.text).join('\n');
}
