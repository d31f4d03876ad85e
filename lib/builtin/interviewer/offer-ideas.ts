import { type Dossier, NO_FINDINGS, type Utterance } from '../../dossier/schema.ts';
import { TONES } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import { freshWording, ourWords } from './choose-wording.ts';
import { ideasFor } from './story-ideas.ts';
import type { Topic } from './topics.ts';

const OFFERED = /some ideas: (.+?), (.+?),? or (.+?)\./;
const WHICH = [
  'Which do you like best?',
  'Which one shall it be?',
  'Does one of them make you curious?',
  'Which would you pick?',
];
const COMFORT = [
  'No matter, here are some ideas:',
  'Let me help, some ideas:',
  'That is fine, some ideas:',
  'Then some ideas:',
];
const PLACES = [/\bfirst\b|\b1\b/i, /\b(second|middle)\b|\b2\b/i, /\b(third|last)\b|\b3\b/i];

/** "No matter, here are some ideas: a, b, or c. Which do you like best?" */
export function offerIdeas(
  topic: Topic,
  context: { messages: Utterance[]; dossier: Dossier; random: Random },
): string {
  const said = ourWords(context.messages);
  const [first, second, third] = context.random.shuffle(ideasFor(topic, context.dossier));
  const comfort = freshWording(COMFORT, said) ?? 'Here are some ideas:';
  const which = freshWording(WHICH, said) ?? 'Say the one you like, or one of your own.';
  return `${comfort} ${first}, ${second}, or ${third}. ${which}`;
}

/** The idea meant by "the second one" or a plain yes; undefined when none was offered or meant. */
export function pickedIdea(answer: string, lastAnswer: string, isYes: boolean): string | undefined {
  const ideas = OFFERED.exec(lastAnswer)?.slice(1);
  if (!ideas || (!isYes && !/^\W*(?:i (?:like|want|pick) )?(?:the )?\w+(?: (?:one|idea))?\W*$/i.test(answer)))
    return undefined;
  const place = isYes ? 0 : PLACES.findIndex((sign) => sign.test(answer));
  return ideas[place];
}

/** What we have chosen, as the dossier keeps it. */
export function findingsOf(topic: Topic, idea: string): object {
  if (topic === 'hero' || topic === 'helper') {
    const character = { name: nameInIdea(idea), description: idea, relationships: [], arc: null };
    return { ...NO_FINDINGS, characters: [character] };
  }
  if (topic === 'place') return { ...NO_FINDINGS, locations: [idea] };
  if (topic === 'feeling') return { ...NO_FINDINGS, tone: TONES.find((tone) => tone === idea) ?? null };
  return { ...NO_FINDINGS, plotPoints: [topic === 'ending' ? `It ends with ${idea}` : idea] };
}

export function nameInIdea(idea: string): string {
  return /called (\w+)/.exec(idea)?.[1] ?? idea.replace(/^(a|an|the|my|our)\s/i, 'the ');
}
