import { describe, expect, it } from 'vitest';
import { type StoryBriefInput, storyBriefSchema, storyDraftSchema } from '../../story/schema.ts';
import { describeGivenText } from './describe-given-text.ts';

/** Beatrix Potter, The Tale of Peter Rabbit (1902), shortened. */
const PETER = `Once upon a time there were four little Rabbits, and their names were Flopsy, Mopsy, Cotton-tail, and Peter. They lived with their Mother in a sand-bank, underneath the root of a very big fir-tree.

"Now my dears," said old Mrs. Rabbit one morning, "you may go into the fields or down the lane, but don't go into Mr. McGregor's garden. Now run along, and don't get into mischief. I am going out."

Then old Mrs. Rabbit took a basket and her umbrella, and went through the wood to the baker's. She bought a loaf of brown bread and five currant buns.

Flopsy, Mopsy, and Cotton-tail, who were good little bunnies, went down the lane to gather blackberries; but Peter, who was very naughty, ran straight away to Mr. McGregor's garden, and squeezed under the gate!

But round the end of a cucumber frame, whom should he meet but Mr. McGregor! Mr. McGregor jumped up and ran after Peter, waving a rake and calling out, "Stop thief!"

Peter never stopped running or looked behind him till he got home to the big fir-tree. His mother was busy cooking; she wondered what he had done with his clothes.

I am sorry to say that Peter was not very well during the evening. His mother put him to bed, and made some camomile tea; and she gave a dose of it to Peter!`;

const give = (sourceText: string, more: Partial<StoryBriefInput> = {}) => {
  const brief = storyBriefSchema.parse({
    prompt: sourceText.slice(0, 200),
    sourceText,
    sceneCount: 4,
    ...more,
  });
  return describeGivenText({ ...brief, sourceText, seed: 7 });
};
const named = (story: ReturnType<typeof give>, ids: readonly string[]) =>
  ids.map((id) => story.characters.find((sheet) => sheet.id === id)?.name);

describe('a given text', () => {
  it('is told word for word, as a valid draft whose pictures have somebody to show', () => {
    const story = give(PETER, { sceneCount: 5 });
    expect(storyDraftSchema.safeParse(story).success).toBe(true);
    expect(story.scenes.map((scene) => scene.text).join('\n\n')).toBe(PETER);
    expect(story.scenes.every((scene) => scene.characterIds.length > 0)).toBe(true);
  });

  it('gives a sheet to everybody it names, with their kind, and the hero is who it is most about', () => {
    const story = give(PETER);
    expect(story.characters[0]).toMatchObject({ name: 'Peter', kind: 'rabbit', role: 'hero', pronoun: 'he' });
    const kinds = new Map(story.characters.map((sheet) => [sheet.name, sheet.kind]));
    expect(kinds.get('Mr McGregor')).toBe('man');
    expect(kinds.get('Flopsy')).toBe('rabbit');
    expect(kinds.get('Mrs Rabbit')).toBe('rabbit');
    expect(new Set(story.characters.map((sheet) => sheet.id)).size).toBe(story.characters.length);
  });

  it('shows on each page who is there, where, when, and what the words name', () => {
    const story = give(PETER, { sceneCount: 7 });
    const find = (words: string) => {
      const scene = story.scenes.find((one) => one.text.includes(words));
      if (!scene) throw new Error(`No scene says ${words}`);
      return scene;
    };
    const chase = find('Stop thief');
    expect(named(story, chase.characterIds)).toEqual(expect.arrayContaining(['Peter', 'Mr McGregor']));
    expect(find('squeezed under the gate').setting.place).toBe('garden');
    expect(find('camomile').setting).toMatchObject({ place: 'bedroom', timeOfDay: 'sunset' });
    expect(find('basket').props).toEqual(expect.arrayContaining(['basket', 'umbrella', 'bread']));
  });

  it('has the title it was given, the one above the text, or one of its own', () => {
    expect(give(PETER, { title: 'My Rabbit' }).title).toBe('My Rabbit');
    expect(give(`# Peter Rabbit\n\n${PETER}`).title).toBe('Peter Rabbit');
    expect(give(PETER).title).toMatch(/^Peter and /);
    expect(give('Die Sonne scheint über dem kleinen Dorf und alle Leute sind froh.').title).toBe(
      'Die Sonne scheint über dem kleinen…',
    );
  });

  it('finds the people of other languages and of an "I" that tells its own story', () => {
    const german = give(
      'Es war einmal eine kleine Maus. Die Maus wohnte im Wald. Dort traf sie Dr. Kater. Die Maus fand den Käse.',
    );
    expect(german.characters.map((sheet) => sheet.kind)).toEqual(expect.arrayContaining(['mouse']));
    expect(german.scenes[0]?.setting.place).toBe('forest');
    const told = give(
      'I woke up before dawn. My boat was gone! I ran down to the beach and I looked for it. I found my boat behind the rocks, and a seal was asleep in it.',
    );
    expect(told.characters[0]).toMatchObject({ name: 'Narrator', role: 'hero' });
    expect(told.scenes.every((scene) => scene.characterIds[0] === told.characters[0]?.id)).toBe(true);
  });

  it('shows nobody where a text names nobody', () => {
    const story = give(
      'Rain fell on the empty fields all day long. The river rose, and the wind blew over the hills.',
    );
    expect(storyDraftSchema.safeParse(story).success).toBe(true);
    expect(story.scenes.flatMap((scene) => scene.characterIds)).toEqual([]);
    expect(story.scenes[0]?.setting.weather).toBe('rain');
  });

  it('has premise, outline and chapter titles when chapters are wanted', () => {
    const story = give(`# Peter\n\n## The Lane\n\n${PETER}`, { chapters: true, sceneCount: 3 });
    expect(story.premise).toMatch(/Rabbit|Peter/);
    expect(story.outline).toHaveLength(story.scenes.length);
    expect(story.scenes[0]?.title).toBe('The Lane');
    expect(story.scenes.every((scene) => scene.title !== undefined)).toBe(true);
  });

  it('is the same for the same seed, and describes 200,000 letters within six seconds of its thread', () => {
    expect(give(PETER)).toEqual(give(PETER));
    const before = process.threadCpuUsage();
    const long = Array.from({ length: 240 }, () => PETER)
      .join('\n\n')
      .slice(0, 200_000);
    const story = give(long, { sceneCount: 12 });
    const { user } = process.threadCpuUsage(before);
    expect(user / 1_000).toBeLessThan(6_000);
    expect(story.scenes.map((scene) => scene.text).join('\n\n').length).toBeGreaterThan(199_000);
  }, 30_000);
});
