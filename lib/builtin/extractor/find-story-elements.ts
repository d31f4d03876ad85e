import { contains, meaningOf, saysAllOf } from '../../dossier/meaning.ts';
import { type Dossier, type DossierFindings, NO_FINDINGS, type Utterance } from '../../dossier/schema.ts';
import { genderOfName } from '../storyteller/understand-prompt/given-names.ts';
import { readTerms } from '../storyteller/understand-prompt/terms.ts';
import { calmText, splitSentences } from './calm-text.ts';
import { findLocations, findSettingStatement } from './find-locations.ts';
import { findPeople } from './find-people.ts';
import { findThemes } from './find-themes.ts';
import { readAnswer, stripOpening } from './read-answer.ts';
import { readClauses } from './read-clauses.ts';
import { type Correction, readCorrections } from './read-corrections.ts';
import { readQuestion } from './read-question.ts';
import { readWishes, type Wishes } from './read-wishes.ts';
import { type Member, StoryCast } from './story-cast.ts';

export type Told = {
  locations: string[];
  themes: string[];
  plotPoints: string[];
  removed: Correction['removed'];
  wishes: Wishes;
};

/**
 * What a piece of conversation tells about the story that the dossier does not say yet. Pure, and quick enough to be asked
 * in every turn. Reading the same again finds nothing once its findings are merged.
 * @param messages the unread ones, with a few before them for what "she" and "yes" mean
 */
export function findStoryElements({
  messages,
  dossier,
}: {
  messages: readonly Utterance[];
  dossier: Dossier;
}): DossierFindings {
  const cast = new StoryCast(dossier);
  const told: Told = { locations: [], themes: [], plotPoints: [], removed: [], wishes: {} };
  let question = readQuestion('');
  for (const { role, text } of messages) {
    if (role === 'assistant') {
      question = readQuestion(text);
      for (const member of cast.members.slice())
        if (question.question.includes(member.name)) cast.speakOf(member);
      continue;
    }
    readMessage(text, question, cast, told, dossier);
    question = readQuestion('');
  }
  return collect(cast, told, dossier);
}

function readMessage(
  text: string,
  question: ReturnType<typeof readQuestion>,
  cast: StoryCast,
  told: Told,
  dossier: Dossier,
): void {
  const calm = readAnswer(calmText(text), question, cast);
  const lines = {
    locations: [...dossier.locations, ...told.locations],
    themes: [...dossier.themes, ...told.themes],
  };
  const hasListener = cast.isNextListener();
  for (const [index, sentence] of splitSentences(calm).entries()) {
    const asked = index === 0 ? question.asked : null;
    const opened = stripOpening(sentence);
    if (opened === '' || isAboutTheApp(opened)) continue;
    if (asked === 'title') {
      const title = readWishes(opened, asked, false).title;
      if (title) {
        told.wishes.title = title;
        continue;
      }
    }
    const corrected = readCorrections(withoutBooks(opened), cast, lines, cast.latestUnnamed());
    told.removed.push(...corrected.removed);
    // What somebody did who is left out does not happen either.
    for (const name of corrected.leftOut) {
      const mentions = (line: string) => contains(line, meaningOf(name).split(' ').at(-1) ?? name);
      told.removed.push(
        ...dossier.plotPoints.filter(mentions).map((value) => ({ field: 'plotPoints' as const, value })),
      );
      told.plotPoints = told.plotPoints.filter((line) => !mentions(line));
    }
    told.themes.push(...findThemes(corrected.rest, asked));
    const rest = withoutWishes(corrected.rest).trim();
    const terms = rest === '' ? [] : readTerms(rest);
    const isPlaceAnswer = asked === 'place';
    const isHeroAnswer =
      asked === 'hero' || asked === 'friend' || asked === 'name' || (asked === 'other' && index === 0);
    const isIdea = asked === 'theme' && terms.length <= 5 && corrected.rest === opened;
    const people =
      isIdea ||
      (isPlaceAnswer &&
        terms.length <= 5 &&
        !terms.some((term) => term.nameGender) &&
        !/\b(is|called|lives?|goes|with)\b/.test(rest))
        ? []
        : findPeople(terms, cast, isHeroAnswer);
    const listening =
      people.some((one) => one.members.some((member) => member.isListener)) || (hasListener && index === 0);
    Object.assign(told.wishes, readWishes(opened, asked, listening));
    if (isMeta(rest)) continue;
    for (const place of findLocations(terms, cast, isPlaceAnswer)) told.locations.push(place);
    const setting = findSettingStatement(rest);
    if (setting && !told.locations.some((one) => contains(one, setting) || contains(setting, one)))
      told.locations.push(setting);
    relateFriends(
      people.flatMap((one) => (one.isNew ? one.members : [])),
      people,
      asked,
      cast,
      question.question,
    );
    const clauses = readClauses(terms, people, cast, asked === 'plot');
    told.plotPoints.push(...clauses.plotPoints);
    told.themes.push(...clauses.themes);
  }
}

/** "his dog Rex", "her friend Bip", and whoever answers "Does she have a friend?". */
function relateFriends(
  added: Member[],
  people: ReturnType<typeof findPeople>,
  asked: string | null,
  cast: StoryCast,
  question: string,
): void {
  for (const mention of people) {
    const { phrase } = mention;
    if (!phrase?.owner || !phrase.kind || /^(my|our|its)$/.test(phrase.owner)) continue;
    const first = people[people.indexOf(mention) - 1]?.members[0];
    const pronoun = phrase.owner === 'his' ? 'he' : phrase.owner === 'her' ? 'she' : undefined;
    const owner =
      first && !mention.members.includes(first)
        ? first
        : pronoun
          ? cast
              .latest(4)
              .find(
                (one) => !mention.members.includes(one) && one.pronoun !== (pronoun === 'he' ? 'she' : 'he'),
              )
          : cast.find(phrase.owner);
    if (!owner) continue;
    if (pronoun && owner.pronoun === undefined) owner.pronoun = pronoun;
    for (const member of mention.members) {
      const what = [...phrase.adjectives, phrase.kind].join(' ');
      member.relationships.push(`${owner.name}'s ${what}`);
    }
  }
  if (asked !== 'friend' || !/\bfriend|companion|helper|sidekick/.test(question)) return;
  const hero = cast.members.find((one) => !added.includes(one) && !one.isListener);
  for (const member of added)
    if (hero && member.relationships.length === 0) member.relationships.push(`${hero.name}'s friend`);
}

/** Books and films somebody likes are not the story. */
function withoutBooks(sentence: string): string {
  return sentence
    .replace(
      /\b(likes?|loves?|loved|reads?|reading|watch(?:es|ed|ing)?|seen|favou?rite (?:book|film|movie|story|show) is|such as|similar to|fan of|in the style of|obsessed with|a bit like|just like|like in|like) ((?:the )?(?:[A-Z][\p{L}'-]+)(?: (?:[A-Z][\p{L}'-]+|the|of|and the|in|who))*)/gu,
      (found, _verb: string, title: string) =>
        /\s/.test(title) || genderOfName(title) === undefined ? '' : found,
    )
    .replace(/\bin the style of [^.,!?]+/gi, '');
}

/** What is wished of the whole is not told in it: "make it funny", "for my four-year-old", "six pages". */
function withoutWishes(sentence: string): string {
  return sentence
    .replace(/\bonce upon a time,? ?(there (was|were|lived) )?/gi, '')
    .replace(
      /\b(with |in |about )?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (pages?|scenes?|chapters?|pictures?)( long)?\b/gi,
      '',
    )
    .replace(
      /\b(make|keep|have) (it|the story|everything) (very |really |a bit |nice and |more |not too )*[\w-]+( and [\w-]+)?\b(?= ?$| ?[,.!?]| please)/gi,
      '',
    )
    .replace(
      /^(can|could|will|would) (you|we) (please )?(help me |help us )?(write|tell|make|do|have|create)( me| us)?\b/i,
      '',
    )
    .replace(
      /^(tell|write|give|make|create) (me|us)( a| an| the)?( \w+){0,2} (story|tale|book)?\b ?/i,
      (found) =>
        /story|tale|book/.test(found) ? '' : found.replace(/^(tell|write|give|make|create) (me|us) ?/i, ''),
    );
}

function isAboutTheApp(sentence: string): boolean {
  return (
    /\b(how (does|do|can|much|many|long)|can you|do you|are you|what can|is it (free|possible)|does it cost|what is your|who are you|will it|where can i)\b[^?]*\?/i.test(
      sentence,
    ) &&
    !/\b(can|could|will|would) you (please )?(make|write|tell|call|add|put|have|change|include|give)\b/i.test(
      sentence,
    )
  );
}

/** Said of the speaker, not of the story. */
function isMeta(sentence: string): boolean {
  return (
    (/^(i|we) (am|are|have|teach|work|live|was|were|need|love|like|do|read|had|will|can|just|would)\b/i.test(
      sentence,
    ) &&
      !/\b(story|about|where|who|he|she|they|called|named)\b/i.test(sentence.slice(3))) ||
    /^(my|our) (class|students|pupils|kids|children|school)\b/i.test(sentence)
  );
}

function collect(cast: StoryCast, told: Told, dossier: Dossier): DossierFindings {
  const characters: DossierFindings['characters'] = [];
  for (const member of cast.members) {
    if (member.isListener) continue;
    const known = dossier.characters.find(
      (one) =>
        meaningOf(one.name) === meaningOf(member.name) ||
        cast.renamed.some(({ from, to }) => to === member.name && meaningOf(from) === meaningOf(one.name)),
    );
    const isSaid = (text: string) =>
      dossier.characters.some((one) => contains(one.description, text) || contains(one.arc, text));
    const description = member.description.filter((text) => !isSaid(text)).join(', ');
    const arc = member.arc.filter((text) => !isSaid(text)).join('; ');
    const relationships = member.relationships.filter(
      (text) => !known?.relationships.some((one) => meaningOf(one) === meaningOf(text)),
    );
    if (known && !description && !arc && relationships.length === 0) continue;
    characters.push({
      name: member.name.slice(0, 80),
      description: description.slice(0, 600) || null,
      relationships: relationships.slice(0, 12).map((text) => text.slice(0, 200)),
      arc: arc.slice(0, 400) || null,
    });
  }
  const isNewLine = (known: readonly string[]) => (text: string) =>
    !known.some((one) => saysAllOf(one, text));
  const { wishes } = told;
  const changed = <Key extends keyof Wishes>(key: Key) =>
    wishes[key] !== undefined && wishes[key] !== dossier[key] ? wishes[key] : null;
  return {
    ...NO_FINDINGS,
    title: changed('title')?.slice(0, 120) ?? null,
    characters: characters.slice(0, 20),
    themes: unique(told.themes.map((text) => text.slice(0, 120)))
      .filter(isNewLine(dossier.themes))
      .slice(0, 40),
    locations: unique(told.locations.map((text) => text.slice(0, 200)))
      .filter(
        (text) =>
          !told.removed.some((one) => one.field === 'locations' && meaningOf(one.value) === meaningOf(text)),
      )
      .filter(isNewLine(dossier.locations))
      .slice(0, 40),
    plotPoints: unique(told.plotPoints.map((text) => text.slice(0, 400)))
      .filter((text) => !dossier.plotPoints.some((one) => isSameDeed(one, text)))
      .slice(0, 40),
    tone: changed('tone') ?? null,
    ageGroup: changed('ageGroup') ?? null,
    style: changed('style') ?? null,
    sceneCount: changed('sceneCount') ?? null,
    renamed: cast.renamed
      .filter(({ from }) => dossier.characters.some((one) => meaningOf(one.name) === meaningOf(from)))
      .slice(0, 10),
    removed: [
      ...cast.removed
        .filter((name) => dossier.characters.some((one) => meaningOf(one.name) === meaningOf(name)))
        .map((value) => ({ field: 'characters' as const, value })),
      ...told.removed.filter(({ field, value }) => dossier[field].includes(value)),
    ].slice(0, 20),
  };
}

/** Told again with another subject ("They find a map", "Tom and Rex find a map"), it still happens once. */
function isSameDeed(one: string, other: string): boolean {
  const [a, b] = [meaningOf(one).split(' ').reverse(), meaningOf(other).split(' ').reverse()];
  const shared = a.findIndex((word, index) => word !== b[index]);
  return shared < 0 || shared >= Math.max(3, 0.6 * Math.max(a.length, b.length));
}

function unique(lines: string[]): string[] {
  const kept: string[] = [];
  for (const line of lines)
    if (meaningOf(line) !== '' && !kept.some((one) => meaningOf(one) === meaningOf(line))) kept.push(line);
  return kept;
}
