import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ILLUSTRATION_STYLES, PLACES, TIMES_OF_DAY, WEATHERS } from '../../story/schema.ts';
import { buildSvg } from './build-svg.ts';
import { createDepiction, createSheet, renderPixels } from './sample-depiction.ts';

const SIZE = { width: 1280, height: 720 };

/** The drawing of one character without the transform that puts it on the page. */
function drawingOf(svg: string, id: string): string {
  const group = svg.split(`<g data-character="${id}">`)[1];
  if (group === undefined) throw new Error(`${id} is not on the page`);
  let depth = 1;
  for (const tag of group.matchAll(/<g[ >]|<\/g>/g)) {
    depth += tag[0] === '</g>' ? -1 : 1;
    if (depth === 0) return group.slice(0, tag.index).replace(/^<g transform="[^"]*">/, '');
  }
  throw new Error('unbalanced groups');
}

const transformOf = (svg: string, id: string) =>
  new RegExp(`data-character="${id}"><g transform="([^"]*)"`).exec(svg)?.[1];

const coloursOf = (svg: string) => new Set(svg.match(/#[0-9a-f]{6}/g));

function lowerFifth(pixels: Uint8Array, width: number, height: number): { mean: number; deviation: number } {
  const values: number[] = [];
  for (let y = Math.ceil(height * 0.82); y < height; y++) {
    for (let x = Math.round(width * 0.12); x < width * 0.88; x++) {
      const offset = (y * width + x) * 4;
      values.push(
        (pixels[offset] ?? 0) * 0.3 + (pixels[offset + 1] ?? 0) * 0.59 + (pixels[offset + 2] ?? 0) * 0.11,
      );
    }
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    mean,
    deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length),
  };
}

describe('a page', () => {
  it('is the same text for the same depiction', () => {
    const depiction = createDepiction({ props: ['cheese'], setting: { weather: 'snow', mood: 'magical' } });
    expect(buildSvg(depiction, SIZE)).toBe(buildSvg(structuredClone(depiction), SIZE));
  });

  it('is composed for its shape instead of being cropped', () => {
    const wide = buildSvg(createDepiction(), SIZE);
    const tall = buildSvg(createDepiction(), { width: 720, height: 1280 });
    expect(/viewBox="0 0 1280 720"/.test(wide)).toBe(true);
    expect(/viewBox="0 0 720 1280"/.test(tall)).toBe(true);
    expect(transformOf(tall, 'the-mouse')).not.toBe(transformOf(wide, 'the-mouse'));
  });

  it('changes its composition from page to page', () => {
    const stands = Array.from({ length: 6 }, (_, sceneIndex) =>
      transformOf(buildSvg(createDepiction({ sceneIndex }), SIZE), 'the-mouse'),
    );
    expect(new Set(stands).size).toBe(6);
    const sizes = stands.map((transform) => Number(/scale\(-?([\d.]+)/.exec(transform ?? '')?.[1]));
    expect(Math.max(...sizes) / Math.min(...sizes)).toBeGreaterThan(1.3);
    expect(stands.some((transform) => transform?.includes('scale(-'))).toBe(true);
    expect(stands.some((transform) => !transform?.includes('scale(-'))).toBe(true);
  });

  it('lets nothing that a user wrote into the markup', () => {
    const hostile = '"><script>alert(1)</script>';
    const svg = buildSvg(
      createDepiction({
        characters: [
          createSheet(hostile, { id: hostile, name: hostile, outfit: hostile, description: hostile }),
        ],
        props: [hostile],
        sceneText: hostile,
      }),
      SIZE,
    );
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&quot;&gt;&lt;script&gt;');
  });

  it('draws a place without anybody in it', () => {
    expect(buildSvg(createDepiction({ characters: [] }), SIZE)).toContain('</svg>');
  });
});

describe('a character', () => {
  it.each(['mouse', 'girl', 'owl', 'robot', 'teapot', 'whale', 'dragon', 'wizard'])(
    '%s is drawn the same in every place and story',
    (kind) => {
      const characters = [createSheet(kind)];
      // Six pages on, pose and expression of a calm page come round again.
      const first = buildSvg(createDepiction({ characters }), SIZE);
      const later = buildSvg(
        createDepiction({ characters, sceneIndex: 6, seed: 1234, setting: { place: 'village' } }),
        SIZE,
      );
      const id = `the-${kind}`;
      expect(drawingOf(later, id)).toBe(drawingOf(first, id));
    },
  );

  it('keeps its colours when the mood and the pose change', () => {
    const calm = coloursOf(drawingOf(buildSvg(createDepiction(), SIZE), 'the-mouse'));
    const brave = coloursOf(drawingOf(buildSvg(createDepiction({ sceneIndex: 1 }), SIZE), 'the-mouse'));
    expect([...calm].filter((colour) => !brave.has(colour)).length).toBeLessThanOrEqual(2);
  });

  it('wears what its sheet says', () => {
    const red = drawingOf(
      buildSvg(createDepiction({ characters: [createSheet('girl', { outfit: 'red dress' })] }), SIZE),
      'the-girl',
    );
    const blue = drawingOf(
      buildSvg(createDepiction({ characters: [createSheet('girl', { outfit: 'blue dress' })] }), SIZE),
      'the-girl',
    );
    expect(red).not.toBe(blue);
  });

  it('shows the mood in its face', () => {
    const faces = (['happy', 'sad', 'sleepy'] as const).map((mood) =>
      drawingOf(buildSvg(createDepiction({ setting: { mood } }), SIZE), 'the-mouse'),
    );
    expect(new Set(faces).size).toBe(3);
  });
});

describe('every place', () => {
  it.each(PLACES)('%s has its own picture in every style and keeps its lowest fifth calm', (place) => {
    const digests = new Set<string>();
    for (const style of ILLUSTRATION_STYLES) {
      const pixels = renderPixels(createDepiction({ style, setting: { place } }), 320, 180);
      digests.add(createHash('sha1').update(pixels).digest('hex'));
      const { deviation } = lowerFifth(pixels, 320, 180);
      expect(deviation, `${place} in ${style}`).toBeLessThan(30);
    }
    expect(digests.size).toBe(ILLUSTRATION_STYLES.length);
  });

  it('differs from every other place', () => {
    const skeletons = PLACES.map((place) =>
      buildSvg(createDepiction({ characters: [], setting: { place } }), SIZE),
    );
    expect(new Set(skeletons).size).toBe(PLACES.length);
  });

  it('changes with the time of day and the weather', () => {
    const variants = TIMES_OF_DAY.flatMap((timeOfDay) =>
      WEATHERS.map((weather) => buildSvg(createDepiction({ setting: { timeOfDay, weather } }), SIZE)),
    );
    expect(new Set(variants).size).toBe(TIMES_OF_DAY.length * WEATHERS.length);
  });

  it('is darker at night than by day', () => {
    const brightness = (timeOfDay: 'day' | 'night') => {
      const pixels = renderPixels(createDepiction({ setting: { timeOfDay } }), 160, 90);
      return pixels.reduce((sum, value) => sum + value, 0);
    };
    expect(brightness('night')).toBeLessThan(brightness('day') * 0.75);
  });
});
