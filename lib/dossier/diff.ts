import { meaningOf, meansTheSame, saysAllOf } from './meaning.ts';
import { type Rename, renameIn } from './rename.ts';
import type { Dossier, DossierCharacter } from './schema.ts';

/**
 * What became different, as sentences for people; empty when nothing did.
 * @param renames who got a new name; without it a new name is one who came and one who went
 */
export function describeChanges(before: Dossier, after: Dossier, renames: Rename[] = []): string[] {
  const said = (lines: string[]) => lines.map((line) => renameIn(line, renames));
  return [
    ...(before.title !== after.title
      ? [after.title ? `It is called “${after.title}”` : 'It has no title for now']
      : []),
    ...describeCharacters(before.characters, after.characters, renames),
    ...describeLines(
      said(before.locations),
      after.locations,
      describePlace,
      'It does not happen here any more',
    ),
    ...describeLines(
      said(before.themes),
      after.themes,
      (line) => `It is about ${line}`,
      'It is not about this any more',
    ),
    ...describeLines(
      said(before.plotPoints),
      after.plotPoints,
      (line) => `What happens: ${line}`,
      'Does not happen',
    ),
    ...describeChoice(before.tone, after.tone, (tone) => `The tone is ${tone}`, 'The tone is open'),
    ...describeChoice(
      before.ageGroup,
      after.ageGroup,
      (ages) => `It is for ages ${ages.replace('-', '–')}`,
      'The age is open',
    ),
    ...describeChoice(
      before.style,
      after.style,
      (style) => `The pictures are ${style}`,
      'The pictures are open',
    ),
    ...describeChoice(
      before.sceneCount,
      after.sceneCount,
      (count) => `It has ${count} ${count === 1 ? 'page' : 'pages'}`,
      'The number of pages is open',
    ),
  ];
}

function describeCharacters(
  before: DossierCharacter[],
  after: DossierCharacter[],
  renames: Rename[],
): string[] {
  const nameNow = (name: string) => renames.find(({ from }) => meansTheSame(from, name))?.to ?? name;
  const changes: string[] = [];
  // Two who are called alike are told apart by their order.
  const open = [...before];
  for (const character of after) {
    const at = open.findIndex(({ name }) => meansTheSame(nameNow(name), character.name));
    const [known] = at < 0 ? [] : open.splice(at, 1);
    if (!known) {
      changes.push(`Met ${character.name}`);
      continue;
    }
    if (known.name !== character.name) changes.push(`${known.name} is called ${character.name} now`);
    changes.push(...describeCharacter(renamed(known, renames), character));
  }
  // Two who became one by a new name: nobody is left out.
  const becameOne = (name: string) =>
    !meansTheSame(nameNow(name), name) && after.some((one) => meansTheSame(one.name, nameNow(name)));
  changes.push(...open.filter(({ name }) => !becameOne(name)).map(({ name }) => `Left out ${name}`));
  return changes;
}

/** A renamed one's own texts follow the name; that is no news. */
function renamed(character: DossierCharacter, renames: Rename[]): DossierCharacter {
  return {
    ...character,
    description: renameIn(character.description, renames),
    relationships: character.relationships.map((line) => renameIn(line, renames)),
    arc: renameIn(character.arc, renames),
  };
}

function describeCharacter(known: DossierCharacter, now: DossierCharacter): string[] {
  const { name } = now;
  const changes: string[] = [];
  if (meaningOf(known.description) !== meaningOf(now.description)) {
    changes.push(
      now.description
        ? `${name}: ${newPart(known.description, now.description)}`
        : `${name}: no description now`,
    );
  }
  const isNew = (line: string) => !known.relationships.some((other) => meansTheSame(other, line));
  changes.push(...now.relationships.filter(isNew).map((line) => `${name}: ${line}`));
  const isGone = (line: string) => !now.relationships.some((other) => saysAllOf(other, line));
  changes.push(...known.relationships.filter(isGone).map((line) => `${name}: no longer “${line}”`));
  if (meaningOf(known.arc) !== meaningOf(now.arc)) {
    changes.push(now.arc ? `${name}: ${newPart(known.arc, now.arc)}` : `${name}: how they change is open`);
  }
  return changes;
}

/** What was added at the end, or the whole when it was said anew. */
function newPart(before: string, after: string): string {
  if (before === '' || !after.startsWith(before)) return after;
  return after.slice(before.length).replace(/^[\s,;.]+/, '') || after;
}

function describeLines(
  before: string[],
  after: string[],
  describe: (line: string) => string,
  gone: string,
): string[] {
  const added = after.filter((line) => !before.some((other) => meansTheSame(other, line)));
  const removed = before.filter((line) => !after.some((other) => saysAllOf(other, line)));
  const changes = [...added.map(describe), ...removed.map((line) => `${gone}: ${line}`)];
  const isOtherwise = JSON.stringify(before) !== JSON.stringify(after);
  if (changes.length > 0 || !isOtherwise) return changes;
  return before.length === after.length
    ? ['Tidied the wording or the order']
    : ['Left out what was said twice'];
}

function describePlace(place: string): string {
  if (/^(?:in|on|at|by|near|under|inside|behind|above|below|beside)\s/i.test(place)) {
    return `The story happens ${place}`;
  }
  if (/^(?:\p{Lu}|the |an? |my |his |her |their |our )/u.test(place)) {
    return `The story happens in ${place.replace(/^(The|An?|My) /, (article) => article.toLowerCase())}`;
  }
  return `A place in the story: ${place}`;
}

function describeChoice<Value extends string | number>(
  before: Value | null,
  after: Value | null,
  describe: (value: Value) => string,
  open: string,
): string[] {
  if (before === after) return [];
  return [after === null ? open : describe(after)];
}
