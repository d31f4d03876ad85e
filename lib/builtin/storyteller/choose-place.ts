import type { Place } from '../../story/schema.ts';
import type { Random } from '../random.ts';
import { isPerson, kindTraits } from './kinds.ts';
import type { PlaceBook, Spot } from './places.ts';
import type { Member } from './stage.ts';
import type { PromptReading } from './understand-prompt/prompt-reading.ts';

/** What a small creature can be caught in, there. */
export function snaresOf(place: Place): string[] {
  if (INDOORS.includes(place)) return ['in a tangle of string', 'behind a fallen book'];
  if (place === 'underwater' || place === 'sea') return ['in a tangle of weed', 'under a heavy shell'];
  if (place === 'space' || place === 'sky') return ['in a loop of loose rope', 'in a knot of kite string'];
  if (place === 'cave' || place === 'mountain') return ['in a crack in the rock', 'under a loose stone'];
  if (place === 'candy-land') return ['in a blob of toffee', 'under a fallen lollipop'];
  return ['under a fallen branch', 'in a tangle of thorns'];
}

const INDOORS: readonly Place[] = ['house', 'kitchen', 'bedroom', 'library', 'school', 'castle'];

const WATER: readonly Place[] = ['beach', 'sea', 'underwater', 'river'];

export function choosePlace(reading: PromptReading, hero: Member, random: Random): Place {
  const [hinted] = reading.places;
  // Nobody can save a whale in a forest.
  const inNeed = reading.needy?.kind ?? reading.newFriend?.kind;
  if (inNeed && kindTraits(inNeed).swims && !(hinted && WATER.includes(hinted)))
    return kindTraits(hero.kind).swims ? 'underwater' : 'beach';
  if (hinted) return hinted;
  const { places } = kindTraits(hero.kind);
  // The kind's own place is likelier, but not every mouse lives in a house.
  return random.chance(0.6) ? (places[0] as Place) : random.pick(places);
}

/** The prompt's own name for the place replaces the book's: "the candy galaxy". */
export function namedBook(book: PlaceBook, placeName: string | undefined, place: Place): PlaceBook {
  if (!placeName) return book;
  const the = `the ${placeName}`;
  const inside = /^(in|on|at|under|by)\b/.exec(book.at)?.[0] ?? 'in';
  const preposition =
    /\b(galaxy|forest|wood|woods|garden|city|town|village|kingdom|castle|jungle|library|house|cave|park|school|zoo|museum|desert|sky|universe|ocean|sea|barn|palace|circus|attic|kitchen|rainforest|valley|meadow|tower|bakery|swamp|market|treehouse|cottage|mansion)$/.test(
      placeName,
    )
      ? place === 'underwater'
        ? 'under'
        : 'in'
      : /\b(moon|mars|planet|island|mountain|farm|beach|volcano|playground|reef|hill)$/.test(placeName)
        ? 'on'
        : inside;
  const named = placeName === 'mars' ? 'Mars' : the;
  const sameWord = book.the === the;
  return sameWord
    ? book
    : {
        ...book,
        the: named,
        at: `${preposition} ${named}`,
        into: preposition === 'on' ? `to ${named}` : `into ${named}`,
      };
}

/** Children live in houses; everybody else lives where the story is. */
export function chooseHome(hero: Member, place: Place, book: PlaceBook): Spot {
  if (isPerson(hero.kind) && /^(forest|meadow|garden|jungle|cave|river|sky|library)$/.test(place)) {
    const beside: Partial<Record<Place, string>> = {
      forest: 'the forest',
      meadow: 'the meadow',
      garden: 'the garden',
      jungle: 'the jungle',
      cave: 'the hills',
      river: 'the river',
      sky: 'a windy hill',
      library: 'the library',
    };
    return {
      the: 'the little house',
      at: `in a little house beside ${beside[place]}`,
      scene: 'house',
      prop: 'door',
    };
  }
  return book.home;
}

/** A place has homes to choose from; the hero has one. */
export function settleHome(home: Spot, random: Random): Spot {
  return {
    ...home,
    at: home.at.replace(/\[([^\]]*)\]/g, (_, homes: string) => random.pick(homes.split('|'))),
  };
}
