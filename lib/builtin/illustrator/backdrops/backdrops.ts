import type { Place } from '../../../story/schema.ts';
import type { PaintBackdrop } from './backdrop.ts';
import { paintForest, paintJungle, paintMeadow, paintMountain, paintRiver } from './woods.ts';

export const BACKDROPS: Record<Place, PaintBackdrop> = {
  forest: paintForest,
  meadow: paintMeadow,
  mountain: paintMountain,
  jungle: paintJungle,
  river: paintRiver,
  bedroom: paintMeadow,
  house: paintMeadow,
  kitchen: paintMeadow,
  garden: paintMeadow,
  beach: paintMeadow,
  sea: paintMeadow,
  underwater: paintMeadow,
  village: paintMeadow,
  city: paintMeadow,
  castle: paintMeadow,
  cave: paintMeadow,
  desert: paintMeadow,
  snow: paintMeadow,
  space: paintMeadow,
  sky: paintMeadow,
  farm: paintMeadow,
  school: paintMeadow,
  'candy-land': paintMeadow,
  library: paintMeadow,
};
