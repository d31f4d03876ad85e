import { describe, expect, it } from 'vitest';
import { buildPictureSourceSet, pictureAtWidth, readPictureWidth } from './picture-widths.ts';

describe('buildPictureSourceSet', () => {
  it('offers the widths below the picture’s own, then the picture itself', () => {
    expect(buildPictureSourceSet('/a.png', 1_000)).toBe(
      '/a.png?w=320 320w, /a.png?w=640 640w, /a.png?w=960 960w, /a.png 1000w',
    );
  });

  it('offers nothing where nobody knows how wide it is', () => {
    expect(buildPictureSourceSet('/a.png', null)).toBeUndefined();
  });
});

it('keeps the key of a signed address', () => {
  expect(pictureAtWidth('https://x.example/a.png?key=abc', 640)).toBe(
    'https://x.example/a.png?key=abc&w=640',
  );
});

it.each([
  ['/a.png?w=640', 640],
  ['/a.png?w=641', null],
  ['/a.png?w=', null],
  ['/a.png', null],
])('reads of %s the width %j', (url, width) => expect(readPictureWidth(url)).toBe(width));
