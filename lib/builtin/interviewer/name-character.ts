import type { Dossier, DossierCharacter } from '../../dossier/schema.ts';

const ARTICLE = /^(a|an|the|my|our|your)\s+/i;

/** Within a sentence: "Nova", "the dragon". */
export function nameInSentence(name: string): string {
  return /^\p{Lu}/u.test(name) && !ARTICLE.test(name) ? name : `the ${name.replace(ARTICLE, '')}`;
}

export function heroOf(dossier: Dossier): string {
  const [hero] = dossier.characters;
  return hero ? nameInSentence(hero.name) : 'your hero';
}

/** "Nova, a girl with red boots", "a dragon, afraid of the dark": as somebody is met for the first time. */
export function introduce({ name, description }: DossierCharacter): string {
  const about = description.split(/[.;]/)[0]?.trim() ?? '';
  const isNamed = /^\p{Lu}/u.test(name) && !ARTICLE.test(name);
  if (!isNamed && /^(a|an|the|two|three)\s/i.test(about)) return withRelative(about);
  if (about === '') return nameInSentence(name);
  return withRelative(`${nameInSentence(name)}, ${about}`);
}

/** "a girl, lives on an island" → "a girl who lives on an island"; "a dragon, afraid" → "a dragon who is afraid". */
function withRelative(text: string): string {
  return text
    .replace(/, (is|has|lives|loves|likes|wants|can|cannot|must|never|always|wears|hates) /, ' who $1 ')
    .replace(/, (afraid|scared|frightened|full|fond|made) (of) /, ' who is $1 $2 ');
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
