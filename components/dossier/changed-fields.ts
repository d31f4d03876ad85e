import type { SnapshotJson } from '@/lib/dossier/views';

/** Names of fields of the notes: `title`, `locations/the beach`, `characters/Nova`, `characters/Nova/description`. */
export type FieldNames = ReadonlySet<string>;

const SINGLE = ['title', 'tone', 'age_group', 'style', 'num_scenes'] as const;
const LISTS = ['locations', 'themes', 'plot_points'] as const;

/** The fields of `after` that say something else, or are new. Somebody new is named as a whole. */
export function changedFields(before: SnapshotJson, after: SnapshotJson): string[] {
  return [
    ...SINGLE.filter((field) => (before[field] ?? null) !== (after[field] ?? null)),
    ...LISTS.flatMap((field) => newLines(before[field], after[field]).map((line) => `${field}/${line}`)),
    ...after.characters.flatMap((character) => {
      const path = `characters/${character.name}`;
      const known = before.characters.find(({ name }) => name === character.name);
      if (!known) return [path];
      const relationships = newLines(known.relationships, character.relationships);
      return [
        ...(known.description === character.description ? [] : [`${path}/description`]),
        ...((known.character_arc ?? '') === (character.character_arc ?? '') ? [] : [`${path}/character_arc`]),
        ...relationships.map((line) => `${path}/relationships/${line}`),
      ];
    }),
  ];
}

function newLines(before: string[], after: string[]): string[] {
  return after.filter((line) => !before.includes(line));
}
