import type { SnapshotJson } from '@/lib/dossier/views';

type Character = SnapshotJson['characters'][number];
type Merge = { merged: SnapshotJson; hasClash: boolean };

/**
 * Brings a person's change (from `base` to `mine`) into notes that have changed meanwhile (from `base` to `theirs`).
 * Where both changed the same thing differently `mine` is taken, and `hasClash` says that somebody should be asked first.
 * Lines and characters are known by their words and names; what took the place of one that went is its new wording.
 */
export function mergeSnapshots(base: SnapshotJson, mine: SnapshotJson, theirs: SnapshotJson): Merge {
  let hasClash = false;
  const onClash = () => {
    hasClash = true;
  };
  const pick = <Field extends 'title' | 'tone' | 'age_group' | 'style' | 'num_scenes'>(field: Field) =>
    mergeValue(base[field], mine[field], theirs[field], onClash);
  const merged: SnapshotJson = {
    title: pick('title'),
    characters: mergeCharacters(base.characters, mine.characters, theirs.characters, onClash),
    locations: mergeLines(base.locations, mine.locations, theirs.locations, onClash),
    themes: mergeLines(base.themes, mine.themes, theirs.themes, onClash),
    plot_points: mergeLines(base.plot_points, mine.plot_points, theirs.plot_points, onClash),
    tone: pick('tone'),
    age_group: pick('age_group'),
    style: pick('style'),
    num_scenes: pick('num_scenes'),
  };
  return { merged, hasClash };
}

type OnClash = () => void;

function mergeValue<Value>(base: Value, mine: Value, theirs: Value, onClash: OnClash): Value {
  const isSame = (one: Value, other: Value) => (one ?? null) === (other ?? null);
  if (isSame(mine, base)) return theirs;
  if (!isSame(theirs, base) && !isSame(theirs, mine)) onClash();
  return mine;
}

function mergeLines(base: string[], mine: string[], theirs: string[], onClash: OnClash): string[] {
  const { replaced, removed, added } = compareNames(base, mine);
  let merged = theirs.filter((line) => !removed.includes(line));
  for (const { from, to } of replaced) {
    if (merged.includes(to)) merged = merged.filter((line) => line !== from);
    else if (merged.includes(from)) merged = merged.map((line) => (line === from ? to : line));
    else {
      onClash();
      merged = [...merged, to];
    }
  }
  return [...merged, ...added.filter((line) => !merged.includes(line))];
}

function mergeCharacters(
  base: Character[],
  mine: Character[],
  theirs: Character[],
  onClash: OnClash,
): Character[] {
  const { replaced, removed } = compareNames(
    base.map(({ name }) => name),
    mine.map(({ name }) => name),
  );
  const isUntouched = (one: Character) => base.some((other) => JSON.stringify(other) === JSON.stringify(one));
  let merged = theirs.filter((one) => {
    if (!removed.includes(one.name)) return true;
    // Somebody told more about the one who was taken out here.
    if (!isUntouched(one)) onClash();
    return false;
  });
  for (const one of mine) {
    if (isUntouched(one)) continue;
    const before = replaced.find(({ to }) => to === one.name)?.from ?? one.name;
    const known = base.find(({ name }) => name === before);
    const other = merged.find(({ name }) => name === before) ?? merged.find(({ name }) => name === one.name);
    if (!other) {
      if (known) onClash();
      merged = [...merged, one];
      continue;
    }
    const together = mergeCharacter(known ?? other, one, other, onClash);
    merged = merged.map((now) => (now === other ? together : now));
  }
  return merged;
}

function mergeCharacter(base: Character, mine: Character, theirs: Character, onClash: OnClash): Character {
  return {
    name: mergeValue(base.name, mine.name, theirs.name, onClash),
    description: mergeValue(base.description, mine.description, theirs.description, onClash),
    relationships: mergeLines(base.relationships, mine.relationships, theirs.relationships, onClash),
    character_arc: mergeValue(base.character_arc, mine.character_arc, theirs.character_arc, onClash),
  };
}

/** What went, what came, and what came in the place of what went. */
function compareNames(before: string[], after: string[]) {
  const gone = before.filter((name) => !after.includes(name));
  const come = after.filter((name) => !before.includes(name));
  const isRewording = gone.length === come.length;
  return {
    replaced: isRewording ? gone.map((from, index) => ({ from, to: come[index] ?? from })) : [],
    removed: isRewording ? [] : gone,
    added: isRewording ? [] : come,
  };
}
