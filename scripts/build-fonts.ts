import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { create } from 'fontkit';
import subsetFont from 'subset-font';

/**
 * The letters of titles: Fraunces at its softest and in the one weight that titles have, 18 kB instead of the 62 kB of
 * both axes. `node scripts/build-fonts.ts` after the package has changed.
 */
const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCE = 'node_modules/@fontsource-variable/fraunces/files/fraunces-latin-soft-normal.woff2';
const TARGET = 'app/fonts/fraunces-title.woff2';

const source = await readFile(path.join(ROOT, SOURCE));
const font = create(source);
if (!('characterSet' in font)) throw new Error(`${SOURCE} is not one font.`);
const everyLetter = String.fromCodePoint(...font.characterSet);
const title = await subsetFont(source, everyLetter, {
  targetFormat: 'woff2',
  variationAxes: { SOFT: 100, wght: 600 },
});
await writeFile(path.join(ROOT, TARGET), title);
console.log(`${TARGET}: ${title.length} of ${source.length} bytes`);
