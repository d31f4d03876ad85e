import hashDistance from 'sharp-phash/distance.js';
import { paletteDistance } from './colour-distance.ts';
import type { Look } from './describe-picture.worker.ts';

/** One page and one of those it shows. */
export type PageLook = {
  position: number;
  characterId: string;
  look: Look;
  /** True when `look` is of where they stand, false when it is of the whole picture. */
  isRegion: boolean;
};

export type DriftMeasure = {
  position: number;
  characterId: string;
  /** How far the page's colours are from theirs; 0 = the same, about 30 = other colours. */
  palette: number;
  /** Bits of 64 in which the page's shape differs from the other pages' (the middle of them); null when there are no others. */
  shape: number | null;
  isRegion: boolean;
  /** Robust deviations from the middle of the pages, as measured here; null with fewer than three pages. */
  paletteDeviations: number | null;
  shapeDeviations: number | null;
  isOutlier: boolean;
};

/** Pages it takes to know what is usual. */
const FEWEST_PAGES = 3;
/** Robust z-score from which a value is an outlier (Iglewicz and Hoaglin, 1993). */
const FAR = 3.5;
/** A page may differ this much from the others before anybody sees it, however alike those are. */
const LEAST_SPREAD = { palette: 3, shape: 4 };
/** Below this a difference in colours is light and weather; above `OTHER_COLOURS` it is another figure, pages or not. */
const VISIBLE = 12;
const OTHER_COLOURS = 34;
/** Scales the median absolute deviation to a standard deviation. */
const MAD_TO_DEVIATION = 1.4826;

/**
 * Finds the pages on which somebody does not look like themselves. Every page is measured against the reference picture, or
 * without one against the other pages; a page is an outlier when it is far from the middle of the pages (median and median
 * absolute deviation) and the difference can be seen. The shape of a whole picture differs from page to page by design, so
 * there it never decides alone. Pure.
 * @param references looks of the reference pictures, by character
 */
export function findDrift(pages: PageLook[], references: Record<string, Look>): DriftMeasure[] {
  const ids = [...new Set(pages.map(({ characterId }) => characterId))];
  return ids.flatMap((id) => {
    const shown = pages.filter(({ characterId }) => characterId === id);
    const reference = references[id];
    if (!reference && shown.length < FEWEST_PAGES) return [];
    const raw = shown.map((page) => {
      const others = shown.filter((other) => other !== page);
      return {
        page,
        palette: reference
          ? paletteDistance(reference.colours, page.look.colours)
          : median(others.map(({ look }) => paletteDistance(look.colours, page.look.colours))),
        shape: others.length > 0 ? median(others.map((other) => shapeDistance(other.look, page.look))) : null,
      };
    });
    const isEnough = shown.length >= FEWEST_PAGES;
    const palette = deviationsOf(
      raw.map((measured) => measured.palette),
      LEAST_SPREAD.palette,
    );
    const shape = deviationsOf(
      raw.map((measured) => measured.shape ?? 0),
      LEAST_SPREAD.shape,
    );
    return raw.map((measured, index): DriftMeasure => {
      const paletteDeviations = isEnough ? (palette[index] ?? 0) : null;
      const shapeDeviations = isEnough ? (shape[index] ?? 0) : null;
      const measure = {
        position: measured.page.position,
        characterId: id,
        palette: measured.palette,
        shape: measured.shape,
        isRegion: measured.page.isRegion,
        paletteDeviations,
        shapeDeviations,
      };
      return { ...measure, isOutlier: isOutlier(measure, reference !== undefined) };
    });
  });
}

function isOutlier(measure: Omit<DriftMeasure, 'isOutlier'>, hasReference: boolean): boolean {
  const { palette, paletteDeviations, shapeDeviations, isRegion } = measure;
  if (hasReference && palette >= OTHER_COLOURS) return true;
  if (paletteDeviations === null || shapeDeviations === null) return false;
  if (palette >= VISIBLE && paletteDeviations >= FAR) return true;
  return isRegion && shapeDeviations >= FAR && paletteDeviations >= 1 && palette >= VISIBLE / 2;
}

/** One number for a page, to choose the better of two pictures of it: smaller is nearer to how everybody looks. */
export function scoreOf(measures: Pick<DriftMeasure, 'palette' | 'shape'>[]): number {
  return measures.reduce((sum, { palette, shape }) => sum + palette + (shape ?? 0) / 8, 0);
}

export function shapeDistance(one: Look, other: Look): number {
  return Math.min(hashDistance(one.hash, other.hash), hashDistance(one.hash, other.mirrored));
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
