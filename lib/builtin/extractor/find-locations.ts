import { findKindAt } from '../storyteller/kinds.ts';
import type { Term } from '../storyteller/understand-prompt/terms.ts';
import type { StoryCast } from './story-cast.ts';
import { isPlaceNoun, isShelter } from './story-words.ts';

const INTO =
  /^(in|on|at|inside|into|onto|under|underneath|near|by|beside|to|through|from|across|behind|beyond|over|above|below|beneath|around|outside|towards|toward|along|past)$/;
const VISITING =
  /^(visit|visits|visited|explore|explores|explored|reach|reaches|reached|enter|enters|entered|leave|leaves|left|discover|discovers|find|finds|found|save|saves|protect|protects|cross|crosses|guards?|rules?)$/;
const LINK = /^(by|of|near|under|above|beneath|behind|beside|in|on|at|inside|below|between|full)$/;
const STOP =
  /^(i|he|she|it|they|we|you|him|them|and|or|but|who|that|which|where|when|so|because|is|are|was|were|has|have|can|to|for|with|if|as|then|there|not|no|please|her|his)$/;
const DETERMINER = /^(a|an|the|my|our|his|her|their|its|this|that|some|another)$/;
const NOT_PLACES =
  /^(morning|afternoon|evening|night|end|middle|beginning|story|time|day|dream|way|day|moment|fact|love|danger|trouble|secret|winter|summer|spring|autumn|once|first|last|least|work|bedtime|christmas|easter|halloween|january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|english|french|german|spanish|life|mind|heart|year|years|page|pages|book|picture|pictures)$/;

/** Where the story is said to happen, in the words that were said. */
export function findLocations(terms: readonly Term[], cast: StoryCast, isAnswer: boolean): string[] {
  const found: string[] = [];
  for (let at = 0; at < terms.length; at++) {
    const word = terms[at]?.lower ?? '';
    // "grumpy old troll, bridge", "A bamboo forest in China": a place that stands by itself.
    if (at === 0 || terms[at - 1]?.endsClause) {
      const alone = readPlace(terms, at, cast, false);
      const last = terms[(alone?.end ?? 1) - 1];
      if (
        alone &&
        last?.endsClause &&
        !terms.slice(at, alone.end).some((term) => term.isVerb && !term.isNoun)
      ) {
        found.push(alone.text);
        at = alone.end - 1;
        continue;
      }
    }
    const opens =
      (INTO.test(word) || VISITING.test(word)) &&
      !(word === 'to' && terms[at + 1]?.isVerb && !isPlaceNoun(terms[at + 1]?.lower ?? ''));
    if (!opens || terms[at]?.endsClause) continue;
    if (word === 'by' && /ed$|^(stolen|taken|written|made|told|caught)$/.test(terms[at - 1]?.lower ?? ''))
      continue;
    // "boots that jump over houses": over any, and over none of the story.
    if (word === 'over' && /^\p{Ll}+s$/u.test(terms[at + 1]?.text ?? '')) continue;
    if (word === 'from' && /^(different)$/.test(terms[at - 1]?.lower ?? '')) continue;
    const place =
      (isDwelling(terms, at) ? readDwelling(terms, at + 1, cast) : undefined) ??
      readPlace(
        terms,
        at + 1,
        cast,
        /^(in|at|on|near|from|to|into|through|around|visit|visits|reach|reaches|across)$/.test(word),
      );
    if (!place) continue;
    found.push(place.text);
    at = place.end - 1;
  }
  if (found.length === 0 && isAnswer) {
    const answer = readAnswer(terms, cast);
    if (answer) found.push(answer);
  }
  return found;
}

const DWELL =
  /^(live|lives|lived|living|dwells?|stuck|trapped|hides?|hidden|hiding|sleeps?|slept|stays?|stayed|nests?|locked|born)$/;

/** "They live in a shoebox": where somebody lives or is stuck is a place, whatever it is. */
function isDwelling(terms: readonly Term[], at: number): boolean {
  if (!/^(in|inside|on|under|underneath|behind|beneath)$/.test(terms[at]?.lower ?? '')) return false;
  let before = at - 1;
  while (/^(together|all|alone|happily|up|down|deep|high|far|away)$/.test(terms[before]?.lower ?? ''))
    before--;
  return DWELL.test(terms[before]?.lower ?? '');
}

function readDwelling(terms: readonly Term[], from: number, cast: StoryCast): Place | undefined {
  if (readPlace(terms, from, cast, true)) return undefined;
  if (!/^(a|an|the)$/.test(terms[from]?.lower ?? '')) return undefined;
  let end = from + 1;
  while (
    end < terms.length &&
    end < from + 5 &&
    !STOP.test(terms[end]?.lower ?? '') &&
    !INTO.test(terms[end]?.lower ?? '') &&
    (end === from + 1 || terms[end]?.isNoun || terms[end]?.isAdjective)
  ) {
    end++;
    if (terms[end - 1]?.endsClause) break;
  }
  const last = terms[end - 1];
  if (
    end === from + 1 ||
    !last ||
    (!last.isNoun && end > from + 2) ||
    NOT_PLACES.test(last.lower) ||
    cast.find(last.lower)
  )
    return undefined;
  return {
    text: terms
      .slice(from, end)
      .map((term) => term.text)
      .join(' '),
    end,
  };
}

type Place = { text: string; end: number };

function readPlace(
  terms: readonly Term[],
  from: number,
  cast: StoryCast,
  takesNames: boolean,
): Place | undefined {
  let at = from;
  const words: string[] = [];
  let headAt = -1;
  let isName = false;
  while (at < terms.length && at < from + 7) {
    const term = terms[at] as Term;
    if (at === from && DETERMINER.test(term.lower)) {
      words.push(/^(a|an|the)$/.test(term.lower) ? term.lower : 'the');
      at++;
      continue;
    }
    if (STOP.test(term.lower) || INTO.test(term.lower) || /^(called|named)$/.test(term.lower)) break;
    if (cast.find(term.lower) && !term.isPossessive && !isPlaceNoun(term.lower)) break;
    words.push(term.isPossessive ? `${term.text}'s` : term.text);
    if (isPlaceNoun(term.lower) && !term.isPossessive) {
      headAt = at;
      isName = false;
    } else if (
      takesNames &&
      /^\p{Lu}/u.test(term.text) &&
      !term.isPossessive &&
      !NOT_PLACES.test(term.lower) &&
      !(findKindAt([term.lower], 0) && headAt < 0)
    ) {
      headAt = at;
      isName = !words.some((said) => isPlaceNoun(said.toLowerCase()));
    } else if (isShelter(term.lower) && words.length > 1 && !takesNames) headAt = at;
    else if (
      isShelter(term.lower) &&
      words.length > 1 &&
      /^(in|under|inside)$/.test(terms[from - 1]?.lower ?? '')
    )
      headAt = at;
    at++;
    if (term.endsClause) break;
  }
  if (headAt < 0) return undefined;
  const head = terms[headAt] as Term;
  const after = terms[headAt + 1];
  if (isName && (head.nameGender !== undefined || cast.find(head.text)) && !isPlaceNoun(head.lower))
    return undefined;
  // "to the castle dragon", "lighthouse keeper": the noun behind says what it is.
  if (
    after &&
    !head.endsClause &&
    headAt + 1 < at &&
    after.isNoun &&
    !after.isVerb &&
    !NOT_PLACES.test(after.lower) &&
    !/^(today|tomorrow|one|once|together|alone|every|all|again)$/.test(after.lower)
  )
    return undefined;
  if (!head.endsClause && findKindAt([after?.lower ?? ''], 0) && !after?.isName && headAt + 1 < at)
    return undefined;
  let text = words.slice(0, words.length - (at - headAt - 1)).join(' ');
  let end = headAt + 1;
  if (
    /^(the )?(home|bed|end|bottom|world|land|country|top|bus)$/i.test(text) &&
    !/^(of|under|at|with|full)$/.test(terms[end]?.lower ?? '')
  )
    return undefined;
  // "a village called Willowbrook"
  if (/^(called|named)$/.test(terms[end]?.lower ?? '') && terms[end + 1]) {
    const name: string[] = [];
    let index = end + 1;
    while (
      index < terms.length &&
      name.length < 3 &&
      (name.length === 0 || /^\p{Lu}/u.test(terms[index]?.text ?? ''))
    ) {
      name.push(terms[index]?.text ?? '');
      if (terms[index++]?.endsClause) break;
    }
    const proper = name.map((one) => one.charAt(0).toUpperCase() + one.slice(1)).join(' ');
    return { text: `${text} called ${proper}`, end: index };
  }
  if (!head.endsClause && LINK.test(terms[end]?.lower ?? '')) {
    const link = terms[end]?.lower as string;
    const further =
      readPlace(terms, end + 1, cast, true) ??
      (link === 'of' || (link === 'full' && terms[end + 1]?.lower === 'of')
        ? readOf(terms, end + 1)
        : undefined);
    if (further) {
      text = `${text} ${link} ${further.text}`;
      end = further.end;
    }
  }
  return { text, end };
}

/** "a land of sweets": what a place is full of may be anything. */
function readOf(terms: readonly Term[], from: number): Place | undefined {
  const words: string[] = [];
  let at = from;
  while (at < terms.length && words.length < 4) {
    const term = terms[at] as Term;
    if (STOP.test(term.lower) || (INTO.test(term.lower) && words.length > 0)) break;
    words.push(term.text);
    at++;
    if (term.endsClause) break;
  }
  return words.length > 0 ? { text: words.join(' '), end: at } : undefined;
}

/** "A spooky castle", "my nan's garden", "Bumbleland" after "Where?". */
function readAnswer(terms: readonly Term[], cast: StoryCast): string | undefined {
  const from = /^(in|on|at|inside|under|near|by)$/.test(terms[0]?.lower ?? '') ? 1 : 0;
  const place = readPlace(terms, from, cast, true);
  if (place) return place.text;
  const rest = terms.slice(from).filter((term, index) => index > 0 || !DETERMINER.test(term.lower));
  const isShort =
    rest.length >= 1 &&
    rest.length <= 5 &&
    !rest.some((term) => STOP.test(term.lower) || (term.isVerb && !term.isNoun));
  if (
    !isShort ||
    /^(idk|dunno|anywhere|somewhere|everywhere|maybe|whatever|hmm|yes|no|ok|okay|sure|nowhere)$/.test(
      rest[0]?.lower ?? '',
    )
  )
    return undefined;
  const determiner = DETERMINER.test(terms[from]?.lower ?? '')
    ? `${/^(a|an)$/.test(terms[from]?.lower ?? '') ? terms[from]?.lower : 'the'} `
    : '';
  const said = rest.map((term) => (term.isPossessive ? `${term.text}'s` : term.text)).join(' ');
  return determiner + (determiner ? said : said.charAt(0).toUpperCase() + said.slice(1));
}

/** "it's a big castle", "the setting is Paris", "set in …" without a preposition the rules above know. */
export function findSettingStatement(sentence: string): string | undefined {
  const found =
    /\b(?:setting|place|location|where) (?:is|will be|should be|could be|:)\s*:? ?(?:in |on |at )?([^.,!?;]{2,60})/i.exec(
      sentence,
    )?.[1];
  return found && !/\b(it|that|he|she|they)\b/i.test(found) ? found.trim() : undefined;
}
