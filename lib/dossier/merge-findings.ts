import { describeChanges } from './diff.ts';
import { dropTrait } from './drop-trait.ts';
import { contains, meaningOf, meansTheSame, saysAllOf } from './meaning.ts';
import { type Rename, renameIn, resolveRenames } from './rename.ts';
import {
  DOSSIER_LINES,
  type Dossier,
  type DossierCharacter,
  type DossierChoice,
  type DossierFindings,
  MAX_DOSSIER_CHARACTERS,
  MAX_DOSSIER_LINES,
} from './schema.ts';

const LONGEST = {
  name: 80,
  title: 120,
  description: 600,
  relationship: 200,
  arc: 400,
  themes: 120,
  locations: 200,
  plotPoints: 400,
};
const MAX_RELATIONSHIPS = 12;

/**
 * What was found, put into what was known: renames first, then what shall go, then what is new. Nothing that is there
 * is replaced by something that says less, so telling the same twice changes nothing the second time; and what a person
 * set by hand stays as they set it.
 * @returns a new dossier within its schema's limits, and what changed as sentences for people
 */
export function mergeFindings(
  dossier: Dossier,
  findings: DossierFindings,
): { dossier: Dossier; changes: string[] } {
  const renames = resolveRenames(findings.renamed);
  const isOpen = (field: DossierChoice) => !dossier.setByHand.includes(field);
  const say = (text: string, longest: number) => clip(renameIn(text.trim(), renames), longest);
  const isRemoved = (field: string, value: string) =>
    findings.removed.some(
      (removal) =>
        removal.field === field && meansTheSame(say(removal.value, 400), value) && meaningOf(value) !== '',
    );
  const merged = renameDossier(dossier, renames);
  merged.characters = merged.characters.filter(({ name }) => !isRemoved('characters', name));
  for (const found of findings.characters) {
    const name = nameNow(found.name.trim(), renames);
    if (meaningOf(name) === '' || isRemoved('characters', name)) continue;
    mergeCharacter(merged.characters, {
      name,
      description: say(found.description ?? '', LONGEST.description),
      relationships: found.relationships.map((text) => say(text, LONGEST.relationship)),
      arc: say(found.arc ?? '', LONGEST.arc),
    });
  }
  for (const { value } of findings.removed.filter(({ field }) => field === 'traits')) {
    const [name = '', ...trait] = say(value, 400).split(': ');
    for (const character of merged.characters)
      if (meansTheSame(character.name, name))
        character.description = dropTrait(character.description, trait.join(': '));
  }
  for (const field of DOSSIER_LINES) {
    const kept = merged[field].filter((text) => !isRemoved(field, text));
    const found = findings[field]
      .map((text) => say(text, LONGEST[field]))
      .filter((text) => !isRemoved(field, text));
    merged[field] = mergeLines(kept, found, MAX_DOSSIER_LINES);
  }
  if (isOpen('title')) merged.title = say(findings.title ?? '', LONGEST.title) || merged.title;
  if (isOpen('tone')) merged.tone = findings.tone ?? merged.tone;
  if (isOpen('ageGroup')) merged.ageGroup = findings.ageGroup ?? merged.ageGroup;
  if (isOpen('style')) merged.style = findings.style ?? merged.style;
  if (isOpen('sceneCount')) merged.sceneCount = findings.sceneCount ?? merged.sceneCount;
  return { dossier: merged, changes: describeChanges(dossier, merged, renames) };
}

function renameDossier(dossier: Dossier, renames: Rename[]): Dossier {
  const say = (text: string, longest: number) => clip(renameIn(text, renames), longest);
  const characters: DossierCharacter[] = [];
  for (const character of dossier.characters) {
    const renamed = {
      name: nameNow(character.name, renames),
      description: say(character.description, LONGEST.description),
      relationships: character.relationships.map((text) => say(text, LONGEST.relationship)),
      arc: say(character.arc, LONGEST.arc),
    };
    // A new name that somebody has already: the two are one. Two who were called alike from the start stay two.
    const isNewName = !meansTheSame(character.name, renamed.name);
    const wasTaken = characters.some(({ name }) => meansTheSame(name, renamed.name));
    const isTaken = wasTaken && (isNewName || renames.some(({ to }) => meansTheSame(to, renamed.name)));
    if (isTaken) mergeCharacter(characters, renamed);
    else characters.push(renamed);
  }
  return {
    ...dossier,
    title: dossier.setByHand.includes('title') ? dossier.title : say(dossier.title, LONGEST.title),
    characters,
    themes: dossier.themes.map((text) => say(text, LONGEST.themes)),
    locations: dossier.locations.map((text) => say(text, LONGEST.locations)),
    plotPoints: dossier.plotPoints.map((text) => say(text, LONGEST.plotPoints)),
  };
}

function nameNow(name: string, renames: Rename[]): string {
  const rename = renames.find(({ from }) => meansTheSame(from, name));
  return clip(rename?.to ?? renameIn(name, renames), LONGEST.name);
}

function mergeCharacter(characters: DossierCharacter[], found: DossierCharacter): void {
  const index = characters.findIndex(({ name }) => meansTheSame(name, found.name));
  const known = characters[index];
  if (!known) {
    if (characters.length >= MAX_DOSSIER_CHARACTERS) return;
    const relationships = mergeLines([], found.relationships, MAX_RELATIONSHIPS);
    characters.push({ ...found, relationships });
    return;
  }
  characters[index] = {
    name: known.name,
    description: joinTexts(known.description, found.description, LONGEST.description),
    relationships: mergeLines(known.relationships, found.relationships, MAX_RELATIONSHIPS),
    arc: joinTexts(known.arc, found.arc, LONGEST.arc),
  };
}

/** A line that names a known thing more closely takes its place; one that says nothing more is left out. */
function mergeLines(known: string[], found: string[], most: number): string[] {
  const lines = [...known];
  for (const line of found) {
    if (meaningOf(line) === '' || lines.some((existing) => saysAllOf(existing, line))) continue;
    const index = lines.findIndex((existing) => saysAllOf(line, existing));
    if (index >= 0) lines[index] = line;
    else if (lines.length < most) lines.push(line);
  }
  return lines;
}

/** Adds those parts of a text that are not said yet, as long as they fit. */
function joinTexts(known: string, found: string, longest: number): string {
  if (meaningOf(found) === '' || contains(known, found)) return known;
  if (meaningOf(known) === '' || contains(found, known)) return found;
  let joined = known;
  for (const part of found.split(/(?<=[.!?])\s+|[;,]\s+/)) {
    if (meaningOf(part) === '' || contains(joined, part)) continue;
    const next = joined + (/[.!?]$/.test(joined) ? ' ' : ', ') + part;
    if (next.length <= longest) joined = next;
  }
  return joined;
}

/** Cut at the end of a word. */
function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest + 1).replace(/\s+\S*$/, '');
  return (cut.length <= longest ? cut : text.slice(0, longest)).toWellFormed().trim();
}
