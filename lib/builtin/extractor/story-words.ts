import { PLACE_NOUNS } from '../storyteller/understand-prompt/place-words.ts';

/** Word lists of the extractor: where one can be, what a story can be about. */

const MORE_PLACES =
  'hut cabin hospital planet planets ship spaceship boat submarine train bus airport stadium office street road alley theatre theater cinema shop store supermarket bridge hotel inn graveyard cemetery temple monastery church mosque harbour harbor dock port pier shore coast seaside cliff cliffs ravine canyon glacier igloo pole marsh bog lagoon den burrow nest basement cellar classroom gym pool pond well windmill mill factory laboratory lab gallery courtyard bazaar dunes land world country cloud clouds sky space bottom roof rooftop stairs shed allotment vineyard ranch hill hills field fields stream brook woods woodland rainforest savannah savanna prairie swamp fjord cottage farmhouse stable stables barnyard coral seabed underwater maze labyrinth dungeon ruins pyramid pyramids volcano iceberg antarctica arctic africa india japan china egypt paris london tokyo berlin rome venice amazon sahara himalayas everest jupiter saturn venus neptune pluto restaurant cafe café bakery pizzeria aquarium palace orphanage camp campsite tent caravan tunnel station subway workshop junkyard dump neighbourhood neighborhood suburb precinct mansion apartment flat building skyscraper room bathroom wardrobe cupboard drawer loft yard lawn gate fountain square plaza jetty creek bay cove reef quarry mine mines observatory planetarium lodge hive anthill web kennel hutch mall elevator corridor lounge carousel funfair fairground circus clinic balcony porch veranda cornfield playground rooftop bakery marina boathouse treehouse farmyard courtroom ballroom hallway staircase tower market airfield ward zoo greenhouse museum palace ocean isle islands kitchen bed garage shore meadow seashore riverbank crater outback bush steppe oasis tundra highlands countryside realm dimension portal'.split(
    ' ',
  );
const PLACES = new Set([...PLACE_NOUNS, ...MORE_PLACES]);

/** Trees and the like are places only for somebody who is in or under them. */
const SHELTERS = new Set(
  'tree oak box log flower mushroom shell bottle hat shoe teapot pocket pumpkin basket jar boot'.split(' '),
);

export function isPlaceNoun(word: string): boolean {
  return PLACES.has(word) || PLACES.has(word.replace(/s$/, ''));
}
export function isShelter(word: string): boolean {
  return SHELTERS.has(word);
}

/** What is learned, and the theme it makes. */
const VIRTUES: Record<string, string> = {
  share: 'sharing',
  forgive: 'forgiveness',
  trust: 'trust',
  listen: 'listening',
  cooperate: 'teamwork',
};
export function themeOfLesson(lesson: string): string | null {
  const word = /^(?:learns?|learned|learnt|learning)(?: how)? to (\w+)/.exec(lesson.toLowerCase())?.[1];
  return (word && VIRTUES[word]) ?? null;
}

const THEMES = new Set(
  'friendship courage bravery kindness love family honesty sharing trust teamwork patience perseverance hope loss grief death divorce change forgiveness justice redemption betrayal revenge identity loneliness belonging acceptance jealousy envy gratitude responsibility freedom peace war nature environment recycling pollution climate imagination creativity curiosity growing-up growing differences diversity inclusion empathy respect confidence self-confidence self-esteem fear fears anger sadness happiness joy memory memories home homesickness adventure magic truth lies lying loyalty sacrifice corruption power greed generosity bullying moving siblings rivalry determination independence resilience dreams wonder discovery helping listening cooperation compassion tolerance faith luck humility pride manners mistakes feelings worries goodbyes goodbye patience bedtime'.split(
    ' ',
  ),
);
/** "friendship", "being brave", "how to share", "kindness to animals": what a story may be about that is nobody and nowhere. */
export function isTheme(phrase: string): boolean {
  const words = phrase.toLowerCase().split(/\s+/);
  const first = words[0] ?? '';
  if (words.length > 8) return false;
  if (
    /^(being|learning|growing|making|saying|losing|finding|helping|sharing|telling|trusting|overcoming|believing|caring|working|moving|missing|standing|facing|trying|not|how|accepting|keeping|letting|looking|loving|getting|never|dealing|coping|asking|taking|listening|respecting|forgiving|waiting|having|doing)$/.test(
      first,
    )
  )
    return words.length > 1 || THEMES.has(first) || first === 'sharing';
  return words.some(
    (word) =>
      THEMES.has(word) ||
      (/(ship|ness|iveness|ousy|age$)$/.test(word) &&
        /^(friendship|kindness|happiness|sadness|loneliness|forgiveness|togetherness|fairness|shyness|openness|courage|selfishness|mindfulness|jealousy)$/.test(
          word,
        )),
  );
}

const SMALL =
  /^(i|he|she|it|they|we|you|him|them|me|us|and|or|but|who|that|which|what|where|when|why|how|with|in|on|at|to|of|for|from|by|is|are|was|were|be|not|no|yes|there|then|so|because|if|as|about|into|near|under|like|than|too|also|just|very|please|story|book|tale)$/;

/** A word that stands between others and names nothing. */
export function isSmallWord(word: string): boolean {
  return SMALL.test(word);
}
