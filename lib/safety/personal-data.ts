import { findAccountData } from './account-data.ts';
import { foldLetters } from './fold-text.ts';
import { isSpelledAsEnglish } from './known-words.ts';
import { findPhoneNumbers } from './phone-numbers.ts';

export const PERSONAL_DATA_KINDS = [
  'email',
  'phone',
  'address',
  'postcode',
  'birth_date',
  'school',
  'full_name',
  'account',
  'document',
] as const;
export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];
export type MaskedText = { text: string; found: PersonalDataKind[] };

const MASKS: Record<PersonalDataKind, string> = {
  email: '[an e-mail address]',
  phone: '[a phone number]',
  address: '[an address]',
  postcode: '[a postcode]',
  birth_date: '[a date of birth]',
  school: '[a school]',
  full_name: '[a name]',
  account: '[a private account]',
  document: '[a private number]',
};

const EMAIL = /[\p{L}\d._%+-]{1,64} ?@ ?[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{2,63}){1,4}/gu;
/** "maya (at) example (dot) com", "maya at example dot com" */
const SPOKEN_EMAIL =
  /\b[\w.+-]{1,64} ?(?:[([{] ?at ?[)\]}]| at ) ?[\w-]{1,63}(?: ?(?:[([{] ?(?:dot|punkt) ?[)\]}]| dot ) ?[a-z]{2,20}){1,3}\b/gi;

const STREET_TYPES =
  'Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Close|Court|Ct|Terrace|Row|Way|Gardens?|View|Crescent|Square|Place|Hill|Grove|Park|Boulevard|Blvd|Mews|Walk|Rise|Highway|Parade|Quay|Green|Straße|Strasse|Stra[sß]e';
const SPELLED_NUMBER =
  '(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const HOUSE_NUMBER = `(?:\\d{1,5} ?[a-zA-Z]?|[A-Z]?${SPELLED_NUMBER})`;
const FLAT = '(?![\\p{L}\\d])(?:,? (?:apartment|apt\\.?|flat|unit) ?\\d{1,4}[a-z]?)?';
const ADDRESS = new RegExp(
  `(?<![\\d\\p{L}])${HOUSE_NUMBER},? (?:[\\p{Lu}][\\p{L}'’.-]{0,30} ){1,3}(?:${STREET_TYPES})${FLAT}`,
  'giu',
);
/** "Larch Way 12" */
const ADDRESS_NUMBER_LAST = new RegExp(
  `(?<![\\d\\p{L}])(?:[\\p{Lu}][\\p{L}'’-]{1,30} ){1,2}(?:${STREET_TYPES}),? (?:no\\.? ?|number )?\\d{1,4}[a-z]?${FLAT}`,
  'giu',
);
/** "Gartenstraße 17", "12 rue des Lilas", "Calle Mayor 5" */
const ADDRESS_ABROAD =
  /(?<![\p{L}])(?:\p{Lu}[\p{L}-]{1,30}(?:straße|strasse|str\.|weg|gasse|allee|straat|laan|gatan|veien) ?\d{1,4}[a-z]?|\d{1,4}(?: bis)?,? (?:rue|avenue|allée|chemin|place) (?:(?:de|du|des|la|le|l['’]) ?){0,2}\p{Lu}[\p{L}'’-]{1,30}|(?:[Cc]alle|[Vv]ia|[Rr]ua|[Aa]venida|[Uu]lica|ul\.|[Pp]iazza) (?:(?:de|del|della|di|da|do|la) ){0,2}\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})?,? (?:n\.? ?)?\d{1,4})(?![\p{L}\d])/gu;
/** Small letters count where somebody says that it is an address. */
const SAYS_ADDRESS = /\b(?:add?res+e?|live[sd]?|living|house|home|flat|door|come to|party)\b/i;
/** Of tales and history: everybody knows who lives there. */
const FAMOUS_ADDRESS =
  /wallaby way|downing street|windsor gardens|baker street|privet drive|cherry tree lane|sesame street|evergreen terrace|mushroom|candy|gingerbread|(?:river|rainbow|cloud|moon|toadstool|honey|cheese|carrot|acorn|burrow|berry|pumpkin|snow|star|spooky|bone) (?:row|lane|street|road|bank)/i;
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b/g;
const MONTHS =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?';
const BIRTH_DATE = new RegExp(
  `(?<=\\b(?:born|birthday|birth|turn(?:s|ed|ing)?|dob)\\b[^.!?\\n]{0,24}?)(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:${MONTHS}),? (?:19|20)\\d\\d|(?:${MONTHS}) \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4})`,
  'giu',
);
const SCHOOL =
  /(?<![\p{L}])(?:(?:Saint|St\.?) )?(?:\p{Lu}[\p{L}'’.-]{1,30} ){1,3}(?:School|Academy|Elementary|Primary|Kindergarten|Nursery|College|Preschool|Gymnasium|Grundschule)(?![\p{L}])/gu;
const FULL_NAME =
  /(?<![\p{L}[])\p{Lu}[\p{Ll}'’-]{1,30} (?:\p{Lu}\.? )?\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})?(?![\p{L}])/gu;
const SMALL_NAME =
  /(?<=\b(?:i'?m|i am|it'?s|it is|name(?:'?s| is)|called) )\p{Ll}{2,20} (?:\p{Ll}\.? )?\p{Ll}{3,20}(?![\p{L}])/giu;
/** Who says their own whole name, or a child's with its age, tells it. */
const OWN_NAME =
  /(?<=\b(?:[Mm]y (?:full |whole |real )?name(?:'s| is)|[Mm]y (?:son|daughter|child|pupil|student|niece|nephew|grandson|granddaughter|boy|girl)(?: is|'s)?|[Mm]i nombre es|[Mm]e llamo|[Ii]ch hei(?:ß|ss)e|[Jj]e m'appelle|[Mm]i chiamo|[Pp]upil|[Ss]tudent) )\p{Lu}[\p{Ll}'’-]{1,30} (?:\p{Lu}\.? )?\p{Lu}[\p{L}'’-]{1,30}(?![\p{L}])|\p{Lu}[\p{Ll}'’-]{1,30} \p{Lu}[\p{L}'’-]{1,30}(?=,? (?:aged? (?:\d|\p{L}{3,6}\b)|\d{1,2} years old|who is \d|from \p{Lu}[\p{L}' ]{2,40}(?:Elementary|School|Academy|Primary|Kindergarten)))/gu;
const CLASS_LIST = /\b(?:class|pupil|name|group|team) (?:list|register)\b|\bregister of\b/i;
const SCHOOL_WORD =
  /\b(?:School|Academy|Elementary|Primary|Kindergarten|Nursery|College|Preschool|Gymnasium|Grundschule)\b/;
/** A cheap look first: most texts have neither a digit nor a number in front of a capital. */
const MAY_HAVE_ADDRESS =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}{3,6}teen|\p{L}{3,4}ty(?:[- ]\p{L}{3,5})?) \p{Lu}/iu;
/** Beasts and beings whose streets, schools and numbers are part of the tale. */
const FAIRY =
  /\b(?:mouse|mice|fox|foxes|otter|bears?|goblins?|dragons?|wizards?|witch(?:es)?|fairy|fairies|elf|elves|pigs?|piggy|cats?|dogs?|rabbits?|bunny|owls?|trolls?|giants?|ghosts?|monsters?|robots?|pirates?|santa|hedgehogs?|badgers?|moles?|toads?|frogs?|wol(?:f|ves)|penguins?|ducks?|unicorns?|gnomes?|squirrels?|teddy|vampires?|mermaids?|detective|sherlock|paddington)\b/i;
const REAL_PERSON =
  /\b(?:my|our|we|us|i'?m|i am|i live|pupil|daughter|son|child|niece|nephew|grandson|granddaughter|student|class list|years old|goes to|i go to|we go to|class \d)\b/i;

/**
 * Finds what tells who and where a child is, and puts words in its place. First names, towns and the addresses of foxes
 * stay: a street counts with a house number, a school with somebody's full name, a full name beside one of the others.
 * Pure; masked text comes back as it is. Linear: every repetition is bounded.
 */
export function maskPersonalData(text: string): MaskedText {
  const found = new Set<PersonalDataKind>();
  const mask = (kind: PersonalDataKind, pattern: RegExp, accepts: (match: string, at: number) => boolean) => {
    masked = masked.replace(pattern, (match: string, ...rest: unknown[]) => {
      const at = rest.find((one) => typeof one === 'number') ?? 0;
      if (!accepts(match, at)) return match;
      found.add(kind);
      return MASKS[kind];
    });
  };
  // Digits on keys ("5️⃣") are digits.
  let masked = text.replace(/(?<=\d)\ufe0f?\u20e3/g, '').replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '');
  for (const { from, to, kind } of findAccountData(masked).reverse()) {
    found.add(kind);
    masked = masked.slice(0, from) + MASKS[kind] + masked.slice(to);
  }
  // Letters of other alphabets hide an address from the pattern, not from a reader.
  if (masked.includes('@')) mask('email', EMAIL, (match) => /\.[a-z]{2,}$/.test(foldLetters(match)));
  if (/\b(?:dot|punkt)\b/i.test(masked)) mask('email', SPOKEN_EMAIL, () => true);
  for (const number of findPhoneNumbers(masked).reverse()) {
    found.add('phone');
    masked = masked.slice(0, number.from) + MASKS.phone + masked.slice(number.to);
  }
  const hasNumber = MAY_HAVE_ADDRESS.test(masked);
  const hasSchool = SCHOOL_WORD.test(masked);
  mask('full_name', OWN_NAME, isFullName);
  if (CLASS_LIST.test(masked)) mask('full_name', FULL_NAME, isFullName);
  if (found.size === 0 && !hasNumber && !hasSchool) return { text, found: [] };
  const names = [...text.matchAll(FULL_NAME)].map(([name]) => name).filter(isFullName);
  const isReal = REAL_PERSON.test(text) || names.some((name) => !FAIRY.test(name) && !SCHOOL_WORD.test(name));
  if (isReal || !FAIRY.test(text)) {
    mask('address', ADDRESS, (match, at) => isAddress(match, masked.slice(Math.max(0, at - 60), at)));
    mask('address', ADDRESS_NUMBER_LAST, (match, at) =>
      isAddress(match, masked.slice(Math.max(0, at - 60), at)),
    );
    mask('address', ADDRESS_ABROAD, () => true);
    mask('postcode', POSTCODE, () => true);
    if (/born|birth|turn|dob/i.test(masked)) mask('birth_date', BIRTH_DATE, () => true);
  }
  const whoElse = names.some((name) => !SCHOOL_WORD.test(name) && !FAIRY.test(name));
  if (hasSchool && isReal && (whoElse || found.size > 0)) mask('school', SCHOOL, () => true);
  if (found.size === 0) return { text, found: [] };
  mask('full_name', FULL_NAME, isFullName);
  mask('full_name', SMALL_NAME, (name) => name.split(' ').every((part) => !isSpelledAsEnglish(part)));
  return { text: masked, found: PERSONAL_DATA_KINDS.filter((kind) => found.has(kind)) };
}

function isAddress(match: string, before: string): boolean {
  if (FAMOUS_ADDRESS.test(match)) return false;
  const words = match.split(/[ ,]+/);
  const named = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  // "One night they row" has a number, words and a street in it.
  return /\d/.test(match)
    ? named >= 2 || SAYS_ADDRESS.test(before)
    : named >= 2 && /(?:^|[- ])\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u.test(match);
}

/** Two words with capitals, of which one is no ordinary word: "Theo Marsh" is a name, "Tooth Fairy" is not. */
function isFullName(name: string): boolean {
  const parts = name.split(' ').filter((part) => part.length > 2);
  return parts.length > 1 && parts.some((part) => !isSpelledAsEnglish(part.toLowerCase()));
}
