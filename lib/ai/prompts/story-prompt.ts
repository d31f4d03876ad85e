import type { CastMember, CharacterSheet, StoryBrief } from '../../story/schema.ts';
import { markData } from './as-data.ts';
import { planStoryLength } from './story-length.ts';
import { optionLines, wishLines } from './story-options.ts';

/**
 * Purpose: what is wanted this time, for everybody who works on the story: every option of the brief that bears on the text.
 * What we mean stands outside the marks; whatever a person typed, or a model made of it, stands inside. Pure.
 */
export function buildStoryPrompt(brief: StoryBrief): string {
  const { words, wordsPerScene } = planStoryLength(brief);
  return [
    ...optionLines(brief),
    `Scenes: exactly ${brief.sceneCount}.`,
    `Length: about ${words} words in all the scene texts together, about ${wordsPerScene} in each.`,
    ...(brief.sheets
      ? [
          'It goes on with characters who are drawn already, between the cast marks. They keep id, name, kind, pronoun, looks and clothes; nothing in the story contradicts them. Others may come along.',
        ]
      : []),
    ...(brief.before
      ? [
          'It is a new story with them, not the old one again. What happened last time stands between the before marks: nothing contradicts it, and a light word about it is welcome where it comes naturally.',
        ]
      : []),
    ...markData('request', [brief.prompt, ...wishLines(brief), ...toldLines(brief)]),
    ...(brief.before ? markData('before', [brief.before]) : []),
    ...(brief.sheets ? markData('cast', brief.sheets.map(describeSheet)) : []),
  ].join('\n');
}

/** A sheet in one line, for whoever writes about the figure or shows it. */
export function describeSheet(sheet: CharacterSheet): string {
  const { id, name, kind, role, pronoun, description, outfit, palette, seed } = sheet;
  return [
    `${id}: ${name}, ${kind}, ${role}, "${pronoun}". ${description}`,
    outfit && `Wears: ${outfit}.`,
    palette && palette.length > 0 && `Colours: ${palette.join(' ')}.`,
    `Seed: ${seed}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** What a conversation told, from its notes to the person's own words. */
function toldLines(brief: StoryBrief): string[] {
  const list = (heading: string, items: readonly string[] | undefined) =>
    items && items.length > 0 ? [heading, ...items.map((item, index) => `${index + 1}. ${item}`)] : [];
  return [
    ...(brief.title ? [`The title, to be kept: ${brief.title}`] : []),
    ...list(
      'Everybody in it; each gets a sheet under this name that looks as described:',
      brief.cast?.map(describeMember),
    ),
    ...list('Where it happens, in this order:', brief.locations),
    ...list('What happens, all of it, in this order:', brief.plotPoints),
    ...list('What it is about:', brief.themes),
    ...list('What the person said in their own words, oldest first; later words count more:', brief.words),
  ];
}

function describeMember({ name, description, relationships, arc }: CastMember): string {
  const parts = [
    description && `: ${description}`,
    relationships.length > 0 && ` [${relationships.join('; ')}]`,
    arc && ` — how they change: ${arc}`,
  ];
  return name + parts.filter(Boolean).join('');
}
