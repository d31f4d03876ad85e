import { NonRetriableError } from 'inngest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PayForText } from '@/lib/ai/writer/ask-writer';
import { type Studio, startStudio } from '@/lib/ai/writer/fixtures/obedient-studio';
import { payNothing } from '@/lib/ai/writer/pay-nothing';
import { createStorytellerModel } from '@/lib/builtin/storyteller/model';
import { AppError } from '@/lib/errors';
import { storyBriefSchema } from '@/lib/story/schema';
import { readFixture } from '@/tests/providers/openai-server';
import type { StepTools } from './run-step';
import { readFailure } from './step-errors';
import { type WritingCandidate, writeAlongChain } from './write-along-chain';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.server.close());

const brief = storyBriefSchema.parse({
  prompt: 'A fox wakes a lantern',
  sceneCount: 2,
  targetLength: 80,
  seed: 1,
});
const CHAIN: WritingCandidate[] = [
  { id: 'openai/one', plan: { route: 'at-once', pages: 2 } },
  { id: 'openai/two', plan: { route: 'at-once', pages: 2 } },
];
const BUILT_IN: WritingCandidate = { id: 'builtin/storyteller', plan: { route: 'built-in', pages: 2 } };

/** Steps that run once, or as the queue does up to `tries` times; what it would keep of their results comes back from JSON. */
function createSteps(tries = 1) {
  const ran: { id: string; error?: Error }[] = [];
  const run = async (id: string, work: () => Promise<unknown>, nth = 1): Promise<unknown> => {
    const entry: (typeof ran)[number] = { id };
    ran.push(entry);
    try {
      return JSON.parse(JSON.stringify(await work()));
    } catch (error) {
      entry.error = error as Error;
      if (nth < tries && !(error instanceof NonRetriableError)) return run(id, work, nth + 1);
      throw error;
    }
  };
  return {
    step: { run: (id: string, work: () => Promise<unknown>) => run(id, work) } as unknown as StepTools,
    ran,
  };
}

function write(candidates = CHAIN, pay: PayForText = payNothing, tries = 1) {
  const { step, ran } = createSteps(tries);
  const story = writeAlongChain(step, candidates, async (id) => ({
    brief,
    model: id.startsWith('builtin/')
      ? createStorytellerModel()
      : studio.createModel(id.slice('openai/'.length)),
    pay,
  }));
  return { story, ran };
}
const modelsAsked = () => studio.server.requests.map(({ body }) => body.model);
const idsOf = (ran: { id: string }[]) => ran.map(({ id }) => id);

test('each stage of the first choice is a step; nobody else is asked', async () => {
  studio.obey();
  const { story, ran } = write();
  expect(await story).toMatchObject({ model: 'openai/one', gaveUp: [] });
  expect(idsOf(ran)).toEqual(['outline', 'draft', 'critique']);
});

test.each([
  ['refuses the plan', 'outline', 'chat-refusal.json', 'provider_refused', ['outline']],
  ['refuses to tell it', 'picture_book', 'chat-refusal.json', 'provider_refused', ['outline', 'draft']],
] as const)('who %s is followed by the next, from the plan on', async (_, stage, fixture, code, steps) => {
  studio.obey({}, (asked, nth) =>
    asked.stage === stage && nth === 1 ? { body: readFixture(fixture) } : undefined,
  );
  studio.server.requests.length = 0;
  const { story, ran } = write();
  const { model, gaveUp } = await story;
  expect(model).toBe('openai/two');
  expect(gaveUp).toEqual([{ model: 'openai/one', code, message: expect.any(String) }]);
  expect(idsOf(ran)).toEqual([...steps, 'outline-next-1', 'draft-next-1', 'critique-next-1']);
  expect(modelsAsked().slice(-3)).toEqual(['two', 'two', 'two']);
});

test('an answer that stays wrong after one repair ends that model’s turn, and the queue does not repeat it', async () => {
  studio.obey({}, ({ stage }, nth) => (stage === 'picture_book' && nth <= 2 ? 'A story!' : undefined));
  // The question and its repair share their instructions.
  const { story, ran } = write();
  expect(await story).toMatchObject({
    model: 'openai/two',
    gaveUp: [{ model: 'openai/one', code: 'provider_bad_output' }],
  });
  expect(ran[1]?.error).toBeInstanceOf(NonRetriableError);
  expect(studio.stagesAsked()).toEqual([
    'outline',
    'picture_book',
    'picture_book',
    'outline',
    'picture_book',
    'critique',
  ]);
});

test.each([
  ['broken JSON of the service itself', '{"id":"chatcmpl-1","choices":['],
  ['a page of HTML', '<html>It works!</html>'],
  ['JSON of another form', '{"choices":"none"}'],
])(
  'an answer that cannot even be kept (%s) is asked for again by the queue, with nobody else listed',
  async (_, body) => {
    studio.obey({}, ({ stage }, nth) => (stage === 'picture_book' && nth === 1 ? { body } : undefined));
    const { story, ran } = write(CHAIN.slice(0, 1), payNothing, 4);
    expect(await story).toMatchObject({ model: 'openai/one', gaveUp: [] });
    expect(idsOf(ran)).toEqual(['outline', 'draft', 'draft', 'critique']);
    expect(readFailure(ran[1]?.error).code).toBe('provider_bad_output');
  },
);

test('an answer that was kept and stays wrong is not read again, with nobody else listed', async () => {
  studio.obey({}, ({ stage }) => (stage === 'picture_book' ? 'A story!' : undefined));
  const { story, ran } = write(CHAIN.slice(0, 1), payNothing, 4);
  await expect(story).rejects.toMatchObject({ name: 'provider_bad_output' });
  expect(idsOf(ran)).toEqual(['outline', 'draft']);
});

test('the built-in storyteller at the end of a list tells the story when no service does', async () => {
  studio.obey({}, () => ({ status: 401, body: readFixture('error-key.json') }));
  const { story, ran } = write([...CHAIN, BUILT_IN]);
  const { draft, model, gaveUp } = await story;
  expect([model, gaveUp.map(({ code }) => code)]).toEqual([
    'builtin/storyteller',
    ['provider_rejected', 'provider_rejected'],
  ]);
  expect(draft.scenes).toHaveLength(2);
  expect(idsOf(ran)).toEqual(['outline', 'outline-next-1', 'draft-next-2']);
});

test('nobody else is asked when the money is at its end', async () => {
  studio.obey();
  const pay: PayForText = async (call) => {
    if (call.step === 'draft') throw new AppError('spend_cap_reached', 'The cap is reached.');
    return payNothing(call);
  };
  const { story, ran } = write(CHAIN, pay);
  await expect(story).rejects.toMatchObject({ name: 'spend_cap_reached' });
  expect(idsOf(ran)).toEqual(['outline', 'draft']);
});

test('the last one’s failure is the story’s', async () => {
  studio.obey({}, () => ({ body: readFixture('chat-refusal.json') }));
  await expect(write().story).rejects.toMatchObject({ name: 'provider_refused' });
});
