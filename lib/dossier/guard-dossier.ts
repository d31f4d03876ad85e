import { isAppError } from '../errors.ts';
import { guardText } from '../safety/guard.ts';
import { type Dossier, type DossierFindings, EMPTY_DOSSIER } from './schema.ts';

/**
 * Guards every text a person put into a dossier. A mask may make one longer, up to what `dossierSchema` takes.
 * @throws AppError `guardrail_violation` whose field says where, in the words of the HTTP API
 */
export function guardDossier(dossier: Dossier): Dossier {
  const guard = (text: string, field: string, maxLength: number) =>
    guardText(text, {
      place: 'profile',
      maxLength,
      field: `snapshot_json.${field}`,
      ...(dossier.ageGroup ? { ageGroup: dossier.ageGroup } : {}),
    });
  const all = (lines: string[], field: string, maxLength: number) =>
    lines.map((text, index) => guard(text, `${field}.${index}`, maxLength));
  return {
    ...dossier,
    title: guard(dossier.title, 'title', 120),
    characters: dossier.characters.map((character, index) => ({
      name: guard(character.name, `characters.${index}.name`, 80),
      description: guard(character.description, `characters.${index}.description`, 600),
      relationships: all(character.relationships, `characters.${index}.relationships`, 200),
      arc: guard(character.arc, `characters.${index}.character_arc`, 400),
    })),
    themes: all(dossier.themes, 'themes', 120),
    locations: all(dossier.locations, 'locations', 200),
    plotPoints: all(dossier.plotPoints, 'plot_points', 400),
  };
}

/**
 * A dossier out of the database, as a model may read it: rules become stricter, and the database can be written to past our
 * API. One that would not be taken today counts as empty.
 */
export function guardKeptDossier(dossier: Dossier): Dossier {
  try {
    return guardDossier(dossier);
  } catch (error) {
    if (!isAppError(error)) throw error;
    return EMPTY_DOSSIER;
  }
}

/** Findings without those texts that the guard refuses. @returns also how many were left out, for the log */
export function guardFindings(
  findings: DossierFindings,
  ageGroup: Dossier['ageGroup'],
): { findings: DossierFindings; leftOut: number } {
  let leftOut = 0;
  const passes = (text: string): string[] => {
    try {
      return [guardText(text, { place: 'profile', outcome: 'left_out', ...(ageGroup ? { ageGroup } : {}) })];
    } catch (error) {
      if (!isAppError(error)) throw error;
      leftOut += 1;
      return [];
    }
  };
  const one = (text: string | null) => (text === null ? null : (passes(text)[0] ?? null));
  const guarded: DossierFindings = {
    ...findings,
    title: one(findings.title),
    characters: findings.characters.flatMap((character) =>
      passes(character.name).map((name) => ({
        name,
        description: one(character.description),
        relationships: character.relationships.flatMap(passes),
        arc: one(character.arc),
      })),
    ),
    themes: findings.themes.flatMap(passes),
    locations: findings.locations.flatMap(passes),
    plotPoints: findings.plotPoints.flatMap(passes),
    renamed: findings.renamed.flatMap(({ from, to }) => passes(to).map((name) => ({ from, to: name }))),
  };
  return { findings: guarded, leftOut };
}
