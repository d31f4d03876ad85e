'use client';
import type { SnapshotJson } from '@/lib/dossier/views';
import type { FieldNames } from './changed-fields';
import { CharacterCard } from './character-card';
import { EditableLine } from './editable-line';
import { LineList } from './line-list';

type DossierFieldsProps = {
  snapshot: SnapshotJson;
  /** What was just noted. */
  news: FieldNames;
  onChange: (change: (snapshot: SnapshotJson) => SnapshotJson) => void;
};

/** Who is in the story, where it happens, what it is about and what happens: all editable where it stands. */
export function DossierFields({ snapshot, news, onChange }: DossierFieldsProps) {
  const changeLines =
    (field: 'locations' | 'themes' | 'plot_points') => (change: (lines: string[]) => string[]) =>
      onChange((now) => ({ ...now, [field]: change(now[field]) }));
  return (
    <>
      <EditableLine
        label="Title"
        value={snapshot.title}
        isNew={news.has('title')}
        placeholder="A title…"
        longest={120}
        className="font-semibold font-title text-xl"
        onSave={(title) => onChange((now) => ({ ...now, title }))}
      />
      <ul className="space-y-3" aria-label="Characters">
        {snapshot.characters.map((character) => (
          <CharacterCard
            key={character.name}
            character={character}
            news={news}
            onChange={(change) =>
              onChange((now) => ({
                ...now,
                characters: now.characters.map((one) => (one.name === character.name ? change(one) : one)),
              }))
            }
            onRemove={() =>
              onChange((now) => ({
                ...now,
                characters: now.characters.filter(({ name }) => name !== character.name),
              }))
            }
          />
        ))}
      </ul>
      <EditableLine
        key={snapshot.characters.length}
        label="Add a character"
        value=""
        placeholder="Add somebody…"
        longest={80}
        onSave={(name) => {
          const somebody = { name, description: '', relationships: [], character_arc: null };
          onChange((now) => ({ ...now, characters: [...now.characters, somebody] }));
        }}
      />
      <LineList
        title="Where"
        one="a place"
        lines={snapshot.locations}
        isNew={(line) => news.has(`locations/${line}`)}
        longest={200}
        onChange={changeLines('locations')}
      />
      <LineList
        title="About"
        one="a theme"
        lines={snapshot.themes}
        isNew={(line) => news.has(`themes/${line}`)}
        longest={120}
        onChange={changeLines('themes')}
      />
      <LineList
        title="What happens"
        one="what happens"
        lines={snapshot.plot_points}
        isNew={(line) => news.has(`plot_points/${line}`)}
        longest={400}
        isNumbered
        onChange={changeLines('plot_points')}
      />
    </>
  );
}
