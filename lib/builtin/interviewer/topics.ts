import type { Dossier, Utterance } from '../../dossier/schema.ts';

/** What a story needs, in the order in which we ask. */
export const TOPICS = ['hero', 'place', 'trouble', 'helper', 'ending'] as const;
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
  ending: [
    'How should it feel on the last page?',
    'How does it all end for {hero}?',
    'What has {hero} found out by the end?',
  ],
};

export const IDEAS: Record<Topic, readonly string[]> = {
  hero: ['a small fox called Juniper', 'a shy robot called Pip', 'a girl called Wren who collects clouds'],
  place: [
    'a lighthouse at the edge of the sea',
    'a village in the treetops',
    'a garden behind a crooked gate',
  ],
  trouble: [
    'a little star has fallen and cannot get home',
    'the music of the whole valley has gone missing',
    'a strange letter comes with no name on it',
  ],
  helper: ['a wise old tortoise', 'a chatty sparrow', 'the baker from next door'],
  ending: ['warm and sleepy', 'proud and a little bit brave', 'full of laughter'],
};

/** What the dossier already holds. Its ending counts as told when somebody changes or a third thing happens. */
export function knownTopics(dossier: Dossier): Set<Topic> {
  const known = new Set<Topic>();
  if (dossier.characters.length > 0) known.add('hero');
  if (dossier.characters.length > 1) known.add('helper');
  if (dossier.locations.length > 0) known.add('place');
  if (dossier.plotPoints.length > 0) known.add('trouble');
  if (dossier.plotPoints.length > 2 || dossier.characters.some(({ arc }) => arc !== '')) known.add('ending');
  return known;
}

/** What an answer of ours asked for; undefined when it asked for nothing of this list. */
export function topicAsked(text: string): Topic | undefined {
  return TOPICS.find((topic) => QUESTIONS[topic].some((question) => questionSign(question).test(text)));
}

/** The question for a topic in words that were not used yet; when all were, the one used longest ago. */
export function askFor(topic: Topic, hero: string, messages: Utterance[]): string {
  const said = messages.filter(({ role }) => role === 'assistant').map(({ text }) => text);
  const lastUse = (question: string) => said.findLastIndex((text) => questionSign(question).test(text));
  const [best] = QUESTIONS[topic].toSorted((a, b) => lastUse(a) - lastUse(b));
  return (best as string).replaceAll('{hero}', hero);
}

function questionSign(question: string): RegExp {
  return new RegExp(question.replaceAll('?', '\\?').replaceAll('{hero}', '.{1,80}?'));
}
