import type { PronounForms } from '../grammar.ts';
import type { Member } from '../stage.ts';
import { HERO_MARK } from '../template.ts';

/**
 * A hero who tells the story. Where the phrase files say the hero's name or a pronoun, an invisible mark follows it, so
 * that "Nova gave her the map" can become "I gave her the map" and never "I gave me the map". The marks are letters of
 * the private use area beside HERO_MARK; `withoutMarks` takes them all out.
 */
const NAME = '\uE001';
const HIM = '\uE002';
const HIS = '\uE003';
const HIMSELF = '\uE004';
const THEIRS = '\uE007';
const INTRO_START = '\uE005';
const INTRO_END = '\uE006';

export function markName(name: string): string {
  return name + NAME;
}

/** "a fox named Nova", where it stands for the hero. */
export function markIntroduction(phrase: string): string {
  return INTRO_START + phrase + INTRO_END;
}

/** Pronouns that know whom they mean; "he" gets its mark wherever it is filled in. */
export function markForms(forms: PronounForms): PronounForms {
  const { him, his, himself, theirs } = forms;
  return { ...forms, him: him + HIM, his: his + HIS, himself: himself + HIMSELF, theirs: theirs + THEIRS };
}

// One sign each while a sentence is turned: the hero by name, he, him, his, himself.
const H = '\uE010';
const HE = '\uE011';
const ME = '\uE012';
const MY = '\uE013';
const MYSELF = '\uE014';
const MINE = '\uE016';

const PREPOSITION =
  'to|for|with|at|of|from|by|about|behind|beside|under|over|around|near|past|on|in|into|onto|between|through|against|toward|towards|without|upon|above|below|inside|across|along';
const TAKES_OBJECT =
  'gave|give|gives|given|called|told|tell|tells|led|lead|helped|help|helps|visited|touched|watched|watching|hugged|showed|shown|show|saw|see|seen|heard|hear|met|meet|knew|known|found|find|took|take|caught|catch|carried|carry|let|made|make|thanked|followed|pulled|pushed|lifted|asked|brought|bring|kept|keep|left|sent|taught|wished|reminded|surprised|loved|missed|joined|woke|woken|warned|struck|held|handed|offered|wanted|needed|invited|passed|nudged|recognised|greeted|interrupted|forgave|covered|wrapped|guided|cheered|praised|trusted|believed|stopped|only|even|but|except|it was|than|like|as';
const AUXILIARY = 'was|were|did|could|would|had|should|might|can|will|does|is';
const VERB_NEXT =
  '(?:was|were|had|did|could|would|should|might|must|went|came|saw|knew|found|took|made|said|thought|felt|sat|stood|ran|lay|got|put|gave|held|heard|told|began|left|kept|let|grew|woke|slept|flew|set|never|always|only|almost|nearly|still|also|once|\\p{L}+ed)\\b';
const MOVES =
  'went|came|ran|sat|stood|flew|crept|walked|lay|slept|hopped|lived|climbed|marched|rolled|skipped';

/**
 * A filled page as the hero tells it: outside speech every hero becomes "I", "me" or "my"; inside speech others still say
 * the name. `others` are the names companions go by, who come first: "Bip and I".
 */
export function tellAsHero(page: string, hero: Member, others: readonly string[]): string {
  const name = escapePattern(hero.the);
  const pieces = markTold(page, hero, others).split(/(“[^”]*”)/);
  const turned = pieces.map((piece, index) =>
    index % 2 === 1 ? piece : turnNarration(piece, name, index > 0),
  );
  return finish(turned.join(''), others);
}

/**
 * What somebody told of the hero in their own words carries no marks: in a sentence that says the name and nobody else's,
 * and in one that goes on about them, the pronouns are theirs.
 */
function markTold(page: string, hero: Member, others: readonly string[]): string {
  const forms = hero.pronoun === 'she' ? SHE : hero.pronoun === 'he' ? HIM_FORMS : undefined;
  if (!forms) return page;
  const named = new RegExp(`(?<![\\p{L}])${escapePattern(hero.the)}(?![\\p{L}${NAME}])`, 'u');
  const names = others.filter((other) => /^\p{Lu}/u.test(other)).map(escapePattern);
  const somebodyElse =
    names.length > 0 ? new RegExp(`(?<![\\p{L}])(?:${names.join('|')})(?![\\p{L}])`, 'u') : undefined;
  let goesOn = false;
  return page
    .split(/(?<=[.!?…]["”’]? )/)
    .map((sentence) => {
      if (/[“”]/.test(sentence) || somebodyElse?.test(sentence)) {
        goesOn = false;
        return sentence;
      }
      goesOn = named.test(sentence) || (goesOn && new RegExp(`^${forms.he}\\b`, 'i').test(sentence));
      return goesOn ? markPronouns(sentence, forms) : sentence;
    })
    .join('');
}

type ToldForms = { he: string; object: RegExp; owner: RegExp; self: RegExp };
const SHE: ToldForms = {
  he: 'she',
  object: /\bher\b(?! \p{Ll})/giu,
  owner: /\bher\b(?= \p{Ll})/giu,
  self: /\bherself\b/gi,
};
const HIM_FORMS: ToldForms = { he: 'he', object: /\bhim\b/gi, owner: /\bhis\b/gi, self: /\bhimself\b/gi };
const UNMARKED = `(?![\\uE000-\\uE01F])`;

function markPronouns(sentence: string, forms: ToldForms): string {
  const put = (text: string, pattern: RegExp, mark: string) =>
    text.replace(new RegExp(pattern.source + UNMARKED, pattern.flags), (found) => found + mark);
  let marked = put(sentence, new RegExp(`\\b${forms.he}\\b`, 'gi'), HERO_MARK);
  marked = put(marked, forms.self, HIMSELF);
  marked = put(marked, forms.owner, HIS);
  return put(marked, forms.object, HIM);
}

function turnNarration(text: string, name: string, afterSpeech: boolean): string {
  const shaped = text
    .replace(new RegExp(`${INTRO_START}[^${INTRO_END}]*${INTRO_END}`, 'g'), H)
    .replace(new RegExp(`${name}${NAME}`, 'g'), H)
    .replace(new RegExp(`(?<![\\p{L}])${name}(?![\\p{L}])`, 'gu'), H)
    .replace(new RegExp(`\\p{L}+${HERO_MARK}`, 'gu'), HE)
    .replace(new RegExp(`\\p{L}+${HIMSELF}`, 'gu'), MYSELF)
    .replace(new RegExp(`\\p{L}+(?: own)?${THEIRS}`, 'gu'), MINE)
    .replace(new RegExp(`\\p{L}+${HIM}`, 'gu'), ME)
    .replace(new RegExp(`\\p{L}+${HIS}`, 'gu'), MY);
  return (
    shaped
      .replace(
        new RegExp(`\\b(named|name (?:is|was)|I am|(?:was|is|am|were) called) ${H}`, 'g'),
        `$1 ${KEPT}`,
      )
      // Who they are they have said themselves.
      .replace(new RegExp(`This is the story of ${H}\\. ?`, 'g'), '')
      .replace(
        new RegExp(
          `(?:Once there was|There was once|Not so long ago, there was) [^.]* named ${KEPT}\\. ?`,
          'g',
        ),
        '',
      )
      .replace(new RegExp(`${H}[’']s(?!\\p{L})`, 'gu'), MY)
      // "Run, Pip, run!" is nobody else's to say.
      .replace(new RegExp(`, ${H}(?=[.!?,])`, 'g'), '')
      .replace(
        new RegExp(`^(\\s*)(\\p{L}+) (?:${H}|${HE})(?![’'])`, 'u'),
        (found, gap: string, verb: string) =>
          afterSpeech && /(?:ed|said|thought|told|sang|went)$/.test(verb) ? `${gap}I ${verb}` : found,
      )
      .replace(new RegExp(`, (thought|said|decided|noticed|whispered|asked) (?:${H}|${HE})`, 'g'), ', I $1')
      .replace(new RegExp(`\\b(${MOVES}) ${H}(?! (?:and|was|had|could|would|did)\\b)`, 'g'), 'I $1')
      .replace(new RegExp(`\\b(It was|it was|That was) (?:${H}|${HE})(?=[.!?,;])`, 'g'), '$1 me')
      .replace(new RegExp(`\\band ${H}(?= \\p{L}+ing\\b)`, 'gu'), 'and me')
      .replace(new RegExp(`\\b(${AUXILIARY}) ${H}`, 'giu'), '$1 I')
      .replace(
        new RegExp(
          `\\b(before|after|than|like|as|but|until|inside|outside|for) ${H}(?= ${VERB_NEXT})`,
          'giu',
        ),
        '$1 I',
      )
      .replace(new RegExp(`\\b(${PREPOSITION}) ${H}`, 'giu'), '$1 me')
      .replace(new RegExp(`\\b(${TAKES_OBJECT}) ${H}(?! ${VERB_NEXT})`, 'giu'), '$1 me')
      .replaceAll(H, 'I')
      .replaceAll(HE, 'I')
      .replaceAll(MINE, 'mine')
      .replaceAll(ME, 'me')
      .replaceAll(MYSELF, 'myself')
      .replaceAll(MY, 'my')
      .replaceAll(KEPT, bareName(name))
  );
}
const KEPT = '\uE015';
const bareName = (pattern: string) => pattern.replaceAll('\\', '');

const AGREE: Record<string, string> = {
  were: 'was',
  "weren't": "wasn't",
  'weren’t': 'wasn’t',
  are: 'am',
  is: 'am',
  has: 'have',
  does: 'do',
  'doesn’t': 'don’t',
};

/** Verbs, order of people and capitals, once everything is turned. */
function finish(text: string, others: readonly string[]): string {
  const names = others
    .map(escapePattern)
    .sort((a, b) => b.length - a.length)
    .join('|');
  const joined =
    names === ''
      ? text
      : text
          .replace(
            new RegExp(`\\bI((?:, (?:${names}))*) and (${names})(?![\\p{L}])`, 'gu'),
            (_, more: string, last: string) => {
              const people = [...more.split(', ').filter(Boolean), last];
              return `${people.join(', ')} and I`;
            },
          )
          .replace(new RegExp(`\\bme and (${names})(?![\\p{L}])`, 'gu'), '$1 and me');
  const own = joined
    .replace(/\bI (said|asked|whispered|called|cried), who\b/g, 'I $1, and I')
    .replace(/\b(Neither|Both|Each) of them\b(?=[^.!?“]*\bI\b)/g, '$1 of us');
  return sayWe(own)
    .replace(
      /\bI (were|weren’t|weren't|are|is|has|does|doesn’t)\b/g,
      (_, verb: string) => `I ${AGREE[verb] ?? verb}`,
    )
    .replace(
      /\bI (still |always |never |often )?(tells|keeps|wears|knows|says|likes|lives|remembers|thinks|wonders|goes)\b/g,
      (_, adverb: string | undefined, verb: string) =>
        `I ${adverb ?? ''}${verb === 'goes' ? 'go' : verb.slice(0, -1)}`,
    )
    .replace(
      /(^|[.!?…]["”’]?\s+|\n)(["“‘]?)(me|my|myself)\b/g,
      (_, before: string, open: string, word: string) =>
        `${before}${open}${word.charAt(0).toUpperCase()}${word.slice(1)}`,
    )
    .replace(
      /(^|[.!?…]["”’]?\s+|\n)(["“‘]?)(\p{Ll})/gu,
      (found, before: string, open: string, letter: string) =>
        /["”’]\s+$/.test(before) && !/^\.|^\n/.test(before)
          ? found
          : `${before}${open}${letter.toUpperCase()}`,
    );
}

// "…, and I did" is another clause; "Bip and I did" is two of us.
const WITH_ME = /(?<![,;:] |[,;:])\b(?:(?<![,;:] )and I|beside me|my side|my eye|with me)\b/;

/** Whoever is spoken of together with the teller is "we" from there to the end of the sentence, and begins the next. */
function sayWe(text: string): string {
  let together = false;
  return text
    .split(/(“[^”]*”)/)
    .map((piece, index) =>
      index % 2 === 1
        ? piece
        : piece
            .split(/(?<=[.!?…] )/)
            .map((sentence) => {
              const begun = together ? sentence.replace(/^(\s*)They\b/, '$1We') : sentence;
              const found = WITH_ME.exec(begun);
              together = found !== null;
              return found ? begun.slice(0, found.index) + pluralFirst(begun.slice(found.index)) : begun;
            })
            .join(''),
    )
    .join('');
}

function pluralFirst(text: string): string {
  return text
    .replace(/\bthey\b/g, 'we')
    .replace(/\b(neither|both|each|none|all|one|two) of them\b/g, '$1 of us')
    .replace(/\btheir\b/g, 'our');
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
