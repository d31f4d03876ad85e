import type { IllustrationStyle, StoryBrief } from '../story/schema';

/** Looks that other systems name in free words, and the nearest of ours. The first line that fits counts. */
const NEAREST: readonly (readonly [RegExp, IllustrationStyle])[] = [
  [/water\s?-?colou?r|aquarelle|gouache/i, 'watercolour'],
  [/paper|collage|cut-?out|origami/i, 'paper'],
  [/crayon|pencil|sketch|doodle|hand-?drawn|chalk|comic|cartoon/i, 'crayon'],
  [/night|dark|noir|space|sci-?-?fi|science fiction|cyberpunk|futuristic|mystery/i, 'night'],
  [/pastel|soft|minimal|dreamy|kawaii|anime/i, 'pastel'],
];

/**
 * A look in free words ("digital art", "fantasy") → our nearest style, with the words kept for models that take any.
 * Our own names are themselves.
 */
export function readPictureStyle(
  words: string | undefined,
): Pick<StoryBrief, 'style' | 'styleNote'> | undefined {
  const said = words?.trim();
  if (!said) return undefined;
  const style = NEAREST.find(([pattern]) => pattern.test(said))?.[1] ?? 'storybook';
  return said.toLowerCase() === style ? { style } : { style, styleNote: said };
}
