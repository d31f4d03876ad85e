import type { CharacterSheet, StoryBrief } from '../../../story/schema.ts';
import type { Figure, PromptReading } from '../understand-prompt/prompt-reading.ts';
import { figureOfSheet, findSheet } from './sheet-figure.ts';

/** Who comes along unasked. */
const MOST_FRIENDS = 2;
/** Others of the prompt beside those who are known already. */
const MOST_STRANGERS = 2;

/**
 * The reading with the characters of an earlier story in it: its hero is the hero again, whoever the prompt speaks of
 * first; friends come along, or those of them whom the prompt names; whoever was met on the way comes back when named.
 */
export function readSheets(brief: StoryBrief, reading: PromptReading): PromptReading {
  const { sheets } = brief;
  const known = sheets?.find((sheet) => sheet.role === 'hero') ?? sheets?.[0];
  if (!sheets || !known) return reading;
  const spokenOf = [reading.hero, ...reading.companions, ...(reading.more ?? [])].filter(
    (figure) => figure !== undefined,
  );
  const sheetOf = (figure: Figure) => findSheet(sheets, figure);
  const named = sheets.filter(
    (sheet) =>
      sheet !== known && (spokenOf.some((figure) => sheetOf(figure) === sheet) || isNamedIn(brief, sheet)),
  );
  const friends = named.length > 0 ? named : sheets.filter(({ role }) => role === 'companion');
  const strangers = spokenOf.filter((figure) => sheetOf(figure) === undefined).slice(0, MOST_STRANGERS);
  const { hero, companions, more, ...rest } = reading;
  const met = meetStranger(reading, strangers[0]);
  return {
    ...rest,
    ...met,
    hero: figureOfSheet(
      known,
      spokenOf.find((figure) => sheetOf(figure) === known),
    ),
    companions: [
      ...friends.slice(0, named.length > 0 ? named.length : MOST_FRIENDS).map((sheet) =>
        figureOfSheet(
          sheet,
          spokenOf.find((figure) => sheetOf(figure) === sheet),
        ),
      ),
      ...strangers.slice(Object.keys(met).length),
    ],
  };
}

/** "A lost kitten needs help": the prompt is about somebody new, and the hero of before is who meets them. */
function meetStranger(
  { hero, needy, newFriend, signals }: PromptReading,
  stranger: Figure | undefined,
): Pick<PromptReading, 'needy' | 'newFriend'> {
  if (!stranger || stranger !== hero || needy || newFriend) return {};
  if (signals.helping) return { needy: { ...stranger, role: 'needy' } };
  return signals['new-friend'] ? { newFriend: { ...stranger, role: 'new-friend' } } : {};
}

/** "Old Owl" is named by "the old owl" too. */
function isNamedIn({ prompt, plotPoints = [], words = [] }: StoryBrief, { name }: CharacterSheet): boolean {
  const said = [prompt, ...plotPoints, ...words].join('\n').toLowerCase();
  const whole = name.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<!\\p{L})${whole}(?!\\p{L})`, 'u').test(said);
}
