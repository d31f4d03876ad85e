import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { GROUNDS } from '@/lib/client/page-light';

type Palette = Record<string, string>;
const sheet = readFileSync(path.join(import.meta.dirname, 'globals.css'), 'utf8');

/** `--name: light-dark(#…, #…)` of the root, and the block of bedtime. */
const LIGHTS: Record<'light' | 'dark' | 'bedtime', Palette> = {
  light: readTokens(/--([\w-]+): light-dark\((#[0-9a-f]{6}), #[0-9a-f]{6}\);/g),
  dark: readTokens(/--([\w-]+): light-dark\(#[0-9a-f]{6}, (#[0-9a-f]{6})\);/g),
  bedtime: readTokens(
    /--([\w-]+): (#[0-9a-f]{6});/g,
    /:root\[data-theme="bedtime"\] \{([^}]*)\}/.exec(sheet)?.[1] ?? '',
  ),
};

const GROUND_NAMES = ['background', 'card', 'popover', 'paper', 'muted', 'secondary', 'accent', 'glow'];
/** Words on a ground, as they are used together. */
const TEXT: [text: string, ground: string][] = [
  ...GROUND_NAMES.flatMap((ground): [string, string][] => [
    ['foreground', ground],
    ['muted-foreground', ground],
    ['primary', ground],
  ]),
  ...['card', 'popover', 'primary', 'secondary', 'accent', 'destructive', 'muted', 'word'].map(
    (ground): [string, string] => [`${ground}-foreground`, ground],
  ),
  ...['destructive', 'success', 'warning'].flatMap((text): [string, string][] =>
    [`${text}-soft`, 'background', 'card', 'popover'].map((ground) => [text, ground]),
  ),
  ...['destructive', 'success', 'warning'].map((kind): [string, string] => ['foreground', `${kind}-soft`]),
  ['secondary-foreground', 'card'],
  // A tip, and whatever else stands on ink.
  ['background', 'foreground'],
];
/** Edges and shapes that say where a control is, or how far something has come. */
const SHAPES: [shape: string, ground: string][] = [
  ...['background', 'card', 'popover', 'paper', 'secondary', 'muted'].map((ground): [string, string] => [
    'input',
    ground,
  ]),
  ...['background', 'card', 'popover', 'secondary', 'accent'].map((ground): [string, string] => [
    'ring',
    ground,
  ]),
  ['thread-strong', 'secondary'],
  ['thread-strong', 'card'],
  ...['background', 'card', 'paper'].map((ground): [string, string] => ['ribbon', ground]),
];

describe.each(Object.entries(LIGHTS))('the colours of %s', (name, palette) => {
  it('names everything that the other lights name', () => {
    expect(
      Object.keys(palette)
        .filter((token) => token !== 'weave')
        .toSorted(),
    ).toEqual(
      Object.keys(LIGHTS.bedtime)
        .filter((token) => token !== 'weave')
        .toSorted(),
    );
    expect(palette.background).toBe(GROUNDS[name as keyof typeof GROUNDS]);
  });

  it('keep words at 4.5:1 from their ground (WCAG 2.2, 1.4.3)', () => {
    expect(TEXT.filter((pair) => contrastOf(palette, pair) < 4.5)).toEqual([]);
  });

  it('keep edges and shapes at 3:1 (WCAG 2.2, 1.4.11)', () => {
    expect(SHAPES.filter((pair) => contrastOf(palette, pair) < 3)).toEqual([]);
  });
});

it('are those that docs/design.md shows', () => {
  const document = readFileSync(path.join(import.meta.dirname, '../docs/design.md'), 'utf8');
  const rows = [...document.matchAll(/^\| `([\w-]+)` \| `(#\w+)` \| `(#\w+)` \| `(#\w+)` \|/gm)];
  const shown = rows.map(([, name = '', ...colours]) => [name, ...colours]);
  const { light, dark, bedtime } = LIGHTS;
  expect(shown).toEqual(Object.keys(light).map((name) => [name, light[name], dark[name], bedtime[name]]));
});

function readTokens(pattern: RegExp, text = sheet): Palette {
  return Object.fromEntries([...text.matchAll(pattern)].map(([, name = '', value = '']) => [name, value]));
}

/** The contrast ratio of WCAG 2.2: relative luminances with a flare of 0.05. */
function contrastOf(palette: Palette, [first, second]: [string, string]): number {
  const [a, b] = [luminanceOf(palette[first]), luminanceOf(palette[second])];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminanceOf(colour: string | undefined): number {
  if (!colour) throw new Error('a colour that is used is not named');
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
