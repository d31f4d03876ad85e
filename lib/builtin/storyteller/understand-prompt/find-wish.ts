import nlp from 'compromise';
import { withArticle } from '../grammar.ts';
import type { Deed, Wish } from './prompt-reading.ts';
import { readThing } from './read-thing.ts';
import type { Term } from './terms.ts';

const SEEKING =
  /^(looks?|looking|looked|search|searches|searching|searched|seeks?|seeking|hunts?|hunting|quest|wish|wishes|wishing|longs?|longing|asks?|begs?|goes|hopes?)$/;
const FINDING =
  /^(find|finds|finding|found|seek|seeks|seeking|discovers?|discovering|needs?|collects?|gathers?|steals?|wants|want|wanted|retrieve|retrieves|recover|recovers|loses|lost|loves|loved|guards?|protects?|chases?|catch|catches|gets?|finding|wins?|finds|follow|follows|buys?|brings?|delivers?|hatches?|hides?|stole|stolen|took|ate|eats)$/;
const WANTING =
  /^(wants?|wanted|wishes|wish|dreams?|hopes?|longs?|tries|try|trying|learns?|learning|decides?|needs?|can't|cannot|cant|couldn't|going)$/;

/** The thing somebody in the prompt wants, seeks, lost or found. */
export function findWish(terms: readonly Term[]): Wish | undefined {
  for (let index = 0; index < terms.length; index++) {
    const word = terms[index]?.lower ?? '';
    const next = terms[index + 1]?.lower ?? '';
    let start = -1;
    if (SEEKING.test(word) && next === 'for') start = index + 2;
    else if (/^(fight|fights|fighting|argue|argues|quarrel|quarrels)$/.test(word) && next === 'over')
      start = index + 2;
    else if (/^dreams?$/.test(word) && next === 'of') start = index + 2;
    else if (/^gets?$/.test(word) && !/^(a|an|the|his|her|some)$/.test(next)) continue;
    else if (FINDING.test(word) && next !== 'to') start = index + 1;
    else if (/^(missing|stolen)$/.test(word)) start = index;
    if (start < 0 || start >= terms.length) continue;
    if (terms[start - 1]?.endsClause && start !== index) continue;
    const wish = readThing(terms, start);
    if (wish) return wish;
  }
  // "the colours disappeared"
  const gone = terms.findIndex(
    ({ lower }, index) =>
      /^(disappear|disappears|disappeared|vanish|vanishes|vanished)$/.test(lower) ||
      (/^(is|are|goes|go|went)$/.test(lower) && /^(missing|gone)$/.test(terms[index + 1]?.lower ?? '')),
  );
  for (let start = Math.max(0, gone - 4); start < gone; start++) {
    if (!/^(the|his|her|their|all|my|our)$/.test(terms[start]?.lower ?? '')) continue;
    const wish = readThing(terms.slice(0, gone), start);
    if (wish) return wish;
  }
  // "the missing crown", "the magic paintbrush": a special thing with its article is worth wanting.
  for (let index = 0; index < terms.length - 1; index++) {
    if (!/^(the|a|an)$/.test(terms[index]?.lower ?? '')) continue;
    if (
      !/^(magic|magical|golden|missing|enchanted|secret|lost|stolen|mysterious|glowing|silver|ancient|hidden|forgotten|perfect)$/.test(
        terms[index + 1]?.lower ?? '',
      )
    )
      continue;
    const wish = readThing(terms, index);
    if (wish) return wish;
  }
  return undefined;
}

/** What somebody in the prompt builds: "a treehouse". */
export function findProject(terms: readonly Term[]): Wish | undefined {
  for (let index = 0; index + 1 < terms.length; index++) {
    if (
      !/^(build|builds|building|built|construct|constructs|invent|invents|inventing)$/.test(
        terms[index]?.lower ?? '',
      )
    )
      continue;
    const project = readThing(terms, index + 1);
    // "The strangest nest" is a nest all the same.
    if (project) return { ...project, phrase: project.phrase.replace(/^(?:\w+est|best|most \w+) /, '') };
  }
  return undefined;
}

/** What somebody in the prompt does or wants to do: "wants to fly" → fly, flew, flying. */
export function findDeed(terms: readonly Term[]): Deed | undefined {
  for (let index = 0; index + 1 < terms.length; index++) {
    const word = terms[index]?.lower ?? '';
    let start = -1;
    if (WANTING.test(word) && terms[index + 1]?.lower === 'to') start = index + 2;
    else if (/^how$/.test(word) && terms[index + 1]?.lower === 'to') start = index + 2;
    else if (/^(can't|cannot|cant|couldn't)$/.test(word)) start = index + 1;
    else if (/^(can|could)$/.test(word) && terms[index + 1]?.lower === 'not') start = index + 2;
    if (start < 0 || /^(not|never|doesn't|don't|didn't)$/.test(terms[index - 1]?.lower ?? '')) continue;
    if (/^(be|become)$/.test(terms[start]?.lower ?? '')) {
      const dream = readThing(terms, start + 1);
      if (dream) return becoming(dream);
    }
    if (
      /^(be|become|have|get|find|look|search|know|go|see|win|help|share|sleep|make|join|stop|meet|catch|save|keep|say|tell|eat|fall|do|come|live|stay|buy|build|give|explore|visit|return|bring|fight|plant|grow|prove|rescue|learn|hide|wait)$/.test(
        terms[start]?.lower ?? '',
      )
    ) {
      continue;
    }
    const deed = readDeed(terms, start);
    if (deed) return deed;
  }
  return undefined;
}

/** "wants to be a ballerina" → become a ballerina, became a ballerina. */
function becoming(dream: Wish): Deed {
  const what =
    dream.article === 'a'
      ? withArticle(dream.phrase)
      : dream.article === 'none'
        ? dream.phrase
        : `the ${dream.phrase}`;
  return { base: `become ${what}`, past: `became ${what}`, gerund: `becoming ${what}` };
}

const DEED_VERBS =
  /^(fly|swim|dance|sing|ride|read|write|paint|draw|skate|jump|climb|cook|bake|roar|whistle|juggle|surf|ski|run|hop|play|dive|howl|count|sail|drive|spell|knit|float|glow|shine|smile|laugh|snowboard|skateboard|tie|talk|speak|breathe|catch|throw|kick|cartwheel|yodel|swing|purr|bark|meow|hoot|quack|croak|gallop|slide|crawl|walk|balance|sneeze|hatch|bloom|cycle|sew|rhyme|whisper)$/;

function readDeed(terms: readonly Term[], start: number): Deed | undefined {
  const verb = terms[start]?.lower ?? '';
  if (!DEED_VERBS.test(verb)) return undefined;
  const rest: string[] = [];
  for (
    let index = start + 1;
    index < terms.length && rest.length < 3 && !terms[index - 1]?.endsClause;
    index++
  ) {
    const word = terms[index]?.lower ?? '';
    if (
      /^(and|but|so|who|that|because|when|while|before|after|until|even|like|with|in|at|for|to|his|her|their|my|only|just|yet|anymore|alone|properly|again)$/.test(
        word,
      )
    )
      break;
    rest.push(word);
  }
  // A phrase cut off at a small word ("play the") would be a blank: the verb alone is safer.
  if (/^(a|an|the|on|of|by|up|down|very)$/.test(rest.at(-1) ?? '')) rest.length = 0;
  return deedOf(verb, rest.join(' '));
}

const OWN_FORMS: Record<string, [past: string, gerund: string]> = {
  ski: ['skied', 'skiing'],
  breathe: ['breathed', 'breathing'],
  tie: ['tied', 'tying'],
  swim: ['swam', 'swimming'],
  hop: ['hopped', 'hopping'],
};

/** The forms of a verb with what follows it: "ride a bike" → rode a bike, riding a bike. */
export function deedOf(verb: string, rest = ''): Deed {
  const forms = nlp(`to ${verb}`).verbs().conjugate()[0] as
    | { PastTense?: string; Gerund?: string }
    | undefined;
  const own = OWN_FORMS[verb];
  const tail = rest === '' ? '' : ` ${rest}`;
  const past = own?.[0] ?? forms?.PastTense ?? `${verb}ed`;
  const gerund = own?.[1] ?? forms?.Gerund ?? `${verb}ing`;
  return { base: verb + tail, past: past + tail, gerund: gerund + tail };
}
