import type { StoryBrief } from '../../../story/schema.ts';
import type { Random } from '../../random.ts';
import type { Beat, Member } from '../stage.ts';
import { withoutMarks } from '../template.ts';
import { toneLines } from '../textures.ts';
import { isOlder, OLDER_LINES, rewriteForAudience } from './audience.ts';
import { BEDTIME_CLOSINGS, quieten, sleepCoda } from './bedtime.ts';
import { ratingLines, soften } from './content-ratings.ts';
import { codaOf, endingClosings, endingMoral } from './endings.ts';
import { tellAsHero } from './first-person.ts';
import type { MannerLines } from './manner-lines.ts';
import { findPersona } from './personas.ts';
import { listSelfIntroductions, POINT_OF_VIEW_LINES } from './point-of-view-lines.ts';
import { profileLines } from './reader-profile.ts';
import { contract, expand } from './short-forms.ts';
import { themeLine } from './theme-lines.ts';
import { WRITING_STYLE_LINES } from './writing-style-lines.ts';

/** How a story is told, beyond what happens in it: everything the options of a brief add to the plot's own words. */
export type Manner = {
  /** Told before anything else, whatever the length. */
  opening: string[];
  /** Who the hero is, in their own words; stands in place of the plot's introduction. */
  selfIntroduction: string | undefined;
  /** Told right after who it is about. */
  early: string[];
  /** One for each option, told in the middle whatever the length; then more of the same where there is room. */
  middle: string[];
  more: string[];
  /** Told near the end. */
  last: string[];
  closings: readonly string[] | undefined;
  coda: Beat | undefined;
  moral: string | undefined;
  /** Things a picture shows where the words name them. */
  props: string[];
  isMild: boolean;
  /** Told before sleep: only quiet plots are. */
  isBedtime: boolean;
  /** Plain words want no figures of speech. */
  allows(text: string): boolean;
  /** A filled page, as this manner says it; `others` are all the ways in which those beside the hero are named. */
  rewrite(page: string, others: readonly string[]): string;
};

const FIGURE_OF_SPEECH = /\b(?:like an? |like the |as if |as though |as \p{L}+ as )/u;

export function chooseManner(brief: StoryBrief, hero: Member, hasHabit: boolean, random: Random): Manner {
  const age = brief.ageGroup;
  const tellsSelf = brief.pointOfView === 'first-person';
  const banks: MannerLines[] = [];
  if (brief.persona) banks.push(findPersona(brief.persona).lines[age]);
  if (brief.writingStyle && brief.writingStyle !== 'plain')
    banks.push(WRITING_STYLE_LINES[brief.writingStyle][age]);
  if (brief.pointOfView && brief.pointOfView !== 'first-person')
    banks.push(POINT_OF_VIEW_LINES[brief.pointOfView][age]);
  if (brief.contentRating) banks.push(ratingLines(brief.contentRating, age));
  // Gentle is how the plots are told anyway.
  if (brief.tone !== 'gentle') banks.push({ middle: toneLines(age, brief.tone) });
  if (isOlder(brief)) banks.push(OLDER_LINES);
  const profile = brief.profile && profileLines(brief.profile, age);

  // Whoever tells of themselves needs no other teller.
  const fits = (line: string) => !tellsSelf || !/\b(?:I|me|my)\b/i.test(line);
  const openings = banks.flatMap((bank, index) => {
    const own = (bank.opening ?? []).filter(fits);
    return own.length > 0 ? [random.fork(`opening ${index}`).pick(own)] : [];
  });
  const shuffled = banks.map((bank, index) =>
    random.fork(`middle ${index}`).shuffle(bank.middle.filter(fits)),
  );
  const ownClosings = banks.flatMap((bank) => bank.closing ?? []);
  const coda = brief.ending && codaOf(brief.ending);
  return {
    opening: [...(profile?.opening ?? []), ...openings],
    selfIntroduction: tellsSelf ? random.fork('self').pick(listSelfIntroductions(age, hasHabit)) : undefined,
    early: profile?.early ?? [],
    middle: [...shuffled.flatMap((lines) => lines.slice(0, 1)), ...(profile?.middle.slice(0, 2) ?? [])],
    more: [...shuffled.flatMap((lines) => lines.slice(1)), ...(profile?.middle.slice(2) ?? [])],
    last: [...(brief.theme ? [themeLine(brief.theme, age)] : []), ...(profile?.last ?? [])],
    closings: brief.bedtime
      ? BEDTIME_CLOSINGS[age]
      : brief.ending
        ? endingClosings(brief.ending, age)
        : ownClosings.length > 0
          ? ownClosings
          : undefined,
    coda: brief.bedtime ? sleepCoda(coda) : coda,
    moral: brief.ending && endingMoral(brief.ending),
    props: profile?.props ?? [],
    isMild: brief.contentRating === 'G',
    isBedtime: brief.bedtime === true,
    allows: (text) => brief.writingStyle !== 'plain' || !FIGURE_OF_SPEECH.test(text),
    rewrite: rewriterFor(brief, hero),
  };
}

function rewriterFor(brief: StoryBrief, hero: Member): Manner['rewrite'] {
  return (page, others) => {
    let text = brief.pointOfView === 'first-person' ? tellAsHero(page, hero, others) : page;
    text = withoutMarks(text);
    if (brief.contentRating === 'G') text = soften(text);
    text = rewriteForAudience(text, brief.audience, [
      hero.name,
      ...others.filter((other) => /^\p{Lu}/u.test(other)),
    ]);
    if (brief.writingStyle === 'plain') text = dropComparisons(text);
    if (brief.writingStyle === 'casual') text = contract(text);
    if (brief.writingStyle === 'formal') text = calmNarration(expand(text));
    if (brief.bedtime) text = quieten(text);
    return text;
  };
}

/** "glowing like a small sun" glows; what a thing is like is left to the reader. */
function dropComparisons(text: string): string {
  return text
    .replace(/, (?:just |rather )?(?:like an? |like the |as if |as though )[^,.;:!?“”]*(?=[.;!?])/g, '')
    .replace(/(\p{L}+(?:ing|ed|ly|up|down)) (?:like an? |as if |as though )[^,.;:!?“”]*(?=[,.;!?])/gu, '$1');
}

/** A formal teller does not exclaim; those who speak in the story may. */
function calmNarration(text: string): string {
  return text
    .split(/(“[^”]*”)/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/!+/g, '.')))
    .join('');
}
