import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { create } from 'fontkit';
import subsetFont from 'subset-font';

/**
 * What the letters of the pages need besides their packages: `node scripts/build-fonts.ts` after a package has changed.
 *
 * - Fraunces at its softest and in the one weight that titles have: 18 kB instead of the 62 kB of both axes.
 * - Stand-ins: the letters a device has itself, as wide and as high as ours, which are shown until ours are there. A line then
 *   breaks where it will break afterwards. Next makes such a stand-in of Arial alone, which no Android and few Linux
 *   machines have.
 */
const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCE = 'node_modules/@fontsource-variable/fraunces/files/fraunces-latin-soft-normal.woff2';
const NUNITO = 'node_modules/@fontsource-variable/nunito/files/nunito-latin-wght-normal.woff2';
const ATKINSON =
  'node_modules/@fontsource/atkinson-hyperlegible/files/atkinson-hyperlegible-latin-400-normal.woff2';
const TITLE = 'app/fonts/fraunces-title.woff2';
const STAND_INS = 'app/fonts/stand-ins.css';

/**
 * Mean width of a letter of English text, in em: `xWidthAvg` of @capsizecss/metrics 4.3.0. It does not have the DejaVu faces and our cut of
 * Fraunces, which were measured like its Atkinson Hyperlegible.
 */
const SANS = [
  { name: 'Arial', faces: ['Arial', 'Liberation Sans', 'Helvetica', 'Arimo'], width: 0.4458 },
  { name: 'Roboto', faces: ['Roboto', 'Roboto Regular'], width: 0.4448 },
  { name: 'DejaVu', faces: ['DejaVu Sans'], width: 0.5133 },
];
const BOLD_SANS = [
  {
    name: 'Arial',
    faces: ['Arial Bold', 'Liberation Sans Bold', 'Helvetica Bold', 'Arimo Bold'],
    width: 0.48,
  },
  { name: 'Roboto', faces: ['Roboto Bold'], width: 0.4521 },
  { name: 'DejaVu', faces: ['DejaVu Sans Bold'], width: 0.5797 },
];
const SERIF = [
  { name: 'Georgia', faces: ['Georgia Bold'], width: 0.5186 },
  { name: 'Noto', faces: ['Noto Serif Bold'], width: 0.512 },
  { name: 'DejaVu', faces: ['DejaVu Serif Bold'], width: 0.572 },
];
const OURS = [
  { name: 'Title', file: TITLE, weight: '600', width: 0.4853, standIns: SERIF },
  { name: 'Interface', file: NUNITO, weight: '200 500', width: 0.452, standIns: SANS },
  { name: 'Interface', file: NUNITO, weight: '501 1000', width: 0.47, standIns: BOLD_SANS },
  { name: 'Story', file: ATKINSON, weight: '400', width: 0.443, standIns: SANS },
];

await cutTitleFont();
await writeStandIns();

async function cutTitleFont(): Promise<void> {
  const source = await readFile(path.join(ROOT, SOURCE));
  const everyLetter = String.fromCodePoint(...(await openFont(SOURCE)).characterSet);
  const title = await subsetFont(source, everyLetter, {
    targetFormat: 'woff2',
    variationAxes: { SOFT: 100, wght: 600 },
  });
  await writeFile(path.join(ROOT, TITLE), title);
  console.log(`${TITLE}: ${title.length} of ${source.length} bytes`);
}

async function writeStandIns(): Promise<void> {
  const rules: string[] = [];
  for (const ours of OURS) {
    const { unitsPerEm, ascent, descent } = await openFont(ours.file);
    for (const standIn of ours.standIns) {
      const size = ours.width / standIn.width;
      const height = (units: number) => percent(Math.abs(units) / unitsPerEm / size);
      rules.push(`@font-face {
  font-family: "${ours.name} on ${standIn.name}";
  font-weight: ${ours.weight};
  src: ${standIn.faces.map((face) => `local("${face}")`).join(', ')};
  size-adjust: ${percent(size)};
  ascent-override: ${height(ascent)};
  descent-override: ${height(descent)};
  line-gap-override: 0%;
}
`);
    }
  }
  await writeFile(
    path.join(ROOT, STAND_INS),
    ['/* Written by scripts/build-fonts.ts. */\n', ...rules].join('\n'),
  );
  console.log(`${STAND_INS}: ${rules.length} stand-ins`);
}

async function openFont(file: string) {
  const font = create(await readFile(path.join(ROOT, file)));
  if (!('characterSet' in font)) throw new Error(`${file} is not one font.`);
  return font;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)}%`;
}
