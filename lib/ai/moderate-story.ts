import 'server-only';
import { describeListener } from '@/lib/safety/guard';
import type { StoryBrief } from '@/lib/story/schema';
import { type ModerationContext, moderateTexts, type TextToModerate } from './moderate-texts';

type Context = Pick<ModerationContext, 'payer' | 'signal'>;

/**
 * Has `MODERATION_MODEL` judge what somebody asks for, as `guardBrief` left it: what tells who and where a child is has given
 * way to words by then.
 * @throws AppError as `moderateTexts`
 */
export function moderateBrief(brief: StoryBrief, context: Context): Promise<void> {
  return moderateTexts(listBriefTexts(brief), {
    ...context,
    listener: listenerOf(brief),
    maxCostMicros: brief.maxCostMicros,
  });
}

/**
 * Has it judge the words that a picture or a film is asked for with, before they are sent to anybody.
 * @throws AppError as `moderateTexts`
 */
export function moderateDepiction(
  prompt: string,
  place: 'picture' | 'video',
  brief: StoryBrief,
  context: Context,
): Promise<void> {
  return moderateTexts([{ text: prompt, place }], {
    ...context,
    listener: listenerOf(brief),
    maxCostMicros: brief.maxCostMicros,
  });
}

function listenerOf(brief: StoryBrief): ModerationContext['listener'] {
  const { ageGroup, contentRating } = describeListener(brief);
  return { ageGroup, contentRating };
}

/** Small things that belong together are judged together: a name alone says little. */
function listBriefTexts(brief: StoryBrief): TextToModerate[] {
  const { profile, cast = [], sheets = [] } = brief;
  const lines: [field: string, lines: readonly (string | undefined)[]][] = [
    ['prompt', [brief.prompt]],
    ['title', [brief.title, brief.theme, brief.setting, brief.styleNote, brief.persona]],
    ['characters', brief.characters],
    ...cast.map((member, index): [string, readonly string[]] => [
      `cast.${index}`,
      [member.name, member.description, ...member.relationships, member.arc],
    ]),
    ...sheets.map((sheet, index): [string, readonly string[]] => [
      `sheets.${index}`,
      [sheet.name, sheet.kind, sheet.description, sheet.outfit],
    ]),
    ['locations', brief.locations ?? []],
    ['themes', brief.themes ?? []],
    ['plotPoints', brief.plotPoints ?? []],
    ['words', brief.words ?? []],
    ['before', [brief.before]],
    [
      'profile',
      [
        profile?.mood,
        profile?.routine,
        ...(profile?.preferences ?? []),
        ...(profile?.favouriteCharacters ?? []),
        ...(profile?.calmingElements ?? []),
      ],
    ],
  ];
  const given: TextToModerate[] =
    brief.sourceText === undefined
      ? []
      : [{ text: brief.sourceText, place: 'document', field: 'sourceText' }];
  return [...lines.map(([field, said]) => joinText('prompt', field, said)), ...given];
}

function joinText(
  place: TextToModerate['place'],
  field: string,
  lines: readonly (string | undefined)[],
): TextToModerate {
  return { place, field, text: lines.filter(Boolean).join('\n') };
}
