import { describe, expect, it } from 'vitest';
import { createRandom } from '../random.ts';
import { createCastMember } from './characters/cast.ts';
import { createFrame } from './frame.ts';
import { getIconStore } from './icons/icon-store.ts';
import { createLight } from './light.ts';
import { createPainter } from './painter.ts';
import { createSheet } from './sample-depiction.ts';
import { stageCast, standTop } from './staging.ts';

const SHAPES = { '16:9': 16 / 9, '4:3': 4 / 3, '1:1': 1, '9:16': 9 / 16 };
const CASTS = [
  ['mouse'],
  ['girl', 'dragon'],
  ['fox', 'boy', 'elephant'],
  ['frog', 'giant', 'wizard', 'bear'],
  ['whale', 'penguin', 'king'],
];

function stage(kinds: readonly string[], shape: number, sceneIndex: number) {
  const random = createRandom(`${kinds.join()} ${sceneIndex}`);
  const frame = createFrame(shape, sceneIndex, 0, random);
  const painter = createPainter(
    frame,
    createLight({ place: 'meadow', timeOfDay: 'day', weather: 'clear', mood: 'happy' }),
    random,
    't',
  );
  const cast = kinds.map((kind) => {
    const member = createCastMember(createSheet(kind), getIconStore());
    return { member, figure: member.draw('happy', sceneIndex, painter) };
  });
  return { frame, stands: stageCast(cast, frame, sceneIndex, random) };
}

describe.each(Object.entries(SHAPES))('a cast on a %s page', (_name, shape) => {
  it.each(CASTS)('%s %s %s %s stands whole above the caption line without covering a face', (...kinds) => {
    const names = kinds.filter((kind) => typeof kind === 'string');
    for (let sceneIndex = 0; sceneIndex < 6; sceneIndex++) {
      const { frame, stands } = stage(names, shape, sceneIndex);
      expect(stands).toHaveLength(names.length);
      for (const stand of stands) {
        expect(stand.y).toBeLessThanOrEqual(frame.captionTop);
        expect(standTop(stand)).toBeGreaterThanOrEqual(0);
        const face = stand.figure.head.radius * stand.scale * 0.75;
        expect(stand.x - face).toBeGreaterThanOrEqual(0);
        expect(stand.x + face).toBeLessThanOrEqual(frame.width);
      }
      const faces = stands.toSorted((a, b) => a.x - b.x);
      for (const [index, stand] of faces.entries()) {
        const next = faces[index + 1];
        if (next)
          expect(next.x - stand.x).toBeGreaterThan(
            (stand.figure.head.radius * stand.scale + next.figure.head.radius * next.scale) * 0.7,
          );
      }
    }
  });
});

describe('sizes', () => {
  it('keeps a dragon larger than a mouse, and the mouse readable', () => {
    const { frame, stands } = stage(['mouse', 'dragon'], 16 / 9, 0);
    const [mouse, dragon] = ['mouse', 'dragon'].map((kind) =>
      stands.find((stand) => stand.member.sheet.kind === kind),
    );
    if (!mouse || !dragon) throw new Error('somebody is missing');
    const mouseHeight = mouse.figure.height * mouse.scale;
    expect(dragon.figure.height * dragon.scale).toBeGreaterThan(mouseHeight * 1.4);
    expect(mouseHeight).toBeGreaterThan(frame.height * 0.16);
  });
});
