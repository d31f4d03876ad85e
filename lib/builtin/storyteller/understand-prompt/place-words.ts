import type { Place } from '../../../story/schema.ts';

const WORDS: Record<Place, string> = {
  bedroom: 'bedroom bed pillow nursery',
  house: 'house home cottage attic apartment mansion inn hotel',
  kitchen: 'kitchen bakery pantry restaurant cafe oven',
  garden: 'garden backyard yard park playground orchard greenhouse lawn',
  forest: 'forest wood woods woodland woodlands treehouse bamboo',
  meadow: 'meadow field fields prairie savanna savannah hill hills valley grassland clover',
  mountain: 'mountain mountains volcano cliff peak everest alps',
  beach: 'beach shore seaside coast island lighthouse sandcastle',
  sea: 'sea ocean ship boat sailing waves harbour harbor',
  underwater: 'underwater reef coral seabed atlantis undersea mermaids',
  river: 'river lake pond stream waterfall brook swamp',
  village: 'village town street market square shop bridge fair carnival circus',
  city: 'city skyscraper metropolis subway downtown museum london paris tokyo york station airport hospital',
  castle: 'castle palace kingdom tower fortress throne dungeon',
  cave: 'cave cavern tunnel mine underground burrow',
  desert: 'desert dunes oasis pyramid pyramids egypt sahara',
  snow: 'snow arctic antarctica antarctic iceberg ice igloo winter snowy pole sledging',
  space:
    'space galaxy universe planet planets rocket spaceship moon mars jupiter saturn asteroid cosmos stars orbit',
  sky: 'sky clouds cloud heaven rainbow air',
  farm: 'farm barn farmyard stable barnyard pumpkin',
  school: 'school classroom kindergarten preschool playgroup',
  'candy-land': 'candy candyland chocolate lollipop sweets gingerbread',
  jungle: 'jungle rainforest safari zoo amazon africa dinosaur dinosaurs',
  library: 'library bookshop bookstore',
};

/** Which backdrop a word points to. */
export const PLACE_WORDS: Record<string, Place> = Object.create(null);
for (const [place, words] of Object.entries(WORDS)) {
  for (const word of words.split(' ')) PLACE_WORDS[word] ??= place as Place;
}

/** Words that are a place one can be in by themselves, and so may name the story's place ("the candy galaxy"). */
export const PLACE_NOUNS = new Set(
  'bedroom house cottage attic mansion kitchen bakery garden backyard park playground orchard forest wood woods meadow valley mountain mountains volcano beach island lighthouse sea ocean reef river lake pond waterfall swamp village town market city museum castle palace kingdom tower cave tunnel desert oasis arctic galaxy universe planet moon mars sky farm barn school kindergarten candyland jungle rainforest zoo library bookshop circus fair carnival treehouse cavern station'.split(
    ' ',
  ),
);
