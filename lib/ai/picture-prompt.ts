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
  /** What somebody asked of this very page. */
  pageNote?: string | undefined;
};

/**
 * The words that ask a model for one page's picture. Every character's sheet (description, outfit, palette) stands in it
 * word for word, on every page: that is what keeps them looking the same. Pure.
 * @param depiction what is shown, with the sheets of everybody seen, the hero first
 * @param summary one sentence of what happens
 * @param wishes what else was asked of the look
 * @param help.referenceIds whose reference pictures go with the words, in their order
 * @param help.isAgain an earlier picture of the page showed somebody otherwise than the other pages
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
  help: { referenceIds?: string[]; isAgain?: boolean } = {},
): string {
  const { setting, characters, props, style } = depiction;
  const names = joinNames(characters);
  const lines = [
    `A page of a children's picture book: ${summary}`,
    `Style: ${STYLES[style]}. The same artist and the same style on every page.`,
    wishes.styleNote && `The look that was asked for: ${wishes.styleNote}.`,
    wishes.theme && `The theme of the whole book: ${wishes.theme}.`,
    `Place: ${setting.place}, ${setting.timeOfDay}, ${weatherWords(setting.weather)}. The mood is ${MOODS[setting.mood]}.`,
    ...characters.map(describeCharacter),
    ...nameReferences(characters, help.referenceIds ?? []),
    wishes.pageNote && `What was asked of this page, above all: ${wishes.pageNote}.`,
    wishes.mood && `It is for somebody who feels: ${wishes.mood}. The picture does them good.`,
    props.length > 0 && `Also visible: ${props.join(', ')}.`,
    characters.length > 0 ? `Only ${names} and nobody else. Each of them once.` : 'Nobody is in the picture.',
    help.isAgain === true &&
      characters.length > 0 &&
      `This page is drawn again because somebody looked different on it: keep ${names} exactly as described, the same face, shape, clothes and colours as on every other page.`,
    'No letters, words, numbers, logos, frames or borders. Keep the bottom fifth free of anything important.',
  ];
  return lines.filter((line) => Boolean(line)).join('\n');
}

/** The words that ask for a character's reference picture: alone, whole and plain, to draw every page from. Pure. */
export function buildCharacterPrompt(
  sheet: CharacterSheet,
  look: { style: IllustrationStyle; styleNote?: string | undefined },
): string {
  const lines = [
    `A character sheet of a children's picture book: ${sheet.name}, alone, once.`,
    `Style: ${STYLES[look.style]}.`,
    look.styleNote && `The look that was asked for: ${look.styleNote}.`,
    describeCharacter(sheet),
    'The whole figure from head to feet, standing upright, seen from the front, calm and friendly, in even daylight.',
    'The background is plain and almost white, without ground, shadow, scenery or things. The picture shows one view only.',
    'No letters, words, numbers, logos, colour swatches, frames or borders.',
  ];
  return lines.filter((line) => Boolean(line)).join('\n');
}

function describeCharacter(sheet: CharacterSheet): string {
  const outfit = sheet.outfit === '' ? '' : ` Always wears: ${sheet.outfit}.`;
  const colours = sheet.palette?.length ? ` Always in these colours: ${sheet.palette.join(', ')}.` : '';
  return `${sheet.name} (${sheet.kind}): ${sheet.description}${outfit}${colours}`;
}

function nameReferences(characters: CharacterSheet[], referenceIds: string[]): string[] {
  const named = referenceIds.flatMap((id, index) => {
    const sheet = characters.find((candidate) => candidate.id === id);
    return sheet ? [`picture ${index + 1} is ${sheet.name}`] : [];
  });
  if (named.length === 0) return [];
  return [
    `Of the pictures given with these words, ${named.join(', ')}: take over exactly how they look, not how they stand, and nothing of the background.`,
  ];
}

function joinNames(characters: CharacterSheet[]): string {
  return characters.map((sheet) => sheet.name).join(' and ');
}

function weatherWords(weather: SceneSetting['weather']): string {
  return weather === 'clear'
    ? 'clear weather'
    : `${weather} weather`.replace('cloudy weather', 'a cloudy sky');
}
