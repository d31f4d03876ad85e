import type { LanguageModelV4CallOptions, LanguageModelV4Prompt } from '@ai-sdk/provider';
import { expect, test } from 'vitest';
import { proposeStorySchema, startStorySchema } from '../../chat/schema.ts';
import { EMPTY_DOSSIER } from '../../dossier/schema.ts';
import { checkText } from '../../safety/check-text.ts';
import { createInterviewerModel } from './model.ts';

const TOOLS = ['updateDossier', 'proposeStory', 'startStory'];

/** Talks as the chat does: a tool is answered at once, and the model then goes on. */
async function converse(lines: string[], tools: string[] = TOOLS) {
  const prompt: LanguageModelV4Prompt = [];
  const answers: string[] = [];
  const calls: { toolName: string; input: unknown }[] = [];
  for (const line of lines) {
    prompt.push({ role: 'user', content: [{ type: 'text', text: line }] });
    let said = '';
    for (let step = 0, goesOn = true; goesOn && step < 3; step++) {
      const options: LanguageModelV4CallOptions = {
        prompt,
        tools: tools.map((name) => ({ type: 'function' as const, name, inputSchema: {} })),
      };
      const { content } = await createInterviewerModel().doGenerate(options);
      goesOn = false;
      for (const part of content) {
        if (part.type === 'text') {
          said += ` ${part.text}`;
          prompt.push({ role: 'assistant', content: [{ type: 'text', text: part.text }] });
        }
        if (part.type !== 'tool-call') continue;
        const { toolName, toolCallId } = part;
        const input: unknown = JSON.parse(part.input);
        calls.push({ toolName, input });
        prompt.push({ role: 'assistant', content: [{ type: 'tool-call', toolCallId, toolName, input }] });
        const output = { type: 'json' as const, value: {} };
        prompt.push({ role: 'tool', content: [{ type: 'tool-result', toolCallId, toolName, output }] });
        goesOn = true;
      }
    }
    answers.push(said.trim());
  }
  if (process.env.PRINT_TALK)
    console.log(lines.map((line, i) => `> ${line}\n${answers[i]}`).join('\n'), calls, '\n');
  return { answers, calls };
}

const TALKS = [
  [
    'hi',
    'a dragon who is afraid of the dark',
    'in a cave by the sea',
    'he wants to see the stars',
    'a little owl',
    'yes please',
  ],
  ['a cat', 'moon', 'dont know', 'milk is gone', 'a mouse', 'ok', 'thanks'],
  ['surprise me', 'you choose', 'you choose', 'you choose', 'make it'],
  ['who are you?', 'can you make it scary?', 'how long does it take?', 'what is the weather?', 'bye'],
  [
    'Nova is a girl who lives on a tiny island with her grandpa. One night the lighthouse goes dark and she must row out to find the moon, and a seal helps her.',
    'make it funny',
    'no',
    'start',
    'good night',
  ],
  ['make it', 'hello', 'my dog Biscuit', 'our garden', 'no', 'he lost his ball', 'my sister', 'go ahead'],
];

test.each(TALKS)(
  'a conversation that begins with "%s" never asks twice in the same words and is fit for children',
  async (...lines) => {
    const { answers } = await converse(lines);
    const questions = answers.flatMap((answer) => answer.match(/[^.!?]+\?/g) ?? []);
    const asked = questions.filter((question) => !/Shall I make|Shall we|shall we think/.test(question));
    expect(new Set(asked).size).toBe(asked.length);
    for (const answer of answers) {
      expect(answer).not.toBe('');
      expect(checkText(answer, { place: 'answer' })).toEqual({ allowed: true });
    }
  },
);

test('when who, where and what are told it proposes, and a yes begins the story', async () => {
  const { calls, answers } = await converse(TALKS[0] as string[]);
  expect(calls.map(({ toolName }) => toolName)).toEqual(['proposeStory', 'startStory']);
  expect(proposeStorySchema.parse(calls[0]?.input).pitch).toContain('afraid of the dark');
  expect(startStorySchema.safeParse(calls[1]?.input).success).toBe(true);
  expect(answers.at(-1)).toContain('on its way');
});

test('a whole story in one message is proposed at once', async () => {
  const { calls } = await converse((TALKS[4] as string[]).slice(0, 1));
  expect(calls.map(({ toolName }) => toolName)).toEqual(['proposeStory']);
});

test('without tools it proposes in words and calls nothing', async () => {
  const { calls, answers } = await converse(TALKS[0] as string[], []);
  expect(calls).toEqual([]);
  expect(answers[4]).toContain('Shall I make it');
});

test('a name that is put right is taken up, and so is a manner', async () => {
  const { answers } = await converse(['a girl called Lina', 'no, call her Luna', 'make it funny']);
  expect(answers[1]).toMatch(/^Of course, Luna it is!/);
  expect(answers[2]).toMatch(/^Funny it is!/);
});

test('after a story was begun, a yes leads on and begins nothing', async () => {
  const { calls, answers } = await converse([...(TALKS[0] as string[]), 'yes']);
  expect(calls.filter(({ toolName }) => toolName === 'startStory')).toHaveLength(1);
  expect(answers.at(-1)).toContain('after that');
});

test('nothing is begun before anything was told', async () => {
  const { calls } = await converse(['make it']);
  expect(calls).toEqual([]);
});

test('an answer comes in pieces of a few words, the same each time', async () => {
  const options = {
    prompt: [{ role: 'user' as const, content: [{ type: 'text' as const, text: 'A dragon' }] }],
  };
  const pieces: string[] = [];
  const { stream } = await createInterviewerModel().doStream(options);
  for await (const part of stream) if (part.type === 'text-delta') pieces.push(part.delta);
  const { content } = await createInterviewerModel().doGenerate(options);
  expect(pieces.length).toBeGreaterThan(1);
  expect(content).toEqual([{ type: 'text', text: pieces.join('') }]);
});

test('what was said with "he", "her" or "their" is said back by name, and never in a child’s broken words', async () => {
  const { answers } = await converse([
    'Tell me about John, a detective in 1940s Los Angeles',
    'He looks for a missing singer',
    'His partner Rose',
  ]);
  expect(answers[0]).toMatch(/^John, a detective in 1940s Los Angeles!/);
  expect(answers[0]).not.toMatch(/Who is your story about|Who shall we meet|Where does/);
  expect(answers[1]).toMatch(/^John looks for a missing singer!/);
  expect(answers[2]).toMatch(/^Rose, John's partner!/);
  const more = await converse(['a bear called Bruno', 'he lives in a cave with his mum', 'his hat is lost']);
  expect(more.answers[1]).toMatch(/^Bruno's mum!/);
  for (const answer of [...answers, ...more.answers])
    expect(answer).not.toMatch(/^(He|She|They|His|Her|Their|Him)\b/);
});

test('what somebody set by hand in the notes is not promised away in talk', async () => {
  const dossier = { ...EMPTY_DOSSIER, tone: 'gentle' as const, setByHand: ['tone' as const] };
  const messages = [{ role: 'user' as const, text: 'make it funny' }];
  const { content } = await createInterviewerModel().doGenerate({
    prompt: [{ role: 'user', content: [{ type: 'text', text: 'make it funny' }] }],
    providerOptions: { builtin: { messages, dossier } },
  });
  expect(JSON.stringify(content)).toContain('You chose gentle in the notes');
});
