import { isSpelledAsEnglish } from '../known-words.ts';

const PART = "\\p{Lu}[\\p{Ll}'’-]{1,30}";
const LAST = "(?:(?:van|von|de|del|della|di|da|dos|zu) (?:der |den |la )?)?\\p{Lu}[\\p{L}'’-]{1,30}";
/** Words that begin a sentence in other languages, where nouns are written large. */
const NO_FIRST_NAME =
  '(?:Ein|Eine|Einen|Einer|Der|Die|Das|Den|Dem|Mein|Meine|Unser|Unsere|Kleine|Kleiner|Mon|Ma|Mes|Mi|Mia|Mio|Mijn|Un|Una|Une|Le|La|Les|El|Los|Las|Il|Een|De|Het|Os|As|Uma|Um|The|Please|Bitte)';

/** Two or three words that may be somebody's whole name. */
export const FULL_NAME = new RegExp(
  `(?<![\\p{L}[])(?!${NO_FIRST_NAME} )${PART} (?:\\p{Lu}\\.? )?${LAST}(?: \\p{Lu}[\\p{L}'’-]{1,30})?(?!\\p{L})`,
  'gu',
);
/** "the Abernott-Lyle family" */
export const FAMILY_NAME =
  /(?<=\b[Tt]he )\p{Lu}[\p{L}'’-]{2,30}(?= family\b)|(?<=(?<!\p{L})[Ff]amilie )\p{Lu}[\p{L}'’-]{2,30}/gu;
export const SMALL_NAME =
  /(?<=\b(?:i'?m|i am|it'?s|it is|name(?:'?s| is)|called|heißt|llamo|chiamo) )\p{Ll}{2,20} (?:\p{Ll}\.? )?\p{Ll}{3,20}(?!\p{L})/giu;
const SAYS_WHO = [
  "[Mm]y (?:full |whole |real )?name(?:'s| is)",
  "[Mm]y (?:wee |little |big |best )?(?:son|daughter|child|pupil|student|niece|nephew|grandson|granddaughter|boy|girl|friend|brother|sister|cousin)(?: is|'s)?",
  '[Mm]i nombre es|[Mm]e llamo|[Ii]ch hei(?:ß|ss)e|[Mm]i chiamo|[Ii]k heet|[Pp]upil|[Ss]tudent',
  "[Jj]e m['’]appelle",
  '[Mm]ein(?:e|er|em)? (?:Sohn|Tochter|Kind|Schüler|Schülerin|Enkel|Enkelin|Neffe|Nichte)',
  '[Mm](?:on|a) (?:fils|fille|élève|petit-fils|petite-fille|neveu|nièce)',
  '[Mm]i (?:hij[oa]|alumn[oa]|niet[oa]|sobrin[oa])',
  '[Mm]i[ao] (?:figli[oa]|nipote)',
  '[Mm]ijn (?:zoon|dochter|kleinzoon|kleindochter|leerling)',
  '(?:[Mm]eu filho|[Mm]inha filha)',
].join('|');
/** Who says their own whole name, or a child's with its age or school, tells it. */
export const OWN_NAME = new RegExp(
  `(?<=(?<!\\p{L})(?:${SAYS_WHO}),? )${PART} (?:\\p{Lu}\\.? )?${LAST}(?!\\p{L})|${PART} ${PART}(?=,? (?:aged? (?:\\d|\\p{L}{3,6}\\b)|\\d{1,2} years old|who is \\d|from \\p{Lu}[\\p{L}' ]{2,40}(?:Elementary|School|Academy|Primary|Kindergarten)))`,
  'gu',
);
export const CLASS_LIST = /\b(?:class|pupil|name|group|team) (?:list|register)\b|\bregister of\b/i;

const SCHOOL_TYPE =
  'School|Academy|Elementary|Primary|Kindergarten|Nursery|College|Preschool|Gymnasium|Grundschule|Montessori|Infants|Juniors|Scouts|(?:Gym|Swimming|Football|Soccer|Tennis|Rugby|Judo|Riding|Dance) (?:Club|Team)';
const SCHOOL_ABROAD =
  'colegio|escuela|instituto|scuola|asilo|école|lycée|collège|maternelle|basisschool|escola|[Kk]ita|[Kk]indergarten|polideportivo|[Ss]chool';
/** Places where a child can be found. */
export const SCHOOLS: readonly RegExp[] = [
  new RegExp(
    `(?<!\\p{L})(?:(?:Saint|St\\.?) )?(?:\\p{Lu}[\\p{L}'’.-]{1,30} ){1,3}(?:${SCHOOL_TYPE})(?!\\p{L})`,
    'gu',
  ),
  /(?<!\p{L})(?!Musik|Tanz|Zauber|Hexen|Vor|Hoch|Grund|Haupt|Real|Schwimm|Fahr|Baum|Wald)\p{Lu}\p{L}{3,30}(?:schule|gymnasium)(?!\p{L})/gu,
  new RegExp(
    `(?<!\\p{L})(?:${SCHOOL_ABROAD}) (?:(?:de|des|du|del|dei|della|la|los|las|le|les) ?){0,2}\\p{Lu}[\\p{L}'’-]{1,30}(?: (?:(?:de|di|des) )?\\p{Lu}[\\p{L}'’-]{1,30}){0,3}`,
    'gu',
  ),
  /(?<!\p{L})(?!(?:Sunday|Saturday|Summer|Night|Old|New|High|Middle|Primary|Elementary|Art|Music|Magic) )(?:\p{Lu}[\p{L}'’.-]{1,30} ){1,3}(?:school|primary|elementary|infants|juniors)(?!\p{L})/gu,
  /(?<!\p{L})kita \p{Ll}{6,30}/gu,
];
/** In small letters: "from st odo's c of e primary". */
export const SMALL_SCHOOL =
  /(?<=\b(?:goe?s? (?:to|2)|from|at|attends?) )(?:st\.? )?[\p{Ll}'’.-]{1,20}(?: [\p{Ll}'’.-]{1,20}){0,4} (?:primary|elementary|infants|juniors|montessori|academy|school)(?!\p{L})/gu;
const SCHOOL_WORD = new RegExp(
  `(?<!\\p{L})(?:${SCHOOL_TYPE}|${SCHOOL_ABROAD}|primary|elementary|school|infants)(?!\\p{L})|\\p{L}schule|\\p{L}gymnasium`,
  'u',
);

/** Beasts and beings whose streets, schools and numbers are part of the tale. */
const FAIRY =
  /(?<!\p{L})(?:mouse|mice|fox|foxes|otter|bears?|goblins?|dragons?|wizards?|witch(?:es)?|fairy|fairies|elf|elves|pigs?|piggy|cats?|dogs?|rabbits?|bunny|owls?|trolls?|giants?|ghosts?|monsters?|robots?|pirates?|santa|hedgehogs?|badgers?|moles?|toads?|frogs?|wol(?:f|ves)|penguins?|ducks?|unicorns?|gnomes?|squirrels?|teddy|vampires?|mermaids?|detective|sherlock|paddington|wichtel|zwerge?|fee|drachen?|hexe|fuchs|bär|maus|igel|hase|renard|souris|ours|sorcière|fée|lapin|loup|zorro|ratón|oso|bruja|hada|dragón|lobo|conejo|volpe|topo|orso|strega|fata|drago|lupo|coniglio|muis|beer|heks|draak|konijn)(?!\p{L})/iu;
const REAL_PERSON =
  /(?<!\p{L})(?:my|ours?|mine|we|us|i'?m|im|i am|i (?:live|go)|pupil|daughter|son|child|niece|nephew|grandson|granddaughter|student|class list|years old|goes to|class \d|ich|meine?[mnr]?|wir|unsere?|je|j['’]\p{L}+|mon|ma|notre|nous|vivo|vivimos|mi|mis|nuestr[ao]|abito|mi[ao]|frequenta|ik|wij|mijn|onze|moro|meu|minha|heißt|s'appelle|se llama|si chiama|heet)(?!\p{L})/iu;

/** Two words with capitals, of which one is no ordinary word: "Theo Marsh" is a name, "Tooth Fairy" is not. */
export function isFullName(name: string): boolean {
  const parts = name.split(' ').filter((part) => part.length > 2);
  return parts.length > 1 && parts.some((part) => !isSpelledAsEnglish(part.toLowerCase()));
}

export function isSmallName(name: string): boolean {
  return !isSpelledAsEnglish(name.split(' ').at(-1) ?? '');
}

/** "the school" is any; one with a name of its own has a word that is in no dictionary. */
export function isSmallSchool(school: string): boolean {
  return school
    .split(' ')
    .some((word) => /^st\.?$/.test(word) || (word.length > 2 && !isSpelledAsEnglish(word)));
}

export function saysSchool(text: string): boolean {
  return SCHOOL_WORD.test(text);
}

/** Whether a text speaks of somebody real ("my daughter"), somebody with a whole name, and beings of tales. */
export type Somebody = { isReal: boolean; hasName: boolean; isFairy: boolean };

export function speaksOfSomebody(text: string): Somebody {
  const names = [...text.matchAll(FULL_NAME)]
    .map(([name]) => name)
    .filter((name) => isFullName(name) && !FAIRY.test(name));
  const hasName = names.some((name) => !saysSchool(name));
  return { isReal: hasName || REAL_PERSON.test(text), hasName, isFairy: FAIRY.test(text) };
}
