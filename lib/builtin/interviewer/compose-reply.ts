import { type Dossier, NO_FINDINGS, type Utterance } from '../../dossier/schema.ts';
import type { Random } from '../random.ts';
import { mirror } from './mirror.ts';
import { type Intent, readIntent } from './read-intent.ts';
import { askFor, IDEAS, knownTopics, TOPICS, type Topic, topicAsked } from './topics.ts';
import { writePitch } from './write-pitch.ts';

export type ReplyContext = {
  messages: Utterance[];
  /** With what this turn told. */
  dossier: Dossier;
  /** Tools that may be called now, by name. */
  tools: ReadonlySet<string>;
  /** Since the last story was begun in this conversation. */
  wasProposed: boolean;
  wasStarted: boolean;
  random: Random;
};
export type ReplyCall = { toolName: 'updateDossier' | 'proposeStory' | 'startStory'; input: object };
/** `afterwards` is said when the call has been answered. */
export type Reply = { text: string; call?: ReplyCall; afterwards: string };

/** So many things told are enough, once we know who, where and what happens. */
const TELLINGS_BEFORE_PROPOSAL = 4;
const WORDS_OF_A_WHOLE_STORY = 25;
/** Also tells us later that we have proposed. */
export const PROPOSAL_QUESTION = 'Shall I make it, or would you like to change something first?';
const TONE_CHOICE = 'It can also be funny, gentle or full of adventure: just say.';
const NO_ARTICLE = /^(a|an|the|my|our)\s/i;

/** The interviewer's next answer. Deterministic: the same conversation and chance give the same answer. */
export function composeReply(context: ReplyContext): Reply {
  const last = context.messages.findLast(({ role }) => role === 'user')?.text ?? '';
  const intent = readIntent(last);
  const hero = heroOf(context.dossier);
  const known = topicsSettled(context);
  const next = TOPICS.find((topic) => !known.has(topic));
  const question = next
    ? askFor(next, hero, context.messages)
    : 'Is there anything else you would like in it?';
  const say = (text: string): Reply => ({ text: `${text} ${question}`, afterwards: question });

  if (intent === 'start' || (intent === 'agree' && context.wasProposed)) return startOrAsk(context, say);
  if (intent === 'tell') {
    const said = context.messages.filter(({ role }) => role === 'assistant').map(({ text }) => text);
    const heard = mirror(last, said, context.random);
    if (context.wasProposed || isEnough(context, known, last)) return propose(context, heard);
    return say(heard);
  }
  if (intent === 'delegate' || intent === 'unsure') return giveIdeas(context, intent);
  if (intent === 'refuse' && context.wasProposed) {
    return { text: 'Of course, there is no hurry. What shall we change?', afterwards: question };
  }
  if (context.wasStarted && intent === 'agree') {
    return { text: `Lovely! What happens to ${hero} after that?`, afterwards: question };
  }
  if (context.wasStarted && intent !== 'leave') {
    return {
      text: `${smallTalk(intent)} Tell me whenever you have an idea for what comes next.`,
      afterwards: question,
    };
  }
  if (intent === 'leave') return { text: smallTalk(intent), afterwards: question };
  return say(smallTalk(intent));
}

function smallTalk(intent: Intent): string {
  switch (intent) {
    case 'greet':
      return 'Hello! How nice that you are here. Let us make a story together.';
    case 'thank':
      return 'You are very welcome!';
    case 'leave':
      return 'Goodbye for now! Everything you told me is kept for next time.';
    case 'ask-who':
      return 'I am the story helper here: a computer program that listens and asks, and turns what you tell into a picture book.';
    case 'ask-how-long':
      return 'Making a story takes a few minutes, and you can watch it grow page by page.';
    case 'ask-scary':
      return 'A little bit spooky, yes: with creaks and shadows, and a cosy ending.';
    case 'ask-other':
      return 'Good question! I know most about stories, so that is what I can help with.';
    case 'refuse':
      return 'That is quite all right, we can leave that open.';
    default:
      return 'Lovely.';
  }
}

/** Told, or asked and answered in a way nobody could read: asked once is enough. */
function topicsSettled({ messages, dossier }: ReplyContext): Set<Topic> {
  const known = knownTopics(dossier);
  messages.forEach(({ role, text }, index) => {
    const asked = role === 'assistant' ? topicAsked(text) : undefined;
    const answer = messages[index + 1];
    if (asked && answer && ['tell', 'refuse', 'delegate', 'agree'].includes(readIntent(answer.text)))
      known.add(asked);
  });
  return known;
}

function isEnough({ messages }: ReplyContext, known: Set<Topic>, last: string): boolean {
  const hasCore = known.has('hero') && known.has('place') && known.has('trouble');
  const tellings = messages.filter(({ role, text }) => role === 'user' && readIntent(text) === 'tell').length;
  return (
    (hasCore && tellings >= TELLINGS_BEFORE_PROPOSAL) || last.split(/\s+/).length >= WORDS_OF_A_WHOLE_STORY
  );
}

function propose({ dossier, messages, tools, wasStarted }: ReplyContext, heard: string): Reply {
  const { title, pitch } = writePitch({ dossier, messages, isSequel: wasStarted });
  const wasOffered = messages.some(({ text }) => text.includes(TONE_CHOICE));
  const choice = dossier.tone || wasOffered ? '' : ` ${TONE_CHOICE}`;
  const afterwards = `${PROPOSAL_QUESTION}${choice}`;
  if (!tools.has('proposeStory')) return { text: `${heard} “${title}”: ${pitch} ${afterwards}`, afterwards };
  return {
    text: `${heard} I think we have a story!`,
    call: { toolName: 'proposeStory', input: { title, pitch } },
    afterwards,
  };
}

function startOrAsk({ dossier, messages, tools }: ReplyContext, say: (text: string) => Reply): Reply {
  const wasAnythingTold = messages.some(({ role, text }) => role === 'user' && readIntent(text) === 'tell');
  if (!wasAnythingTold && dossier.characters.length === 0)
    return say('I would love to! First tell me a little.');
  if (!tools.has('startStory')) {
    const text = 'It is all written down. Make the story with its button whenever you are ready.';
    return { text, afterwards: text };
  }
  const { tone, ageGroup, style, sceneCount } = dossier;
  const input = { title: dossier.title || null, tone, ageGroup, style, sceneCount };
  return {
    text: 'Here we go!',
    call: { toolName: 'startStory', input },
    afterwards: 'Your story is on its way. While it is being drawn, shall we think of what comes next?',
  };
}

function giveIdeas(context: ReplyContext, intent: 'delegate' | 'unsure'): Reply {
  const { messages, dossier, random, tools } = context;
  const lastAnswer = messages.findLast(({ role }) => role === 'assistant')?.text ?? '';
  const topic = topicAsked(lastAnswer) ?? TOPICS.find((one) => !knownTopics(dossier).has(one)) ?? 'ending';
  const ideas = random.shuffle(IDEAS[topic]) as [string, string, string];
  if (intent === 'unsure') {
    const text = `No matter, here are some ideas: ${ideas[0]}, ${ideas[1]}, or ${ideas[2]}. Which do you like best?`;
    return { text, afterwards: text };
  }
  const settled = topicsSettled(context).add(topic);
  const next = TOPICS.find((one) => !settled.has(one));
  const hero = topic === 'hero' ? nameIn(ideas[0]) : heroOf(dossier);
  const afterwards = next ? askFor(next, hero, messages) : `That is all we need. ${PROPOSAL_QUESTION}`;
  const findings = findingsOf(topic, ideas[0]);
  const chosen = `Then let me choose: ${ideas[0]}.`;
  if (!findings || !tools.has('updateDossier')) return { text: `${chosen} ${afterwards}`, afterwards };
  return { text: chosen, call: { toolName: 'updateDossier', input: findings }, afterwards };
}

function findingsOf(topic: Topic, idea: string): object | undefined {
  if (topic === 'hero' || topic === 'helper') {
    const character = { name: nameIn(idea), description: idea, relationships: [], arc: null };
    return { ...NO_FINDINGS, characters: [character] };
  }
  if (topic === 'place') return { ...NO_FINDINGS, locations: [idea] };
  return { ...NO_FINDINGS, plotPoints: [topic === 'ending' ? `The ending feels ${idea}` : idea] };
}

function nameIn(idea: string): string {
  return /called (\w+)/.exec(idea)?.[1] ?? idea.replace(NO_ARTICLE, 'the ');
}

function heroOf(dossier: Dossier): string {
  const name = dossier.characters[0]?.name;
  if (!name) return 'your hero';
  return /^[A-Z]/.test(name) || /^the\s/i.test(name) ? name : `the ${name.replace(NO_ARTICLE, '')}`;
}
