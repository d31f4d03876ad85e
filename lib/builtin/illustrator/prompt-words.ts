import type { Mood, Place, TimeOfDay, Weather } from '../../story/schema.ts';

/** Words of a prompt that say where, when, in what weather and mood. The first list that has the most hits wins. */
export const PLACE_WORDS: Record<Place, RegExp> = {
  bedroom: /\b(bedroom|bed|bedtime|pillow|blanket|nursery|cot)\b/g,
  house: /\b(living room|fireplace|sofa|armchair|attic|at home|indoors|parlou?r|hallway|inside the house)\b/g,
  kitchen: /\b(kitchen|oven|stove|baking|bakes?|cooking|pantry|bakery)\b/g,
  garden: /\b(gardens?|backyard|flowerbed|vegetable patch|greenhouse|yard)\b/g,
  forest: /\b(forests?|woods?|woodland|trees|glade|grove)\b/g,
  meadow: /\b(meadows?|fields?|hills?|hillside|grass|park|picnic|prairie)\b/g,
  mountain: /\b(mountains?|cliff|peak|summit|alps|canyon|valley)\b/g,
  beach: /\b(beach|shore|seaside|coast|island|sandcastle|lagoon)\b/g,
  sea: /\b(seas?|oceans?|ship|boat|sail\w*|(?:the|ocean|blue|big) waves|raft|harbou?r|pirates?)\b/g,
  underwater:
    /\b(underwater|under the sea|coral|reef|seabed|mermaids?|sea floor|ocean floor|submarine|deep sea)\b/g,
  river: /\b(rivers?|streams?|lakes?|ponds?|creek|brook|waterfall|bridge)\b/g,
  village: /\b(villages?|cottages?|hamlet|market|town square)\b/g,
  city: /\b(city|cities|streets?|towns?|skyscrapers?|downtown|london|paris|new york|los angeles|tokyo|rooftops?|alley)\b/g,
  castle: /\b(castles?|palace|kingdom|tower|fortress|throne|moat)\b/g,
  cave: /\b(caves?|cavern|tunnel|underground|mine|lair|burrow)\b/g,
  desert: /\b(deserts?|dunes?|oasis|cactus|pyramids?|sahara)\b/g,
  snow: /\b(snow\w*|winter|ice|icy|frozen|arctic|antarctic\w*|north pole|igloo|glacier)\b/g,
  space:
    /\b(space|galax\w+|planets?|moon base|on the moon|asteroids?|rockets?|spaceships?|astronauts?|orbit|stars? ship|mars|cosmos)\b/g,
  sky: /\b(sky|clouds|flying|flies|fly|hot air balloon|above the clouds|airplane|aeroplane)\b/g,
  farm: /\b(farms?|barn|tractor|hay|farmyard|stable|pasture|windmill|orchard)\b/g,
  school: /\b(schools?|classroom|teacher|lessons?|playground|blackboard)\b/g,
  'candy-land':
    /\b(candy|candies|sweets|lollipops?|gingerbread|chocolate (?:river|land|factory)|sugar|candyland)\b/g,
  jungle: /\b(jungles?|rainforest|tropical|vines|safari|savannah?)\b/g,
  library: /\b(librar\w+|bookshelves|bookshop|bookstore|archive|museum)\b/g,
};

export const TIME_WORDS: Record<TimeOfDay, RegExp> = {
  night: /\b(nights?|midnight|moonlight|moonlit|starlit|starry|bedtime|moon|dark|stars)\b/g,
  sunset: /\b(sunset|dusk|evening|twilight|golden hour|sundown)\b/g,
  morning: /\b(morning|dawn|sunrise|daybreak|breakfast)\b/g,
  day: /\b(day|daytime|noon|midday|afternoon|sunny)\b/g,
};

export const WEATHER_WORDS: Record<Weather, RegExp> = {
  storm: /\b(storms?|stormy|thunder\w*|lightning|tempest|hurricane)\b/g,
  rain: /\b(rain\w*|drizzle|wet|puddles?|shower|umbrella|pouring)\b/g,
  snow: /\b(snow(?:s|ing|y|flakes?|fall|storm)?|blizzard)\b/g,
  fog: /\b(fog|foggy|mist|misty|haze|hazy)\b/g,
  wind: /\b(wind|windy|breeze|breezy|gust\w*|blows|blowing|blew|kite)\b/g,
  cloudy: /\b(cloudy|overcast|gr[ea]y sky)\b/g,
  clear: /\b(clear|sunny|bright|sunshine)\b/g,
};

export const MOOD_WORDS: Record<Mood, RegExp> = {
  happy:
    /\b(happy|happily|joy\w*|laugh\w*|smil\w+|cheer\w*|danc\w+|celebrat\w+|party|playful|fun|giggl\w+|delighted|excited)\b/g,
  sad: /\b(sad|sadly|cry|cries|cried|crying|tears?|lonely|alone|miss(?:es|ed)|lost|gloomy|unhappy)\b/g,
  worried:
    /\b(worr\w+|scared|afraid|fright\w+|fear\w*|nervous|danger\w*|trembl\w+|anxious|trouble|gasp\w*)\b/g,
  brave: /\b(brave|bravely|courage\w*|hero\w*|bold\w*|fearless|fights?|determined|rescue\w*|saves?)\b/g,
  magical:
    /\b(magic\w*|enchant\w*|spell|wands?|sparkl\w+|glow\w*|shimmer\w*|wish|fairy|fairies|glitter\w*|wonder)\b/g,
  curious:
    /\b(curious\w*|wonders|looks? for|search\w*|explor\w+|discover\w*|mystery|mysterious|clues?|finds?|detective|secret)\b/g,
  sleepy: /\b(sleep\w*|dream\w*|tired|yawn\w*|lullaby|drowsy|goodnight|nap)\b/g,
  calm: /\b(calm|quiet\w*|peaceful|gentle|gently|soft\w*|rest\w*)\b/g,
};

/** The key with the most hits, an earlier key before a later one; undefined without any. */
export function mostNamed<Key extends string>(text: string, words: Record<Key, RegExp>): Key | undefined {
  let best: Key | undefined;
  let bestCount = 0;
  for (const key of Object.keys(words) as Key[]) {
    const count = text.match(words[key])?.length ?? 0;
    if (count > bestCount) {
      best = key;
      bestCount = count;
    }
  }
  return best;
}
