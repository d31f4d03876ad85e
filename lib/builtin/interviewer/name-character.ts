import type { Dossier, DossierCharacter } from '../../dossier/schema.ts';

/** What is told of one's own life rather than of the story. */
export const OF_ONESELF = /\b(I|me|my|our|we|us)\b/i;
const ARTICLE = /^(a|an|the|my|our|your)\s+/i;

/** Within a sentence: "Nova", "the dragon". */
export function nameInSentence(name: string): string {
  return /^\p{Lu}/u.test(name) && !ARTICLE.test(name) ? name : `the ${name.replace(ARTICLE, '')}`;
}

/** The story's own people: those somebody only told us of from their own life are left in peace. */
export function castOf({ characters, plotPoints }: Dossier): DossierCharacter[] {
  const ownLife = plotPoints.filter((event) => OF_ONESELF.test(event)).map((event) => event.toLowerCase());
  const cast = characters.filter(({ name }) => !ownLife.some((event) => event.includes(bareName(name))));
  return cast.length > 0 ? cast : characters;
}

function leadOf(dossier: Dossier): DossierCharacter | undefined {
  return castOf(dossier)[0];
}

export function heroOf(dossier: Dossier): string {
  const hero = leadOf(dossier);
  return hero ? nameInSentence(hero.name) : 'your hero';
}

/** "Nova, a girl who lives on an island", "a dragon who is afraid of the dark": as somebody is met for the first time. */
export function introduce({ name, description }: DossierCharacter, place?: string): string {
  const isNamed = /^\p{Lu}/u.test(name) && !ARTICLE.test(name);
  const parts = description
    .replace(/ called [\p{L}'-]+/u, '')
    .split(/[.;,]\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !(place && /^lives\b/.test(part)));
  const kinds = parts.filter((part) => /^(a|an|the|two|three)\s/i.test(part));
  // "Change the shark to a whale": the description still knows the shark.
  const fitting = kinds.find((part) => part.toLowerCase().includes(bareName(name)));
  const kind = (isNamed ? kinds[0] : (fitting ?? withArticle(bareName(name))))?.replace(
    /^an (?=uni|one)/i,
    'a ',
  );
  const adjective = parts.find((part) => /^[a-z]+$/.test(part) && !kind?.includes(part));
  const clause = parts.map(clauseOf).find((part) => part !== undefined);
  const who = kind && adjective ? withAdjective(kind, adjective) : kind;
  const what = [who, clause && `who ${clause}`].filter(Boolean).join(' ');
  if (what === '') return nameInSentence(name);
  if (!isNamed) return what;
  return `${name}, ${what}`;
}

function withArticle(noun: string): string {
  return `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

const ACTS =
  /^(is|lives|loves|likes|wants|cannot|can|must|never|always|wears|hates|collects|dreams|misses) \S+/;

function clauseOf(part: string): string | undefined {
  if (ACTS.test(part) || /^has (a|an|no|two|three|four|very|long|red|blue|big|small)\b/.test(part))
    return part;
  return /^(afraid|scared|frightened|fond|too|very|so|really|only) /.test(part) ? `is ${part}` : undefined;
}

/** "a king" and "mean" make "a mean king". */
function withAdjective(kind: string, adjective: string): string {
  const [article = '', ...rest] = kind.split(' ');
  const fitting = /^an?$/i.test(article) ? (/^[aeiou]/.test(adjective) ? 'an' : 'a') : article;
  return [fitting, adjective, ...rest].join(' ');
}

/** "moon" as a place is "the moon"; "our garden" is "your garden". */
export function placeInSentence(place: string): string {
  const said = place.replace(/^(my|our) /i, 'your ');
  return /^\p{Ll}[\p{L}-]*$/u.test(said) && !/^(space|school|home|town|underwater|outside|bed)$/.test(said)
    ? `the ${said}`
    : said;
}

/** In lower case and without an article, to compare. */
export function bareName(name: string): string {
  return name.toLowerCase().replace(/^(a|an|the|my|our|your)\s+/, '');
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
