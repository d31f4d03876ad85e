import { contains, meaningOf } from '../../dossier/meaning.ts';
import type { Dossier, DossierFindings, Utterance } from '../../dossier/schema.ts';
import { readTerms } from '../storyteller/understand-prompt/terms.ts';
import { answerInFull } from './answer-in-full.ts';
import { calmText, splitSentences } from './calm-text.ts';
import { isAboutTheApp, isMeta, withoutBooks, withoutWishes } from './clean-sentence.ts';
import { collectFindings } from './collect-findings.ts';
import { correctSelf } from './correct-self.ts';
import { findLocations, findSettingStatement } from './find-locations.ts';
import { learnPronouns } from './find-owners.ts';
import { findPeople } from './find-people.ts';
import { findThemes } from './find-themes.ts';
import { isOfOwnLife, tellsListenersAge, withoutListenersDoings } from './own-life.ts';
import { readAnswer, stripOpening } from './read-answer.ts';
import { readClauses } from './read-clauses.ts';
import { type Correction, readCorrections } from './read-corrections.ts';
import { readLabel } from './read-labels.ts';
import { type AskedFor, readQuestion } from './read-question.ts';
import { readWishes, type Wishes } from './read-wishes.ts';
import { relateAnswer, relatePeople } from './relate-people.ts';
import { StoryCast } from './story-cast.ts';
import { isTheme } from './story-words.ts';

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
      const asked = cast.members.filter(({ name }) => question.question.includes(name));
      // Asked about "him" without a name, one answers of the hero.
      const hero = cast.members.find((one) => !one.isListener);
      const isOfHero = asked.length === 0 && /\b(?:him|her|he|she|them|they|his)\b/i.test(question.question);
      if (isOfHero && hero && hero.pronoun !== wrongPronoun(question.question)) asked.push(hero);
      for (const member of asked) cast.speakOf(member);
      continue;
    }
    readMessage(text, question, cast, told, dossier);
    question = readQuestion('');
  }
  return collectFindings(cast, told, dossier);
}

function readMessage(
  text: string,
  question: ReturnType<typeof readQuestion>,
  cast: StoryCast,
  told: Told,
  dossier: Dossier,
): void {
  const calm = readAnswer(correctSelf(calmText(text)), question, cast);
  const lines = {
    locations: [...dossier.locations, ...told.locations],
    themes: [...dossier.themes, ...told.themes],
  };
  const hasListener = cast.isNextListener();
  for (const [index, sentence] of splitSentences(calm).entries()) {
    const label = readLabel(sentence);
    const asked = label?.asked ?? (index === 0 ? question.asked : null);
    const stripped = stripOpening(label?.rest ?? sentence);
    const opened =
      asked === 'trait' ? answerInFull(stripped, question.question, cast) : withoutListenersDoings(stripped);
    if (opened === '' || isAboutTheApp(opened)) continue;
    if (index === 0 && isOutOfTurn(question.asked) && tellsListenersAge(opened)) {
      Object.assign(told.wishes, readWishes(opened, 'age', true));
      return;
    }
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
      asked === 'hero' || asked === 'friend' || asked === 'name' || (asked === 'other' && 'perhaps');
    const isIdea =
      asked === 'theme' &&
      corrected.rest === opened &&
      (terms.length <= 5 || isTheme(opened.split(/[,.]| and /)[0] ?? ''));
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
    const areListening =
      people.length > 0 && people.every((one) => one.members.every((member) => member.isListener));
    const isTheirs = areListening || (people.length === 0 && cast.isNextListener());
    if (isMeta(rest) || (asked !== 'hero' && asked !== 'plot' && isOfOwnLife(rest, isTheirs))) {
      for (const { members, isNew } of people)
        for (const member of members) if (isNew && member.known === '') member.isListener = true;
      continue;
    }
    for (const place of findLocations(terms, cast, isPlaceAnswer)) told.locations.push(place);
    const setting = findSettingStatement(rest);
    if (setting && !told.locations.some((one) => contains(one, setting) || contains(setting, one)))
      told.locations.push(setting);
    learnPronouns(terms, people, cast);
    relatePeople(terms, people, cast);
    if (asked === 'friend')
      relateAnswer(
        people.flatMap((one) => (one.isNew ? one.members : [])),
        label?.label ?? question.question,
        cast,
      );
    const clauses = readClauses(terms, people, cast, asked === 'plot');
    told.plotPoints.push(...clauses.plotPoints);
    told.themes.push(...clauses.themes);
  }
}

/** Whom "her" cannot mean. */
function wrongPronoun(question: string): 'she' | 'he' | undefined {
  const she = /\b(?:she|her)\b/i.test(question);
  const he = /\b(?:he|him|his)\b/i.test(question);
  return she === he ? undefined : she ? 'he' : 'she';
}

/** Asked for something else, "she is 5" is said of whoever listens. */
function isOutOfTurn(asked: AskedFor): boolean {
  return asked !== null && !/^(trait|hero|name|friend|other)$/.test(asked);
}
