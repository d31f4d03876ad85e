import type { LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { expect, test } from 'vitest';
import { mergeFindings } from '../../dossier/merge-findings.ts';
import { dossierFindingsSchema, EMPTY_DOSSIER, type Utterance } from '../../dossier/schema.ts';
import { checkText } from '../../safety/check-text.ts';
import { createRandom } from '../random.ts';
import { learnFromTurn } from './learn-from-turn.ts';
import { createInterviewerModel } from './model.ts';
import { knownTopics, topicAsked } from './topics.ts';

const TOOLS = ['updateDossier', 'proposeStory', 'startStory'].map((name) => ({
  type: 'function' as const,
  name,
  inputSchema: {},
}));

/** Talks as the product does: history is text alone, the dossier is kept beside it and brought up to date after each turn. */
async function converse(lines: readonly string[]) {
  let dossier = EMPTY_DOSSIER;
  const messages: Utterance[] = [];
  const turns: { answer: string; calls: { toolName: string; input: string }[]; asksForKnown: boolean }[] = [];
  for (const line of lines) {
    messages.push({ role: 'user', text: line });
    const prompt: LanguageModelV4CallOptions['prompt'] = [
      { role: 'user', content: [{ type: 'text', text: line }] },
    ];
    const calls: { toolName: string; input: string }[] = [];
    const said: string[] = [];
    const providerOptions = { builtin: { messages: [...messages], dossier, canStart: true } };
    const learned = learnFromTurn({ messages, dossier }).dossier;
    for (let step = 0; step < 2 && calls.length === step; step++) {
      const { content } = await createInterviewerModel().doGenerate({
        prompt,
        tools: TOOLS,
        providerOptions,
      });
      for (const part of content) {
        if (part.type === 'text') said.push(part.text);
        if (part.type !== 'tool-call') continue;
        const { toolCallId, toolName, input } = part;
        calls.push({ toolName, input });
        const output = { type: 'json' as const, value: {} };
        prompt.push({ role: 'tool', content: [{ type: 'tool-result', toolCallId, toolName, output }] });
      }
    }
    const answer = said.join(' ');
    messages.push({ role: 'assistant', text: answer });
    const asked = topicAsked(answer);
    turns.push({ answer, calls, asksForKnown: asked !== undefined && knownTopics(learned).has(asked) });
    dossier = calls
      .filter(({ toolName }) => toolName === 'updateDossier')
      .reduce(
        (known, { input }) => mergeFindings(known, dossierFindingsSchema.parse(JSON.parse(input))).dossier,
        learned,
      );
  }
  return { turns, dossier };
}

function expectGoodManners(turns: Awaited<ReturnType<typeof converse>>['turns']) {
  const questions = turns.flatMap(({ answer }) => answer.match(/[^.!?]+\?/g) ?? []).map((one) => one.trim());
  expect(questions.filter((one, index) => questions.indexOf(one) !== index)).toEqual([]);
  for (const { answer, calls, asksForKnown } of turns) {
    expect(answer).not.toBe('');
    expect(asksForKnown, answer).toBe(false);
    expect(answer.match(/\?/g)?.length ?? 0, answer).toBeLessThanOrEqual(1);
    expect(answer.split(/\s+/).length, answer).toBeLessThanOrEqual(60);
    expect(checkText(answer, { place: 'answer' }), answer).toEqual({ allowed: true });
    for (const { toolName, input } of calls)
      if (toolName === 'proposeStory')
        expect(JSON.parse(input).pitch.match(/[.!](\s|$)/g)?.length, input).toBeLessThanOrEqual(3);
  }
}

const TALKS = {
  'a child of four': ['cat', 'moon', 'dont know', 'the second one', 'mouse', 'funny', 'ok', 'thanks'],
  'a child of seven': [
    'I AM 7 AND I WANT A STORY ABOUT A SHARK',
    'under the sea',
    'he has no friends because everyone is scared of him',
    'a clownfish',
    'lol',
    'what about a submarine?',
    'no',
    'change the shark to a whale',
    'do it',
  ],
  'a child of eleven': [
    'so me and my brother have this idea about a superhero hamster who can fly but only when he eats cheese and then the cheese factory explodes',
    'he lives behind the fridge',
    'no call him Captain Cheddar',
    'can you make it scary?',
    'yes',
  ],
  'a parent at bedtime': [
    'Hi! I would like a bedtime story for my son Leo, he is 4 and loves trains.',
    'maybe a little steam train called Toby who is too slow',
    'he lives in a station in the mountains',
    'One winter the fast trains get stuck in the snow and only Toby can bring the medicine',
    'can you make it gentle?',
    'how long does it take?',
    'great',
  ],
  'a teacher': [
    'I need a story for my year 3 class about sharing, set in a rainforest, with a sloth called Dozy',
    'She finds a huge mango and does not want to share it',
    'a toucan called Rio, no wolves please',
    'a monkey steals it and they have to work together',
    'six pages please',
    'watercolour',
    'make it',
  ],
  'somebody in grief': [
    'My grandpa died last month and my daughter misses him. I would like a story about a little bear who misses his grandpa.',
    'They used to go fishing at a lake together',
    'He finds an old fishing hat and remembers',
    'Grandma bear sits with him',
    'gentle please',
    'yes please',
  ],
  'somebody who changes their mind': [
    'a girl called Lina',
    'no, call her Luna',
    'she lives in a windmill',
    'the wind stops blowing',
    'add a goose called Gustav',
    'actually no goose please',
    'I want it to be about courage',
    'make it funny',
    'ok make it',
  ],
  'somebody impatient': [
    'dinosaur',
    'i dont know',
    'you choose',
    'asdf',
    'no',
    'pink',
    'my sister',
    'hurry up',
    'yes',
  ],
  'somebody curious': [
    'who are you?',
    'what can you do?',
    'how long does it take?',
    'are you a robot?',
    'my dog Biscuit',
    'our garden',
    'no',
    'he lost his ball',
    'nobody',
    'go ahead',
  ],
  'somebody who leaves it to us': [
    'surprise me',
    'you choose',
    'you choose',
    'you choose',
    'you choose',
    'you choose',
    'make it',
  ],
  'somebody with pictures for words': [
    '🦄',
    'a castle made of candy!!!',
    'the king is mean and he took her horn',
    'make it scary',
    'too many questions',
    'yes make it',
  ],
  'somebody who goes on': [
    'a dragon who is afraid of the dark',
    'in a cave by the sea',
    'he wants to see the stars',
    'a little owl',
    'funny',
    'yes please',
    'yes',
    'he finds a star in a bucket',
    'make it',
  ],
};

test.each(Object.entries(TALKS))('%s is talked to with good manners and gets a story', async (_, lines) => {
  const { turns } = await converse(lines);
  expectGoodManners(turns);
  expect(
    turns.flatMap(({ calls }) => calls).filter(({ toolName }) => toolName === 'startStory').length,
  ).toBeGreaterThan(0);
});

test('a story told whole, with its "make it", begins at once', async () => {
  const { turns } = await converse([
    'Nova is a girl who lives on a tiny island with her grandpa. One night she must row out to find the moon, and a seal helps her. Now make it!',
  ]);
  expect(turns[0]?.calls.map(({ toolName }) => toolName)).toEqual(['startStory']);
});

test('in 400 turns of any order nothing is asked twice, nor what is known, and all of it is short and kind', async () => {
  const lines = [...new Set(Object.values(TALKS).flat())];
  const random = createRandom('any order');
  for (let talk = 0; talk < 40; talk++) {
    const { turns } = await converse(random.shuffle(lines).slice(0, 10));
    expectGoodManners(turns);
  }
});
