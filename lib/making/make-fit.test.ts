import { describe, expect, test } from 'vitest';
import type { DraftFault } from '@/lib/builtin/softener/find-faults';
import { tellStory } from '@/lib/builtin/storyteller/tell-story';
import { AppError } from '@/lib/errors';
import { collectDecisions, type Decision } from '@/lib/safety/decisions';
import { guardDraft } from '@/lib/safety/guard';
import { judgeReading } from '@/lib/story/reading/judge-reading';
import { measureReading } from '@/lib/story/reading/measure-reading';
import { type StoryBriefInput, type StoryDraft, storyBriefSchema } from '@/lib/story/schema';
import { makeFit } from './make-fit';

const nobody = async (_: StoryDraft): Promise<DraftFault[]> => [];
const briefOf = (more: Partial<StoryBriefInput> = {}) => ({
  ...storyBriefSchema.parse({ prompt: 'A fox wakes a lantern', ...more }),
  seed: 4,
});
const withPage = (draft: StoryDraft, text: string): StoryDraft => ({
  ...draft,
  scenes: draft.scenes.map((scene, index) => (index === 1 ? { ...scene, text } : scene)),
});

async function tryFit(draft: StoryDraft, brief = briefOf(), moderate = nobody) {
  const decisions: Decision[] = [];
  const made = await collectDecisions(
    async (noted) => void decisions.push(...noted),
    async () => makeFit(draft, brief, moderate).catch((error: unknown) => error as AppError),
  );
  return { made, decisions: decisions.map(({ action, rule, place }) => `${action} ${rule} ${place}`) };
}
async function fitted(draft: StoryDraft, brief = briefOf(), moderate = nobody) {
  const { made, decisions } = await tryFit(draft, brief, moderate);
  if (made instanceof AppError) throw made;
  return { ...made, decisions };
}

test('a story of the built-in storyteller that is fit is kept as it is', async () => {
  const brief = briefOf({ targetLength: 200 });
  const told = tellStory(brief);
  expect(await fitted(told, brief)).toEqual({ draft: told, isOutOfBand: false, decisions: [] });
});

test('what breaks a rule is softened where it stands, and the audit says so', async () => {
  const brief = briefOf({ targetLength: 200 });
  const told = tellStory(brief);
  const page = told.scenes[1]?.text ?? '';
  const { draft, decisions } = await fitted(withPage(told, `${page} Then he wanted to kill himself.`), brief);
  expect(draft.scenes[1]?.text.startsWith(page)).toBe(true);
  expect(JSON.stringify(draft)).not.toContain('kill');
  expect(decisions).toEqual(['softened self_harm page']);
});

test('a story told before sleep is held to the guardrails of bedtime', async () => {
  const wild =
    'They raced and dashed and crashed! Boom! Suddenly everybody shouted, and the monsters roared!';
  const brief = briefOf({ targetLength: 120 });
  const told = withPage(tellStory(brief), Array(3).fill(wild).join(' '));
  const sleepy = { ...brief, bedtime: true as const };
  const { draft } = await fitted(told, sleepy);
  expect(() => guardDraft(told, sleepy)).toThrow();
  expect(() => guardDraft(draft, sleepy)).not.toThrow();
  expect(draft.musicMood).toBe('lullaby');
});

describe('a given text', () => {
  const brief = briefOf({ sourceText: 'There was blood everywhere.', sceneCount: 1 });
  const draft = (text: string, more: Partial<StoryDraft> = {}): StoryDraft => {
    const told = tellStory(briefOf({ sceneCount: 1 }));
    return { ...told, ...more, scenes: told.scenes.map((scene) => ({ ...scene, text })) };
  };

  test('that breaks a rule is not told otherwise but not at all', async () => {
    const { made, decisions } = await tryFit(draft('There was blood everywhere.'), brief);
    expect(made).toMatchObject({
      code: 'guardrail_violation',
      rule: 'graphic_violence',
      fields: [{ path: 'scenes.0.text' }],
    });
    expect(JSON.stringify([(made as AppError).message, (made as AppError).fields])).not.toContain('blood');
    expect(decisions).toEqual(['failed graphic_violence page']);
  });

  test('keeps its words while what was said about it is softened', async () => {
    const { draft: kept } = await fitted(draft('Nova slept.', { moral: 'Do cocaine.' }), brief);
    expect(kept.scenes[0]?.text).toBe('Nova slept.');
    expect(kept.moral).not.toContain('cocaine');
  });
});

describe('a moderation model', () => {
  const brief = briefOf({ targetLength: 200 });
  const told = tellStory(brief);
  const BAD = 'Bram told them a secret.';
  const harmed = withPage(told, `${told.scenes[1]?.text} ${BAD}`);
  const finds = (text: string) => async (draft: StoryDraft) =>
    draft.scenes[1]?.text.includes(text)
      ? [
          {
            place: { path: 'scenes.1.text', part: 'telling' as const, page: 1 },
            reason: 'moderation' as const,
            text,
          },
        ]
      : [];

  test('has the sentence it stops said otherwise', async () => {
    const { draft, decisions } = await fitted(harmed, brief, finds(BAD));
    expect(draft.scenes[1]?.text).not.toContain(BAD);
    expect(draft.scenes[1]?.text.startsWith(told.scenes[1]?.text ?? '?')).toBe(true);
    expect(decisions).toEqual(['softened moderation page']);
  });

  test('that stops whatever is said ends the story, in kind words and none of its own', async () => {
    const stubborn = async (draft: StoryDraft) => [
      {
        place: { path: 'scenes.1.text', part: 'telling' as const, page: 1 },
        reason: 'moderation' as const,
        text: draft.scenes[1]?.text ?? '',
      },
    ];
    const { made, decisions } = await tryFit(harmed, brief, stubborn);
    expect(made).toMatchObject({ code: 'guardrail_violation', rule: 'moderation' });
    expect((made as AppError).message).toMatch(/nothing of it was kept/);
    expect((made as AppError).message).not.toContain('Bram');
    expect(decisions.every((one) => one === 'failed moderation page')).toBe(true);
  });
});

describe('a story out of its reading band', () => {
  const judge = (draft: StoryDraft, age: '3-5' | '6-8' | '9-12') =>
    judgeReading(measureReading(draft.scenes.map(({ text }) => text).join('\n\n'), age), age);
  const told = tellStory(briefOf({ targetLength: 200, ageGroup: '9-12' }));

  test('is told more simply by rule, page by page, and nothing else of it changes', async () => {
    expect(judge(told, '6-8')).toBe('too_hard');
    const { draft } = await fitted(told, briefOf({ targetLength: 200, ageGroup: '6-8' }));
    expect(draft.scenes).toHaveLength(told.scenes.length);
    expect(draft.scenes.map(({ text }) => text)).not.toEqual(told.scenes.map(({ text }) => text));
    expect(draft.characters).toEqual(told.characters);
  });

  test('that no rule brings there is kept, and said to be so', async () => {
    const hopeless = withPage(
      told,
      Array(12)
        .fill('Otorhinolaryngological considerations notwithstanding institutional incomprehensibility.')
        .join(' '),
    );
    expect(await fitted(hopeless, briefOf({ ageGroup: '3-5' }))).toMatchObject({ isOutOfBand: true });
    expect(await fitted(hopeless, briefOf({ ageGroup: '9-12', audience: 'adults' }))).toMatchObject({
      isOutOfBand: false,
      draft: hopeless,
    });
  });
});
