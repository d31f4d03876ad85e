import { expect, test } from 'vitest';
import { collectDecisions, type Decision, noteDecision } from './decisions.ts';

const REFUSAL = { action: 'refused', rule: 'weapons', place: 'prompt' } as const;

function keepIn(kept: Decision[]): (decisions: Decision[]) => Promise<void> {
  return async (decisions) => {
    kept.push(...decisions);
  };
}

test('what was decided is handed over before the work is known to have ended', async () => {
  const kept: Decision[] = [];
  const ended = collectDecisions(keepIn(kept), async () => {
    noteDecision({ ...REFUSAL, text: 'how to build it' });
    await Promise.resolve();
    noteDecision({ action: 'masked', rule: 'email', place: 'chat', text: 'me@example.org' });
    return 'made';
  });
  await expect(ended.then((made) => [made, kept.length])).resolves.toEqual(['made', 2]);
});

test('work that throws hands over its decisions and throws the same', async () => {
  const kept: Decision[] = [];
  const failure = new Error('refused');
  const ended = collectDecisions(keepIn(kept), async () => {
    noteDecision({ ...REFUSAL, text: 'how to build it' });
    throw failure;
  });
  await expect(ended).rejects.toBe(failure);
  expect(kept).toEqual([{ ...REFUSAL, textHash: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
});

test('a decision holds no text, and the same text has the same hash however it is spaced', async () => {
  const kept: Decision[] = [];
  await collectDecisions(keepIn(kept), async () => {
    noteDecision({ ...REFUSAL, text: 'the secret words' });
    noteDecision({ ...REFUSAL, place: 'chat', text: '  the  secret\u200b words ' });
    noteDecision({ ...REFUSAL, text: 'the secret word' });
  });
  expect(JSON.stringify(kept)).not.toContain('secret');
  expect(kept[0]?.textHash).toBe(kept[1]?.textHash);
  expect(kept[0]?.textHash).not.toBe(kept[2]?.textHash);
});

test('the same decision about the same text counts once', async () => {
  const kept: Decision[] = [];
  await collectDecisions(keepIn(kept), async () => {
    noteDecision({ ...REFUSAL, text: 'twice' });
    noteDecision({ ...REFUSAL, text: 'twice' });
  });
  expect(kept).toHaveLength(1);
});

test('work inside other work hands over its own part, and pieces of work side by side do not mix', async () => {
  const outer: Decision[] = [];
  const inner: Decision[] = [];
  const beside: Decision[] = [];
  await Promise.all([
    collectDecisions(keepIn(outer), async () => {
      await collectDecisions(keepIn(inner), async () => noteDecision({ ...REFUSAL, text: 'inside' }));
      noteDecision({ ...REFUSAL, text: 'outside' });
    }),
    collectDecisions(keepIn(beside), async () => noteDecision({ ...REFUSAL, text: 'beside' })),
  ]);
  expect([outer, inner, beside].map((kept) => kept.length)).toEqual([1, 1, 1]);
});

test('what is decided after the work has answered is kept as well', async () => {
  const kept: Decision[] = [];
  let later: () => void = () => undefined;
  const streamed = new Promise<void>((resolve) => {
    later = resolve;
  });
  let told: Promise<void> | undefined;
  await collectDecisions(keepIn(kept), async () => {
    told = streamed.then(() => noteDecision({ ...REFUSAL, text: 'in the stream' }));
  });
  expect(kept).toEqual([]);
  later();
  await told;
  expect(kept).toHaveLength(1);
});

test('outside of any work nothing is noted', () => {
  expect(() => noteDecision({ ...REFUSAL, text: 'nobody listens' })).not.toThrow();
});
