import type { Dossier, Utterance } from '../../dossier/schema.ts';
import { ourWords } from './choose-wording.ts';

/** What a story needs, in the order in which we ask. */
export const TOPICS = ['hero', 'place', 'trouble', 'helper', 'feeling', 'ending'] as const;
export type Topic = (typeof TOPICS)[number];

/** `{hero}` becomes the hero's name or "your hero". No wording may be part of another: they tell us what was asked. */
const QUESTIONS: Record<Topic, readonly string[]> = {
  hero: [
    'Who is your story about?',
    'Who shall we meet on the first page?',
    'Is there a person or an animal you would like in it?',
    'Whose adventure shall it be?',
    'Which animal, child or creature would make you smile?',
  ],
  place: [
    'Where does {hero} live?',
    'Where does it all happen?',
    'What is it like there, where {hero} wakes up in the morning?',
  ],
  trouble: [
    'What does {hero} wish for most of all?',
    'What goes wrong for {hero} one day?',
    'What happens to {hero} that has never happened before?',
  ],
  helper: [
    'Who helps {hero} along the way?',
    'Does {hero} have a friend to lean on?',
    'Who would {hero} ask for help?',
  ],
  feeling: ['Should it feel gentle, funny or full of adventure?'],
  ending: [
    'What would you like to see on the last page?',
    'How does it all end for {hero}?',
    'What has {hero} found out by the end?',
  ],
};

/** What the dossier already holds. Its ending counts as told when somebody changes or a third thing happens. */
export function knownTopics(dossier: Dossier): Set<Topic> {
  const known = new Set<Topic>();
  if (dossier.characters.length > 0) known.add('hero');
  if (dossier.characters.length > 1) known.add('helper');
  if (dossier.locations.length > 0) known.add('place');
  if (dossier.plotPoints.length > 0) known.add('trouble');
  if (dossier.tone !== null) known.add('feeling');
  if (dossier.plotPoints.length > 2 || dossier.characters.some(({ arc }) => arc !== '')) known.add('ending');
  return known;
}

/** What an answer of ours asked for; undefined when it asked for nothing of this list. */
export function topicAsked(text: string): Topic | undefined {
  return TOPICS.find((topic) => QUESTIONS[topic].some((question) => questionSign(question).test(text)));
}

/** The question for a topic in words that were not used yet; undefined when all were. */
export function askFor(topic: Topic, hero: string, messages: readonly Utterance[]): string | undefined {
  const said = ourWords(messages);
  return QUESTIONS[topic]
    .find((question) => !said.some((text) => questionSign(question).test(text)))
    ?.replaceAll('{hero}', hero);
}

function questionSign(question: string): RegExp {
  return new RegExp(question.replaceAll('?', '\\?').replaceAll('{hero}', '.{1,80}?'));
}
