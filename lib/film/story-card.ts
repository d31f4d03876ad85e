import { Resvg } from '@resvg/resvg-js';
import { buildTextOutline } from './text-outline.ts';
import { rgbaToYuvaImage, type YuvaImage } from './yuv.ts';

/** The title at the start or the moral at the end, over the picture and a soft shade. */
export type StoryCard = { left: number; top: number; image: YuvaImage };

const even = (value: number) => Math.round(value / 2) * 2;

type PlacedLine = { svg: string; width: number };

function breakEvenly(words: string[], lineCount: number, size: number): PlacedLine[] {
  // Lines of similar width read as one thing: aim for the mean, line by line.
  const total = buildTextOutline(words.join(' '), size).width;
  const lines: string[][] = [[]];
  let used = 0;
  for (const word of words) {
    const width = buildTextOutline(`${word} `, size).width;
    const goal = (total / lineCount) * lines.length;
    if (lines.length < lineCount && (lines.at(-1)?.length ?? 0) > 0 && used + width / 2 > goal)
      lines.push([]);
    lines.at(-1)?.push(word);
    used += width;
  }
  return lines.map((line) => buildTextOutline(line.join(' '), size));
}

/** The largest setting that fits: few lines and large letters first. */
function fitText(text: string, kind: 'title' | 'moral', width: number, height: number) {
  const words = text.split(/\s+/u);
  const reference = Math.min(width, height);
  const largest = reference * (kind === 'title' ? 0.125 : 0.075);
  const maxLines = kind === 'title' ? 3 : 4;
  for (let size = largest; ; size *= 0.93) {
    for (let lineCount = 1; lineCount <= maxLines; lineCount++) {
      const lines = breakEvenly(words, lineCount, size);
      if (Math.max(...lines.map((line) => line.width)) <= width * 0.82) return { size, lines };
    }
    if (size < reference * 0.03) return { size, lines: breakEvenly(words, maxLines, size) };
  }
}

/** Draws the card for a film of the given size. Text of any length and script gives a card; it never throws. */
export function buildStoryCard(
  text: string,
  kind: 'title' | 'moral',
  frameWidth: number,
  frameHeight: number,
): StoryCard {
  const { size, lines } = fitText(text, kind, frameWidth, frameHeight);
  const lineHeight = size * 1.16;
  const textHeight = lineHeight * lines.length;
  const ornament = size * 0.7;
  const width = frameWidth;
  const height = Math.min(frameHeight & ~1, even((textHeight + ornament) * 1.5 + frameHeight * 0.34));
  const middle = height / 2;
  const top = even(Math.max(0, Math.min(frameHeight - height, frameHeight * 0.34 - middle)));

  const firstBaseline = middle - (textHeight + ornament) / 2 + lineHeight * 0.78;
  const shapes = lines
    .map((line, index) => {
      const x = (width - line.width) / 2;
      return `<g transform="translate(${x.toFixed(1)} ${(firstBaseline + index * lineHeight).toFixed(1)})">${line.svg}</g>`;
    })
    .join('');
  const ornamentY = firstBaseline + (lines.length - 1) * lineHeight + size * 0.62;
  const reach = size * 1.5;
  const dot = size * 0.075;
  const flourish = [-1, 1]
    .map(
      (side) =>
        `<path d="M ${width / 2 + side * dot * 3} ${ornamentY} q ${(side * reach) / 2} ${size * 0.1} ${side * reach} 0" fill="none" stroke="#ffe9b0" stroke-width="${(size * 0.035).toFixed(2)}" stroke-linecap="round"/>`,
    )
    .join('');
  const star = `<path transform="translate(${width / 2} ${ornamentY}) scale(${dot * 1.9})" fill="#ffe9b0" d="M0 -1 Q.14 -.14 1 0 Q.14 .14 0 1 Q-.14 .14 -1 0 Q-.14 -.14 0 -1Z"/>`;
  const blur = (size * 0.09).toFixed(2);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<defs>
<radialGradient id="shade" cx="0.5" cy="0.5" r="0.5"><stop offset="0" stop-color="#0c1024" stop-opacity="0.62"/><stop offset="0.55" stop-color="#0c1024" stop-opacity="0.4"/><stop offset="1" stop-color="#0c1024" stop-opacity="0"/></radialGradient>
<filter id="soft" x="-5%" y="-20%" width="110%" height="140%"><feGaussianBlur stdDeviation="${blur}"/></filter>
</defs>
<ellipse cx="${width / 2}" cy="${middle}" rx="${width * 0.56}" ry="${middle}" fill="url(#shade)"/>
<g fill="#0c1024" fill-opacity="0.75" filter="url(#soft)" transform="translate(0 ${(size * 0.05).toFixed(1)})">${shapes}</g>
<g fill="#fffaf0">${shapes}</g>${flourish}${star}
</svg>`;
  const drawn = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  return { left: 0, top, image: rgbaToYuvaImage(drawn.pixels, drawn.width, drawn.height) };
}
