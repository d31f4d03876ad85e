const STREET =
  'Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Terrace|Crescent|Cres|Boulevard|Blvd|Mews|Pde|Highway|Hwy|Buildings|Bldgs|Plaza|Yard|Yd|Croft|Close|Court|Ct|Drive|Dr|Gardens|Grove|Esplanade|Alley|Parkway|Pkwy|Circle|Wynd';
/** What may be another word: "three pigs walk". */
const SOFT_STREET =
  'Way|Row|Garden|View|Square|Place|Hill|Park|Walk|Rise|Parade|Quay|Green|Gate|Wharf|Vale|Heath|Meadows?|Mount|Chase|Fold|Hollow|Ridge|Loop|Trail|Bank|Cottages?|Heights|Point|Cross';
const SPELLED_NUMBER =
  '(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
const HOUSE_NUMBER = `(?:(?:no\\.? ?|number )?(?:\\d{1,4}[a-z]?\\/)?\\d{1,5} ?[a-z]?|[A-Z]?${SPELLED_NUMBER})`;
const FLAT = '(?![\\p{L}\\d])(?:\\.?,? (?:apartment|apt\\.?|flat|unit|suite) ?\\d{1,4}[a-z]?)?';
const FLAT_FIRST = '(?:(?:apartment|apt\\.?|flat|unit|suite) ?\\d{1,4}[a-z]?,? )?';
const ANY_STREET = `(?:${STREET}|${SOFT_STREET}|Stra[sß]e|Strasse)`;

const NUMBER_FIRST = new RegExp(
  `(?<![\\d\\p{L}])${FLAT_FIRST}${HOUSE_NUMBER},? (?:\\p{L}[\\p{L}'’.-]{0,30} ){1,3}${ANY_STREET}${FLAT}`,
  'giu',
);
/** "Larch Way 12" */
const NUMBER_LAST = new RegExp(
  `(?<![\\d\\p{L}])(?:\\p{L}[\\p{L}'’-]{1,30} ){1,2}${ANY_STREET},? (?:no\\.? ?|number )?\\d{1,4}[a-z]?${FLAT}`,
  'giu',
);
/** "15rosehipterrace", where words are run together. */
const RUN_TOGETHER =
  /\d{1,4} ?\p{L}{3,20}?(?:street|road|lane|avenue|terrace|crescent|close|drive|rise|stra(?:ß|ss)e)(?![ .,!?])/giu;
const FLAT_IN_HOUSE =
  /(?<![\p{L}])(?:[Ff]lat|[Aa]pt\.?|[Aa]partment) (?:no\.? ?)?\d{1,4}[a-z]?,? (?:[A-Z] (?:wing|block|tower),? )?(?:\p{Lu}[\p{L}'’-]{1,30} ?){1,3}/gu;
const POST_BOX = /\bP\.? ?O\.? ?Box \d{1,6}(?:, (?:\p{Lu}[\p{L}'’-]{1,30} ?){1,2})?/giu;

const NUMBER_ABROAD = `(?:nummer |numero |n[uú]mero |num\\.? ?|nr\\.? ?|no\\.? ?|n[º°o.]{1,2} ?)?\\d{1,4}[a-z]?`;
const SPELLED_GERMAN =
  '(?:eins|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|\\p{L}{3,6}zehn|\\p{L}{3,20}zig)';
const SPELLED_SPANISH =
  '(?:n[uú]mero )?(?:cien(?:to)?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|veinte|treinta|cuarenta|cincuenta)(?: (?:y )?\\p{L}{2,10})?';
const ABROAD = [
  // "Gartenstraße 17", "Haselmausstraße 23", "Lindehof 208", "Dachsgasse siebzehn"
  `(?<![\\p{L}])\\p{L}{2,30}(?:stra(?:ß|ss)e|str\\.|gasse|straat|gatan|vägen|veien)[ ,]{0,2}(?:${NUMBER_ABROAD}|${SPELLED_GERMAN})`,
  `(?<![\\p{L}])${SPELLED_GERMAN} \\p{L}{2,30}(?:stra(?:ß|ss)e|gasse|weg)(?!\\p{L})`,
  // "12 rue des Lilas", "5 bis, rue des Hérissons"
  "(?<![\\p{L}\\d])\\d{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|allée|chemin|place|impasse|boulevard|quai|route|sentier) (?:(?:de|du|des|la|le|les|l['’]|d['’]|petite?|grande?) ?){0,3}\\p{L}[\\p{L}'’-]{1,30}(?!\\p{L})",
  // "Calle Mayor 5", "calle del Erizo, nº 7, 3º B", "rua das Flores 12"
  `(?<![\\p{L}])(?:calle|avenida|avda\\.?|paseo|plaza|carrer|piazza|viale|corso|vicolo|rua|travessa|praça|ulica|ul\\.) (?:(?:de|del|della|dei|degli|delle|das|dos|da|do|di|la|las|los|el) ){0,2}\\p{L}[\\p{L}'’-]{1,30}(?: (?!n[uú]mero)\\p{L}[\\p{L}'’-]{2,30})?,? ?(?:${NUMBER_ABROAD}(?:,? \\d{1,2}[º°] ?[a-z]?(?!\\p{L}))?|${SPELLED_SPANISH})(?![\\p{L}\\d])`,
].map((pattern) => new RegExp(pattern, 'giu'));
/** Endings and words that are part of other words, or words of another language, unless they are written large. */
const ABROAD_LARGE = [
  /(?<![\p{L}])\p{Lu}\p{L}{2,30}(?:weg|allee|platz|ufer|damm|hof|steig|pfad|laan|plein|gracht|kade|dijk|singel) ?(?:nummer |nr\.? ?)?\d{1,4}[a-z]?(?![\p{L}\d])/gu,
  /(?<![\p{L}])Hausnummer \d{1,4}[a-z]?(?:,? \p{Lu}\p{L}{2,30})?/gu,
  /(?<![\p{L}])[Vv]ia (?:(?:de|del|della|dei|degli|delle|di) )?\p{Lu}[\p{L}'’-]{1,30}(?: \p{Lu}[\p{L}'’-]{1,30})?,? ?(?:n\.? ?)?\d{1,4}(?![\p{L}\d])/gu,
];
/** "Am Schneckenberg 104": where somebody says that it is where they live. */
const GERMAN_PLACE =
  /(?<=\b(?:wohn\p{L}{1,4}|Adresse(?: ist)?|zu ?hause)\b(?: \p{Ll}{2,12}){0,2} )(?:[Aa]m|[Aa]n der|[Ii]m|[Ii]n der|[Aa]uf dem|[Aa]uf der|[Zz]um|[Zz]ur) \p{Lu}\p{L}{2,30} \d{1,4}[a-z]?(?![\p{L}\d])/gu;

/** Somebody says that it is an address: words in small letters count then. */
const SAYS_ADDRESS =
  /\b(?:add?res+e?|live?[sd]?|liv|living|house|home|flat|door|come(?:s)? to|delivers? to|fly to|visit(?: us)?(?: at)?|we'?re at|party|nans?)\b/i;
const SAYS_IT_IS_OURS =
  /\b(?:i|we|you|she|he|they) (?:live|liv|stay)s?\b|\b(?:my|our|her|his) (?:address|house|home|street)|address (?:is|:)|\bstreet is\b/i;
const SAYS_SO_AFTER =
  /^[ ,.]{0,2}(?:that'?s|thats|it'?s|its|is|are)? ?(?:my|our|ours|mine|where (?:i|we|my|our|mum|mom|dad)|buzz|ring the bell|and (?:my|her|his) phone)\b/i;
/** Of tales and history: everybody knows who lives there. */
const FAMOUS =
  /wallaby way|downing street|windsor gardens|baker street|privet drive|cherry tree lane|sesame street|evergreen terrace|mushroom|candy|gingerbread|(?:river|rainbow|cloud|moon|toadstool|honey|cheese|carrot|acorn|burrow|berry|pumpkin|snow|star|spooky|bone) (?:row|lane|street|road|bank)/i;
const IS_FIRM = new RegExp(`(?:${STREET})\\b`, 'i');

/** "Pebblecombe Lane", "number seventy-four on Dandelion Crescent": beside who or when somebody is there alone. */
export const NAMED_STREET = new RegExp(
  `(?<!\\p{L})(?:(?:[Nn]umber|[Nn]o\\.) ${SPELLED_NUMBER} (?:on|in|at) )?(?:\\p{Lu}[\\p{L}'’-]{1,30} ){1,2}(?:${ANY_STREET})(?!\\p{L})`,
  'gu',
);
const SAYS_ALONE =
  /\balone\b|\bby (?:my|her|him)self\b|\bon (?:my|her|his) own\b|\bjede[nrs]? \p{Lu}\p{L}+tag\b|\bwhich is where\b/u;

/** Whether a text says that a child is somewhere without anybody. */
export function saysAlone(text: string): boolean {
  return SAYS_ALONE.test(text);
}

export function isFamous(address: string): boolean {
  return FAMOUS.test(address);
}

type Pattern = readonly [pattern: RegExp, accepts: (match: string, before: string, after: string) => boolean];

/** Patterns of addresses with a house number, and what makes a match one. */
export const ADDRESSES: readonly Pattern[] = [
  [NUMBER_FIRST, isAddress],
  [NUMBER_LAST, isAddress],
  [RUN_TOGETHER, (_, before) => /address|adress|live|home|house/i.test(before)],
  [FLAT_IN_HOUSE, () => true],
  [POST_BOX, () => true],
  ...ABROAD.map((pattern): Pattern => [pattern, () => true]),
  ...ABROAD_LARGE.map((pattern): Pattern => [pattern, () => true]),
  [GERMAN_PLACE, () => true],
];

const SPELLED_BEFORE_NAME =
  /\b(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|\p{L}{3,6}teen|\p{L}{3,4}ty(?:[- ]\p{L}{3,5})?) \p{Lu}/u;

/** A cheap look first: most texts have neither a digit nor a number in front of a name. */
export function mayHaveAddress(text: string): boolean {
  return /\d|zehn|zig\b|gasse|straße|\bcalle\b/i.test(text) || SPELLED_BEFORE_NAME.test(text);
}

function isAddress(match: string, before: string, after: string): boolean {
  if (FAMOUS.test(match)) return false;
  const words = match.split(/[ ,]+/);
  const named = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  // "One night they row" has a number, words and a street in it.
  if (!/\d/.test(match)) return named >= 2 && /(?:^|[- ])\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u.test(match);
  if (named >= 2 || SAYS_IT_IS_OURS.test(before) || SAYS_SO_AFTER.test(after)) return true;
  return IS_FIRM.test(match) && (SAYS_ADDRESS.test(before) || /^(?:apt|flat|no\.)/i.test(match));
}

const POSTCODE = [
  /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b/g,
  // Canada, Australia, and a British one without its space
  /\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b(?:NSW|VIC|QLD|TAS|ACT) \d{4}\b|\b[a-z]{2}\d{2}\d[a-z]{2}\b/g,
  // "9990 QZ nummer 15"
  /\b\d{4} ?[A-Z]{2}\b nummer \d{1,4}/g,
];
const SAID_POSTCODE =
  /(?<=\b(?:post ?codes?|postal code|zip(?: ?code)?|plz|postleitzahl|code postal|c[oó]digo postal|eircode)\b(?: (?:is|its|it's|ist|es|è|est))? ?[:#]? ?)(?=[A-Z\d -]{0,5}\d)[A-Z\d]{2,5}(?:[ -]?[A-Z\d]{2,4})?(?![A-Z\d])/gi;
/** "99450 Valbrune": beside an address. */
export const TOWN_POSTCODE = /(?<!\d)\d{5}(?= \p{Lu})/gu;

/** "CAP 00099", "PIN 990 412": in small letters they are other words. */
const CAPITAL_POSTCODE = /(?<=\b(?:CAP|PIN) )\d{3} ?\d{2,3}(?!\d)/g;

export const POSTCODES: readonly RegExp[] = [...POSTCODE, SAID_POSTCODE, CAPITAL_POSTCODE];
