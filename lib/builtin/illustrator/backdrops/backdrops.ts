import type { Place } from '../../../story/schema.ts';
import type { PaintBackdrop } from './backdrop.ts';
import { paintFarm, paintGarden, paintVillage } from './country.ts';
import { paintCave, paintDesert, paintSnow } from './extremes.ts';
import { paintCandyLand, paintSkyPlace, paintSpace } from './heavens.ts';
import { paintBedroom, paintHouse, paintKitchen } from './rooms.ts';
import { paintBeach, paintSea, paintUnderwater } from './shores.ts';
import { paintLibrary, paintSchool } from './study-rooms.ts';
import { paintCastle, paintCity } from './towns.ts';
import { paintForest, paintJungle, paintMeadow, paintMountain, paintRiver } from './woods.ts';

export const BACKDROPS: Record<Place, PaintBackdrop> = {
  bedroom: paintBedroom,
  house: paintHouse,
  kitchen: paintKitchen,
  garden: paintGarden,
  forest: paintForest,
  meadow: paintMeadow,
  mountain: paintMountain,
  beach: paintBeach,
  sea: paintSea,
  underwater: paintUnderwater,
  river: paintRiver,
  village: paintVillage,
  city: paintCity,
  castle: paintCastle,
  cave: paintCave,
  desert: paintDesert,
  snow: paintSnow,
  space: paintSpace,
  sky: paintSkyPlace,
  farm: paintFarm,
  school: paintSchool,
  'candy-land': paintCandyLand,
  jungle: paintJungle,
  library: paintLibrary,
};
