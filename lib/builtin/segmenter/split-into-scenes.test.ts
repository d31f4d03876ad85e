import { describe, expect, it } from 'vitest';
import { splitIntoScenes } from './split-into-scenes.ts';

const wordsOf = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
/** Every word of the text in its order, headings included, but for the marks of layout. */
function toldWords({ title, scenes }: ReturnType<typeof splitIntoScenes>): string[] {
  return wordsOf([title ?? '', ...scenes.map((scene) => `${scene.title ?? ''} ${scene.text}`)].join(' '));
}

const KNIGHT =
  'A brave knight embarked on a quest. He rode through the dark forest for three days. "Who goes there?" an owl asked. "It is I, Sir Roland," said the knight. The next morning he reached a castle. A dragon slept before the gate! Sir Roland sat down and waited. When the dragon woke, they had tea. In the evening he rode home. Everybody cheered.';
const CHAPTERS = `# The Lost Lantern

## The Cave

Ember lost her **lantern**. It was dark.

She cried a little.

## The Tower

She climbed for a very long time, and nobody knows how many steps there were, because she stopped counting.

***

The wizard [laughed](https://example.com).
`;
const VERSE = `Twinkle, twinkle, little star,
How I wonder what you are!
Up above the world so high,
Like a diamond in the sky.

When the blazing sun is gone,
When he nothing shines upon,
Then you show your little light,
Twinkle, twinkle, all the night.

Then the traveller in the dark
Thanks you for your tiny spark;
He could not see where to go,
If you did not twinkle so.`;
const GERMAN =
  '„Wo ist mein Käse?“, fragte die Maus. Es war einmal eine kleine Maus. Sie wohnte im Wald. Eines Tages ging sie in die Stadt. Dort traf sie Dr. Kater. „Guten Tag!“, sagte er. Am nächsten Morgen fand sie den Käse. Alle freuten sich sehr.';
const CHINESE =
  '从前有一只小老鼠。它住在森林里。有一天，它去找奶酪。“你好！”猫头鹰说。第二天，它找到了奶酪。大家都很高兴。';
const DIALOGUE = `"Hello," said Tom.
"Hi," said Ali. "Where are you going?"
"To the moon."
"Can I come?"
Tom thought about it.
"Yes."
The next day they built a rocket.
"Is it safe?" Ali asked.
"No."
They laughed and laughed until the stars came out.`;

/** A novel's worth in one paragraph, in another place every hundred and fifty sentences. */
const LONG = Array.from(
  { length: 1_800 },
  (_, index) =>
    `Sentence number ${index} tells of Mia and her ${['cat', 'boat', 'lamp', 'tree'][index % 4]} and of what they did in the ${['forest', 'castle', 'sea'][Math.floor(index / 150) % 3]} together with friends.`,
).join(' ');

describe('splitIntoScenes', () => {
  it.each([
    ['one paragraph', KNIGHT, 4],
    ['verse', VERSE, 3],
    ['German', GERMAN, 3],
    ['Chinese', CHINESE, 3],
    ['dialogue', DIALOGUE, 3],
    ['Windows line ends', CHAPTERS.replaceAll('\n', '\r\n'), 2],
    ['a long single paragraph', LONG, 12],
  ])('cuts %s into as many scenes as asked and keeps every word in its order', (_, text, count) => {
    const given = splitIntoScenes(text, count);
    expect(given.scenes).toHaveLength(count);
    const source = wordsOf(text.replaceAll(/\]\(https[^)]*\)/g, ']'));
    expect(toldWords(given)).toEqual(source);
  });

  it.each([
    ['prose', KNIGHT],
    ['German', GERMAN],
    ['Chinese', CHINESE],
    ['dialogue', DIALOGUE],
    ['a long single paragraph', LONG],
  ])('never cuts inside a sentence of %s, nor between what is said and who said it', (_, text) => {
    for (const count of [2, 3, 4, 5, 7, 12]) {
      for (const { text: scene } of splitIntoScenes(text, count).scenes) {
        expect(scene).toMatch(/[.!?。！？]["”“」]?$/u);
        expect(scene).toMatch(/^["“„]?[\p{Lu}\p{Lo}]/u);
        expect(scene).not.toMatch(/^(?:an owl|Ali) asked|^sagte|^猫头鹰说/);
      }
    }
  });

  it('makes headings titles, of the whole and of the scenes, and leaves the marks of layout out', () => {
    const { title, scenes } = splitIntoScenes(CHAPTERS, 2);
    expect(title).toBe('The Lost Lantern');
    expect(scenes.map((scene) => scene.title)).toEqual(['The Cave', 'The Tower']);
    expect(scenes[0]?.text).toBe('Ember lost her lantern. It was dark.\n\nShe cried a little.');
    expect(scenes[1]?.text).toMatch(/counting\.\n\nThe wizard laughed\.$/);
    const plain = splitIntoScenes(
      'Chapter 1\r\n\r\nIt rained. Pip ran.\r\n\r\nChapter 2\r\n\r\nThe sun came out.\r\n',
      2,
    );
    expect(plain.scenes).toEqual([
      { title: 'Chapter 1', text: 'It rained. Pip ran.' },
      { title: 'Chapter 2', text: 'The sun came out.' },
    ]);
  });

  it('tells a heading in the middle of a scene when there are more chapters than scenes', () => {
    const [only] = splitIntoScenes(CHAPTERS, 1).scenes;
    expect(only?.title).toBe('The Cave');
    expect(only?.text).toContain('little.\n\nThe Tower\n\nShe climbed');
  });

  it('begins scenes where time and place change', () => {
    const starts = splitIntoScenes(KNIGHT, 3).scenes.map((scene) =>
      scene.text.split(' ').slice(0, 3).join(' '),
    );
    expect(starts).toContain('The next morning');
    const cuts = splitIntoScenes(LONG, 12).scenes.map((scene) =>
      Number(/number (\d+)/.exec(scene.text)?.[1]),
    );
    expect(cuts).toEqual(Array.from({ length: 12 }, (_, index) => index * 150));
  });

  it('keeps stanzas together and lines as they are', () => {
    const { scenes } = splitIntoScenes(VERSE, 3);
    expect(scenes.map((scene) => scene.text)).toEqual(VERSE.split('\n\n'));
  });

  it('joins lines that were only broken at a margin', () => {
    const wrapped = KNIGHT.replace(/(.{60,72}) /g, '$1\n');
    expect(wrapped).toContain('\n');
    expect(splitIntoScenes(wrapped, 1).scenes[0]?.text).toBe(KNIGHT);
  });

  it('balances scenes of even prose', () => {
    const even = Array.from(
      { length: 60 },
      (_, index) => `Paragraph ${index} is about as long as any other one of them.`,
    ).join('\n\n');
    const lengths = splitIntoScenes(even, 8).scenes.map((scene) => scene.text.length);
    expect(Math.max(...lengths) / Math.min(...lengths)).toBeLessThan(1.5);
  });

  it.each([
    ['Once upon a time in a magical forest...', 5, 1],
    ['Hi.', 4, 1],
    ['The mouse sat on the wall. The cat sat below it and looked up for a very long time indeed.', 6, 2],
    ['word '.repeat(3_000), 4, 1],
  ])('has fewer scenes when a text is too short or has no sentences: %s', (text, count, expected) => {
    const { scenes } = splitIntoScenes(text, count);
    expect(scenes).toHaveLength(expected);
    expect(scenes.every((scene) => scene.text.trim() !== '')).toBe(true);
  });

  it('cuts 200,000 letters within two seconds of its thread', () => {
    const before = process.threadCpuUsage();
    splitIntoScenes(`${LONG} ${LONG}`.slice(0, 200_000), 12);
    expect(process.threadCpuUsage(before).user / 1_000).toBeLessThan(2_000);
  });
});
