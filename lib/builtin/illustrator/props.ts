import type { Random } from '../random.ts';
import type { Depiction } from './depiction.ts';
import type { Frame } from './frame.ts';
import { drawIcon } from './icons/draw-icon.ts';
import type { IconStore } from './icons/icon-store.ts';
import { PROPS } from './icons/prop-table.ts';
import { type FoundIcon, findIcon, singularForms } from './icons/vocabulary.ts';
import { namedNouns } from './named-nouns.ts';
import type { Painter } from './painter.ts';
import { groundShadow } from './scenery/land.ts';
import { type Stand, standHalf } from './staging.ts';
import { circle, ellipse } from './svg.ts';

const MAX_PROPS = 4;

/** What the page should show besides the cast: the props in their order, then nouns the text names. */
export function findProps(depiction: Depiction, icons: IconStore): FoundIcon[] {
  const found = new Map<string, FoundIcon>();
  const cast = new Set(
    depiction.characters.flatMap(({ kind, name }) => [
      ...kind.toLowerCase().split(' '),
      ...name.toLowerCase().split(' '),
    ]),
  );
  const add = (noun: string, fromText: boolean) => {
    if (found.size >= MAX_PROPS || cast.has(noun)) return;
    const icon = fromText && !PROPS.has(noun) ? undefined : findIcon(noun, icons);
    if (icon && !found.has(icon.name) && !clashes(icon, depiction)) found.set(icon.name, icon);
  };
  for (const prop of depiction.props) add(prop.toLowerCase(), false);
  const text = depiction.sceneText ?? '';
  const nouns = namedNouns(text);
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  for (const [index, word] of words.entries()) {
    if (found.size >= MAX_PROPS) break;
    const next = words[index + 1] ?? '';
    const named = [...(nouns.has(next) ? [`${word} ${next}`] : []), ...(nouns.has(word) ? [word] : [])];
    for (const form of named.flatMap(singularForms)) if (PROPS.has(form)) add(form, true);
  }
  return [...found.values()];
}

/** Backdrops bring their own sky, trees and houses; a second sun would be a mistake. */
function clashes(icon: FoundIcon, { setting }: Depiction): boolean {
  const { place } = setting;
  if (['sun', 'full-moon', 'cloud', 'snowflake', 'white-circle'].includes(icon.name)) return true;
  if (icon.name === 'castle') return place === 'castle';
  if (['deciduous-tree', 'evergreen-tree', 'palm-tree'].includes(icon.name))
    return place !== 'space' && place !== 'sky';
  if (icon.place === 'back')
    return (
      [
        'bedroom',
        'kitchen',
        'house',
        'school',
        'library',
        'cave',
        'underwater',
        'village',
        'space',
        'sky',
      ].includes(place) && !/elephant|giraffe|hippo|rhino|train|locomotive/.test(icon.name)
    );
  if (icon.name === 'bed') return place === 'bedroom';
  return false;
}

/** Draws props where the cast leaves room; answers what goes behind the cast and what before it. */
export function drawProps(
  props: readonly FoundIcon[],
  stands: readonly Stand[],
  painter: Painter,
  icons: IconStore,
  options: { magical: boolean; indoors: boolean; afloat: boolean },
  random: Random,
): { behind: string; beside: string } {
  const { frame, light } = painter;
  const { magical, indoors, afloat } = options;
  const child = childHeight(stands, frame);
  let behind = '';
  let beside = '';
  const taken = stands.map(
    (stand) => [stand.x - standHalf(stand) * 0.86, stand.x + standHalf(stand) * 0.86] as [number, number],
  );
  for (const prop of props) {
    const size = Math.min(
      prop.size * child * (prop.size < 0.5 ? 1.05 : 1),
      frame.height * 0.4,
      frame.width * 0.34,
    );
    if (prop.place === 'sky' && !indoors) {
      const x =
        freeSpot(taken, size * 0.6, frame, random) ?? frame.width * (random.chance(0.5) ? 0.14 : 0.86);
      const half = size * 0.62;
      const kept = Math.max(half, Math.min(frame.width - half, x));
      const y = frame.height * (0.2 + random.next() * 0.12) + size / 2;
      taken.push([kept - half, kept + half]);
      behind +=
        glow(painter, kept, y - size / 2, size, light.glow > 0.3 || magical) +
        drawIcon(icons, prop.name, { x: kept, y, size, rotate: random.int(-8, 8) });
      continue;
    }
    const x = freeSpot(taken, size * 0.5, frame, random);
    if (x === undefined) continue;
    taken.push([x - size * 0.5, x + size * 0.5]);
    const isFar = prop.place === 'back';
    const y = isFar
      ? frame.floor - frame.height * 0.045
      : frame.floor - frame.height * (0.002 + random.next() * 0.012);
    // Out at sea things bob in a ring of foam.
    const drawn =
      (afloat ? '' : groundShadow(x, y, size * 0.42)) +
      glow(painter, x, y - size / 2, size, magical) +
      drawIcon(icons, prop.name, { x, y, size, flip: x < (stands[0]?.x ?? 0) }) +
      (afloat ? ellipse(x, y - 1, size * 0.55, size * 0.09, '#ffffff', 0.6) : '');
    if (isFar) behind += drawn;
    else beside += drawn;
  }
  return { behind, beside };
}

function childHeight(stands: readonly Stand[], frame: Frame): number {
  const hero = stands[0];
  return hero
    ? (hero.figure.height * hero.scale) / Math.max(0.72, hero.member.size) ** 0.7
    : frame.height * 0.36;
}

/** A place on the stage as near to the cast as nobody's body allows. */
function freeSpot(
  taken: readonly [number, number][],
  half: number,
  frame: Frame,
  random: Random,
): number | undefined {
  const margin = frame.width * 0.03 + half;
  const middle = taken.length
    ? taken.reduce((sum, [left, right]) => sum + (left + right) / 2, 0) / taken.length
    : frame.width * 0.6;
  const step = frame.width / 48;
  const jitter = random.next() * step;
  let best: number | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let x = margin + jitter; x <= frame.width - margin; x += step) {
    if (taken.some(([left, right]) => x + half > left && x - half < right)) continue;
    const distance = Math.abs(x - middle);
    if (distance < bestDistance) {
      best = x;
      bestDistance = distance;
    }
  }
  return best;
}

const glow = (painter: Painter, x: number, y: number, size: number, on: boolean) =>
  on
    ? circle(
        x,
        y,
        size * 0.95,
        painter.radial([
          [0, '#fff3b8', 0.75],
          [0.4, '#ffe48f', 0.3],
          [1, '#ffe48f', 0],
        ]),
      )
    : '';
