import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** The icons that cannot be an SVG, painted from app/icon.svg: `node scripts/build-icons.ts` after it has changed. */
const ROOT = path.resolve(import.meta.dirname, '..');
const FAVICON_PX = 32;

const icon = await readFile(path.join(ROOT, 'app/icon.svg'), 'utf8');
/** To the very edge, with the drawing inside the inner four fifths: each system cuts it in its own shape. */
const bleeding = icon
  .replace(/rx="\d+"/, 'rx="0"')
  .replace('viewBox="0 0 64 64"', 'viewBox="-8 -8 80 80"')
  .replace(/<rect width="64" height="64"/, '<rect x="-8" y="-8" width="80" height="80"');

const paint = (svg: string, widthPx: number) =>
  new Resvg(svg, { fitTo: { mode: 'width', value: widthPx } }).render().asPng();

await writeFile(path.join(ROOT, 'public/icons/icon-192.png'), paint(icon, 192));
await writeFile(path.join(ROOT, 'public/icons/icon-512.png'), paint(icon, 512));
await writeFile(path.join(ROOT, 'public/icons/maskable-512.png'), paint(bleeding, 512));
await writeFile(path.join(ROOT, 'app/apple-icon.png'), paint(bleeding, 180));
await writeFile(path.join(ROOT, 'app/favicon.ico'), buildIco(paint(icon, FAVICON_PX)));

/** An ICO of one PNG: the header of 6 bytes, one entry of 16, the picture. */
function buildIco(png: Buffer): Buffer {
  const header = Buffer.alloc(22);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(1, 4);
  header.writeUInt8(FAVICON_PX, 6);
  header.writeUInt8(FAVICON_PX, 7);
  header.writeUInt16LE(1, 10);
  header.writeUInt16LE(32, 12);
  header.writeUInt32LE(png.length, 14);
  header.writeUInt32LE(header.length, 18);
  return Buffer.concat([header, png]);
}
