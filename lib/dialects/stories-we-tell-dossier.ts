import { z } from 'zod';
import { DOSSIER_CHOICES, type Dossier, EMPTY_DOSSIER } from '@/lib/dossier/schema';
import { type SnapshotJson, snapshotJsonSchema } from '@/lib/dossier/views';

/** A snapshot as clients send it: those of the document know only its four lists. */
export const snapshotInputSchema = snapshotJsonSchema.extend({
  title: z.string().trim().max(120).optional(),
});
/** Without `project_id` there will be a new project. */
export const createDossierSchema = z.object({
  project_id: z.uuid().optional(),
  snapshot_json: snapshotInputSchema.prefault({}),
});
export const changeDossierSchema = z.object({
  snapshot_json: snapshotInputSchema,
  /** The version that was changed: 409 when there is a newer one. */
  base_version: z.int().min(0).optional(),
});
export type SnapshotInput = z.infer<typeof snapshotInputSchema>;

export function toSnapshotJson(dossier: Dossier): SnapshotJson {
  return {
    characters: dossier.characters.map(({ arc, ...character }) => ({
      ...character,
      character_arc: arc || null,
    })),
    themes: dossier.themes,
    locations: dossier.locations,
    plot_points: dossier.plotPoints,
    title: dossier.title,
    tone: dossier.tone,
    age_group: dossier.ageGroup,
    style: dossier.style,
    num_scenes: dossier.sceneCount,
  };
}

/** @param known keeps what a client that does not know Storyloom's own fields left out */
export function fromSnapshotJson(snapshot: SnapshotInput, known: Dossier = EMPTY_DOSSIER): Dossier {
  const choose = <Value>(given: Value | undefined, before: Value) => (given === undefined ? before : given);
  return withSetByHand(known, {
    setByHand: known.setByHand,
    title: choose(snapshot.title, known.title),
    characters: snapshot.characters.map(({ character_arc, ...character }) => ({
      ...character,
      arc: character_arc ?? '',
    })),
    themes: snapshot.themes,
    locations: snapshot.locations,
    plotPoints: snapshot.plot_points,
    tone: choose(snapshot.tone, known.tone),
    ageGroup: choose(snapshot.age_group, known.ageGroup),
    style: choose(snapshot.style, known.style),
    sceneCount: choose(snapshot.num_scenes, known.sceneCount),
  });
}

/** A snapshot is a person's word: what it changes is set by hand from now on, and what it empties is open again. */
function withSetByHand(before: Dossier, after: Dossier): Dossier {
  const setByHand = DOSSIER_CHOICES.filter(
    (field) =>
      after[field] !== null &&
      after[field] !== '' &&
      (after[field] !== before[field] || before.setByHand.includes(field)),
  );
  return { ...after, setByHand };
}
