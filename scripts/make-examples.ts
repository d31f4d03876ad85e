import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import sharp, { type Region } from 'sharp';
import type { Depiction } from '../lib/builtin/illustrator/depiction.ts';
import { renderPicture } from '../lib/builtin/illustrator/render-picture.ts';
import { narrate } from '../lib/builtin/narrator/narrate.ts';
import { runFfmpeg } from '../lib/film/ffmpeg.ts';
import { getFfmpegBinaries } from '../lib/film/ffmpeg-binaries.ts';
import { type CharacterSheet, ILLUSTRATION_STYLES, type SceneSetting, VOICES } from '../lib/story/schema.ts';
import { closeWorkerPool } from '../lib/worker-pool.ts';

/**
 * `npm run examples`: the pictures and voices of the start page, made by our own illustrator and narrator, into
 * public/examples. The same code gives the same files; run it after a change of either engine and look at them.
 */
const FOLDER = path.resolve(import.meta.dirname, '../public/examples');
/** Drawn large and made small, so that lines are as fine as on a page. */
const DRAWN = { width: 1200, height: 900 };
/** Of a stamp only what tells one hand from another. */
const STYLE_PART = { left: 40, top: 60, width: 840, height: 630 };
const WEBP = { quality: 78, effort: 6 };

const sheet = (kind: string, outfit: string, seed: number): CharacterSheet => ({
  id: `the-${kind}`,
  name: kind,
  kind,
  role: 'hero',
  pronoun: 'she',
  description: `a ${kind}`,
  outfit,
  seed,
});

const depict = (
  setting: SceneSetting,
  characters: CharacterSheet[],
  more: Pick<Depiction, 'props' | 'style' | 'seed'>,
): Depiction => ({ setting, characters, aspectRatio: '4:3', sceneIndex: 0, ...more });

/** One page in every style: what differs is the hand that draws. */
const STYLE_PAGE: Parameters<typeof depict> = [
  { place: 'meadow', timeOfDay: 'sunset', weather: 'clear', mood: 'happy' },
  [sheet('fox', 'a blue scarf', 7)],
  { props: ['kite'], style: 'storybook', seed: 12 },
];

/** In the order of `EXAMPLES` in components/story/examples.ts. */
const PROMPT_PAGES: Record<string, Depiction> = {
  moon: depict(
    { place: 'forest', timeOfDay: 'night', weather: 'clear', mood: 'magical' },
    [sheet('fox', 'a red scarf', 7)],
    { props: ['letter', 'moon'], style: 'storybook', seed: 21 },
  ),
  dragon: depict(
    { place: 'kitchen', timeOfDay: 'day', weather: 'clear', mood: 'happy' },
    [sheet('dragon', 'a yellow scarf', 3)],
    { props: ['cake', 'candle'], style: 'crayon', seed: 5 },
  ),
  whale: depict(
    { place: 'sea', timeOfDay: 'morning', weather: 'clear', mood: 'calm' },
    [sheet('whale', 'a striped hat', 9), { ...sheet('girl', 'a green coat', 4), role: 'companion' }],
    { props: ['boat'], style: 'watercolour', seed: 8 },
  ),
};

await mkdir(FOLDER, { recursive: true });
for (const style of ILLUSTRATION_STYLES) {
  const [setting, characters, more] = STYLE_PAGE;
  await draw(`style-${style}`, depict(setting, characters, { ...more, style }), 256, STYLE_PART);
}
for (const [name, depiction] of Object.entries(PROMPT_PAGES)) {
  await draw(`prompt-${name}`, depiction, 480);
  await draw(`prompt-${name}-small`, depiction, 240);
}
for (const voice of VOICES) {
  const name = `${voice.charAt(0).toUpperCase()}${voice.slice(1)}`;
  const { wav } = await narrate({
    text: `Hello, I am ${name}. Shall I read to you?`,
    voice,
  });
  await runFfmpeg({
    ffmpegPath: (await getFfmpegBinaries()).ffmpegPath,
    inputs: [{ source: Readable.from(Buffer.from(wav)), options: ['-f', 'wav'] }],
    outputs: [
      {
        target: path.join(FOLDER, `voice-${voice}.m4a`),
        options: ['-y', '-c:a', 'aac', '-b:a', '40k', '-movflags', '+faststart', '-map_metadata', '-1'],
      },
    ],
  });
}
await closeWorkerPool();

async function draw(name: string, depiction: Depiction, width: number, part?: Region): Promise<void> {
  const { png } = await renderPicture(depiction, DRAWN);
  const webp = await (part ? sharp(png).extract(part) : sharp(png)).resize({ width }).webp(WEBP).toBuffer();
  await writeFile(path.join(FOLDER, `${name}.webp`), webp);
  console.log(`${name}.webp ${webp.byteLength} bytes`);
}
