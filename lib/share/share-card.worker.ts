import sharp from 'sharp';
import { buildTextOutline, canDrawText } from '../film/text-outline.ts';
import { CARD_HEIGHT, CARD_WIDTH } from './share-card-size.ts';

sharp.cache(false);
sharp.concurrency(1);

const MARGIN = 54;
const TITLE_WIDTH = 440;
const PAPER = '#fdf8ee';
const INK = '#2a2344';
const THREAD = '#e39b1f';

export type ShareCardInput = { title: string; picture: Uint8Array | null };

/** Worker task: the cover on a page of paper, the title in the film's letters beside it. @returns a JPEG */
export default async function drawShareCard({ title, picture }: ShareCardInput): Promise<Uint8Array> {
  const cover = picture ? await prepareCover(picture) : null;
  const left = cover ? MARGIN + cover.width + MARGIN : MARGIN;
  const width = CARD_WIDTH - MARGIN - left;
  const page =
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${CARD_WIDTH}" height="${CARD_HEIGHT}">
<defs><radialGradient id="glow" cx="0.5" cy="0" r="0.9"><stop offset="0" stop-color="#ffe9bd"/><stop offset="1" stop-color="${PAPER}"/></radialGradient>
<filter id="soft" x="-10%" y="-10%" width="120%" height="130%"><feGaussianBlur stdDeviation="16"/></filter></defs>
<rect width="100%" height="100%" fill="url(#glow)"/>
${cover ? `<rect x="${MARGIN}" y="${cover.top + 14}" width="${cover.width}" height="${cover.height}" rx="28" fill="${INK}" fill-opacity="0.3" filter="url(#soft)"/>` : ''}
${drawTitle(title, left, width)}</svg>`);
  const card = await sharp(page)
    .composite(cover ? [{ input: cover.png, left: MARGIN, top: cover.top }] : [])
    .flatten({ background: PAPER })
    .jpeg({ quality: 86, mozjpeg: true })
    .toBuffer();
  return new Uint8Array(card);
}

type Cover = { png: Buffer; width: number; height: number; top: number };

/** As large as its shape allows beside the title, with the round corners it has in the book. */
async function prepareCover(picture: Uint8Array): Promise<Cover> {
  const { width: fullWidth = 1, height: fullHeight = 1 } = await sharp(picture).metadata();
  const scale = Math.min(
    (CARD_WIDTH - 3 * MARGIN - TITLE_WIDTH) / fullWidth,
    (CARD_HEIGHT - 2 * MARGIN) / fullHeight,
  );
  // A wide picture would lie there as a strip: it gives its sides away instead.
  const width = Math.round(fullWidth * scale);
  const height = Math.round(Math.max(fullHeight * scale, Math.min(CARD_HEIGHT - 2 * MARGIN, width * 0.82)));
  const corners = Buffer.from(
    `<svg width="${width}" height="${height}"><rect width="100%" height="100%" rx="28"/></svg>`,
  );
  const png = await sharp(picture)
    .resize({ width, height, fit: 'cover' })
    .ensureAlpha()
    .composite([{ input: corners, blend: 'dest-in' }])
    .png({ compressionLevel: 2 })
    .toBuffer();
  return { png, width, height, top: Math.round((CARD_HEIGHT - height) / 2) };
}

/** The title with a sewn line and our name under it, as large as it fits; a script we have no letters for is left out. */
function drawTitle(title: string, left: number, width: number): string {
  const { size, lines } = canDrawText(title) ? fitTitle(title, width) : { size: 64, lines: [] };
  const lineHeight = size * 1.14;
  const name = buildTextOutline('Storyloom', 34);
  const height = lines.length * lineHeight + 46 + 44;
  const top = (CARD_HEIGHT - height) / 2 + size * 0.82;
  const letters = lines
    .map(
      (line, index) =>
        `<g fill="${INK}" transform="translate(${left} ${(top + index * lineHeight).toFixed(1)})">${line}</g>`,
    )
    .join('');
  const sewn = top + (lines.length - 1) * lineHeight + 46;
  return `${letters}<path d="M ${left} ${sewn.toFixed(1)} h ${Math.min(width, 300)}" stroke="${THREAD}" stroke-width="5" stroke-dasharray="16 12" stroke-linecap="round"/>
<g fill="#635b77" transform="translate(${left} ${(sewn + 54).toFixed(1)})">${name.svg}</g>`;
}

function fitTitle(title: string, width: number): { size: number; lines: string[] } {
  const words = title.trim().split(/\s+/u);
  for (let size = 84; ; size *= 0.93) {
    const lines = breakLines(words, size, width);
    const isFitting = lines.every((line) => buildTextOutline(line, size).width <= width);
    if ((isFitting && lines.length * size * 1.14 <= 400) || size < 22) {
      return {
        size,
        lines: lines
          .slice(0, Math.floor(470 / (size * 1.14)))
          .map((line) => buildTextOutline(line, size).svg),
      };
    }
  }
}

function breakLines(words: readonly string[], size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && buildTextOutline(longer, size).width <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
