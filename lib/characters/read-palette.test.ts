import { afterAll, expect, test } from 'vitest';
import { createSheet } from '../builtin/illustrator/sample-depiction.ts';
import { closeWorkerPool } from '../worker-pool.ts';
import { fillPalettes } from './fill-palettes.ts';
import { readPalette } from './read-palette.ts';

afterAll(closeWorkerPool);

test('colours come from words and hex values, what somebody wears first, each once', () => {
  expect(
    readPalette({
      outfit: 'a navy coat with #FFCC00 buttons',
      description: 'A girl with brown hair and a navy coat.',
    }),
  ).toEqual(['#2f4580', '#ffcc00', '#8b5b3a']);
});

test('whoever looks at the sky or eats a lemon has not its colour, but a coat can be lemon', () => {
  expect(
    readPalette({ outfit: '', description: 'A boy who counts stars in the sky and loves peach.' }),
  ).toEqual([]);
  expect(readPalette({ outfit: 'a lemon coat', description: 'A boy.' })).toEqual(['#f6dc54']);
});

test('a palette that came with the sheet is locked, and a sheet that names no colour has none', async () => {
  const locked = createSheet('fox', { palette: ['#123456'] });
  const bare = createSheet('cloud', { outfit: '', description: 'a cloud', palette: [] });
  const [kept, open] = await fillPalettes([locked, bare], { isDrawnHere: false });
  expect(kept).toEqual(locked);
  expect(open).not.toHaveProperty('palette');
});

test('the built-in illustrator’s colours are those it draws, the same for the same sheet in any story', async () => {
  const mouse = createSheet('mouse', { outfit: 'a red scarf' });
  const [first] = await fillPalettes([mouse, createSheet('owl')], { isDrawnHere: true });
  const [again] = await fillPalettes([structuredClone(mouse)], { isDrawnHere: true });
  expect(first?.palette).toEqual(again?.palette);
  // Grey fur, and the scarf that the words name.
  expect(first?.palette?.length).toBeGreaterThanOrEqual(2);
  const red = first?.palette?.some((hex) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    return r > 150 && g < 110 && b < 110;
  });
  expect(red).toBe(true);
  const [blue] = await fillPalettes([{ ...mouse, outfit: 'a blue scarf' }], { isDrawnHere: true });
  expect(blue?.palette).not.toEqual(first?.palette);
});
