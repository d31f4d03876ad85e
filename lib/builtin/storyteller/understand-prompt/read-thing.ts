import { isPluralNoun } from '../grammar.ts';
import type { Wish } from './prompt-reading.ts';
import type { Term } from './terms.ts';

const NOT_THINGS =
  /^(friends?|friend|visitors?|guests?|people|children|kids|parents?|sharing|patience|honesty|homework|lesson|something|someone|somebody|anything|everything|nothing|way|home|adventures?|help|fun|time|times|day|night|one|thing|things|lot|lots|story|stories|place|places|it|them|him|her|herself|himself|themselves|out|life|world|mom|mum|dad|mother|father|who|sleep|dark|courage|love|truth|answer|happiness|race|races|contest|competition|game|games|match|tournament|kindness|sharing)$/;
const PHRASE_ENDS =
  /^(and|but|so|who|that|which|to|in|on|at|with|for|from|because|when|while|before|after|by|under|inside|near|behind|until|into|through|across|is|are|was|were|or|of|then|where|if|as|even|over|up|down|off|out|together|again|for)$/;
const ARTICLES = /^(a|an|the|his|her|their|its|my|our|some|that|this|one|every|all)$/;

/** A noun phrase of up to four words that can be a thing in a story. */
export function readThing(terms: readonly Term[], start: number): Wish | undefined {
  let index = start;
  let article: Wish['article'] = 'none';
  const opener = terms[index]?.lower ?? '';
  if (ARTICLES.test(opener)) {
    article = /^(a|an|one|some)$/.test(opener)
      ? 'a'
      : /^(his|her|their|its|my|our)$/.test(opener)
        ? 'his'
        : 'the';
    index++;
  }
  const words: Term[] = [];
  while (index < terms.length && words.length < 4) {
    const term = terms[index] as Term;
    if (PHRASE_ENDS.test(term.lower) || ARTICLES.test(term.lower) || term.isName || /^\d/.test(term.lower))
      break;
    if (term.isVerb && !term.isNoun && words.length > 0 && !/(ing|ed|en)$/.test(term.lower)) break;
    words.push(term);
    index++;
    if (term.endsClause) break;
  }
  while (
    words.length > 0 &&
    !words.at(-1)?.isNoun &&
    !/^(chocolate|gold|silver|orange)$/.test(words.at(-1)?.lower ?? '')
  )
    words.pop();
  const noun = words.at(-1)?.lower;
  if (noun === undefined || NOT_THINGS.test(noun) || !/^[a-z][a-z'-]*$/.test(noun) || noun.length < 3)
    return undefined;
  const adjectives = words.slice(0, -1).map((term) => term.lower);
  if (adjectives.some((word) => /^(very|really|so|too|not|more|most)$/.test(word))) return undefined;
  return {
    phrase: [...adjectives, noun].join(' '),
    noun,
    adjectives,
    article,
    plural: !/^(a|an|one)$/.test(opener) && isPluralNoun(noun),
  };
}
