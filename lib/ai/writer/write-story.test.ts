import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFixture } from '../../../tests/providers/openai-server.ts';
import { createStorytellerModel } from '../../builtin/storyteller/model.ts';
import { AppError } from '../../errors.ts';
import { collectDecisions, type Decision } from '../../safety/decisions.ts';
import { RULE_SENTENCES } from '../../safety/safety-rules.ts';
import { listWords } from '../../story/reading/split-text.ts';
import { type StoryBriefInput, storyBriefSchema } from '../../story/schema.ts';
import type { Writer } from './ask-writer.ts';
import { chooseRoute } from './choose-route.ts';
import { type Studio, stagesOf, startStudio } from './fixtures/obedient-studio.ts';
import { payNothing } from './pay-nothing.ts';
import { writeStory } from './write-story.ts';

let studio: Studio;
beforeAll(async () => {
  studio = await startStudio();
});
afterAll(() => studio.server.close());

const briefOf = (more: Partial<StoryBriefInput> = {}) =>
  storyBriefSchema.parse({ prompt: 'A fox wakes a lantern', sceneCount: 4, targetLength: 200, ...more });

function write(brief = briefOf(), more: Partial<Writer> = {}, seen: string[] = []) {
  const writer = studio.writerOf(brief, more);
  const route = chooseRoute(brief, writer.maxNewTokens);
  return writeStory({ route, pages: brief.sceneCount }, stagesOf(writer, seen));
}

describe('a story that is told at once', () => {
  test('is planned, told and read over; a content editor costs no revision', async () => {
    studio.obey();
    const { draft, notRead } = await write();
    expect(studio.stagesAsked()).toEqual(['outline', 'picture_book', 'critique']);
    expect(notRead).toBeUndefined();
    expect(draft.title).toBe('Nova and the Quiet Lantern');
    expect(draft.scenes).toHaveLength(4);
    expect(draft.characters.map(({ id, palette }) => [id, palette])).toEqual([
      ['nova', ['#c86432', '#ffffff']],
      ['bram', undefined],
    ]);
    expect(draft.scenes[0]?.characterIds).toEqual(['nova', 'bram']);
    expect('outline' in draft || 'premise' in draft || 'title' in (draft.scenes[0] ?? {})).toBe(false);
  });

  test('follows its plan: the draft is asked for with it, the editor with the draft and what was measured', async () => {
    studio.obey();
    const { draft } = await write();
    const [, book, critique] = studio.asked;
    expect(book?.prompt).toContain('2. Step three: Nova does thing number 2 for the lantern.');
    expect(book?.prompt).toContain('nova: Nova, fox, hero, "she". A small copper fox');
    expect(critique?.prompt).toContain(draft.scenes[2]?.text);
    expect(critique?.prompt).toMatch(
      /Measured: 200 words where 200 were asked for; reading grade [\d.]+ where 2 to 4.5/,
    );
    expect(critique?.prompt).toContain('Words on each page: 50, 50, 50, 50.');
  });

  test('is mended once, only where the editor asked for it', async () => {
    studio.obey();
    const { draft: before } = await write();
    studio.obey({
      finds: [
        { criterion: 'sound', score: 3, pages: [2, 4] },
        { criterion: 'arc', score: 4, pages: [1] },
      ],
    });
    const { draft } = await write();
    expect(studio.stagesAsked()).toEqual(['outline', 'picture_book', 'critique', 'revision']);
    expect(studio.asked[3]?.prompt).toMatch(/^Write these pages again, about 50 words each: 2, 4\./);
    expect(draft.scenes[0]).toEqual(before.scenes[0]);
    expect(draft.scenes[2]).toEqual(before.scenes[2]);
    for (const page of [1, 3]) expect(draft.scenes[page]?.text).toContain('mended');
    expect(studio.asked[3]?.prompt).toContain('Page 4: SECRET-NOTE it drags → Make it brisk.');
    expect(studio.asked[3]?.prompt).not.toContain('Page 1: SECRET-NOTE');
    // What the editor said is for the writer alone.
    expect(JSON.stringify(draft)).not.toContain('SECRET-NOTE');
  });

  test('whose pages are all too short is mended, whatever the editor thinks of it', async () => {
    studio.obey({ length: (words) => Math.round(words / 2) });
    const { draft } = await write();
    expect(studio.asked.at(-1)?.prompt).toMatch(
      /^Write these pages again, about 50 words each: 1, 2, 3, 4\./,
    );
    expect(studio.asked.at(-1)?.prompt).toContain('Page 3: It has 25 words. → Make it about 50 words');
    expect(listWords(draft.scenes.map(({ text }) => text).join(' '))).toHaveLength(200);
  });

  test('that the guardrails would stop is mended instead of lost', async () => {
    const harmful = 'Then he wanted to kill himself.';
    studio.obey({}, ({ stage, prompt }) => {
      if (stage !== 'picture_book') return undefined;
      const pages = Number(/exactly (\d+)/.exec(prompt)?.[1]);
      const told = Array.from({ length: pages }, (_, index) => sceneOf(index === 1 ? harmful : undefined));
      return { scenes: told };
    });
    const { draft } = await write(briefOf({ targetLength: 40 }));
    expect(studio.asked.at(-1)?.prompt).toMatch(/: 2\.$/m);
    expect(studio.asked.at(-1)?.prompt).toContain('Page 2: The safety check stops it');
    expect(JSON.stringify(draft)).not.toContain('kill');
  });

  test.each([
    ['is empty', { text: '   ' }],
    ['has lost half of itself', { text: 'Nova went.' }],
    ['is not fit for a child', { text: `${words(48)} Then he wanted to kill himself.` }],
  ])('keeps the old page where the new one %s', async (_, worse) => {
    studio.obey({ finds: [{ criterion: 'sound', score: 2, pages: [1, 2] }] }, ({ stage }) =>
      stage === 'revision'
        ? {
            pages: [
              { page: 1, ...sceneOf(words(50)), ...worse },
              { page: 2, ...sceneOf(`${words(49)} mended.`) },
            ],
          }
        : undefined,
    );
    const { draft } = await write();
    expect(draft.scenes[0]?.text).toContain('brave');
    expect(draft.scenes[1]?.text).toContain('mended');
  });

  test.each([
    [
      'is out of order',
      'critique',
      { status: 500, body: readFixture('error-server.json') },
      'provider_failed',
    ],
    ['makes no sense', 'critique', 'Lovely!', 'provider_bad_output'],
    ['cannot mend it', 'revision', 'Lovely!', 'provider_bad_output'],
  ] as const)('is not lost when its editor %s', async (_, stage, answer, code) => {
    studio.obey({ finds: [{ criterion: 'arc', score: 1, pages: [0] }] }, (asked) =>
      asked.stage === stage ? answer : undefined,
    );
    const { draft, notRead } = await write();
    expect(draft.scenes).toHaveLength(4);
    expect(notRead?.code).toBe(code);
  });

  test('is kept when the money is at its end before its editor has read it', async () => {
    studio.obey();
    const pay: Writer['pay'] = (call) => {
      if (call.step === 'critique') throw new AppError('spend_cap_reached', 'The cap is reached.');
      return payNothing(call);
    };
    const { draft, notRead } = await write(briefOf(), { pay });
    expect(draft.scenes).toHaveLength(4);
    expect(notRead).toMatchObject({ code: 'spend_cap_reached' });
  });
});

describe('page by page', () => {
  const long = (more: Partial<StoryBriefInput> = {}) =>
    briefOf({ sceneCount: 12, targetLength: 3_000, ageGroup: '9-12', ...more });

  test('a long story comes to its length although its pages do not', async () => {
    // Between a third too short and a third too long, the same for every run.
    studio.obey({ length: (words, page) => Math.round(words * (1 + 0.33 * Math.sin(page * 2.4))) });
    const { draft } = await write(long());
    const count = listWords(draft.scenes.map(({ text }) => text).join(' ')).length;
    expect(draft.scenes).toHaveLength(12);
    expect(Math.abs(count - 3_000) / 3_000).toBeLessThan(0.15);
    expect(studio.stagesAsked()).toEqual(['outline', ...Array(12).fill('chapter'), 'critique']);
  });

  test('knows of the pages before only the plan, the summary and the last paragraph', async () => {
    studio.obey({}, ({ stage, prompt }) => {
      const page = Number(/^Write page (\d+)/.exec(prompt)?.[1]);
      if (stage !== 'chapter') return undefined;
      const text = `FIRST-OF-${page} ${words(125)}\n\nLAST-OF-${page} ${words(120)}`;
      return { ...sceneOf(text), soFar: `SUMMARY-${page}` };
    });
    await write(long());
    const fifth = studio.asked[5]?.prompt ?? '';
    expect(fifth).toMatch(/^Write page 5 of 12, about 2\d\d words\./);
    expect(fifth).toContain('<story>\nSUMMARY-4\n\nLAST-OF-4');
    expect(fifth).toContain('9. Step ten');
    expect(fifth).not.toMatch(/FIRST-OF|SUMMARY-3|LAST-OF-3/);
    expect(studio.asked[1]?.prompt).toContain('It is the beginning.');
    expect(studio.asked[12]?.prompt).toContain('It is the end');
  });

  test('only the pages the editor marked are written again, each in a call of its own that sees its neighbours', async () => {
    studio.obey({ finds: [{ criterion: 'sound', score: 2, pages: [3, 9] }] });
    const seen: string[] = [];
    const { draft } = await write(long(), {}, seen);
    expect(seen.slice(-4)).toEqual(['critique', 'chapter-3-revision', 'chapter-9-revision', 'bind']);
    expect(draft.scenes.map(({ text }) => text.includes('mended'))).toEqual(
      Array.from({ length: 12 }, (_, index) => index === 2 || index === 8),
    );
    const [third] = studio.asked.filter(({ stage }) => stage === 'revision');
    expect(third?.prompt.match(/\[left out\]/g)).toHaveLength(9);
  });

  test('a page that cannot be mended does not cost the others their mending, and the end of the money is told first', async () => {
    studio.obey({ finds: [{ criterion: 'sound', score: 2, pages: [3, 6, 9] }] }, ({ stage, prompt }) =>
      stage === 'revision' && /words each: 3\.$/m.test(prompt) ? 'Lovely!' : undefined,
    );
    const pay: Writer['pay'] = (call) => {
      if (call.step === 'chapter:6:revision') throw new AppError('spend_cap_reached', 'The cap is reached.');
      return payNothing(call);
    };
    const { draft, notRead } = await write(long(), { pay });
    expect(draft.scenes.map(({ text }) => text.includes('mended'))).toEqual(
      Array.from({ length: 12 }, (_, index) => index === 8),
    );
    expect(notRead?.code).toBe('spend_cap_reached');
  });

  test('chapters have their titles, and premise and plan beside them', async () => {
    studio.obey();
    const { draft } = await write(briefOf({ sceneCount: 3, targetLength: undefined, chapters: true }));
    expect(studio.stagesAsked()).toEqual(['outline', 'chapter', 'chapter', 'chapter', 'critique']);
    expect(draft.scenes.map(({ title }) => title)).toEqual(['Step two', 'Step three', 'Step four']);
    expect(draft.outline).toHaveLength(3);
    expect(draft.premise).toMatch(/Nova/);
    expect(draft.scenes.every((scene) => !('soFar' in scene))).toBe(true);
  });

  test('so is a short story when one answer may not be long', async () => {
    const brief = briefOf({ sceneCount: 4, targetLength: 400 });
    expect(chooseRoute(brief)).toBe('at-once');
    expect(chooseRoute(brief, 1_000)).toBe('page-by-page');
    studio.obey();
    await write(brief, { maxNewTokens: 1_000 });
    const limits = studio.server.requests
      .slice(-6)
      .map(({ body }) => body.max_tokens ?? body.max_completion_tokens);
    // A plan needs more than that to be whole; a page does not.
    expect(limits.slice(1, 5)).toEqual(Array(4).fill(1_000));
    for (const limit of [limits[0], limits[5]]) expect(limit).toBeLessThan(1_500);
  });
});

describe('what no child may hear', () => {
  const HARMFUL = 'Then he wanted to kill himself.';
  /** The n-th telling of a page, of the draft and its revisions, is harmful where the test says so. */
  const harmful = (tellings: number) => {
    let told = 0;
    studio.obey({}, ({ stage, prompt }) => {
      if (stage !== 'picture_book' && stage !== 'revision') return undefined;
      told++;
      const text = told <= tellings ? `${words(40)} ${HARMFUL}` : `${words(44)} mended.`;
      if (stage === 'revision') return { pages: [{ page: 2, ...sceneOf(text) }] };
      const pages = Number(/exactly (\d+)/.exec(prompt)?.[1]);
      return { scenes: Array.from({ length: pages }, (_, at) => sceneOf(at === 1 ? text : words(45))) };
    });
  };
  const tell = () => {
    const decisions: Decision[] = [];
    return collectDecisions(
      async (noted) => void decisions.push(...noted),
      async () => ({ ...(await write(briefOf({ targetLength: 180, audience: 'young-adults' }))), decisions }),
    );
  };

  test.each([
    ['once', 1, ['revision'], false],
    ['twice', 2, ['revision', 'revision'], false],
    ['always', 9, ['revision', 'revision'], true],
  ] as const)(
    'is asked to be written again as often as it comes, twice at most: %s',
    async (_, tellings, asked, stays) => {
      harmful(tellings);
      const { draft, notRead, decisions } = await tell();
      expect(notRead).toBeUndefined();
      expect(studio.stagesAsked().slice(3)).toEqual(asked);
      for (const { prompt } of studio.asked.slice(3)) {
        expect(prompt).toMatch(/^Write these pages again, about 45 words each: 2\./);
        const notes = /<notes>\n([\s\S]*)\n<\/notes>/.exec(prompt)?.[1] ?? '';
        expect(notes).toContain(`Page 2: The safety check stops it: ${RULE_SENTENCES.self_harm}`);
        expect(notes).not.toContain('kill');
      }
      // What two askings did not mend is left to whoever saves it.
      expect(JSON.stringify(draft).includes('kill')).toBe(stays);
      expect(new Set(decisions.map(({ action, rule, place }) => `${action} ${rule} ${place}`))).toEqual(
        new Set(['repair_asked self_harm page']),
      );
    },
  );

  test('is mended although no editor can be asked', async () => {
    harmful(1);
    const { draft, notRead } = await write(briefOf({ targetLength: 180, audience: 'young-adults' }), {
      pay: (call) => {
        if (call.step === 'critique') throw new AppError('provider_failed', 'It is out of order.');
        return payNothing(call);
      },
    });
    expect(notRead?.code).toBe('provider_failed');
    expect(studio.stagesAsked()).toEqual(['outline', 'picture_book', 'revision']);
    expect(JSON.stringify(draft)).not.toContain('kill');
  });

  test('as a whole, though no sentence is too much alone, is asked to be told again as a whole', async () => {
    const fear = 'They were terrified and screamed in horror at the creepy monsters.';
    studio.obey({}, ({ stage, prompt }) => {
      const pages = Number(/exactly (\d+)/.exec(prompt)?.[1]);
      if (stage !== 'picture_book') return undefined;
      return { scenes: Array.from({ length: pages }, () => sceneOf(`${fear} ${words(34)}.`)) };
    });
    const { decisions } = await tell();
    expect(studio.asked[3]?.prompt).toMatch(/^Write these pages again, about 45 words each: 1, 2, 3, 4\./);
    expect(studio.asked[3]?.prompt).toContain(`Page 0: The safety check stops it: ${RULE_SENTENCES.tone}`);
    expect(decisions).toMatchObject([{ action: 'repair_asked', rule: 'tone', place: 'story' }]);
  });

  test('in a title is nothing a page’s writer is asked about', async () => {
    studio.obey({}, ({ stage }) => {
      const plan = { title: 'Nova does cocaine', premise: 'x', change: 'x', moral: 'x', musicMood: 'wonder' };
      const pages = Array.from({ length: 4 }, () => ({ title: 'x', happens: 'x', changes: 'x' }));
      const hero = { ...sheetOfNova, outfit: '', palette: [] };
      return stage === 'outline' ? { ...plan, characters: [hero], pages } : undefined;
    });
    const { draft } = await write();
    expect(studio.stagesAsked()).toEqual(['outline', 'picture_book', 'critique']);
    expect(draft.title).toBe('Nova does cocaine');
  });

  test('is also what a moderation model says, with the page it means', async () => {
    studio.obey();
    let asked = 0;
    const moderate: Writer['moderate'] = async (draft) => {
      asked++;
      const text = draft.scenes[2]?.text ?? '';
      if (text.includes('mended')) return [];
      return [{ place: { path: 'scenes.2.text', part: 'telling', page: 2 }, reason: 'moderation', text }];
    };
    const { draft } = await write(briefOf(), { moderate });
    expect(studio.stagesAsked()).toEqual(['outline', 'picture_book', 'critique', 'revision']);
    expect(studio.asked[3]?.prompt).toContain(
      `Page 3: The safety check stops it: ${RULE_SENTENCES.moderation}`,
    );
    expect(draft.scenes[2]?.text).toContain('mended');
    expect(asked).toBe(2);
  });
});

describe('a story out of its reading band', () => {
  const HARD =
    'Notwithstanding considerable meteorological adversity, the extraordinarily determined expedition continued unhesitatingly through inhospitable territory.';
  const hardUntil = (tellings: number) => {
    let told = 0;
    studio.obey({}, ({ stage, prompt }) => {
      if (stage !== 'picture_book' && stage !== 'revision') return undefined;
      told++;
      const isHard = told <= tellings;
      if (stage === 'picture_book') {
        const pages = Number(/exactly (\d+)/.exec(prompt)?.[1]);
        return { scenes: Array.from({ length: pages }, () => sceneOf(Array(4).fill(HARD).join(' '))) };
      }
      const wanted = (/words each: ([\d, ]+)\./.exec(prompt)?.[1] ?? '').split(',').map(Number);
      const easy = 'Nova took the lantern up the hill and gave it to Bram.';
      return {
        pages: wanted.map((page) => ({
          page,
          ...sceneOf(
            Array(5)
              .fill(isHard ? HARD : easy)
              .join(' '),
          ),
        })),
      };
    });
  };

  test.each([
    [1, 1],
    [2, 2],
    [9, 2],
  ])('is asked to be told again, twice at most (%i times hard: %i)', async (tellings, asked) => {
    hardUntil(tellings);
    await write(briefOf({ targetLength: 240 }));
    const revisions = studio.asked.filter(({ stage }) => stage === 'revision');
    expect(revisions).toHaveLength(asked);
    for (const { prompt } of revisions) expect(prompt).toContain('It is too hard to read for this age.');
  });

  test.each([
    ['grown readers', { audience: 'adults' as const }],
    ['a text too short to tell', { targetLength: 60, sceneCount: 1 }],
  ])('is nothing for %s', async (_, more) => {
    hardUntil(1);
    await write(briefOf({ targetLength: 240, ...more }));
    for (const { prompt } of studio.asked) expect(prompt).not.toContain('too hard to read');
  });
});

describe('a sequel', () => {
  const sheets = [
    {
      id: 'nova-the-fox',
      name: 'Nova',
      kind: 'vixen',
      role: 'hero' as const,
      pronoun: 'she' as const,
      description: 'A tiny silver fox with one green eye.',
      outfit: 'a yellow coat',
      palette: ['#cccccc', '#00ff00'],
      seed: 77,
    },
    {
      id: 'old-tom',
      name: 'Old Tom',
      kind: 'tortoise',
      role: 'companion' as const,
      pronoun: 'he' as const,
      description: 'A wrinkled tortoise with moss on his shell.',
      outfit: '',
      seed: 3,
    },
  ];

  test('keeps the sheets of its characters word for word, whatever the model says', async () => {
    studio.obey();
    const { draft } = await write(briefOf({ sheets, before: 'Nova found the sea.' }));
    expect(draft.characters.slice(0, 2)).toEqual(sheets);
    expect(draft.characters.map(({ id }) => id)).toEqual(['nova-the-fox', 'old-tom', 'bram']);
    expect(draft.characters.filter(({ role }) => role === 'hero')).toHaveLength(1);
    // The model showed "nova": pages point at ids that are there.
    for (const scene of draft.scenes) expect(scene.characterIds).toEqual(['nova-the-fox', 'bram']);
    for (const { prompt } of studio.asked) expect(prompt).toContain('A tiny silver fox with one green eye.');
    expect(studio.asked[0]?.prompt).toContain('<before>\nNova found the sea.\n</before>');
  });

  test('of a given text too', async () => {
    studio.obey();
    const sourceText = 'Nova found a lantern under the old roots. It was dark there and cold.';
    const { draft } = await write(briefOf({ sheets, sourceText, sceneCount: 1 }));
    expect(draft.characters.slice(0, 2)).toEqual(sheets);
    expect(draft.scenes[0]?.characterIds).toEqual(['nova-the-fox', 'bram']);
    const writer = {
      brief: briefOf({ sheets, sourceText, sceneCount: 1 }),
      model: createStorytellerModel(),
      pay: payNothing,
    };
    const told = await writeStory({ route: 'built-in', pages: 1 }, stagesOf(writer));
    expect(told.draft.characters.slice(0, 2)).toEqual(sheets);
    expect(told.draft.scenes[0]?.characterIds).toContain('nova-the-fox');
  });
});

describe('a given text', () => {
  const sourceText =
    '# The Lantern\n\n## Dusk\n\nNova found a lantern under the old roots.\n\n## Dawn\n\nBram trimmed the wick with great care.';

  test('keeps its own words; the model only says what is seen in them, in one call', async () => {
    studio.obey();
    const { draft } = await write(briefOf({ sourceText, sceneCount: 2 }));
    expect(studio.stagesAsked()).toEqual(['described_text']);
    expect(draft.title).toBe('The Lantern');
    expect(draft.scenes.map(({ text, title }) => [title, text])).toEqual([
      ['Dusk', 'Nova found a lantern under the old roots.'],
      ['Dawn', 'Bram trimmed the wick with great care.'],
    ]);
    expect(draft.scenes[1]?.characterIds).toEqual(['nova', 'bram']);
    expect(JSON.stringify(studio.server.requests.at(-1)?.body.response_format)).not.toContain('"text"');
    expect(studio.asked[0]?.prompt).toContain('Bram trimmed the wick');
  });

  test('may have fewer scenes than were asked for, but every one of them described', async () => {
    studio.obey();
    const short = briefOf({ sourceText: 'Nova found a lantern.', sceneCount: 5 });
    expect((await write(short)).draft.scenes.map((scene) => scene.text)).toEqual(['Nova found a lantern.']);
    studio.obey({}, () => ({ title: 'T', moral: 'M', musicMood: 'wonder', characters: [], scenes: [] }));
    await expect(write(briefOf({ sourceText, sceneCount: 2 }))).rejects.toMatchObject({
      code: 'provider_bad_output',
    });
  });
});

test('the built-in storyteller tells everything in one step', async () => {
  const model = createStorytellerModel();
  const tell = async (more: Partial<StoryBriefInput>) => {
    const seen: string[] = [];
    const brief = briefOf({ seed: 1, ...more });
    const writer = { brief, model, pay: payNothing };
    const { draft } = await writeStory(
      { route: 'built-in', pages: brief.sceneCount },
      stagesOf(writer, seen),
    );
    expect(seen).toEqual(['draft']);
    return draft;
  };
  const given = await tell({
    sourceText: '## Dusk\n\nNova met Bram.\n\n## Dawn\n\nThey went on.',
    sceneCount: 2,
  });
  expect(given.scenes.map(({ title, text }) => [title, text])).toEqual([
    ['Dusk', 'Nova met Bram.'],
    ['Dawn', 'They went on.'],
  ]);
  const chapters = await tell({ prompt: 'Nova the fox finds a lantern', chapters: true, sceneCount: 2 });
  expect(chapters.outline).toHaveLength(2);
  expect(chapters.premise).toMatch(/Nova/);
  expect(chapters.scenes.every((scene) => scene.title !== undefined)).toBe(true);
  expect((await tell({})).title.length).toBeGreaterThan(0);
});

const sheetOfNova = {
  id: 'nova',
  name: 'Nova',
  kind: 'fox',
  role: 'hero' as const,
  pronoun: 'she' as const,
  description: 'A small copper fox.',
  seed: 1,
};

function words(count: number): string {
  return Array.from({ length: count }, () => 'leaf').join(' ');
}

function sceneOf(text = 'Nova took the lantern and went on with Bram.') {
  return {
    text,
    summary: 'Nova carries a lantern.',
    setting: { place: 'forest', timeOfDay: 'night', weather: 'clear', mood: 'calm' },
    characterIds: ['nova'],
    props: ['lantern'],
  };
}
