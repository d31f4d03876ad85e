import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import { moderationDesk, openaiModeration, type Scores } from '../../tests/providers/openai-moderation.ts';
import { openaiRefusedCompletion } from '../../tests/providers/openai-wire.ts';
import { composeFault } from '../../tests/providers/planned-faults.ts';
import { serverForTests } from '../../tests/providers/server-for-tests.ts';
import { hashDecisionText } from '../safety/decision-hash.ts';
import { collectDecisions, type Decision } from '../safety/decisions.ts';
import type { DatabaseClient } from '../supabase/database-client.ts';
import { type ModerationContext, moderateTexts, type TextToModerate } from './moderate-texts.ts';

const OWNER = '7a1c8f0e-6f0b-4d6c-9a55-0d2f3a3f8f11';
const server = serverForTests((origin) => ({
  OPENAI_API_KEY: 'sk-test',
  OPENAI_BASE_URL: `${origin}/v1`,
  MODERATION_MODEL: 'openai/omni-moderation-latest',
  MODEL_TIMEOUTS: 'moderation=1',
  MODEL_CACHE: '',
}));

/** A ledger that keeps answers as the real one does, and lets everybody in. */
function createLedger() {
  const asked: { name: string; with: Record<string, unknown> }[] = [];
  const answers = new Map<string, unknown>();
  const hashes = new Map<unknown, string>();
  const rpc = async (name: string, given: Record<string, unknown>) => {
    asked.push({ name, with: given });
    if (name === 'enter_provider')
      return { data: { state: 'entered', lease: OWNER, isProbe: false }, error: null };
    if (name === 'leave_provider') return { data: { change: null, pauseMs: 0, failures: 0 }, error: null };
    if (name === 'settle_model_call') answers.set(hashes.get(given.p_id) ?? '', given.p_answer);
    if (name !== 'reserve_model_call') return { data: null, error: null };
    const call = given.p_call as { id: string; requestHash: string; reusesAnswer: boolean };
    hashes.set(call.id, call.requestHash);
    const answer = call.reusesAnswer ? answers.get(call.requestHash) : undefined;
    return { data: { id: call.id, ...(answer ? { answer, isCached: true } : { attempt: 1 }) }, error: null };
  };
  return { admin: { rpc } as unknown as DatabaseClient, asked };
}

async function moderate(
  texts: (string | TextToModerate)[],
  context: Partial<ModerationContext> = {},
  ledger = createLedger(),
) {
  const decisions: Decision[] = [];
  const said = texts.map((text) => (typeof text === 'string' ? { text, place: 'prompt' as const } : text));
  let failure: unknown;
  await collectDecisions(
    async (found) => void decisions.push(...found),
    () => moderateTexts(said, { payer: { ownerId: OWNER }, admin: ledger.admin, ...context }),
  ).catch((error: unknown) => {
    failure = error;
  });
  return { failure, decisions, ledger };
}
const desk = (judge: (text: string) => Scores) =>
  server().route('POST /v1/moderations', moderationDesk(judge));
const inputs = () => server().requests.map(({ body }) => body.input as string[]);

describe('without MODERATION_MODEL', () => {
  test('nobody is asked and nothing is written down', async () => {
    vi.stubEnv('MODERATION_MODEL', '');
    const { failure, ledger } = await moderate(['A fox.']);
    expect(failure).toBeUndefined();
    expect(server().requests).toEqual([]);
    expect(ledger.asked).toEqual([]);
  });
});

describe('a verdict', () => {
  test('many texts are one call of the owner’s, within the ledger, for nothing', async () => {
    desk(() => ({}));
    const { failure, ledger } = await moderate(['A fox.', ' ', 'A hen.', 'A fox.']);
    expect(failure).toBeUndefined();
    expect(inputs()).toEqual([['A fox.', 'A hen.']]);
    expect(ledger.asked.map(({ name }) => name)).toEqual([
      'reserve_model_call',
      'enter_provider',
      'leave_provider',
      'settle_model_call',
    ]);
    expect(ledger.asked[0]?.with.p_call).toMatchObject({
      ownerId: OWNER,
      jobId: null,
      storyId: null,
      modality: 'moderation',
      provider: 'openai',
      model: 'omni-moderation-latest',
      reservedMicros: 0,
    });
    expect(ledger.asked.at(-1)?.with).toMatchObject({ p_cost_micros: 0 });
    expect(JSON.stringify(ledger.asked)).not.toContain('fox');
    expect(server().billed).toHaveLength(1);
  });

  test('a refusal names its place, says our sentence and none of the words, and is on record', async () => {
    desk((text) => (text.includes('bad') ? { 'self-harm': 0.8 } : {}));
    const bad = { text: 'Something bad.', place: 'chat' as const, field: 'messages.2' };
    const { failure, decisions } = await moderate(['A fox.', bad]);
    expect(failure).toMatchObject({
      code: 'guardrail_violation',
      rule: 'moderation',
      message: expect.stringContaining('helpline'),
      fields: [{ path: 'messages.2' }],
    });
    expect(JSON.stringify(failure)).not.toContain('bad');
    expect(decisions).toEqual([
      { action: 'refused', rule: 'moderation', place: 'chat', textHash: hashDecisionText('Something bad.') },
    ]);
  });

  test('what the service flags for grown-ups may be told to nine-year-olds, which is on record', async () => {
    desk(() => ({ violence: 0.7 }));
    const older = await moderate(['The knight strikes the dragon.'], { listener: { ageGroup: '9-12' } });
    expect(older.failure).toBeUndefined();
    expect(older.decisions).toMatchObject([{ action: 'flagged', rule: 'moderation', place: 'prompt' }]);
    const young = await moderate(['The knight strikes the dragon.'], { listener: { ageGroup: '3-5' } });
    expect(young.failure).toMatchObject({ code: 'guardrail_violation' });
    expect((await moderate(['The knight strikes the dragon.'])).failure).toMatchObject({
      rule: 'moderation',
    });
  });

  test('told text is noted by whoever has it mended, and anybody may say what becomes of theirs', async () => {
    desk(() => ({ sexual: 0.9 }));
    expect((await moderate([{ text: 'No.', place: 'page' }])).decisions).toEqual([]);
    expect(
      (await moderate([{ text: 'No.', place: 'page' }], { outcome: 'left_out' })).decisions,
    ).toMatchObject([{ action: 'left_out' }]);
  });

  test('a text of any length is judged to its last word', async () => {
    const story = `${'The fox walks on. '.repeat(4_000)}Then comes the evil end.`;
    desk((text) => (text.includes('evil end') ? { 'violence/graphic': 0.9 } : {}));
    const { failure } = await moderate([{ text: story, place: 'document', field: 'sourceText' }]);
    expect(failure).toMatchObject({ rule: 'moderation', fields: [{ path: 'sourceText' }] });
    // Each sentence differs by nothing, so parts that are alike are asked about once.
    expect(
      inputs()
        .flat()
        .every((part) => part.length <= 2_000),
    ).toBe(true);
    const numbered = Array.from({ length: 4_000 }, (_, index) => `The fox takes step ${index}. `).join('');
    server().requests.length = 0;
    expect((await moderate([numbered])).failure).toBeUndefined();
    expect(inputs().flat().toSorted().join('').length).toBe(numbered.length);
    expect(inputs().every((batch) => batch.join('').length <= 16_000 && batch.length <= 32)).toBe(true);
  });

  test('the same owner’s same texts are not asked about again, unless MODEL_CACHE says so', async () => {
    desk((text) => (text === 'bad' ? { hate: 0.9 } : {}));
    const ledger = createLedger();
    expect((await moderate(['A fox.', 'bad'], {}, ledger)).failure).toMatchObject({ rule: 'moderation' });
    expect((await moderate(['A fox.', 'bad'], {}, ledger)).failure).toMatchObject({ rule: 'moderation' });
    expect(inputs()).toHaveLength(1);
    vi.stubEnv('MODEL_CACHE', 'none');
    await moderate(['A fox.', 'bad'], {}, ledger);
    expect(inputs()).toHaveLength(2);
  });
});

describe('a judge that does not judge lets nothing pass', () => {
  test.each([
    ['429 with a wait', composeFault('rate_limited', 7), 'provider_rate_limited', 7],
    ['500', composeFault('server_error'), 'provider_failed', undefined],
    ['529', composeFault('overloaded'), 'provider_failed', undefined],
    ['a broken connection', composeFault('broken_off'), 'provider_failed', undefined],
    ['silence', composeFault('never_answers'), 'provider_failed', undefined],
    ['a wrong key', { status: 401, body: '{"error":{"message":"no"}}' }, 'provider_unavailable', undefined],
    [
      'an unknown model',
      { status: 404, body: '{"error":{"message":"no"}}' },
      'provider_unavailable',
      undefined,
    ],
    ['broken JSON', { body: '{"results":[{"flag' }, 'provider_unavailable', undefined],
    ['a verdict too few', openaiModeration([]), 'provider_unavailable', undefined],
  ])('%s', async (_, answer, code, retryAfterSeconds) => {
    server().answer(answer);
    const { failure, ledger, decisions } = await moderate(['A fox.']);
    expect(failure).toMatchObject({ code, retryAfterSeconds });
    expect(decisions).toEqual([]);
    expect(server().requests).toHaveLength(1);
    expect(ledger.asked.at(-1)?.name).toBe('fail_model_call');
  });

  test('nobody at the address, and no key', async () => {
    await server().refuse();
    expect((await moderate(['A fox.'])).failure).toMatchObject({ code: 'provider_failed' });
    await server().accept();
    vi.stubEnv('OPENAI_API_KEY', '');
    expect((await moderate(['A fox.'])).failure).toMatchObject({ code: 'provider_unavailable' });
    expect(server().requests).toEqual([]);
  });

  test('somebody who has gone is told their own reason', async () => {
    server().answer(composeFault('never_answers'));
    const leaving = new AbortController();
    const asking = moderate(['A fox.'], { signal: leaving.signal });
    while (server().requests.length === 0) await sleep(1);
    const gone = new Error('gone');
    leaving.abort(gone);
    expect((await asking).failure).toBe(gone);
  });
});

test('a chat model that will not read something has judged it: only that text is refused', async () => {
  vi.stubEnv('MODERATION_MODEL', 'openai/gpt-test');
  server().route('POST /v1/chat/completions', ({ bytes }) => {
    const prompt = bytes.toString();
    if (prompt.includes('unreadable')) return openaiRefusedCompletion();
    const verdicts = [...prompt.matchAll(/request number=\\"(\d+)\\">\\n/g)].map(([, number]) => ({
      text: Number(number),
      findings: [],
    }));
    return {
      body: JSON.stringify({
        id: 'chatcmpl-1',
        object: 'chat.completion',
        created: 1,
        model: 'gpt-test',
        choices: [
          {
            index: 0,
            message: { role: 'assistant', content: JSON.stringify({ verdicts }) },
            finish_reason: 'stop',
          },
        ],
        usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
      }),
    };
  });
  const texts = ['one', 'two', 'unreadable', 'four', 'five'].map((text, index) => ({
    text,
    place: 'page' as const,
    field: `scenes.${index}.text`,
  }));
  const { failure } = await moderate(texts, { listener: { ageGroup: '9-12' } });
  expect(failure).toMatchObject({ code: 'guardrail_violation', fields: [{ path: 'scenes.2.text' }] });
});
