import type { AgeGroup, StoryDraft } from '../schema.ts';
import { adjustPages } from './adjust-reading.ts';

/**
 * A story brought towards its readers' band by rule (`adjustPages`), with what its pictures show: a thing that went with its
 * comparison (“like a bridge”) is not drawn either. Where the text is in the band already, the same draft comes back.
 */
export function adjustDraft<Draft extends Pick<StoryDraft, 'scenes' | 'characters'>>(
  draft: Draft,
  ageGroup: AgeGroup,
): Draft {
  const before = draft.scenes.map((scene) => scene.text);
  const cast = draft.characters.map((character) => character.name);
  const pages = adjustPages(before, ageGroup, cast);
  if (pages.every((page, at) => page === before[at])) return draft;
  const scenes = draft.scenes.map((scene, at) => {
    const text = pages[at] ?? scene.text;
    const isGone = (prop: string) => scene.text.includes(prop) && !text.includes(prop);
    return { ...scene, text, props: scene.props.filter((prop) => !isGone(prop)) };
  });
  return { ...draft, scenes };
}
