import { contains, meaningOf, saysAllOf } from '../../dossier/meaning.ts';
import { type Dossier, type DossierFindings, NO_FINDINGS } from '../../dossier/schema.ts';
import type { Told } from './find-story-elements.ts';
import type { Wishes } from './read-wishes.ts';
import type { StoryCast } from './story-cast.ts';

export function collectFindings(cast: StoryCast, told: Told, dossier: Dossier): DossierFindings {
  const characters: DossierFindings['characters'] = [];
  for (const member of cast.members) {
    if (member.isListener) continue;
    const known = dossier.characters.find(
      (one) =>
        meaningOf(one.name) === meaningOf(member.name) ||
        cast.renamed.some(({ from, to }) => to === member.name && meaningOf(from) === meaningOf(one.name)),
    );
    const isSaid = (text: string) =>
      dossier.characters.some((one) => contains(one.description, text) || contains(one.arc, text));
    const isTakenBack = (text: string) =>
      cast.takenBack.some((one) => one.member === member && meaningOf(one.trait) === meaningOf(text));
    const description = member.description.filter((text) => !isSaid(text) && !isTakenBack(text)).join(', ');
    const arc = member.arc.filter((text) => !isSaid(text)).join('; ');
    const relationships = member.relationships.filter(
      (text) => !known?.relationships.some((one) => contains(one, text) || isSameTie(one, text)),
    );
    if (known && !description && !arc && relationships.length === 0) continue;
    characters.push({
      name: member.name.slice(0, 80),
      description: description.slice(0, 600) || null,
      relationships: relationships.slice(0, 12).map((text) => text.slice(0, 200)),
      arc: arc.slice(0, 400) || null,
    });
  }
  const isNewLine = (known: readonly string[]) => (text: string) =>
    !known.some((one) => saysAllOf(one, text));
  const { wishes } = told;
  const changed = <Key extends keyof Wishes>(key: Key) =>
    wishes[key] !== undefined && wishes[key] !== dossier[key] ? wishes[key] : null;
  return {
    ...NO_FINDINGS,
    title: changed('title')?.slice(0, 120) ?? null,
    characters: characters.slice(0, 20),
    themes: unique(told.themes.map((text) => text.slice(0, 120)))
      .filter(isNewLine(dossier.themes))
      .slice(0, 40),
    locations: unique(told.locations.map((text) => text.slice(0, 200)))
      .filter(
        (text) =>
          !told.removed.some((one) => one.field === 'locations' && meaningOf(one.value) === meaningOf(text)),
      )
      .filter(isNewLine(dossier.locations))
      .slice(0, 40),
    plotPoints: unique(told.plotPoints.map((text) => text.slice(0, 400)))
      .filter((text) => !dossier.plotPoints.some((one) => isSameDeed(one, text)))
      .slice(0, 40),
    tone: changed('tone') ?? null,
    ageGroup: changed('ageGroup') ?? null,
    style: changed('style') ?? null,
    sceneCount: changed('sceneCount') ?? null,
    renamed: cast.renamed
      .filter(({ from }) => dossier.characters.some((one) => meaningOf(one.name) === meaningOf(from)))
      .slice(0, 10),
    removed: [
      ...cast.removed
        .filter((name) => dossier.characters.some((one) => meaningOf(one.name) === meaningOf(name)))
        .map((value) => ({ field: 'characters' as const, value })),
      ...told.removed.filter(({ field, value }) => dossier[field].includes(value)),
      ...cast.takenBack.map(({ member, trait }) => ({
        field: 'traits' as const,
        value: `${member.name}: ${trait}`,
      })),
    ].slice(0, 20),
  };
}

/** "becomes her teacher" was said before anybody knew whose; told again it is the same. */
function isSameTie(known: string, text: string): boolean {
  const whose = /\b(?:his|her|their)\b/;
  return (
    whose.test(known) && text.replace(/\p{Lu}[\p{L}' -]*'s\b/u, 'their') === known.replace(whose, 'their')
  );
}

/** Told again with another subject ("They find a map", "Tom and Rex find a map"), it still happens once. */
function isSameDeed(one: string, other: string): boolean {
  const [a, b] = [meaningOf(one).split(' ').reverse(), meaningOf(other).split(' ').reverse()];
  const shared = a.findIndex((word, index) => word !== b[index]);
  const saysWho = [a, b].map((words) => !/^(?:they|he|she|it)$/.test(words.at(-1) ?? ''));
  if (saysWho.includes(false) && shared >= Math.min(a.length, b.length) - 1) return true;
  return shared < 0 || shared >= Math.max(3, 0.6 * Math.max(a.length, b.length));
}

function unique(lines: string[]): string[] {
  const kept: string[] = [];
  for (const line of lines)
    if (meaningOf(line) !== '' && !kept.some((one) => meaningOf(one) === meaningOf(line))) kept.push(line);
  return kept;
}
