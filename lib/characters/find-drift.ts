import hashDistance from 'sharp-phash/distance.js';
import { paletteDistance } from './colour-distance.ts';
import type { Look } from './describe-page.worker.ts';

/** One page and one of those it shows. */
export type PageLook = { position: number; characterId: string; look: Look };

export type DriftMeasure = {
  position: number;
  characterId: string;
  /**
   * How far the colours are from theirs, 0…1: the share of the reference picture's colours that is missing, or without
   * a reference the distance to the other pages' colours.
   */
  palette: number;
  /** The share of the hash's bits in which the shape differs from the other pages' (the middle of them); null when there are none. */
  shape: number | null;
  /** Robust deviations from the middle of the pages; null with fewer than three. */
  paletteDeviations: number | null;
  shapeDeviations: number | null;
  /** Whether it was known where they stand; else they were looked for by their colours. */
  isRegion: boolean;
  isOutlier: boolean;
};

/** Pages it takes to know what is usual. */
const FEWEST_PAGES = 3;
/** Robust z-score from which a value is an outlier (Iglewicz and Hoaglin, 1993). */
const FAR = 3.5;
/** A page may differ this much from the others before anybody sees it, however alike those are. */
const LEAST_SPREAD = { palette: 0.05, shape: 0.06 };
/** Less is light and weather. Somebody who has to be looked for is found in part anywhere, so there less tells more; whole pages without a reference differ by design. */
const VISIBLE = { known: 0.3, searched: 0.25, compared: 0.4 };
/** More is somebody else, whatever the other pages show. */
const OTHER_FIGURE = 0.8;
/** The distance between colours that counts as all of it. */
const OTHER_COLOUR = 40;
const HASH_BITS = 64;
/** Scales the median absolute deviation to a standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/**
 * Finds the pages on which somebody does not look like themselves: far from the middle of the pages (median and median
 * absolute deviation) in a difference that can be seen. Shapes differ with pose and company by design, so a shape decides
 * only together with colours, and only where it is sure whose it is. Somebody without a reference picture who is on fewer
 * than three pages is not judged. Pure.
 */
export function findDrift(pages: PageLook[]): DriftMeasure[] {
  const ids = [...new Set(pages.map(({ characterId }) => characterId))];
  return ids.flatMap((id) => measureCharacter(pages.filter(({ characterId }) => characterId === id)));
}

function measureCharacter(pages: PageLook[]): DriftMeasure[] {
  const isEnough = pages.length >= FEWEST_PAGES;
  const hasReference = pages.every(({ look }) => look.missing !== null);
  if (!hasReference && !isEnough) return [];
  const raw = pages.map((page) => {
    const others = pages.filter((other) => other !== page).map(({ look }) => look);
    return {
      palette: page.look.missing ?? median(others.map((other) => colourDifference(other, page.look))),
      shape: others.length > 0 ? median(others.map((other) => shapeDifference(other, page.look))) : null,
    };
  });
  const palettes = deviationsOf(
    raw.map(({ palette }) => palette),
    LEAST_SPREAD.palette,
  );
  const shapes = deviationsOf(
    raw.map(({ shape }) => shape ?? 0),
    LEAST_SPREAD.shape,
  );
  return pages.map(({ position, characterId, look: { isRegion } }, index) => {
    const { palette = 0, shape = null } = raw[index] ?? {};
    const measure = {
      position,
      characterId,
      palette,
      shape,
      paletteDeviations: isEnough ? (palettes[index] ?? 0) : null,
      shapeDeviations: isEnough ? (shapes[index] ?? 0) : null,
      isRegion,
    };
    return { ...measure, isOutlier: isOutlier(measure, hasReference) };
  });
}

function isOutlier(measure: Omit<DriftMeasure, 'isOutlier'>, hasReference: boolean): boolean {
  const { palette, paletteDeviations, shapeDeviations, isRegion } = measure;
  if (hasReference && palette >= OTHER_FIGURE) return true;
  if (paletteDeviations === null || shapeDeviations === null) return false;
  const visible = hasReference ? (isRegion ? VISIBLE.known : VISIBLE.searched) : VISIBLE.compared;
  if (palette >= visible && paletteDeviations >= FAR) return true;
  return isRegion && shapeDeviations >= FAR && palette >= visible / 2 && paletteDeviations >= 1.5;
}

/** One number for a page, to choose the better of two pictures of it: smaller is nearer to how everybody looks. */
export function scoreOf(measures: Pick<DriftMeasure, 'palette' | 'shape'>[]): number {
  return measures.reduce((sum, { palette, shape }) => sum + palette + (shape ?? 0) / 4, 0);
}

function colourDifference(one: Look, other: Look): number {
  return Math.min(1, paletteDistance(one.colours, other.colours) / OTHER_COLOUR);
}

function shapeDifference(one: Look, other: Look): number {
  const bits = Math.min(hashDistance(one.hash, other.hash), hashDistance(one.hash, other.mirrored));
  return bits / HASH_BITS;
}

function deviationsOf(values: number[], leastSpread: number): number[] {
  const middle = median(values);
  const spread = median(values.map((value) => Math.abs(value - middle))) * MAD_TO_DEVIATION;
  return values.map((value) => (value - middle) / Math.max(spread, leastSpread));
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
