import type { Pronoun } from '../../story/schema.ts';

/** The surface of English: everything about words that does not depend on the story. */

export type PronounForms = { he: string; him: string; his: string; theirs: string; himself: string };

const PRONOUN_FORMS: Record<Pronoun, PronounForms> = {
  she: { he: 'she', him: 'her', his: 'her', theirs: 'hers', himself: 'herself' },
  he: { he: 'he', him: 'him', his: 'his', theirs: 'his', himself: 'himself' },
  they: { he: 'they', him: 'them', his: 'their', theirs: 'theirs', himself: 'themselves' },
  it: { he: 'it', him: 'it', his: 'its', theirs: 'its own', himself: 'itself' },
};

export function pronounForms(pronoun: Pronoun): PronounForms {
  return PRONOUN_FORMS[pronoun];
}

const SILENT_H = /^(hour|honest|honou?r|heir)/i;
const YOU_SOUND = /^(uni(?![mn]|de)|us[aeiu]|ut[aeio]|eu|ewe|ukulele|ufo|u-|one\b|once\b|one-)/i;
const SPELLED_VOWEL = /^(?:[FHLMNRSX](?=-|\d|\s|$)|8|11\b|18\b)/;

/** "a" or "an", by how the next word sounds: "an hour", "a unicorn", "an X-ray". */
export function articleFor(word: string): 'a' | 'an' {
  if (SPELLED_VOWEL.test(word) || SILENT_H.test(word)) return 'an';
  if (YOU_SOUND.test(word)) return 'a';
  return /^[aeiouAEIOU]/.test(word) ? 'an' : 'a';
}

export function withArticle(phrase: string): string {
  return `${isOneOfAKind(phrase.split(' ', 1)[0] ?? '') ? 'the' : articleFor(phrase)} ${phrase}`;
}

const SUPERLATIVE =
  /^(?:small|tall|young|old|bigg|tini|littl|fast|slow|brav|clever|kind|strong|weak|short|long|great|loud|quiet|shy|shi|grumpi|funni|happi|sadd|loneli|sleepi|silli|nic|wis|bright|dark|warm|cold|hott|larg|hug|mean|smart|quick|rich|poor|hungri|lazi|clumsi|messi|tidi|fluffi|soft|hard|high|low|deep|new|cut|pretti|ugli|sweet|wild|bold|mighti|greedi|naughti|fierc|gentl|proud|noisi|friendli|round|thin|fatt|fin|rar|plain|tough|scari|light|heavi)est$/;

/** There is only one last, only or youngest of its sort: it takes "the". */
export function isOneOfAKind(adjective: string): boolean {
  const lower = adjective.toLowerCase();
  return /^(last|only|same|first|best|worst)$/.test(lower) || SUPERLATIVE.test(lower);
}

/** Every "a"/"an" in a text put right for the word that follows it. */
export function fixArticles(text: string): string {
  return text.replace(
    /\b([Aa])n?(\s+["“‘]?)([\p{L}\p{N}][\p{L}\p{N}'’-]*)/gu,
    (found, letter: string, gap: string, word: string) => {
      // A capital "A" in the middle of a sentence may be a name or a grade.
      if (/^(and|is|was|or)$/i.test(word)) return found;
      if (/^(last|only|same)$/i.test(word) || SUPERLATIVE.test(word)) {
        return `${letter === 'A' ? 'The' : 'the'}${gap}${word}`;
      }
      return `${letter}${articleFor(word) === 'an' ? 'n' : ''}${gap}${word}`;
    },
  );
}

export function capitalise(text: string): string {
  return text.replace(
    /^(["“‘(]*)(\p{Ll})/u,
    (_, open: string, letter: string) => open + letter.toUpperCase(),
  );
}

/** "Nova", "Nova and Bip", "Nova, Bip and Lulu". */
export function joinList(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? '';
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** "Mia's", "James's", "the foxes'". */
export function possessive(noun: string, plural = false): string {
  return plural && /s$/i.test(noun) ? `${noun}'` : `${noun}'s`;
}

const IRREGULAR_PLURALS: Record<string, string> = {
  mouse: 'mice',
  goose: 'geese',
  tooth: 'teeth',
  foot: 'feet',
  child: 'children',
  man: 'men',
  woman: 'women',
  person: 'people',
  ox: 'oxen',
  wolf: 'wolves',
  elf: 'elves',
  shelf: 'shelves',
  leaf: 'leaves',
  calf: 'calves',
  half: 'halves',
  thief: 'thieves',
  scarf: 'scarves',
  loaf: 'loaves',
  knife: 'knives',
  life: 'lives',
  wife: 'wives',
  hoof: 'hooves',
  dwarf: 'dwarves',
  cactus: 'cactuses',
  octopus: 'octopuses',
  potato: 'potatoes',
  tomato: 'tomatoes',
  hero: 'heroes',
  echo: 'echoes',
  sheep: 'sheep',
  deer: 'deer',
  fish: 'fish',
  moose: 'moose',
  reindeer: 'reindeer',
  spacecraft: 'spacecraft',
};
const IRREGULAR_SINGULARS = new Map(Object.entries(IRREGULAR_PLURALS).map(([one, many]) => [many, one]));

/** The plural of a noun or a noun phrase whose last word is the noun. */
export function pluralOf(noun: string): string {
  const [, before = '', last = noun] = /^(.*\s)?(\S+)$/.exec(noun) ?? [];
  const lower = last.toLowerCase();
  const irregular = IRREGULAR_PLURALS[lower];
  if (irregular) return before + irregular;
  const suffix = /^(.*)(man)$/.exec(lower);
  if (suffix && !/^(human|german|roman|shaman)$/.test(lower)) return `${before}${suffix[1]}men`;
  if (/[^aeiou]y$/.test(lower)) return `${before}${last.slice(0, -1)}ies`;
  if (/(s|x|z|ch|sh)$/.test(lower)) return `${before}${last}es`;
  return `${before}${last}s`;
}

const PLURAL_LOOKALIKES =
  /^(bus|gas|lens|glass|dress|grass|princess|boss|class|cross|compass|cactus|octopus|walrus|platypus|hippopotamus|rhinoceros|albatross|circus|christmas|moss|kiss|mess|bass|address|news|pegasus|iris|chess|actress|waitress|goddess|duchess|lioness|tigress|seamstress|genius|virus|venus|mars|always|perhaps|this|his|its|is|was|has|us|tyrannosaurus|stegosaurus|brontosaurus|brachiosaurus)$/i;

/** The singular of a plural noun; a word that is singular already comes back as it is. */
export function singularOf(noun: string): string {
  const lower = noun.toLowerCase();
  const irregular = IRREGULAR_SINGULARS.get(lower);
  if (irregular) return irregular;
  if (/(?:fire|police|mail|post|fisher|snow|gingerbread-|mer|milk|space)men$/.test(lower))
    return `${lower.slice(0, -3)}man`;
  if (PLURAL_LOOKALIKES.test(lower) || !/s$/.test(lower) || /ss$/.test(lower) || lower.length < 4)
    return lower;
  if (/(ch|sh|x|z|ss|us)es$/.test(lower)) return lower.slice(0, -2);
  if (/[^aeiou]ies$/.test(lower) && lower.length > 5) return `${lower.slice(0, -3)}y`;
  return lower.slice(0, -1);
}

export function isPluralNoun(noun: string): boolean {
  const lower = noun.toLowerCase();
  return IRREGULAR_SINGULARS.has(lower) || singularOf(lower) !== lower;
}
