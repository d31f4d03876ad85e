import { createRandom } from '../random.ts';
import { createCastMember } from './characters/cast.ts';
import { mapColours } from './colour.ts';
import type { Depiction } from './depiction.ts';
import { createFrame } from './frame.ts';
import type { IconStore } from './icons/icon-store.ts';
import { createLight } from './light.ts';
import { createPainter } from './painter.ts';
import { box, ellipse, num, place } from './svg.ts';

const PAPER = '#fbf6ec';
const GROUND = '#e9dfd0';
/** Even light, whatever the pages' weather: a reference shows the colours themselves. */
const DAYLIGHT = { place: 'meadow', timeOfDay: 'day', weather: 'clear', mood: 'calm' } as const;

/**
 * One character alone, whole and calm: the reference picture of a story that is drawn here. With `paper` false there is
 * nothing behind the figure, which is how its own colours are counted.
 */
export function buildPortrait(
  depiction: Pick<Depiction, 'characters' | 'style' | 'seed'>,
  size: { width: number; height: number },
  icons: IconStore,
  { paper = true }: { paper?: boolean } = {},
): string {
  const random = createRandom(`${depiction.seed}/portrait`);
  const frame = createFrame(size.width / size.height, 0, 0, random);
  const light = createLight(DAYLIGHT);
  const painter = createPainter(frame, light, random, 'p', depiction.style === 'paper');
  const [sheet] = depiction.characters;
  const ground = paper ? box(0, 0, frame.width, frame.height, PAPER) : '';
  let figure = '';
  if (sheet) {
    const drawn = createCastMember(sheet, icons).draw('calm', 0, painter);
    const scale = Math.min((frame.height * 0.8) / drawn.height, (frame.width * 0.86) / (drawn.halfWidth * 2));
    // In the middle of the paper, also when it is broad rather than tall.
    const feet = (frame.height + drawn.height * scale) / 2;
    const [x, half] = [frame.width / 2, drawn.halfWidth * scale];
    const shade = paper && !drawn.hovers ? ellipse(x, feet, half * 0.8, half * 0.13, GROUND) : '';
    figure = shade + place(mapColours(drawn.svg, light.toneActor), { x, y: feet, scale });
  }
  const defs = mapColours(painter.defs(), light.toneActor);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${num(frame.width)} ${num(frame.height)}" preserveAspectRatio="none"><defs>${defs}</defs>${ground}${figure}</svg>`;
}
