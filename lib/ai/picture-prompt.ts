import type { CharacterSheet, IllustrationStyle, SceneSetting } from '../story/schema.ts';

const STYLES: Record<IllustrationStyle, string> = {
  storybook: 'classic picture-book illustration, gouache, soft edges, warm light',
  watercolour: 'loose watercolour on rough paper, visible brushwork, gentle bleeding of colours',
  paper: 'layered cut-paper collage with soft shadows between the layers',
  night: 'picture-book illustration in deep blues and violets with glowing points of light',
  crayon: 'child-like wax-crayon drawing with visible strokes on white paper',
  pastel: 'soft chalk pastels, powdery texture, pale harmonious colours',
};
const MOODS: Record<SceneSetting['mood'], string> = {
  calm: 'calm',
  happy: 'cheerful',
  curious: 'full of curiosity',
  worried: 'a little worried, never frightening',
  sad: 'tender and a little sad',
  brave: 'brave',
  magical: 'magical',
  sleepy: 'sleepy and cosy',
};

/** What a brief says about the look in free words. */
export type PictureWishes = {
  styleNote?: string | undefined;
  theme?: string | undefined;
  mood?: string | undefined;
};

/**
 * The words that ask a model for one page's picture. Every character's description and outfit stands in it word for
 * word, on every page: that is what keeps them looking the same. Pure.
 * @param depiction what is shown, with the sheets of everybody seen, the hero first
 * @param summary one sentence of what happens
 * @param wishes what else was asked of the look
 */
export function buildPicturePrompt(
  depiction: {
    setting: SceneSetting;
    characters: CharacterSheet[];
    props: string[];
    style: IllustrationStyle;
  },
  summary: string,
  wishes: PictureWishes = {},
): string {
  const { setting, characters, props, style } = depiction;
  const lines = [
    `A page of a children's picture book: ${summary}`,
    `Style: ${STYLES[style]}. The same artist and the same style on every page.`,
    wishes.styleNote && `The look that was asked for: ${wishes.styleNote}.`,
    wishes.theme && `The theme of the whole book: ${wishes.theme}.`,
    `Place: ${setting.place}, ${setting.timeOfDay}, ${weatherWords(setting.weather)}. The mood is ${MOODS[setting.mood]}.`,
    ...characters.map(describeCharacter),
    wishes.mood && `It is for somebody who feels: ${wishes.mood}. The picture does them good.`,
    props.length > 0 && `Also visible: ${props.join(', ')}.`,
    characters.length > 0
      ? `Only ${characters.map((sheet) => sheet.name).join(' and ')} and nobody else. Each of them once.`
      : 'Nobody is in the picture.',
    'No letters, words, numbers, logos, frames or borders. Keep the bottom fifth free of anything important.',
  ];
  return lines.filter((line) => Boolean(line)).join('\n');
}

function describeCharacter(sheet: CharacterSheet): string {
  const outfit = sheet.outfit === '' ? '' : ` Always wears: ${sheet.outfit}.`;
  return `${sheet.name} (${sheet.kind}): ${sheet.description}${outfit}`;
}

function weatherWords(weather: SceneSetting['weather']): string {
  return weather === 'clear'
    ? 'clear weather'
    : `${weather} weather`.replace('cloudy weather', 'a cloudy sky');
}
