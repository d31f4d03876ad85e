import type { Place } from '../../../story/schema.ts';
import type { Random } from '../../random.ts';
import type { Stage } from '../stage.ts';
import { plainText } from './describe-told.ts';
import { placesOf } from './read-cast.ts';

export type Stop = { location: string; at: number; isSaid: boolean; isFirst: boolean };

/** At which point each place comes into the story: where a point names it, else evenly between its neighbours. */
export function placeStops(locations: readonly string[], points: readonly string[]): Stop[] {
  let least = 0;
  return locations.map((location, index) => {
    const key =
      location
        .toLowerCase()
        .replace(/^(in|on|at|under|inside|the|a|an|\s)+/g, '')
        .split(/[,;]/)[0] ?? '';
    const last = key.split(' ').at(-1) ?? key;
    const said = points.findIndex(
      (point, at) => at >= least && new RegExp(`\\b${escapePattern(last)}`, 'i').test(point),
    );
    const even = Math.floor((index * points.length) / locations.length);
    const at = said >= 0 ? said : Math.max(least, Math.min(points.length - 1, even));
    least = at;
    const isWhole = said >= 0 && (points[said] ?? '').toLowerCase().includes(key);
    return { location, at, isSaid: isWhole, isFirst: index === 0 };
  });
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** "dark forest" → "the dark forest"; names and what has its article already stay. */
export function articled(location: string): string {
  const plain = plainText(location).replace(/[.\s]+$/, '');
  if (/^(the|a|an|my|his|her|their|our|\p{Lu})/u.test(plain))
    return plain.replace(/^(The|A|An) /, (word) => word.toLowerCase());
  return /(?:'|’)s\b/.test(plain) ? plain : `the ${plain}`;
}

export function insideOf(location: string): string {
  if (/^(in|on|at|under|inside|near|behind|beside|by|above|below)\s/i.test(location))
    return plainText(location.charAt(0).toLowerCase() + location.slice(1)).replace(/[.\s]+$/, '');
  const where =
    /\b(moon|mars|planet|island|mountain|farm|beach|volcano|playground|hill|ship|roof|cloud|shore|coast|train)\b/i.test(
      location,
    )
      ? 'on'
      : /\b(lighthouse|school|top|edge|bottom|end|lake|river|pond|seaside|station|sea)\b/i.test(location)
        ? 'at'
        : 'in';
  return `${where} ${articled(location)}`;
}

export const LEADING_PREPOSITION = /^(?:in|on|at|under|inside|near|behind|beside|by)\s+/i;

export function arrive(location: string, stage: Stage, random: Random): string {
  const to = articled(location.replace(LEADING_PREPOSITION, ''));
  return random.pick([
    `The way led on to ${to}.`,
    `After a while, ${stage.hero.the} came to ${to}.`,
    `Soon ${stage.hero.the} reached ${to}.`,
  ]);
}

export function placeOf(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  return placesOf(text).places[0];
}
