import type { Dossier, DossierFindings, Utterance } from '../../dossier/schema.ts';
import type { Random } from '../random.ts';
import { freshWording, ourWords } from './choose-wording.ts';
import { mirror } from './mirror.ts';
import { heroOf } from './name-character.ts';
import { findingsOf, nameInIdea, offerIdeas, pickedIdea } from './offer-ideas.ts';
import { isProposal, ON_ITS_WAY, progressOf, proposalQuestion } from './propose-story.ts';
import { endsWithStart, readIntent } from './read-intent.ts';
import { smallTalk } from './small-talk.ts';
import { ideasFor } from './story-ideas.ts';
import { askFor, knownTopics, TOPICS, type Topic, topicAsked } from './topics.ts';
import { writePitch } from './write-pitch.ts';

export type ReplyContext = {
  messages: Utterance[];
  /** As it was before this turn. */
  before: Dossier;
  /** With what this turn told. */
  dossier: Dossier;
  /** What of it nobody else will keep. */
  guessed?: DossierFindings | undefined;
  /** Tools that may be called now, by name. */
  tools: ReadonlySet<string>;
  random: Random;
};
export type ReplyCall = { toolName: 'updateDossier' | 'proposeStory' | 'startStory'; input: object };
/** `afterwards` is said when the call has been answered. */
export type Reply = { text: string; call?: ReplyCall; afterwards: string };

/** So many things told are enough, once we know who, where and what happens. */
const TELLINGS_BEFORE_PROPOSAL = 4;
const TELLINGS_OF_PATIENCE = 6;
const WORDS_OF_A_WHOLE_STORY = 25;
const ANYTHING_ELSE = [
  'Is there anything else you would like in it?',
  'What else belongs in it?',
  'Is there one more thing you would love to see?',
];
const WHAT_TO_CHANGE = [
  'What shall we change?',
  'What would you like to be different?',
  'Which part shall we turn around?',
];
const COMES_NEXT = [
  'While it is being drawn, shall we think of what comes next?',
  'Shall we dream up another one meanwhile?',
];

/** The interviewer's next answer. Deterministic: the same conversation and chance give the same answer. */
export function composeReply(context: ReplyContext): Reply {
  const { messages, before, dossier, random, tools } = context;
  const last = messages.findLast(({ role }) => role === 'user')?.text ?? '';
  const lastAnswer = ourWords(messages).at(-1) ?? '';
  const { wasProposed, wasStarted } = progressOf(messages);
  const intent = readIntent(last);
  const hero = heroOf(dossier);
  const question = wasProposed
    ? proposalQuestion(dossier, messages)
    : nextQuestion(context, topicsSettled(context));
  const say = (text: string): Reply => ({ text: `${text} ${question}`.trim(), afterwards: question });

  const picked = pickedIdea(last, lastAnswer, intent === 'agree');
  if (picked) return choose(context, topicOf(lastAnswer, context), picked, 'Lovely');
  if (intent === 'start' || endsWithStart(last)) return startOrAsk(context, say);
  if (intent === 'agree' && isProposal(lastAnswer)) return startOrAsk(context, say);
  if (intent === 'tell') {
    const heard = mirror({ text: last, before, after: dossier, said: ourWords(messages), random });
    if (context.guessed && tools.has('updateDossier'))
      return {
        text: heard,
        call: { toolName: 'updateDossier', input: context.guessed },
        afterwards: question,
      };
    return wasProposed || isEnough(context, last) ? propose(context, heard, wasStarted) : say(heard);
  }
  const talk = smallTalk(intent, hero);
  if (wasProposed && (intent === 'ask-scary' || intent === 'impatient'))
    return propose(context, talk, wasStarted);
  if (intent === 'impatient' && wasAnythingTold(context)) return propose(context, talk, wasStarted);
  if (intent === 'delegate' || intent === 'impatient') {
    const topic = topicOf(lastAnswer, context);
    return wasProposed
      ? startOrAsk(context, say)
      : choose(context, topic, random.pick(ideasFor(topic, dossier)), 'Then let me choose');
  }
  if (intent === 'unsure' && !wasProposed) {
    const text = offerIdeas(topicOf(lastAnswer, context), context);
    return { text, afterwards: text };
  }
  if ((intent === 'refuse' || intent === 'nobody') && wasProposed) {
    const change = freshWording(WHAT_TO_CHANGE, ourWords(messages)) ?? 'Tell me what to change.';
    return { text: `Of course, there is no hurry. ${change}`, afterwards: change };
  }
  if (intent === 'leave' || intent === 'thank') return { text: talk, afterwards: talk };
  if (wasStarted && !wasProposed) {
    const text =
      intent === 'agree'
        ? `Lovely! Tell me what happens to ${hero} after that.`
        : `${talk} Tell me whenever you have an idea for what comes next.`;
    return { text, afterwards: text };
  }
  return say(talk);
}

/** Told, or asked and answered in a way nobody could read: asked once is enough. */
function topicsSettled({ messages, dossier }: ReplyContext): Set<Topic> {
  const known = knownTopics(dossier);
  messages.forEach(({ role, text }, index) => {
    const asked = role === 'assistant' ? topicAsked(text) : undefined;
    const answer = messages[index + 1];
    const settles = ['tell', 'refuse', 'nobody', 'delegate', 'agree'];
    if (asked && answer && settles.includes(readIntent(answer.text))) known.add(asked);
  });
  return known;
}

function nextQuestion(
  { messages, dossier }: ReplyContext,
  settled: Set<Topic>,
  hero = heroOf(dossier),
): string {
  for (const topic of TOPICS) {
    const question = settled.has(topic) ? undefined : askFor(topic, hero, messages);
    if (question) return question;
  }
  return freshWording(ANYTHING_ELSE, ourWords(messages)) ?? 'Tell me more, or say “make it”.';
}

/** What our last answer asked for, else what comes next. */
function topicOf(lastAnswer: string, context: ReplyContext): Topic {
  const asked = ourWords(context.messages).map(topicAsked).findLast(Boolean);
  const settled = knownTopics(context.dossier);
  const open = topicAsked(lastAnswer) ?? asked;
  return open && !settled.has(open) ? open : (TOPICS.find((one) => !settled.has(one)) ?? 'ending');
}

function wasAnythingTold({ messages, dossier }: ReplyContext): boolean {
  return dossier.characters.length > 0 || tellingsOf(messages) > 0;
}

function tellingsOf(messages: Utterance[]): number {
  return messages.filter(({ role, text }) => role === 'user' && readIntent(text) === 'tell').length;
}

function isEnough(context: ReplyContext, last: string): boolean {
  const { messages, dossier } = context;
  const settled = topicsSettled(context);
  const tellings = tellingsOf(messages);
  if (tellings >= TELLINGS_OF_PATIENCE) return true;
  const hasCore = settled.has('hero') && settled.has('place') && settled.has('trouble');
  if (hasCore && tellings >= TELLINGS_BEFORE_PROPOSAL) return true;
  const isWhole = dossier.characters.length > 0 && dossier.locations.length + dossier.plotPoints.length > 0;
  return isWhole && last.split(/\s+/).length >= WORDS_OF_A_WHOLE_STORY;
}

function propose(context: ReplyContext, heard: string, isSequel: boolean): Reply {
  const { dossier, messages, tools } = context;
  const { title, pitch } = writePitch({ dossier, messages, isSequel });
  const afterwards = proposalQuestion(dossier, messages);
  if (!tools.has('proposeStory')) return { text: `${heard} “${title}”: ${pitch} ${afterwards}`, afterwards };
  const isFirst = !ourWords(messages).some(isProposal);
  const text = `${heard} ${isFirst ? 'I think we have a story!' : 'This is how it goes now.'}`;
  return { text, call: { toolName: 'proposeStory', input: { title, pitch } }, afterwards };
}

function startOrAsk(context: ReplyContext, say: (text: string) => Reply): Reply {
  const { dossier, messages, tools } = context;
  if (!wasAnythingTold(context)) return say('I would love to! First tell me a little.');
  if (!tools.has('startStory')) {
    const text = 'It is all written down. Make the story with its button whenever you are ready.';
    return { text, afterwards: text };
  }
  const { tone, ageGroup, style, sceneCount } = dossier;
  const input = { title: dossier.title || null, tone, ageGroup, style, sceneCount };
  const next = freshWording(COMES_NEXT, ourWords(messages)) ?? 'You can watch it grow.';
  return {
    text: 'Here we go!',
    call: { toolName: 'startStory', input },
    afterwards: `${ON_ITS_WAY} ${next}`,
  };
}

/** Takes up one of our own ideas and goes on to what is still open. */
function choose(context: ReplyContext, topic: Topic, idea: string, opening: string): Reply {
  const settled = topicsSettled(context).add(topic);
  const hero = topic === 'hero' ? nameInIdea(idea) : heroOf(context.dossier);
  const isComplete = TOPICS.every((one) => settled.has(one));
  const afterwards = isComplete
    ? `That is all we need. ${proposalQuestion(context.dossier, context.messages)}`
    : nextQuestion(context, settled, hero);
  const chosen = `${opening}: ${idea}.`;
  if (!context.tools.has('updateDossier')) return { text: `${chosen} ${afterwards}`, afterwards };
  return { text: chosen, call: { toolName: 'updateDossier', input: findingsOf(topic, idea) }, afterwards };
}
